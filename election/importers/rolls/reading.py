"""A file of voters, of whatever kind, as lines."""

from __future__ import annotations

from dataclasses import dataclass

from election.domain.roll import Line
from election.importers.rolls import lists, tables
from election.importers.rolls.files import decode


@dataclass(frozen=True)
class Read:
    """The lines of a file, what kind it was, and a remark on how it was read."""

    kind: str
    lines: list[Line]
    remark: str = ""


def read(data: bytes) -> Read:
    """What a file of voters says. Raises Unreadable with a sentence where nothing can be made of it."""
    text, remark = decode(data)
    if lists.looks_like(text):
        return Read("a list in YAML", lists.voters(text), remark)
    return Read("a table", tables.voters(text), remark)
