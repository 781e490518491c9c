"""Lots that anybody can draw again, and decisions that name everybody."""

from __future__ import annotations

import hashlib

import pytest

from election.tally import Decision, Lot, TallyError


def test_a_lot_is_the_hash_of_seed_line_feed_and_name() -> None:
    names = ["Ann", "Ben", "Cy"]
    by_hand = sorted(names, key=lambda name: hashlib.sha256(b"12 24 31 40\n" + name.encode()).hexdigest())
    assert list(Lot("12 24 31 40").order(names)) == by_hand


def test_a_lot_knows_no_order_of_the_input_and_no_way_of_writing_an_accent() -> None:
    assert Lot("seed").order(["Zoe", "Ann"]) == Lot("seed").order(["Ann", "Zoe"])
    assert [len(name) for name in Lot("x").order(["Zoe\u0301", "Ann"])] in ([4, 3], [3, 4])
    composed, decomposed = Lot("x").order(["Zo\u00e9", "Ann"]), Lot("x").order(["Zoe\u0301", "Ann"])
    assert composed.index("Ann") == decomposed.index("Ann")


def test_another_seed_draws_another_order_in_time() -> None:
    names = ["Ann", "Ben", "Cy", "Di"]
    assert len({tuple(Lot(str(seed)).order(names)) for seed in range(50)}) > 10


def test_a_decision_goes_by_the_order_handed_in() -> None:
    assert Decision(("Cy", "Ann", "Ben")).order(["Ann", "Cy"]) == ["Cy", "Ann"]


def test_a_decision_that_leaves_a_tied_one_out_is_refused() -> None:
    with pytest.raises(TallyError, match=r"Ann and Cy are tied, and the order handed in does not name Cy\."):
        Decision(("Ben", "Ann")).order(["Cy", "Ann"])
