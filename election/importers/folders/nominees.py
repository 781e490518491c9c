"""Candidates' files: a few fields near the top ("Name:", "Email:"), then the statement."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from election.importers.folders import persons, statements
from election.importers.folders.values import Nominee, Remark
from election.mail import addresses

_TOP, _LONGEST = 40, 500
_MARKS = r"^\s{0,3}(?:[-*+]\s+|>\s*|#{1,6}\s+|\|\s*)?(?:\*\*|__|`)?\s*"
_FIELDS = {
    "name": r"(?:full\s+|candidate(?:'?s)?\s+|nominee(?:'?s)?\s+|preferred\s+)?name|candidate|nominee",
    "email": r"e-?mails?(?:\s+address(?:es)?)?|mail|contact",
    "affiliation": r"affiliations?|company|employer|organi[sz]ation|works?\s+(?:at|for)",
    "handle": r"git\s?hub(?:\s+(?:id|handle|username|user|account|profile))?|handle|id|username|"
    r"irc(?:\s*(?:/|and)\s*slack)?(?:\s+(?:nick|handle))?|slack",
    "link": r"website|web|home\s?page|url|blog|twitter|linkedin|mastodon|links?",
}
_FIELD = re.compile(
    _MARKS
    + "(?:"
    + "|".join(f"(?P<{key}>{words})" for key, words in _FIELDS.items())
    + r")\s*(?:\*\*|__|`)?\s*(?:[:：=|]|\s-\s)\s*(?:\*\*|__)?\s*(?P<value>.*?)\s*\|?\s*$",
    re.IGNORECASE,
)
_HEADED = re.compile(r"^\s{0,3}#{1,6}\s+(?:(?P<name>(?:full\s+)?name|candidate)|(?P<email>e-?mail))\s*$", re.IGNORECASE)
_TITLE = re.compile(r"candidac|nominat|statement|pitch|election|committee|->|→", re.IGNORECASE)
_PLAIN = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_URL = re.compile(r"https?://[^\s)>\]]+")


@dataclass
class _Header:
    """What the fields told, and on which lines they stood."""

    person: persons.Person | None = None
    name_line: int = 0
    addresses: list[str] = field(default_factory=list)
    affiliation: str = ""
    handle: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    remarks: list[tuple[int, str]] = field(default_factory=list)


def read(file: str, text: str, url: str) -> tuple[Nominee | None, list[Remark]]:
    """The candidate of one file, and what to say about it. None where the file names nobody."""
    lines = text.lstrip("\ufeff").split("\n")
    header = _header(lines)
    found = header.person
    remarks = [Remark(file, line, sentence) for line, sentence in header.remarks]
    if found and persons.is_placeholder(found.name or found.handle):
        return None, [Remark(file, header.name_line, "This is a template without a name, so it was left out.")]
    if not found or not (found.name or found.handle):
        named = _otherwise(file, lines, header)
        if not named:
            return None, [Remark(file, 1, "No line “Name:” stands near the top, so this was not read as a candidate.")]
        found = persons.Person(named)
        remarks.append(Remark(file, 1, f"No line “Name:” stands near the top; {named} was taken from elsewhere in it."))
    nominee = Nominee(
        name=found.name or found.handle,
        family_name=found.family_name,
        addresses=tuple(dict.fromkeys([*found.addresses, *header.addresses])),
        affiliation=header.affiliation,
        statement=statements.markdown(_body(lines, header)),
        links=tuple(dict.fromkeys([*found.links, *header.links])),
        handle=found.handle or header.handle,
        source_file=file,
        source_url=url,
    )
    if not nominee.statement:
        remarks.append(Remark(file, 0, f"This file holds no statement of {nominee.name}."))
    return nominee, remarks


def _header(lines: list[str]) -> _Header:
    header = _Header()
    for place, line in enumerate(line[:_LONGEST] for line in lines[:_TOP]):
        found = _FIELD.match(line) or _HEADED.match(line)
        if place in header.taken or not found:
            continue
        kind = str(found.lastgroup) if found.re is _HEADED else next(key for key in _FIELDS if found[key])
        value = found.groupdict().get("value") or ""
        if header.person and not _near(header, place):
            break
        _take(header, kind, value, place, lines)
    return header


def _near(header: _Header, place: int) -> bool:
    """Whether a field stands with the others: prose further down may begin with "Contact:" too."""
    return place - max(header.taken, default=place) <= 3


def _take(header: _Header, kind: str, value: str, place: int, lines: list[str]) -> None:
    if kind == "name":
        _name(header, value, place, lines)
    elif kind == "email":
        _email(header, value, place, lines)
    elif kind == "affiliation" and value:
        header.affiliation, header.taken = value.strip(" .")[:120], header.taken | {place}
    elif kind == "handle" and value:
        who = persons.person(value)
        header.handle = header.handle or who.handle or (value.lstrip("@") if re.fullmatch(r"@?[\w-]+", value) else "")
        header.links += who.links
        header.taken.add(place)
    elif kind == "link" and (url := _URL.search(value)):
        header.links.append((url[0].partition("://")[2], url[0]))
        header.taken.add(place)


def _name(header: _Header, value: str, place: int, lines: list[str]) -> None:
    if header.person:
        return
    at = place if value else _next(lines, place)
    who = persons.person(value or lines[at][:_LONGEST])
    header.person, header.name_line = who, at + 1
    header.taken |= {place, at}


def _next(lines: list[str], place: int) -> int:
    """The line after `place` that is not blank."""
    return next((at for at in range(place + 1, min(place + 4, len(lines))) if lines[at].strip()), place)


def _email(header: _Header, value: str, place: int, lines: list[str]) -> None:
    header.taken.add(place)
    lines = [line[:_LONGEST] for line in lines[: _TOP * 2]]
    values = [(place, value)] if value else []
    at = place + 1
    while not value and at < len(lines) and (not lines[at].strip() or addresses.holds_address(lines[at])):
        if lines[at].strip():
            values.append((at, lines[at]))
            header.taken.add(at)
        at += 1
    for line, words in values:
        for part in re.split(r"[,;|]|\s/\s|\s+(?:and|or)\s+", words):
            _address(header, part, line)


def _address(header: _Header, words: str, line: int) -> None:
    plain = addresses.normalise(words)
    if _PLAIN.fullmatch(plain):
        header.addresses.append(plain)
    elif (words.strip(" <>`*-().") and "@" in plain) or (words.strip(" <>`*-().") and not header.addresses):
        header.remarks.append((line + 1, f"“{words.strip()}” could not be read as an e-mail address."))


def _body(lines: list[str], header: _Header) -> list[str]:
    """The lines below the fields, and those above that are neither title nor front matter."""
    last = max(header.taken, default=-1)
    above = [line for place, line in enumerate(lines[: last + 1]) if place not in header.taken and not _is_title(line)]
    return [*above, *([""] if above else []), *_below(lines[last + 1 :])]


def _below(lines: list[str]) -> list[str]:
    """Without the dashes that end front matter."""
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    return lines[first + 1 :] if lines and re.fullmatch(r"\s*(?:-{3,}|\+{3,})\s*", lines[first]) else lines


def _is_title(line: str) -> bool:
    plain = line.strip()
    heading = plain.startswith("#") or re.fullmatch(r"[-=+|: ]*", plain) is not None
    return heading or (bool(_TITLE.search(plain)) and not plain.endswith("."))


def _otherwise(file: str, lines: list[str], header: _Header) -> str:
    """A name from the first heading or line, or from the file's name; "" where neither looks like one."""
    first = next((line for line in lines if line.strip(" -=")), "")
    title = persons.person(re.sub(r"^[#\s]+", "", first[:_LONGEST])).name
    stem = persons.of_file_name(file.rpartition(".")[0])
    if stem and (not persons.looks_like_name(title) or not persons.same(stem, title)):
        return stem if not _NOT_A_PERSON.search(stem) else ""
    ours = persons.looks_like_name(title) and not _TITLE.search(title) and not _NOT_A_PERSON.search(title)
    return title if ours else ""


_NOT_A_PERSON = re.compile(
    r"\b(?:election|process|electorate|schedule|timeline|faq|voters?|template|officials?|notes?|minutes|results?|rules?|poll|"
    r"ballots?|guide|how|to|committee|council|questions?|answers?|announcement|candidates?|nominees?|roll|list|charter|summary)\b",
    re.IGNORECASE,
)


def merged(first: Nominee, other: Nominee) -> Nominee:
    """One candidate from two files: the first one's name, the longer statement, all addresses and links."""
    longer = max(first, other, key=lambda one: len(one.statement))
    return replace(
        first,
        addresses=tuple(dict.fromkeys([*first.addresses, *other.addresses])),
        links=tuple(dict.fromkeys([*first.links, *other.links])),
        affiliation=first.affiliation or other.affiliation,
        handle=first.handle or other.handle,
        family_name=first.family_name or other.family_name,
        statement=longer.statement,
        source_file=longer.source_file,
        source_url=longer.source_url,
    )
