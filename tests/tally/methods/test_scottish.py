"""The Scottish rules: quota, values to five decimals, what is transferred when, and how ties are settled."""

from __future__ import annotations

from fractions import Fraction

from election.tally import Decision, Lot
from election.tally.rows import Action, Transfer
from election.tally.ties import By, Purpose, Tie
from tests.tally.elections import figures, outcome

WARD = """
9: Ann > Ben > Cat
2: Ann > Dan
3: Ann
4: Ben
5: Cat > Dan
3: Dan > Cat
"""
"""26 papers for two seats: a quota of 26 // 3 + 1 = 9, and Ann's surplus of 5 on 14 papers."""


def test_a_count_goes_stage_by_stage_as_the_order_says() -> None:
    first, surplus, exclusion, rest = outcome(WARD, "scottish", seats=2).rounds
    assert (first.action, first.quota, first.elected) == (Action.FIRST, 9, ("Ann",))
    assert figures(first.votes) == {"Ann": 14, "Ben": 4, "Cat": 5, "Dan": 3}

    # Rule 48(3): 5 x 1 / 14 = 0.35714 to five decimals, the remainder ignored, for each of Ann's papers.
    assert (surplus.action, surplus.surplus) == (Action.SURPLUS, 5)
    assert surplus.transfers == (
        Transfer("Ann", "Ben", Fraction(321426, 100_000)),
        Transfer("Ann", "Dan", Fraction(71428, 100_000)),
        Transfer("Ann", None, Fraction(107142, 100_000)),
    )
    assert figures(surplus.votes, 5) == {"Ann": "9.00000", "Ben": "7.21426", "Cat": "5.00000", "Dan": "3.71428"}
    assert (surplus.exhausted, surplus.lost) == (Fraction(107142, 100_000), Fraction(4, 100_000))

    # Rule 50(4): Dan's own papers go on at one vote each, those he got from Ann at their value.
    assert (exclusion.action, exclusion.excluded) == (Action.EXCLUSION, ("Dan",))
    assert figures(exclusion.votes, 5) == {"Ann": "9.00000", "Ben": "7.21426", "Cat": "8.00000", "Dan": "0.00000"}
    assert rest.excluded == ("Ben",)


def test_the_lowest_goes_until_the_rest_can_have_the_seats() -> None:
    counted = outcome(WARD, "scottish", seats=2)
    assert counted.elected == ("Ann", "Cat")
    assert counted.ranking == (("Ann",), ("Cat",), ("Ben",), ("Dan",))
    assert [row.action for row in counted.rounds][-1] is Action.EXCLUSION


def test_the_larger_surplus_goes_first_and_the_votes_always_add_up() -> None:
    counted = outcome("7: A > C\n9: B > D\n1: C\n2: D\n2: E", "scottish", seats=3)
    assert [row.transfers[0].source for row in counted.rounds if row.action is Action.SURPLUS] == ["B", "A"]
    for row in counted.rounds:
        assert sum(row.votes.values()) + row.exhausted + row.lost == 21


def test_equal_surpluses_are_told_apart_by_the_most_recent_stage_that_does() -> None:
    # B and C come to 8 votes each by A's surplus; before, C had 6 (rule 49(2)).
    counted = outcome("10: A > C\n8: B\n6: C\n5: D\n3: E > D\n3: F > D", "scottish", seats=4)
    assert counted.rounds[2].ties == (Tie(("B", "C"), Purpose.TRANSFER, By.EARLIER_ROUND, ("B",), 1),)


def test_a_tie_for_exclusion_goes_to_the_most_recent_stage_and_then_to_the_lot() -> None:
    looked_up = outcome("1: A > B\n2: B\n3: C\n4: D\n5: E", "scottish", seats=2)
    assert looked_up.rounds[2].ties == (Tie(("B", "C"), Purpose.EXCLUSION, By.EARLIER_ROUND, ("B",), 1),)
    assert looked_up.elected == ("E", "D")

    even = "5: A\n2: B > C\n2: C > B"
    drawn = outcome(even, "scottish", seats=2, ties=Decision(("B", "C", "A")))
    assert drawn.rounds[2].ties == (Tie(("B", "C"), Purpose.EXCLUSION, By.DECISION, ("B", "C")),)
    assert drawn.elected == ("A", "C")
    assert outcome(even, "scottish", seats=2, ties=Lot("2020-03-01")).ties == ()


def test_a_tie_left_open_elects_only_who_is_elected_either_way() -> None:
    counted = outcome("5: A\n2: B > C\n2: C > B", "scottish", seats=2)
    assert (counted.elected, counted.tied, counted.contested) == (("A",), ("B", "C"), 1)
    assert counted.ranking == (("A",), ("B", "C"))


def test_candidates_without_a_vote_go_together_where_ties_stay_open() -> None:
    counted = outcome("5: A > Y\n4: B > Z\n2: C > B\n1: D > W > X", "scottish", seats=2)
    gone = [row.excluded for row in counted.rounds if row.action is Action.EXCLUSION]
    assert gone[0] == ("W", "X", "Y", "Z")
    assert counted.ranking[-1] == ("W", "X", "Y", "Z")


def test_equals_share_a_paper_and_what_cannot_be_shared_is_lost() -> None:
    counted = outcome("1: A = B = C > D\n4: D\n2: A\n1: B", "scottish", seats=2, ties=Decision(("C", "B", "A", "D")))
    assert figures(counted.rounds[0].votes, 5) == {"A": "2.33333", "B": "1.33333", "C": "0.33333", "D": "4.00000"}
    assert counted.rounds[0].lost == Fraction(1, 100_000)
    after = next(row for row in counted.rounds if row.excluded == ("C",))
    assert figures(after.votes, 5)["A"] == "2.49999"  # C's 0.33333 goes in equal parts to A and B, not yet to D
    assert after.lost == Fraction(2, 100_000)


def test_more_seats_than_candidates_elect_everybody_and_leave_a_vacancy() -> None:
    counted = outcome("3: A\n1: B", "scottish", seats=3)
    assert counted.elected == ("A", "B")
    assert [vacancy.seats for vacancy in counted.vacancies] == [1]


def test_withdrawn_candidates_leave_lower_preferences_and_a_smaller_count() -> None:
    counted = outcome("4: W > A\n3: B\n2: W", "scottish", withdrawn=("W",))
    assert (counted.spent, counted.valid, counted.rounds[0].quota) == (2, 7, 4)
    assert counted.elected == ("A",)
