"""Ranked pairs: what is locked in, what would close a circle, and when it takes a lot."""

from __future__ import annotations

from election.tally import Decision, Lot
from election.tally.rows import Duel
from election.tally.ties import By
from tests.tally.elections import TENNESSEE, outcome
from tests.tally.methods.test_schulze import PAPER

CIRCLE = "4: A > B > C\n3: B > C > A\n2: C > A > B"
EVEN = "1: A > B > C\n1: B > C > A\n1: C > A > B"


def test_the_candidate_who_beats_everybody_wins() -> None:
    counted = outcome(TENNESSEE, "ranked-pairs")
    assert counted.ranking == (("Nashville",), ("Chattanooga",), ("Knoxville",), ("Memphis",))


def test_the_weakest_defeat_of_a_circle_is_left_out() -> None:
    counted = outcome(CIRCLE, "ranked-pairs")
    assert counted.pairwise is not None
    assert counted.pairwise.duels == (
        Duel("B", "C", 7, 2, locked=True),
        Duel("A", "B", 6, 3, locked=True),
        Duel("C", "A", 5, 4, locked=False),
    )
    assert counted.ranking == (("A",), ("B",), ("C",))


def test_schulzes_example_ends_otherwise() -> None:
    counted = outcome(PAPER, "ranked-pairs")
    assert counted.ranking == (("A",), ("C",), ("E",), ("B",), ("D",))
    assert counted.pairwise is not None
    left_out = [(duel.winner, duel.loser) for duel in counted.pairwise.duels if not duel.locked]
    assert left_out == [("D", "C"), ("B", "A"), ("E", "A")]


def test_whoever_is_elected_in_some_order_of_equal_defeats_only_is_tied() -> None:
    counted = outcome(EVEN, "ranked-pairs")
    assert counted.ranking == (("A", "B", "C"),)
    assert (counted.elected, counted.tied) == ((), ("A", "B", "C"))

    # Every order leads to A and C, or to B and C: C is elected, and A and B compete.
    counted = outcome("3: A > B = C\n3: C\n3: A > B\n1: B = C\n1: C\n3: B > C > A", "ranked-pairs", seats=2)
    assert (counted.elected, counted.tied, counted.contested) == (("C",), ("A", "B"), 1)


def test_a_lot_says_whose_equal_defeats_are_taken_up_first() -> None:
    counted = outcome(EVEN, "ranked-pairs", ties=Decision(("B", "C", "A")))
    assert counted.pairwise is not None
    assert [(duel.winner, duel.loser, duel.locked) for duel in counted.pairwise.duels] == [
        ("B", "C", True),
        ("C", "A", True),
        ("A", "B", False),
    ]
    assert counted.ranking == (("B",), ("C",), ("A",))
    assert [(tie.by, tie.order) for tie in counted.ties] == [
        (By.DECISION, ("B", "C", "A")),
        (By.DECISION, ("C", "A")),
    ]


def test_no_lot_is_drawn_where_nothing_hangs_on_it() -> None:
    assert outcome("2: A > B > C\n2: A > C > B\n2: B > A > C", "ranked-pairs", ties=Lot("seed")).ties == ()


def test_somebody_whom_nobody_compares_shares_the_first_place_with_the_unbeaten() -> None:
    counted = outcome("2: A = B", "ranked-pairs")
    assert counted.ranking == (("A", "B"),)
