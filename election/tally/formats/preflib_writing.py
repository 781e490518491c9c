"""Writes what `preflib` reads."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import TallyError
from ..profile import Profile
from . import writing
from .ballot_file import BallotFile
from .preflib import ENDINGS


def write(file: BallotFile, profile: Profile, kind: str = "") -> Iterator[str]:
    """The lines of a PrefLib file, of the narrowest kind or of one of `ENDINGS`.

    Raises TallyError for a kind too narrow for the ballots, for withdrawn candidates, for blank ballots, and for a name
    with a control character.
    """
    _refuse_what_is_lost(file, profile)
    fits = _kinds(profile)
    if kind not in ("", *fits):
        raise TallyError(f"These ballots do not fit into {kind}, only into {' and '.join(fits)}.")
    yield f"# DATA TYPE: {kind or fits[0]}"
    if file.title:
        yield f"# TITLE: {file.title}"
    yield f"# NUMBER ALTERNATIVES: {len(profile.candidates)}"
    yield f"# NUMBER VOTERS: {profile.total}"
    yield f"# NUMBER UNIQUE ORDERS: {len(profile.ballots)}"
    for number, name in enumerate(profile.candidates, 1):
        yield f"# ALTERNATIVE NAME {number}: {name}"
    numbers = {name: str(number) for number, name in enumerate(profile.candidates, 1)}
    for groups, voters in writing.in_order(profile):
        yield f"{voters}: {','.join(_group([numbers[name] for name in group]) for group in groups)}"


def _group(numbers: list[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{{{','.join(numbers)}}}"


def _refuse_what_is_lost(file: BallotFile, profile: Profile) -> None:
    writing.needs_nobody_withdrawn(file, "PrefLib")
    for text in (*profile.candidates, file.title):
        writing.needs_plain(text, "PrefLib", single=True)
    if profile.blank:
        raise TallyError(
            f"{profile.blank:,} ballots are blank, which PrefLib cannot carry; write BLT, ABIF or JSON instead."
        )


def _kinds(profile: Profile) -> list[str]:
    """The kinds of file that these ballots fit into, narrowest first."""
    number = len(profile.candidates)
    strict = all(place < number for ranking in profile.ballots for place in ranking)
    complete = all(sum(len(profile.members(place)) for place in ranking) == number for ranking in profile.ballots)
    return [kind for kind, fits in zip(ENDINGS, (strict and complete, strict, complete, True), strict=True) if fits]
