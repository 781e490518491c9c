"""The official tie-breaking order of STAR, step by step.

The ballots are made up for these tests but for those said to come from elsewhere; by hand one can add them up in a
minute.
"""

from __future__ import annotations

from election.tally import Decision, Lot, Marks, Outcome
from election.tally.ties import By, Purpose, Tie
from tests.tally.marked import Rows, marks, outcome, stars

ORDER = Decision(("D", "C", "B", "A"))


def ties(counted: Outcome, number: int) -> tuple[Tie, ...]:
    """The ties of a round."""
    return counted.rounds[number - 1].ties


def finalists(counted: Outcome) -> set[str]:
    return set(counted.rounds[1].votes)


def test_two_who_share_the_highest_sum_both_reach_the_run_off() -> None:
    counted = outcome(stars({(5, 4, 1): 1, (3, 4, 0): 1, (4, 4, 0): 1}), "star")
    assert (finalists(counted), ties(counted, 1)) == ({"A", "B"}, ())


def test_two_tied_for_second_are_compared_with_each_other() -> None:
    counted = outcome(stars({(5, 4, 0): 1, (5, 0, 2): 2}), "star")
    assert ties(counted, 1) == (Tie(("B", "C"), Purpose.RUNOFF, By.COMPARISON, ("C",)),)
    assert finalists(counted) == {"A", "C"}


def test_of_three_whoever_lost_the_most_match_ups_is_eliminated() -> None:
    counted = outcome(stars({(3, 2, 1): 2, (0, 2, 4): 1}), "star")  # C loses to A and B, and B to A
    assert ties(counted, 1) == (Tie(("A", "B", "C"), Purpose.RUNOFF, By.COMPARISON, ("A", "B")),)
    assert (finalists(counted), counted.elected) == ({"A", "B"}, ("A",))


def test_whoever_alone_lost_fewer_match_ups_advances_and_the_others_go_on() -> None:
    """A beats B and C, who draw with each other and have no five-star rating."""
    counted = outcome(stars({(3, 2, 1): 1, (3, 1, 2): 1, (0, 3, 3): 1}), "star", ties=ORDER)
    assert ties(counted, 1) == (
        Tie(("A", "B", "C"), Purpose.RUNOFF, By.COMPARISON, ("A",)),
        Tie(("B", "C"), Purpose.RUNOFF, By.DECISION, ("C", "B")),
    )
    assert finalists(counted) == {"A", "C"}


def test_a_circle_goes_to_the_five_star_ratings() -> None:
    """A beats B, B beats C, C beats A; A and B have one five-star rating each, C has none."""
    counted = outcome(stars({(3, 1, 4): 1, (5, 3, 1): 1, (1, 5, 4): 1}), "star")
    assert ties(counted, 1) == (Tie(("A", "B", "C"), Purpose.RUNOFF, By.TOP_MARKS, ("A", "B")),)
    assert counted.elected == ("A",)


def test_those_with_equally_many_five_star_ratings_are_compared_again() -> None:
    """The same circle; A has two five-star ratings and advances, B and C have one, and B beats C."""
    counted = outcome(stars({(5, 2, 0): 1, (0, 4, 2): 1, (1, 0, 4): 1, (5, 5, 5): 1}), "star")
    assert ties(counted, 1) == (
        Tie(("A", "B", "C"), Purpose.RUNOFF, By.TOP_MARKS, ("A",)),
        Tie(("B", "C"), Purpose.RUNOFF, By.COMPARISON, ("B",)),
    )
    assert finalists(counted) == {"A", "B"}


def test_two_whom_as_many_prefer_go_to_the_five_star_ratings() -> None:
    counted = outcome(stars({(5, 3, 1): 1, (5, 3, 5): 1}), "star")
    assert ties(counted, 1) == (Tie(("B", "C"), Purpose.RUNOFF, By.TOP_MARKS, ("C",)),)


def test_five_stars_are_the_highest_score_there_is() -> None:
    counted = outcome(marks({(9, 3, 1): 1, (9, 3, 5): 1}, highest=9), "star", highest=9, ties=ORDER)
    assert [tie.by for tie in ties(counted, 1)] == [By.DECISION]


def test_the_loser_of_all_match_ups_does_not_get_by_on_five_star_ratings() -> None:
    """Case `tie_break_ladder_matchups_eliminate_loser` of https://github.com/masiarek/star-voting-library.

    All four have 11 points. Doug has the most five-star ratings, but loses to each of the others; they are in a circle
    with one such rating each, so a lot finds the first of them, and the others are compared again.
    """
    rows: Rows = {(0, 0, 0, 5): 2, (5, 4, 2, 1): 1, (2, 5, 4, 0): 1, (4, 2, 5, 0): 1}
    names = ("Ada", "Ben", "Cara", "Doug")
    counted = outcome(Marks(names, rows, 5), "star", ties=Decision(names))
    assert ties(counted, 1) == (
        Tie(names, Purpose.RUNOFF, By.COMPARISON, names[:3]),
        Tie(names[:3], Purpose.RUNOFF, By.DECISION, names[:3]),
        Tie(names[1:3], Purpose.RUNOFF, By.COMPARISON, ("Ben",)),
    )
    assert dict(counted.rounds[1].votes) == {"Ada": 2, "Ben": 1}
    assert counted.elected == ("Ada",)


def test_a_tied_run_off_goes_to_the_higher_sum() -> None:
    """As in the Equal Vote Coalition's own test "Runoff tie, score resolves"."""
    counted = outcome(stars({(0, 5): 1, (3, 2): 1}), "star")
    assert ties(counted, 2) == (Tie(("A", "B"), Purpose.PLACE, By.EARLIER_ROUND, ("B",), 1),)
    assert counted.elected == ("B",)


def test_a_run_off_tied_with_equal_sums_goes_to_the_five_star_ratings() -> None:
    """As in the Equal Vote Coalition's own test "Runoff & Score Tie, use five-star tiebreaker to resolve"."""
    counted = outcome(stars({(2, 4): 1, (5, 3): 1}), "star")
    assert ties(counted, 2) == (Tie(("A", "B"), Purpose.PLACE, By.TOP_MARKS, ("A",)),)
    assert counted.elected == ("A",)


def test_what_nothing_tells_apart_is_drawn() -> None:
    voted = stars({(0, 5): 1, (5, 0): 1})
    counted = outcome(voted, "star", ties=ORDER)
    assert ties(counted, 2) == (Tie(("A", "B"), Purpose.PLACE, By.DECISION, ("B", "A")),)
    assert (counted.rounds[1].elected, counted.ranking) == (("B",), (("B",), ("A",)))
    assert ties(outcome(voted, "star", ties=Lot("a seed")), 2)[0].by is By.LOT


def test_what_nothing_tells_apart_stays_open_where_nobody_draws() -> None:
    counted = outcome(stars({(0, 5): 1, (5, 0): 1}), "star")
    assert (counted.elected, counted.tied, counted.contested) == ((), ("A", "B"), 1)


def test_a_tie_for_the_run_off_leaves_the_seat_open_only_where_it_matters() -> None:
    """B and C share the second place. A beats either in the first election, and loses to either in the second."""
    assert outcome(stars({(5, 3, 0): 2, (5, 0, 3): 2}), "star").elected == ("A",)
    counted = outcome(stars({(5, 3, 0): 1, (5, 0, 3): 1, (3, 4, 4): 3}), "star")
    assert (counted.elected, counted.tied) == ((), ("B", "C"))
