"""What the tests of every format need: a text read as a file, its ballots in names, its refusal."""

from __future__ import annotations

import io
from typing import Any

import pytest

from election.tally import BadFile, Marks, Profile
from election.tally.formats import BallotFile, read
from election.tally.formats.writing import Groups


def file(content: str | bytes, name: str, **options: Any) -> BallotFile:
    """A text, in UTF-8 where it is not bytes already, read as the file of this name."""
    data = content.encode() if isinstance(content, str) else content
    return read(io.BytesIO(data), name, **options)


def ballots(file: BallotFile) -> dict[Groups, int]:
    """The ballots in names, those of one rank in the order of the alphabet."""
    profile = file.ballots
    assert isinstance(profile, Profile)
    found = {tuple(tuple(sorted(group)) for group in profile.groups(each)): each for each in profile.ballots}
    assert len(found) == len(profile.ballots)
    return {groups: profile.ballots[each] for groups, each in found.items()}


def marks(file: BallotFile) -> dict[tuple[int, ...], int]:
    assert isinstance(file.ballots, Marks)
    return dict(file.ballots.ballots)


def refusal(content: str | bytes, name: str, **options: Any) -> tuple[int, int | None, str]:
    """Where and why a file is refused."""
    with pytest.raises(BadFile) as refused:
        file(content, name, **options)
    sentence = str(refused.value)
    assert sentence.isprintable()
    assert len(sentence) < 300
    return refused.value.line, refused.value.column, sentence.partition(": ")[2]


def ranks(text: str) -> Groups:
    """A ballot written like "A > B = C"."""
    return tuple(tuple(sorted(rank.split(" = "))) for rank in text.split(" > ")) if text else ()
