"""Candidates' own files: who they are, and their statement."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from election.importers.folder.affiliations import affiliation
from election.importers.folder.handles import HANDLE, handle_in, profile
from election.importers.folder.headers import Header, read_header
from election.importers.folder.people import family_name, is_name
from election.importers.folder.statements import markdown
from election.importers.folder.values import Nominee, Remark
from election.mail.addresses import holds_address, normalise, parse_sender, tidy_name

_LINK = re.compile(r"\[(?P<label>[^\]]*)\]\((?P<address>[^)\s]*)\)")
_URL = re.compile(r"https?://[^\s)>\]]+")
_PARTS = re.compile(r"\s*[,;]\s*|\s+(?:and|or|&|/)\s+")
_SAMPLE = re.compile(r"template|example|sample", re.IGNORECASE)
_BLANK_NAME = re.compile(
    r"[<\[{].*[>\]}]|your (?:full )?name|full name|first (?:name )?last(?: name)?|\W*", re.IGNORECASE
)
_CAMEL = re.compile(r"[A-Z]?[^\W\dA-Z_]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True)
class Filed:
    """A file read: a nominee, or None where it is nobody's; and what is to be said of it."""

    nominee: Nominee | None
    remarks: tuple[Remark, ...] = ()


def read_candidate(file: str, source: str, url: str) -> Filed:
    """What a candidate's file says. A file without a name near its top, and with none in its file name, is nobody's."""
    lines = [line.replace("\u00a0", " ").replace("：", ":") for line in source.splitlines()]
    header = read_header(lines)
    if _SAMPLE.search(PurePath(file).stem) or (header.name and _BLANK_NAME.fullmatch(header.name)):
        return Filed(None, (Remark(file, header.name_line, "This is a form to fill in, so it is nobody's candidacy."),))
    name, handle, remarks = _name(file, header)
    if not name:
        return Filed(None, (Remark(file, 0, "No name stands near the top, so this was not read as a candidacy."),))
    addresses, unread = _addresses(file, header)
    statement = markdown(lines[header.text_from :], header.others)
    if not statement:
        remarks += (Remark(file, 0, "There is no statement below the name."),)
    handle = _handle(header.github) or handle
    nominee = Nominee(
        name=tidy_name(name),
        addresses=addresses,
        affiliation=header.affiliation or affiliation(markdown(lines[header.text_from :])),
        statement=statement,
        links=profile(handle) + _links(header),
        handle=handle,
        source_file=file,
        source_url=url,
        family_name=family_name(name),
    )
    return Filed(nominee, remarks + unread)


def _name(file: str, header: Header) -> tuple[str, str, tuple[Remark, ...]]:
    """The name as written ("Brook, Cleo"), the handle beside it, and a remark where it is taken from elsewhere."""
    if header.name:
        written = _LINK.sub(r"\g<label>", header.name)
        person = parse_sender(written).name if holds_address(written) else written
        return (
            re.sub(rf"\s*(?:[(<\[]\s*@?[^)>\]]*[)>\]]|@{HANDLE}).*", "", person).strip(" ,`"),
            handle_in(header.name),
            (),
        )
    titled = re.split(r"\s*[:–—|]\s*|\s+-\s+", header.heading)
    named = next((part for part in reversed(titled) if is_name(part) and len(part.split()) > 1), "")
    if named:
        return named, "", ()
    stem = " ".join(_CAMEL.findall(PurePath(file).stem))
    if not (header.mail or header.has_prompt) or re.fullmatch(
        r"(?i)notes?|announcements?|emails?|minutes|questions?", stem
    ):
        return "", "", ()
    said = f"No name stands near the top; “{_capital(stem)}” is taken from the file's name."
    return _capital(stem), PurePath(file).stem if " " not in stem else "", (Remark(file, 0, said),)


def _capital(stem: str) -> str:
    return " ".join(word[0].upper() + word[1:] for word in stem.split()) if " " in stem else stem


def _addresses(file: str, header: Header) -> tuple[tuple[str, ...], tuple[Remark, ...]]:
    found: dict[str, None] = {}
    remarks: list[Remark] = []
    for value, line in [(header.name, header.name_line), *header.mail]:
        parts = [normalise(part) for part in _PARTS.split(value) if holds_address(part)]
        if not parts and line != header.name_line:
            remarks.append(Remark(file, line, f"No e-mail address could be read in “{value}”."))
        found |= dict.fromkeys(parts)
    if not found and not remarks:
        remarks.append(Remark(file, 0, "No e-mail address is given."))
    return tuple(found), tuple(remarks)


def _handle(value: str) -> str:
    bare = _LINK.sub(r"\g<address>", value).strip("`@ ")
    return handle_in(bare) or (bare if re.fullmatch(HANDLE, bare) else "")


def _links(header: Header) -> tuple[tuple[str, str], ...]:
    return tuple((label, found[0]) for label, value in header.web if (found := _URL.search(value)))
