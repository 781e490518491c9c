"""One line of an ABIF file: the choices on a ballot, a candidate's short name and name, fields in braces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..errors import BadFile
from .wording import shown, whole

_NAME = re.compile(r'\s*(?:\[(?P<bracketed>[^\[\]]*)\]|"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\[\]"{}>=,/:*#]+))\s*')
_SCORE = re.compile(r"/\s*(\w+)\s*")
_BEHIND = re.compile(r"\s*(?:[#:]|$)")
"""Nothing of a ballot is left: the line ends, a comment begins, or a colon and what is not for us."""

_ESCAPED = re.compile(r"\\(.)")
_FIELD = re.compile(r"\{\s*(?P<key>\w+)\s*:(?P<value>.*)\}\s*(?:#.*)?", re.DOTALL)


BARE = re.compile(r"[^\[\]\"{}>=,/:*#]+")
"""A name that needs neither brackets nor quotation marks."""


class Choice(NamedTuple):
    """One candidate on a ballot: by whatever name, behind which separator, with which score."""

    name: str
    separator: str
    score: int | None
    column: int


def choices(line: str, at: int, number: int) -> Iterator[Choice]:
    """The choices on a ballot, from the place behind the number of its voters. Raises BadFile for anything else."""
    separator = ""
    while separator or not _BEHIND.match(line, at):
        column = at + 1
        name, at = name_at(line, at, number)
        score, at = _score_at(line, at, number)
        yield Choice(name, separator, score, column)
        if _BEHIND.match(line, at):
            return
        separator = line[at]
        if separator not in ">=,":
            raise BadFile(f'">", "=" or "," was expected, and {shown(line[at:])} found.', number, at + 1)
        at += 1


def name_at(line: str, at: int, number: int) -> tuple[str, int]:
    """The name that stands here, in brackets, in quotation marks or bare, and the place behind it."""
    found = _NAME.match(line, at)
    name = "" if not found else found["bracketed"] or _ESCAPED.sub(r"\1", found["quoted"] or "") or found["bare"] or ""
    if not found or not name.strip():
        raise BadFile(f"A candidate was expected, and {shown(line[at:].strip())} found.", number, at + 1)
    return name.strip(), found.end()


def _score_at(line: str, at: int, number: int) -> tuple[int | None, int]:
    if not line.startswith("/", at):
        return None, at
    found = _SCORE.match(line, at)
    score = whole(found[1]) if found else None
    if not found or score is None:
        raise BadFile(
            f"A score in whole numbers was expected, and {shown(line[at + 1 :].strip())} found.", number, at + 2
        )
    return score, found.end()


def declared(line: str, number: int) -> tuple[str, str]:
    """The short name and the name in a line like `=A:[Ann Archer]`."""
    short, at = name_at(line, 1, number)
    if not line.startswith(":", at):
        raise BadFile(
            f"A colon was expected behind the short name, and {shown(line[at:].strip())} found.", number, at + 1
        )
    name, _ = name_at(line, at + 1, number)
    return short, name


def fields(line: str, number: int) -> dict[str, object]:
    """What stands in braces: one object of JSON, or one field without quotation marks about its name."""
    found = _FIELD.fullmatch(line.strip())
    text = f'{{"{found["key"]}": {found["value"]}}}' if found else line
    try:
        decoded = json.loads(text)
    except (ValueError, RecursionError):
        decoded = {found["key"]: found["value"].strip(' \t[]"')} if found else None
    if not isinstance(decoded, dict):
        raise BadFile(f'A field like {{title: "…"}} was expected, and {shown(line.strip())} found.', number, 1)
    return decoded
