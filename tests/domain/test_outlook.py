"""How many stand for how many seats, and what follows, in a sentence that fits the moment."""

from __future__ import annotations

import pytest

from election.domain.outlook import number, outlook, several
from election.models import Body, Cancellation, Declaration, Election, Publication
from election.timeline import Kind, Phase
from tests.cast import now, timeline, without

AT = now()


def an_election(phase: Phase, seats: int = 2) -> Election:
    """An election that is never saved: the sentence asks no database."""
    made = Election(body=Body(name="Council"), title="Council, spring", seats=seats)
    made.set_timeline(timeline(phase, AT))
    Publication(election=made, at=AT)
    if phase is Phase.RESULTS:
        Declaration(election=made, at=AT)
    if phase is Phase.CANCELLED:
        Cancellation(election=made, at=AT)
    return made


@pytest.mark.parametrize(
    ("phase", "standing", "sentence"),
    [
        (Phase.REVIEW, 3, "Three candidates stand for two seats, so there will be a Q&A and a vote."),
        (Phase.QA, 3, "Three candidates stand for two seats, so there will be a Q&A and a vote."),
        (Phase.WAITING, 3, "Three candidates stand for two seats, so there will be a vote."),
        (Phase.VOTING, 3, "Three candidates stand for two seats, so there is a vote, which is open now."),
        (Phase.COUNTING, 3, "Three candidates stand for two seats. The vote is over."),
        (Phase.RESULTS, 3, "Three candidates stood for two seats."),
        (Phase.CANCELLED, 3, "This election was cancelled."),
        (Phase.NOMINATION, 0, "No candidates stand for two seats so far. Two more are needed to fill the seats."),
        (Phase.NOMINATION, 1, "One candidate stands for two seats so far. One more is needed to fill the seats."),
        (Phase.NOMINATION, 3, "Three candidates stand for two seats so far. If that stays so, there will be a vote."),
    ],
)
def test_the_sentence_fits_the_moment(phase: Phase, standing: int, sentence: str) -> None:
    assert outlook(an_election(phase), standing, AT) == sentence


@pytest.mark.parametrize(
    ("standing", "words"),
    [(2, "no vote is needed"), (1, "so one seat would stay empty"), (0, "nobody can be elected")],
)
def test_where_candidates_do_not_outnumber_seats_it_says_what_officials_must_do(standing: int, words: str) -> None:
    said = outlook(an_election(Phase.REVIEW), standing, AT)
    assert words in said
    assert "officials" in said


def test_without_a_planned_vote_none_is_promised() -> None:
    made = an_election(Phase.QA)
    made.set_timeline(without(made.timeline, Kind.VOTING))
    assert outlook(made, 3, AT) == "Three candidates stand for two seats, so there will be a Q&A."


def test_numbers_are_words_up_to_twelve() -> None:
    assert [number(n) for n in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]
    assert [several(1, "seat"), several(2, "body"), several(0, "reply")] == ["one seat", "two bodies", "no replies"]
