"""Writes what `abif` reads."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..profile import Marks, Profile
from . import writing
from .abif import FIELDS
from .ballot_file import BallotFile


def write(file: BallotFile) -> Iterator[str]:
    """The lines of an ABIF file. Raises TallyError for a name with a square bracket or a control character."""
    ballots = file.ballots
    for name in ballots.candidates:
        writing.needs_plain(name, "ABIF", without="[]")
    writing.needs_plain(file.title, "ABIF")
    for field in FIELDS:
        if value := getattr(file, field):
            yield f"{{{field}: {json.dumps(value, ensure_ascii=False)}}}"
    if isinstance(ballots, Marks):
        yield f"{{max_rating: {ballots.highest}}}"
    short = {name: f"c{number}" for number, name in enumerate(ballots.candidates, 1)}
    yield from (f"={short[name]}:[{name}]" for name in ballots.candidates)
    yield from _scored(ballots, short) if isinstance(ballots, Marks) else _ranked(ballots, short)


def _scored(marks: Marks, short: dict[str, str]) -> Iterator[str]:
    for ballot, voters in writing.marks_in_order(marks):
        yield f"{voters}:{','.join(f'{name}/{mark}' for name, mark in zip(short.values(), ballot, strict=True))}"


def _ranked(profile: Profile, short: dict[str, str]) -> Iterator[str]:
    for groups, voters in writing.in_order(profile):
        yield f"{voters}:{'>'.join('='.join(short[name] for name in group) for group in groups)}"
