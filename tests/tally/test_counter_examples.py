"""What methods do not promise: for each a small election that shows it. (Those by marks: `methods/`, beside each.)"""

from __future__ import annotations

import pytest

from tests.tally.elections import TENNESSEE, outcome

EVERYBODY_BEATS_D = """
2: D > A > B > C
2: A > B > C > D
2: D > B > C > A
2: B > C > A > D
1: D > C > A > B
2: C > A > B > D
"""
"""A, B and C each beat D by 6 to 5, and each other by more, in a circle."""

STAYING_AWAY = "4: B > A > C > D\n3: C > D > B > A\n2: A > D > C > B"
COMING_TO_VOTE = f"{STAYING_AWAY}\n2: D > B > C > A"


@pytest.mark.parametrize("method", ["irv", "scottish", "meek", "plurality"])
def test_whoever_beats_everybody_else_can_lose(method: str) -> None:
    assert outcome(TENNESSEE, "schulze").elected == ("Nashville",)
    assert "Nashville" not in outcome(TENNESSEE, method).elected


@pytest.mark.parametrize("method", ["irv", "scottish", "meek"])
def test_being_raised_can_lose_a_seat(method: str) -> None:
    """Ten who rank B first now rank A first: A's rival in the last round is C, who beats A, and B no more."""
    assert outcome("39: A > B > C\n35: B > C > A\n26: C > A > B", method).elected == ("A",)
    assert outcome("49: A > B > C\n25: B > C > A\n26: C > A > B", method).elected == ("C",)


def test_minimax_can_elect_whom_everybody_else_beats() -> None:
    assert outcome(EVERYBODY_BEATS_D, "minimax").elected == ("D",)
    for method in ("schulze", "ranked-pairs"):
        assert outcome(EVERYBODY_BEATS_D, method).elected != ("D",)


def test_plurality_can_elect_whom_everybody_else_beats() -> None:
    assert outcome(TENNESSEE, "schulze").ranking[-1] == ("Memphis",)
    assert outcome(TENNESSEE, "plurality").elected == ("Memphis",)


@pytest.mark.parametrize("method", ["schulze", "minimax"])
def test_coming_to_vote_can_elect_somebody_one_likes_less(method: str) -> None:
    """Two more voters prefer B to C. With them C is elected, without them B."""
    assert outcome(STAYING_AWAY, method).elected == ("B",)
    assert outcome(COMING_TO_VOTE, method).elected == ("C",)


def test_ranked_pairs_can_punish_coming_to_vote_too() -> None:
    """Three more voters rank C first. With them D is elected, without them C."""
    without = "6: D > C > B > A\n6: A > D > B > C\n7: C > B > A > D"
    assert outcome(without, "ranked-pairs").elected == ("C",)
    assert outcome(f"{without}\n3: C > D > B > A", "ranked-pairs").elected == ("D",)
