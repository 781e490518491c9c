"""The fields at the top of a candidate's file: "Name: …", "E-mail: …", in plain text, Markdown or between dashes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_FIELD = re.compile(
    r"\s*(?:[-*>+]\s+|#{1,6}\s+|\|\s*)?[*_`]*(?P<key>[A-Za-z][\w&/' -]{1,30}?)[*_`]*\s*"
    r"(?::|\s\||\s=)[*_`]*(?P<value>.*)"
)
_RULE = re.compile(r"\s*(?:-{3,}|={3,}|\*{3,}|```\w*|\+{3,})\s*|[\s|:-]*-{3,}[\s|:-]*")
_NAME = re.compile(
    r"(?:full |your |candidate'?s? |nominee'?s? )?name|candidate|nominee|i am|name of (?:the )?candidate", re.IGNORECASE
)
_MAIL = re.compile(r"(?:contact |my )?e-?mails?(?: ?(?:id|address(?:es)?))?|contact", re.IGNORECASE)
_WORK = re.compile(
    r"(?:current |company |corporate )?affiliations?(?: \w+)?|(?:current )?company(?: name)?|employer|organi[sz]ation",
    re.IGNORECASE,
)
_GITHUB = re.compile(r"github(?: ?(?:id|handle|user ?(?:name)?|account|profile|name))?|gh|handle", re.IGNORECASE)
_WEB = re.compile(r"linked-?in|web ?(?:site|page)?|home ?page|blog|url|links?|gitlab|mastodon|twitter|x", re.IGNORECASE)
_PROMPT = re.compile(
    r"(?:my )?(?:background|introduction|interests?|motivations?|experience|bio(?:graphy)?|about(?: me)?|statement|"
    r"candidate statement|personal statement|vision|goals?|contributions?|plans?|qualifications?|priorities|summary|"
    r"candidacy|why [\w ]+|history|profile)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:candidacy|declaration|nomination|election|self-nomination)\b", re.IGNORECASE)
_NEAR_TOP = 30


@dataclass
class Header:
    """The fields of a file with their lines, other fields as they stand, and the line on which the text begins."""

    name: str = ""
    name_line: int = 0
    mail: list[tuple[str, int]] = field(default_factory=list)
    affiliation: str = ""
    github: str = ""
    web: list[tuple[str, str]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    heading: str = ""
    has_prompt: bool = False
    text_from: int = 0


def read_header(lines: Sequence[str]) -> Header:
    """The header of a file. Text above the name is kept among `others`, apart from a title and lines of dashes."""
    header = Header()
    waiting = ""
    for number, line in enumerate(lines[:_NEAR_TOP], start=1):
        text = line.strip().strip("|").rstrip("\\ ").strip()
        header.text_from = number - 1
        if not text or _RULE.fullmatch(text):
            continue
        if waiting:
            _keep(header, waiting, text, number)
            waiting = ""
        elif (field_ := _field(line, text)) and _is_known(field_[0]):
            waiting = "" if field_[1] else field_[0]
            if field_[1]:
                _keep(header, *field_, number)
        elif not _other(header, line, text, named_below=_named_below(lines, number)):
            return header
    header.text_from = min(len(lines), _NEAR_TOP)
    return header


def _field(line: str, text: str) -> tuple[str, str] | None:
    """The key and the value of a field; a heading is a key whose value comes below."""
    found = _FIELD.fullmatch(line.rstrip("\\| "))
    if found:
        return found["key"].strip(), _bare(found["value"])
    return (text.lstrip("# "), "") if line.lstrip().startswith("#") else None


def _other(header: Header, line: str, text: str, *, named_below: bool) -> bool:
    """Take in a line that is no known field: a title, another short field, text above the name. False where the text
    of the statement begins."""
    key, value = _field(line, text) or (text, "")
    if _PROMPT.fullmatch(key.strip("*_: ")):
        header.has_prompt = True
    elif value and _is_short(key, value):
        header.others.append(f"**{key}:** {value}")
        return True
    elif not header.name and _is_title(line, header):
        header.heading = header.heading or text.lstrip("# ").strip("*_ ")
        return True
    if named_below and not header.name:
        header.others.append(line.strip())
        return True
    return False


def _named_below(lines: Sequence[str], number: int) -> bool:
    for line in lines[number:_NEAR_TOP]:
        found = _FIELD.fullmatch(line)
        if found and _NAME.fullmatch(found["key"].strip()):
            return True
    return False


def _is_known(key: str) -> bool:
    return any(pattern.fullmatch(key.strip("*_: ")) for pattern in (_NAME, _MAIL, _WORK, _GITHUB, _WEB))


def _is_short(key: str, value: str) -> bool:
    return len(key.split()) <= 3 and key[0].isupper() and len(value.split()) <= 8 and not value.endswith(".")


def _is_title(line: str, header: Header) -> bool:
    """Whether this is the document's own title: a heading, or a first line that speaks of a candidacy."""
    words = len(line.split())
    return line.lstrip().startswith("#") or (not header.heading and words <= 10 and bool(_TITLE.search(line)))


def _bare(value: str) -> str:
    return value.strip().strip("*_`").strip().strip("\"'").strip()


def _keep(header: Header, key: str, value: str, number: int) -> None:
    key = key.strip("*_: ")
    if _NAME.fullmatch(key):
        if not header.name:
            header.name, header.name_line = _bare(value), number
    elif _MAIL.fullmatch(key):
        header.mail.append((value, number))
    elif _WORK.fullmatch(key):
        header.affiliation = header.affiliation or _bare(value)
    elif _GITHUB.fullmatch(key):
        header.github = header.github or _bare(value)
    else:
        header.web.append((key, _bare(value)))
