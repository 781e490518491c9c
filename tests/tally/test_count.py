"""A count as a whole: rules that fit, and rules that do not."""

from __future__ import annotations

from typing import Any

import pytest

from election.tally import METHODS, Cap, Marks, Profile, Rules, TallyError, count
from tests.tally.elections import ballots, outcome

RANKED = [key for key, method in METHODS.items() if method.ballot == "ranking"]
MARKED = [key for key, method in METHODS.items() if method.ballot == "marks"]


def test_there_are_ten_methods_and_each_says_what_it_makes_of_a_ballot_that_is_not_as_it_should_be() -> None:
    assert list(METHODS) == [
        "schulze", "scottish", "meek", "approval", "plurality", "irv", "minimax", "ranked-pairs", "score", "star",
    ]  # fmt: skip
    assert all(method.invalid.endswith(".") for method in METHODS.values())


@pytest.mark.parametrize("method", RANKED)
def test_methods_that_rank_refuse_marks(method: str) -> None:
    with pytest.raises(TallyError, match="Choose plurality, approval, score or STAR"):
        count(Marks.of(["Ann", "Ben"], [{"Ann": 1}]), Rules(method=method))


@pytest.mark.parametrize("method", list(METHODS))
def test_no_ballots_and_blank_ballots_elect_nobody_but_by_a_tie(method: str) -> None:
    names = ["Ann", "Ben", "Cy"]
    marked = method in MARKED
    for many in (0, 3):
        voted = Marks(tuple(names), {(0, 0, 0): many} if many else {}) if marked else Profile.of(names, [()] * many)
        counted = count(voted, Rules(method=method))
        assert (counted.elected, counted.tied, counted.contested) == ((), ("Ann", "Ben", "Cy"), 1)
        assert (counted.ballots, counted.blank) == (many, many)


@pytest.mark.parametrize("method", list(METHODS))
def test_a_single_candidate_has_the_seat(method: str) -> None:
    voted = Marks.of(["Ann"], [{"Ann": 1}]) if method in MARKED else Profile.of(["Ann"], [["Ann"]])
    assert count(voted, Rules(method=method)).elected == ("Ann",)


@pytest.mark.parametrize("method", list(METHODS))
def test_everybody_withdrawn_leaves_the_seat_vacant(method: str) -> None:
    voted = Marks.of(["Ann"], [{"Ann": 1}]) if method in MARKED else Profile.of(["Ann"], [["Ann"]])
    counted = count(voted, Rules(method=method, withdrawn=("Ann",)))
    assert (counted.elected, [vacancy.seats for vacancy in counted.vacancies]) == ((), [1])
    assert counted.withdrawn == ("Ann",)


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"method": "borda"}, "There is no method 'borda'. Choose one of schulze, scottish"),
        ({"seats": 0}, "At least one seat is to be filled, not 0."),
        ({"withdrawn": ("Zoe",)}, "'Zoe' is not among the candidates: Ann, Ben."),
        ({"unranked": "first"}, "'first' is none of last, leave-out."),
        ({"by": "luck"}, "'luck' is none of winning-votes, margins."),
        ({"highest": 0}, "The highest score is at least 1, not 0."),
        ({"longer": 2}, "The first elected get the longer terms: from 0 to 1 of them, not 2."),
        ({"quorum": -1, "none_of_the_above": "Ann"}, "A quorum is a number of voters, not -1."),
    ],
)
def test_rules_that_do_not_fit_are_refused(rules: dict[str, Any], sentence: str) -> None:
    with pytest.raises(TallyError) as refused:
        count(ballots("1: Ann > Ben"), Rules(**{"method": "schulze"} | rules))
    assert str(refused.value).startswith(sentence)


def test_an_affiliation_of_nobody_is_refused() -> None:
    with pytest.raises(TallyError, match="'Anne' is not among the candidates"):
        outcome("1: Ann > Ben", "schulze", cap=Cap(1, {"Anne": "Acme"}))


@pytest.mark.parametrize(("most", "rule"), [(0, "skip"), (1, "leap")])
def test_a_cap_that_is_none_is_refused(most: int, rule: str) -> None:
    with pytest.raises(TallyError):
        Cap(most, {}, {}, rule)  # type: ignore[arg-type]


def test_the_rules_are_on_record_with_the_outcome() -> None:
    counted = outcome("2: Ann > Ben\n1: Ben", "schulze", cap=Cap(1, {"Ann": "Acme"}))
    assert counted.rules["ties"] == "left open"
    assert counted.rules["cap"] == "1 of one affiliation, skip"


def test_a_candidates_place_is_that_of_their_group() -> None:
    counted = outcome("2: Ann > Ben = Cy > Di", "schulze")
    assert [counted.place(name) for name in ("Ann", "Ben", "Cy", "Di")] == [1, 2, 2, 4]
    with pytest.raises(KeyError):
        counted.place("Zoe")
