"""What a column or a key of a person is called, in the files of communities, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from election.domain.roll import Line

NAMES = frozenset({"name", "full_name", "fullname", "display_name", "voter", "person", "member"})
MAIL = re.compile(r"(?:e_?)?mails?(?:_address(?:es)?)?", re.ASCII)
"""Under these stand addresses only: another word there is a slip, and no handle."""

SAID = frozenset(
    {
        "email",
        "emails",
        "e_mail",
        "e_mails",
        "mail",
        "mails",
        "address",
        "addresses",
        "email_address",
        "email_addresses",
    }
    | {"handle", "handles", "login", "user", "username", "account", "id", "known_by", "identity"}
)
BY_PROVIDER = re.compile(r"(github|gitlab|google)(?:_(?:id|handle|login|user|username|name|account))?", re.ASCII)
INERT = re.compile(r"'(?=[=+\-@\t\r])")
"""What an export puts before what a spreadsheet would take for a formula."""

_SEVERAL = re.compile(r"[\s,;|]+")
_FULL = re.compile(r"(?:\"?(?P<name>[^<>\"]*?)\"?\s*)<(?P<address>[^<>\s]+@[^<>\s]+)>")


def called(heading: str) -> str:
    """A heading in its one spelling: "E-Mail address" is "e_mail_address"."""
    return re.sub(r"[^a-z0-9]+", "_", heading.strip().lower()).strip("_")


def is_known(heading: str) -> bool:
    """Whether this says a name, an address or a handle."""
    name = called(heading)
    return name in NAMES or name in SAID or BY_PROVIDER.fullmatch(name) is not None


def line(number: int, told: Mapping[str, Iterable[str]]) -> Line:
    """A voter from what stands under each heading; headings that say nothing of this kind are left out."""
    name, said, wrong = "", list[str](), list[str]()
    for heading, values in told.items():
        for value in (plain(value) for value in values):
            if called(heading) in NAMES:
                name = name or value
            elif called(heading) in SAID:
                said += several(value)
                wrong += [word for word in several(value) if "@" not in word] if _is_mail(heading) else []
            elif provider := BY_PROVIDER.fullmatch(called(heading)):
                said += [_of(provider[1], word) for word in several(value)]
    fault = f"“{wrong[0][:60]}” is not an e-mail address." if wrong else ""
    return Line(number, name, tuple(dict.fromkeys(said)), fault)


def _is_mail(heading: str) -> bool:
    return MAIL.fullmatch(called(heading)) is not None


def plain(value: str) -> str:
    """A cell in one line, without the mark that keeps it from being a formula."""
    return (
        INERT.sub("", " ".join(value.split()), count=1) if value.lstrip().startswith("'") else " ".join(value.split())
    )


def several(value: str) -> list[str]:
    """The addresses or handles of one cell."""
    return [word for word in _SEVERAL.split(value) if word]


def _of(provider: str, word: str) -> str:
    """What a provider's own column says: its number for an account, or a handle."""
    if "@" in word[1:] or ":" in word:
        return word
    return f"{provider}#{word}" if word.isdecimal() else f"{provider}:{word.removeprefix('@')}"


def loose(number: int, cells: Iterable[str]) -> Line:
    """A voter from cells without headings: what looks like an address or a handle is one, the first other is a name."""
    filled = [cell for cell in map(plain, cells) if cell]
    if len(filled) == 1 and (full := _FULL.fullmatch(filled[0])):
        return Line(number, full["name"].strip(), (full["address"],))
    if len(filled) == 1:
        return Line(number, "", (filled[0],))
    said = [word for cell in filled if _is_key(cell) for word in several(cell)]
    names = [cell for cell in filled if not _is_key(cell)]
    return Line(number, names[0] if names else "", tuple(dict.fromkeys(said)))


def _is_key(cell: str) -> bool:
    return all("@" in word or re.fullmatch(r"[a-z]+[:#]\S+", word.lower()) for word in several(cell))
