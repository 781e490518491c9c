"""What is on the ballots: gathered, checked, read back."""

from __future__ import annotations

import pytest

from election.tally import Marks, Profile, TallyError


def test_equal_ballots_are_gathered_however_they_are_written() -> None:
    profile = Profile.of(["Ann", "Ben", "Cy"], [["Ann", "Ben"], (0, 1), ["Cy", {"Ben", "Ann"}], (2, (0, 1)), []])
    assert sorted(profile.ballots.values()) == [1, 2, 2]
    assert (profile.total, profile.blank) == (5, 1)
    assert {profile.groups(ballot) for ballot in profile.ballots} == {
        (("Ann",), ("Ben",)),
        (("Cy",), ("Ann", "Ben")),
        (),
    }


def test_ballots_can_come_with_the_number_of_their_voters() -> None:
    assert Profile.of(["Ann", "Ben"], {(0, 1): 3, (1,): 2}).total == 5


def test_a_rank_of_one_is_that_candidate() -> None:
    assert Profile.of(["Ann", "Ben"], [({"Ann"}, ("Ben",))]).ballots == {(0, 1): 1}


@pytest.mark.parametrize(
    ("ballots", "sentence"),
    [
        ([["Ann", "Zoe"]], "'Zoe' is not among the candidates."),
        ([[0, 7]], "7 is not among the candidates."),
        ([[-1]], "-1 is not among the candidates."),
        ([["Ann", "Ann"]], "Ann is twice on one ballot."),
        ([["Ann", {"Ben", "Ann"}]], "Ann is twice on one ballot."),
        ({(0,): 0}, "A ballot is cast by at least one voter, not by 0."),
        ({(0,): -2}, "A ballot is cast by at least one voter, not by -2."),
    ],
)
def test_what_is_no_ballot_is_refused(ballots: object, sentence: str) -> None:
    with pytest.raises(TallyError) as refused:
        Profile.of(["Ann", "Ben"], ballots)  # type: ignore[arg-type]
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], "There is no candidate to count for."),
        (["Ann", "Ben", "Ann"], "Two candidates are called 'Ann'; give each a name of their own."),
        (["Ann", " "], "A candidate has no name."),
        (
            [str(number) for number in range(1001)],
            "There are 1,001 candidates; 1,000 are the most that can be counted.",
        ),
    ],
)
def test_candidates_need_names_of_their_own(names: list[str], sentence: str) -> None:
    with pytest.raises(TallyError) as refused:
        Profile.of(names, [])
    assert str(refused.value) == sentence


def test_marks_are_gathered_by_candidate() -> None:
    marks = Marks.of(["Ann", "Ben"], [{"Ann": 5}, {"Ann": 5, "Ben": 0}, {}, {"Ben": 2}], highest=5)
    assert marks.ballots == {(5, 0): 2, (0, 0): 1, (0, 2): 1}
    assert (marks.total, marks.blank) == (4, 1)


@pytest.mark.parametrize("ballot", [{"Zoe": 1}, {"Ann": 6}, {"Ann": -1}])
def test_marks_beyond_the_scale_and_for_strangers_are_refused(ballot: dict[str, int]) -> None:
    with pytest.raises(TallyError):
        Marks.of(["Ann", "Ben"], [ballot], highest=5)
