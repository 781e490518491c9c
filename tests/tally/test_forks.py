"""Ties left open in the middle of a count: what every way it could go has in common."""

from __future__ import annotations

import pytest

from election.tally import Decision, Lot, TallyError
from election.tally.ties import By
from tests.tally.elections import outcome


def test_who_is_elected_whichever_way_it_goes_is_elected() -> None:
    counted = outcome("9: A\n6: B > D\n3: C > B\n3: D > B", "scottish", seats=2)  # C or D goes first, and B is elected
    assert (counted.elected, counted.tied, counted.contested) == (("A", "B"), (), 0)


def test_who_is_elected_one_way_and_not_the_other_is_tied_for_the_seat() -> None:
    counted = outcome("3: A\n2: B > C\n2: C > B", "scottish", seats=2)
    assert (counted.elected, counted.tied, counted.contested) == (("A",), ("B", "C"), 1)


def test_candidates_who_change_places_share_one_in_the_ranking() -> None:
    counted = outcome("9: A\n6: B > D\n3: C > B\n3: D > B", "scottish", seats=2)
    assert counted.ranking == (("A",), ("B",), ("C", "D"))


def test_the_rounds_shown_go_on_with_the_first_by_name_and_say_that_it_was_open() -> None:
    counted = outcome("9: A\n6: B > D\n3: D > B\n3: C > B", "scottish", seats=2)
    open_ties = [tie for row in counted.rounds for tie in row.ties if tie.by is By.OPEN]
    assert [(tie.tied, tie.order[0]) for tie in open_ties] == [(("C", "D"), "C")]


def test_one_tie_after_the_other_is_followed_to_the_end() -> None:
    counted = outcome("7: A\n2: B\n2: C\n2: D\n2: E", "scottish", seats=3)
    assert (counted.elected, counted.tied, counted.contested) == (("A",), ("B", "C", "D", "E"), 2)


def test_too_many_ways_to_go_are_refused_with_what_to_do() -> None:
    even = "\n".join(f"2: {letter}" for letter in "ABCDEFGHIJKLMN")
    with pytest.raises(TallyError, match=r"more than 200 ways it could go\. Let a lot decide"):
        outcome(even, "scottish", seats=3)
    assert len(outcome(even, "scottish", seats=3, ties=Lot("seed")).elected) == 3


def test_a_lot_or_a_decision_leaves_nothing_open() -> None:
    even = "3: A\n2: B > C\n2: C > B"
    for ties in (Lot("seed"), Decision(("C", "B", "A"))):
        counted = outcome(even, "scottish", seats=2, ties=ties)
        assert counted.tied == ()
        assert len(counted.elected) == 2
