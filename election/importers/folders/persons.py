"""One person as a line names them: name, handle, links and addresses taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from election.mail import addresses, names

_LINK = re.compile(r"\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)")
_PROFILE = re.compile(r"(?:https?://)?(?:www\.)?(?:github|gitlab)\.com/([\w-]+)/?$", re.IGNORECASE)
_AT = re.compile(r"(?<![\w.@])@([A-Za-z0-9][\w-]*)")
_BRACKET = re.compile(r"\(\s*([^()]*?)\s*\)|\[\s*([^\[\]]*?)\s*\]")
_LABELLED = re.compile(
    r"(?:git\s?hub|git\s?lab|irc|slack|handle|aka|nick)\b[^:]*:?\s*@?([A-Za-z0-9][\w-]*)\s*$", re.IGNORECASE
)
_ADDRESS = re.compile(r"<?[\w.+%=-]+@[\w-]+(?:\.[\w-]+)+>?")
_SEPARATOR = re.compile(r"\s+[-–—→|]+>?(?:\s+|$)|\s*[:;|]\s+|\s{3,}|\t")
_PLACEHOLDER = re.compile(
    r"^(?:your\s+|full\s+|first\s+|candidate\s*'?s?\s+|user\s*)?(?:name|surname|nominee|candidate|tb[ad]|todo|none|n/?a|xxx+|foo\s+bar)"
    r"(?:\s*\(?s\)?|\s+\d+|\s+(?:here|surname|last\s?name))?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][^\d_]*")
_LONGEST, _LINE = 120, 300


@dataclass(frozen=True)
class Person:
    """A name as people read it ("" where only a handle stands), the family name where the line tells it, a handle,
    links and plain addresses."""

    name: str
    family_name: str = ""
    handle: str = ""
    links: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()


def person(line: str) -> Person:
    """Who is named: "Markus Dunn, [@mdunn](https://github.com/mdunn)", "Brook, Cleo", "Cleo Brook (cleo)"."""
    text = re.sub(r"[`*\"“”\x00]|\*\*|__", "", line[:_LINE]).strip()
    links = tuple((_label(label, url), url) for label, url in _LINK.findall(text) if url.startswith("http"))
    handle = next((found[1] for _, url in links if (found := _PROFILE.match(url))), "")
    text = _LINK.sub(lambda found: found[1], text)
    mails = tuple(addresses.normalise(one) for one in _ADDRESS.findall(text))
    text = _ADDRESS.sub(" ", text)
    if found := _AT.search(text):
        handle, text = found[1], _AT.sub(" ", text)
    text, bracketed = _brackets(text)
    name = _SEPARATOR.split(text.strip(), maxsplit=1)[0].strip(" ,.;:-–—→>\t")
    handle = handle or bracketed
    if name.casefold() == handle.casefold() or (not handle and re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name)):
        name, handle = "", handle or name
    family = name.partition(",")[0].strip() if re.fullmatch(r"[^\W\d_][^,]*,\s*[^,]+", name) else ""
    tidy = addresses.tidy_name(name)[:_LONGEST].strip()
    return Person(tidy, family if tidy != name else "", handle, links, mails)


def is_placeholder(name: str) -> bool:
    """Whether a template was left as it was: "NAME", "Your name here", "TBD"."""
    bare = name.strip(" <>[]{}`*_.")
    return bool(_PLACEHOLDER.match(bare)) or (bare.isupper() and " " not in bare and bare in {"NAME", "NAMES", "LINK"})


def looks_like_name(text: str) -> bool:
    """Whether `text` may be somebody's name: two to five words of letters, each with a capital somewhere."""
    words = text.split()
    particles = {"de", "da", "do", "dos", "di", "van", "von", "der", "den", "la", "le", "bin", "al", "el", "y", "e"}
    capital = [word for word in words if word not in particles]
    return (
        2 <= len(words) <= 6
        and all(_WORD.fullmatch(word.strip(".'’")) for word in words)
        and all(word[0].isupper() or not word[0].isascii() for word in capital)
    )


def of_file_name(stem: str) -> str:
    """The name in a file's name: "CleoBrook", "cleo-brook", "Cleo_Brook" give "Cleo Brook"; "" where there is none."""
    spaced = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", re.sub(r"[-_.\s]+", " ", stem)).strip()
    words = [word if any(c.isupper() for c in word) else word.capitalize() for word in spaced.split()]
    return " ".join(words) if looks_like_name(" ".join(words)) else ""


def same(a: str, b: str) -> bool:
    """Whether two names may be one person's."""
    return bool(a and b) and names.same_person(a, b)


def _label(label: str, url: str) -> str:
    plain = label.strip(" `*")
    if found := _PROFILE.match(url):
        return f"@{found[1]}"
    return plain or url.partition("://")[2]


def _brackets(text: str) -> tuple[str, str]:
    """The text without brackets, and the handle in them: "(cleo)", "(Slack: cleo)", but not "(she/her)", "(Arm)"."""
    handle = ""
    for found in _BRACKET.finditer(text):
        inner = (found[1] or found[2] or "").strip()
        if labelled := _LABELLED.search(inner):
            handle = handle or labelled[1]
        elif re.fullmatch(r"@?[A-Za-z0-9][\w-]*", inner) and not re.fullmatch(
            r"elected|yes|no|winner|withdrawn|withdrew|new", inner, re.IGNORECASE
        ):
            handle = handle or inner.lstrip("@")
    return _BRACKET.sub(" ", text), handle
