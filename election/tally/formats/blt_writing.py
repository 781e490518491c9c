"""Writes what `blt` reads."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import TallyError
from ..profile import Profile
from . import writing
from .ballot_file import BallotFile


def write(file: BallotFile, profile: Profile) -> Iterator[str]:
    """The lines of a BLT file. Raises TallyError where the seats are missing or a name has a control character."""
    if not file.seats:
        raise TallyError("A BLT file says how many seats are filled; give their number.")
    for name in (*profile.candidates, file.title):
        writing.needs_plain(name, "BLT", single=True)
    number = {name: str(place) for place, name in enumerate(profile.candidates, 1)}
    yield f"{len(profile.candidates)} {file.seats or 1}"
    if file.tie_order:
        yield f"[tie {' '.join(map(number.__getitem__, file.tie_order))}]"
    if file.withdrawn:
        yield " ".join(f"-{number[name]}" for name in file.withdrawn)
    for groups, voters in writing.in_order(profile):
        yield " ".join([str(voters), *("=".join(map(number.__getitem__, group)) for group in groups), "0"])
    yield "0"
    for name in profile.candidates:
        yield _quoted(name)
    if file.title:
        yield _quoted(file.title)


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
