"""Plurality: one mark for each seat, and what becomes of a ballot that has more."""

from __future__ import annotations

import pytest

from election.tally import Lot, Marks, TallyError
from election.tally.methods import plurality
from election.tally.rows import Action
from election.tally.ties import By
from tests.tally.elections import ballots
from tests.tally.marked import TENNESSEE_BY_RANK, marks, outcome, stars


def test_whoever_has_most_marks_is_elected() -> None:
    """Tennessee's capital, figures as in Electowiki's "Effects of different voting systems"."""
    counted = outcome(TENNESSEE_BY_RANK, "plurality")
    assert [(row.action, dict(row.votes)) for row in counted.rounds] == [
        (Action.COUNT, {"Chattanooga": 15, "Knoxville": 17, "Memphis": 42, "Nashville": 26})
    ]
    assert counted.elected == ("Memphis",)
    assert counted.ranking == (("Memphis",), ("Nashville",), ("Knoxville",), ("Chattanooga",))


def test_with_several_seats_a_ballot_has_as_many_marks_as_there_are_seats() -> None:
    voted = marks({(1, 1, 0, 0): 5, (1, 0, 1, 0): 3, (0, 0, 1, 1): 4, (0, 0, 0, 1): 2})  # made up for this test
    counted = outcome(voted, "plurality", seats=2)
    assert dict(counted.rounds[0].votes) == {"A": 8, "B": 5, "C": 7, "D": 6}
    assert counted.elected == ("A", "C")


def test_more_marks_than_seats_make_a_ballot_invalid() -> None:
    voted = marks({(1, 1, 0): 5, (1, 0, 0): 2, (0, 1, 0): 3, (0, 0, 1): 1, (0, 0, 0): 4})
    counted = outcome(voted, "plurality")
    assert dict(counted.rounds[0].votes) == {"A": 2, "B": 3, "C": 1}
    assert (counted.ballots, counted.blank, counted.invalid, counted.spent, counted.valid) == (15, 4, 5, 0, 6)


def test_marks_for_who_withdrew_count_for_nobody_but_make_an_overvote_all_the_same() -> None:
    voted = marks({(1, 1, 0): 5, (1, 0, 0): 2, (0, 1, 0): 3, (0, 0, 1): 1})
    counted = outcome(voted, "plurality", withdrawn=("A",))
    assert dict(counted.rounds[0].votes) == {"B": 3, "C": 1}
    assert (counted.invalid, counted.spent, counted.valid) == (5, 2, 4)
    assert "candidates who withdrew included" in plurality.INVALID


def test_a_ranking_marks_its_first_candidates_who_still_stand() -> None:
    voted = ballots("4: A > B > C\n3: C > A\n2: B > C\n1: A")
    assert dict(outcome(voted, "plurality", seats=2).rounds[0].votes) == {"A": 8, "B": 6, "C": 5}
    counted = outcome(voted, "plurality", withdrawn=("A",))
    assert dict(counted.rounds[0].votes) == {"B": 6, "C": 3}
    assert counted.spent == 1


def test_equals_that_do_not_fit_make_a_ranking_invalid() -> None:
    voted = ballots("4: A = B > C\n3: C > A = B\n2: B\n1: ")
    counted = outcome(voted, "plurality")
    assert (dict(counted.rounds[0].votes), counted.invalid) == ({"A": 0, "B": 2, "C": 3}, 4)
    counted = outcome(voted, "plurality", seats=2)
    assert (dict(counted.rounds[0].votes), counted.invalid) == ({"A": 4, "B": 6, "C": 0}, 3)
    counted = outcome(voted, "plurality", withdrawn=("A",))
    assert (dict(counted.rounds[0].votes), counted.invalid) == ({"B": 6, "C": 3}, 0)


def test_a_tie_is_shared_unless_a_lot_is_drawn() -> None:
    voted = marks({(1, 0, 0): 2, (0, 1, 0): 2, (0, 0, 1): 1})
    shared = outcome(voted, "plurality")
    assert (shared.elected, shared.tied, shared.ranking) == ((), ("A", "B"), (("A", "B"), ("C",)))
    drawn = outcome(voted, "plurality", ties=Lot("2027-03-01"))
    assert (len(drawn.elected), [tie.by for tie in drawn.ties]) == (1, [By.LOT])


def test_scores_are_refused_with_what_to_do_instead() -> None:
    with pytest.raises(TallyError, match=r"^Plurality takes marks of 0 or 1, .* up to 5\. Choose score or STAR"):
        outcome(stars({(5, 0): 1}), "plurality")
    with pytest.raises(TallyError, match=r"^B is marked 2, and marks go from 0 to 1\. Mend that ballot"):
        outcome(Marks(("B", "A"), {(2, 0): 1}), "plurality", seats=2)


def test_with_nobody_standing_or_voting_everybody_is_level() -> None:
    assert outcome(marks({(0, 0): 3}), "plurality").ranking == (("A", "B"),)
    assert outcome(Marks(("A", "B"), {}), "plurality").rounds[0].votes == {"A": 0, "B": 0}
    assert outcome(marks({(1, 1): 3}), "plurality", withdrawn=("A", "B")).elected == ()


def test_it_can_elect_whom_every_other_candidate_would_beat() -> None:
    """Memphis loses to each other city by 42 to 58, and Nashville, passed over, beats each other city."""
    against = outcome(TENNESSEE_BY_RANK, "schulze").pairwise
    assert against is not None
    others = ("Chattanooga", "Knoxville", "Nashville")
    assert [against.prefer(other, "Memphis") for other in others] == [58, 58, 58]
    assert [against.prefer("Nashville", other) for other in (*others[:2], "Memphis")] == [68, 68, 58]
    assert outcome(TENNESSEE_BY_RANK, "plurality").elected == ("Memphis",)


def test_a_candidate_who_cannot_win_can_decide_who_does() -> None:
    with_c = ballots("4: A > B > C\n3: B > A > C\n2: C > B > A")
    assert outcome(with_c, "plurality").elected == ("A",)
    assert outcome(with_c, "plurality", withdrawn=("C",)).elected == ("B",)
