"""What the writers share: ballots in an order that tells nothing, and the refusal of what a format cannot carry."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..errors import TallyError
from ..profile import Marks, Profile, Ranking
from .ballot_file import BallotFile
from .wording import shown, single_spaced, speakable

Groups = tuple[tuple[str, ...], ...]


def in_order(profile: Profile) -> Iterator[tuple[Groups, int]]:
    """The ballots in names with their voters, most voters first, then by the ballot: not in the order of casting."""

    def by_voters(ballot: tuple[Ranking, int]) -> tuple[int, object]:
        ranking, voters = ballot
        return -voters, tuple(map(profile.members, ranking)) if profile.equals else ranking

    return ((profile.groups(ranking), voters) for ranking, voters in sorted(profile.ballots.items(), key=by_voters))


def marks_in_order(marks: Marks) -> list[tuple[tuple[int, ...], int]]:
    """The same of ballots with marks."""
    return sorted(marks.ballots.items(), key=lambda ballot: (-ballot[1], ballot[0]))


def needs_nobody_withdrawn(file: BallotFile, form: str) -> None:
    """Raise TallyError where a format would lose who is withdrawn, and the count with it would change."""
    if file.withdrawn:
        raise TallyError(
            f"{form} cannot carry that {', '.join(file.withdrawn)} withdrew; write BLT, ABIF or JSON instead."
        )


def needs_plain(text: str, form: str, without: Collection[str] = (), *, single: bool = False) -> None:
    """Raise TallyError for a name or title that would not come back as it is."""
    if not speakable(text):
        raise TallyError(
            f"{shown(text)} has a line break or another control character in it, which {form} cannot carry."
        )
    if text != text.strip():
        raise TallyError(f"{shown(text)} begins or ends with white space, which {form} cannot carry.")
    if single and text != single_spaced(text):
        raise TallyError(f"{shown(text)} has white space twice in a row, which {form} does not keep.")
    for mark in without:
        if mark in text:
            raise TallyError(f"{shown(text)} has {shown(mark)} in it, which {form} cannot carry.")
