"""None of the above: whom it keeps out, and by what figures."""

from __future__ import annotations

from typing import Any

import pytest

from election.tally import Marks, Rules, TallyError, count
from election.tally.rows import Drop, Lack, Vacancy
from tests.tally.elections import outcome

VOTES = """
4: Ann > Nobody > Ben
3: Ben > Ann > Nobody
3: Nobody > Ben
"""


@pytest.mark.parametrize("method", ["schulze", "minimax", "ranked-pairs", "irv", "scottish", "meek"])
def test_who_does_not_beat_it_is_dropped_before_the_count(method: str) -> None:
    seats = 1 if method == "irv" else 2
    counted = outcome(VOTES, method, seats, none_of_the_above="Nobody")
    assert counted.elected == ("Ann",)
    assert counted.drops == (Drop("Ben", 3, 7, 0),)
    assert counted.ranking == (("Ann",), ("Nobody",), ("Ben",))
    assert counted.vacancies == ((Vacancy(1, Lack.NONE_OF_THE_ABOVE),) if seats == 2 else ())


def test_as_many_votes_for_as_against_are_not_enough() -> None:
    counted = outcome("2: Ann > Nobody\n2: Nobody", "schulze", none_of_the_above="Nobody")
    assert counted.drops == (Drop("Ann", 2, 2, 0),)
    assert counted.drops[0].beaten
    assert counted.elected == ()


def test_a_quorum_has_to_prefer_a_candidate_to_it() -> None:
    counted = outcome("3: Ann > Nobody\n1: Nobody", "schulze", none_of_the_above="Nobody", quorum=4)
    assert counted.drops == (Drop("Ann", 3, 1, 4),)
    assert not counted.drops[0].beaten
    assert outcome("4: Ann > Nobody", "schulze", none_of_the_above="Nobody", quorum=4).elected == ("Ann",)


def test_a_higher_mark_is_a_preference_too() -> None:
    marks = Marks.of(
        ["Ann", "Ben", "Nobody"], [{"Ann": 1}, {"Ann": 1, "Ben": 1}, {"Nobody": 1}, {"Nobody": 1, "Ben": 1}]
    )
    counted = count(marks, Rules(method="approval", seats=2, none_of_the_above="Nobody"))
    assert counted.drops == (Drop("Ann", 2, 2, 0), Drop("Ben", 1, 1, 0))


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"none_of_the_above": "Zoe"}, "'Zoe' is not among the candidates: Ann, Nobody."),
        ({"none_of_the_above": "Nobody", "withdrawn": ("Nobody",)}, "Nobody stands for none of the above"),
        ({"quorum": 3}, "A quorum goes with none of the above"),
    ],
)
def test_what_does_not_fit_is_refused(rules: dict[str, Any], sentence: str) -> None:
    with pytest.raises(TallyError, match=sentence):
        outcome("1: Ann > Nobody", "schulze", **rules)
