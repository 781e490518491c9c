"""Meek's method by the reference rule: keep factors, quota and surplus to nine decimals."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest

from election.tally import Decision
from election.tally.methods.meek import ONE
from election.tally.rows import Action
from election.tally.sharing import Sharing
from election.tally.ties import By, Purpose, Tie
from tests.tally.elections import figures, outcome

SMALL = "4: Ann > Ben\n2: Cy"


def test_keep_factors_bring_the_elected_down_to_the_quota() -> None:
    elected, excluded, rest = outcome(SMALL, "meek", seats=2).rounds
    assert (elected.action, elected.elected, figures({"": elected.quota or 0}, 9)[""]) == (
        Action.ELECTION,
        ("Ann",),
        "2.000000001",
    )
    # B.2.f: Ann keeps 1 x 2.000000001 / 4 of every vote, rounded up: 0.500000001; of four votes that is 2.000000004.
    assert figures(excluded.keep, 9)["Ann"] == "0.500000001"
    assert figures(excluded.votes, 9) == {"Ann": "2.000000004", "Ben": "1.999999996", "Cy": "2.000000000"}
    assert figures({"": excluded.surplus or 0}, 9)[""] == "0.000000003"  # below omega: the lowest goes
    assert (excluded.excluded, rest.action, rest.elected) == (("Ben",), Action.REST, ("Cy",))


def test_a_vote_goes_on_past_the_elected_and_every_round_adds_up() -> None:
    counted = outcome("6: A > B > C\n1: B > C\n4: C\n3: D", "meek", seats=3)
    assert counted.elected == ("A", "C", "B")
    assert [row.elected for row in counted.rounds] == [("A", "C"), ("B",)]
    for row in counted.rounds:
        assert sum(row.votes.values()) + row.exhausted + row.lost == 14


def test_everybody_within_the_surplus_of_the_lowest_is_tied_for_exclusion() -> None:
    counted = outcome("5: A\n2: B > C\n2: C > B", "meek", seats=2, ties=Decision(("C", "B", "A")))
    assert Tie(("B", "C"), Purpose.EXCLUSION, By.DECISION, ("C", "B")) in [
        tie for row in counted.rounds for tie in row.ties
    ]
    assert counted.elected == ("A", "B")


def test_a_tie_left_open_elects_only_who_is_elected_either_way() -> None:
    counted = outcome("5: A\n2: B > C\n2: C > B", "meek", seats=2)
    assert (counted.elected, counted.tied, counted.contested) == (("A",), ("B", "C"), 1)


@pytest.mark.parametrize("keep", [(ONE, ONE), (ONE // 2, ONE), (ONE // 3, ONE // 4), (ONE // 2, ONE // 3, ONE // 5)])
def test_equals_share_as_if_every_order_of_them_were_equally_likely(keep: tuple[int, ...]) -> None:
    members = tuple(range(len(keep)))
    shares, onward = Sharing(list(keep), ONE).of(members)
    orders = list(permutations(members))
    expected = dict.fromkeys(members, Fraction(0))
    for order in orders:
        left = Fraction(1)
        for member in order:
            kept = left * Fraction(keep[member], ONE)
            expected[member] += kept / len(orders)
            left -= kept
    assert dict(shares) == expected
    assert onward == 1 - sum(expected.values())


def test_equals_keep_nine_decimals_and_the_rest_is_lost() -> None:
    counted = outcome("1: A = B = C\n3: D", "meek", seats=1)
    assert figures(counted.rounds[0].votes, 9) == {
        "A": "0.333333333",
        "B": "0.333333333",
        "C": "0.333333333",
        "D": "3.000000000",
    }
    assert counted.rounds[0].lost == Fraction(1, ONE)
    assert counted.elected == ("D",)


def test_a_share_that_an_excluded_equal_had_goes_to_the_other_equals() -> None:
    counted = outcome("2: A = B\n1: A\n3: C\n4: D", "meek", seats=1, ties=Decision(("B", "A", "C", "D")))
    assert counted.rounds[0].excluded == ("B",)
    assert figures(counted.rounds[1].votes, 9)["A"] == "3.000000000"


def test_no_more_candidates_than_seats_are_all_elected() -> None:
    counted = outcome("3: A > B\n1: B", "meek", seats=2)
    assert counted.elected == ("A", "B")
