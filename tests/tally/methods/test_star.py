"""STAR: the scoring round, the automatic run-off, and one seat after the other."""

from __future__ import annotations

import pytest

from election.tally import Decision, Marks, TallyError
from election.tally.rows import Action
from election.tally.ties import By, Purpose, Tie
from tests.tally.marked import TENNESSEE_BY_POINTS, TENNESSEE_BY_RANK, Rows, outcome, stars

PARTY = stars(
    {
        (4, 2, 3, 2): 1,
        (1, 5, 5, 5): 1,
        (4, 3, 0, 3): 1,
        (5, 4, 0, 3): 1,
        (4, 2, 2, 3): 1,
        (1, 1, 4, 3): 1,
        (2, 5, 1, 5): 1,
    },
    "Anika Bo Cora Dev",
)
"""The public election https://bettervoting.com/k7pfqt: seven ballots for two seats, won by Dev and then Anika."""


def test_the_two_with_the_highest_sums_meet_and_the_preference_of_more_voters_decides() -> None:
    """Tennessee's capital, figures of https://abif.electorama.com/id/TNexample/STAR."""
    counted = outcome(TENNESSEE_BY_POINTS, "star")
    scoring, run_off = counted.rounds[:2]
    assert dict(scoring.votes) == {"Memphis": 126, "Nashville": 194, "Chattanooga": 173, "Knoxville": 107}
    assert (scoring.action, scoring.elected) == (Action.COUNT, ())
    assert (run_off.action, dict(run_off.votes)) == (Action.RUNOFF, {"Nashville": 68, "Chattanooga": 32})
    assert (run_off.exhausted, run_off.elected, counted.elected) == (0, ("Nashville",), ("Nashville",))


def test_the_higher_sum_does_not_win_against_the_preference_of_more_voters() -> None:
    counted = outcome(stars({(5, 4, 0): 3, (0, 5, 1): 2}), "star")  # made up for this test
    assert dict(counted.rounds[0].votes) == {"A": 15, "B": 22, "C": 2}
    assert dict(counted.rounds[1].votes) == {"B": 2, "A": 3}
    assert counted.elected == ("A",)


def test_for_several_seats_the_winner_is_taken_out_and_the_same_ballots_are_counted_again() -> None:
    counted = outcome(PARTY, "star", seats=2)
    assert [dict(row.votes) for row in counted.rounds[:4]] == [
        {"Anika": 21, "Bo": 22, "Cora": 15, "Dev": 24},
        {"Dev": 2, "Bo": 1},
        {"Anika": 21, "Bo": 22, "Cora": 15},
        {"Bo": 2, "Anika": 4},
    ]
    assert [row.elected for row in counted.rounds[:4]] == [(), ("Dev",), (), ("Anika",)]
    assert [row.exhausted for row in counted.rounds[:4]] == [0, 4, 0, 1]
    assert counted.elected == ("Dev", "Anika")


def test_after_the_seats_run_offs_place_the_rest() -> None:
    counted = outcome(PARTY, "star", seats=2)
    assert counted.ranking == (("Dev",), ("Anika",), ("Bo",), ("Cora",))
    assert [(row.action, dict(row.votes), row.elected) for row in counted.rounds[4:]] == [
        (Action.RUNOFF, {"Bo": 3, "Cora": 2}, ())
    ]


def test_blank_ballots_prefer_nobody_and_are_not_counted_as_indifferent() -> None:
    counted = outcome(stars({(5, 4, 0): 2, (3, 3, 0): 3, (0, 0, 0): 4, (0, 0, 1): 1}), "star", withdrawn=("C",))
    assert (counted.rounds[1].exhausted, counted.blank, counted.spent, counted.valid) == (3, 4, 1, 5)


def test_who_has_no_point_reaches_no_run_off() -> None:
    counted = outcome(stars({(5, 0, 0): 2}), "star", seats=2)
    assert [(row.action, row.elected) for row in counted.rounds] == [(Action.COUNT, ("A",))]
    assert (counted.elected, counted.tied, counted.contested) == (("A",), ("B", "C"), 1)


def test_who_withdrew_is_in_no_round() -> None:
    counted = outcome(TENNESSEE_BY_POINTS, "star", withdrawn=("Chattanooga",))
    assert dict(counted.rounds[1].votes) == {"Nashville": 58, "Memphis": 42}
    assert counted.elected == ("Nashville",)


def test_without_any_ballot_everybody_is_level() -> None:
    counted = outcome(Marks(("A", "B"), {}, 5), "star")
    assert (counted.ranking, [dict(row.votes) for row in counted.rounds]) == ((("A", "B"),), [{"A": 0, "B": 0}])


def test_rankings_and_scores_beyond_are_refused() -> None:
    with pytest.raises(TallyError, match=r"^STAR adds up scores, and these ballots are rankings"):
        outcome(TENNESSEE_BY_RANK, "star")
    with pytest.raises(TallyError, match=r"^B is marked 6, and marks go from 0 to 5"):
        outcome(stars({(1, 6): 1}), "star")


def test_a_tie_after_the_seats_is_no_matter_where_ties_stay_open() -> None:
    """A beats whichever of B and C is drawn; they share everything, and D, whom both beat, comes after by the sum."""
    rows: Rows = {(5, 2, 0, 1): 2, (5, 0, 2, 1): 2, (5, 0, 0, 0): 1, (0, 3, 3, 0): 1}
    shared = outcome(stars(rows), "star")
    assert (shared.elected, shared.ranking, shared.ties) == (("A",), (("A",), ("B", "C"), ("D",)), ())
    drawn = outcome(stars(rows), "star", ties=Decision(("C", "D", "B", "A")))
    assert drawn.ranking == (("A",), ("C",), ("B",), ("D",))
    assert [(row.number, tie) for row in drawn.rounds for tie in row.ties] == [
        (1, Tie(("B", "C"), Purpose.RUNOFF, By.DECISION, ("C", "B"))),
        (3, Tie(("B", "C"), Purpose.PLACE, By.DECISION, ("C", "B"))),
    ]


def test_it_can_pass_over_whom_more_voters_prefer_to_each_other_candidate() -> None:
    """Anika would beat Bo by 4 to 2, Cora by 5 to 2 and Dev by 4 to 3, but does not reach the first run-off."""
    rows = PARTY.ballots
    beats = [
        (sum(row[0] > row[other] for row in rows), sum(row[0] < row[other] for row in rows)) for other in (1, 2, 3)
    ]
    assert beats == [(4, 2), (5, 2), (4, 3)]
    assert outcome(PARTY, "star").elected == ("Dev",)


def test_it_can_pass_over_whom_a_majority_likes_best() -> None:
    """51 of 100 like A best, but B and C nearly as much; A's sum is the lowest."""
    counted = outcome(stars({(5, 4, 4): 51, (0, 5, 4): 49}), "star")
    assert dict(counted.rounds[0].votes) == {"A": 255, "B": 449, "C": 400}
    assert counted.elected == ("B",)


def test_one_can_do_better_by_not_voting() -> None:
    """Whoever prefers A to B would have A without voting. Their vote lifts C, their best, into a run-off B wins."""
    others: Rows = {(5, 4, 2): 2, (0, 5, 3): 1, (0, 0, 2): 1}
    assert outcome(stars(others), "star").elected == ("A",)
    assert outcome(stars(others | {(2, 1, 4): 1}), "star").elected == ("B",)


def test_one_can_do_better_by_not_giving_the_best_the_most() -> None:
    """The first voter likes B best and A nearly as much. With B at 5, C is elected; with B below A, it is A."""
    others: Rows = {(3, 1, 2): 1, (0, 2, 5): 1}
    assert outcome(stars(others | {(4, 5, 2): 1}), "star").elected == ("C",)
    assert outcome(stars(others | {(4, 3, 2): 1}), "star").elected == ("A",)
