"""The verdict on a slate: every branch, and the outcomes of nine real elections from their figures."""

from __future__ import annotations

import pytest

from election.domain.review.verdict import Kind, Outcome, Slate, electable, verdict

A, B, C, D, E, F, G = "ABCDEFG"
CAP = 2


@pytest.mark.parametrize(
    ("when", "standing", "seats", "staying", "kind"),
    [
        ("2018-09", (A, B, C, D), 3, (A, E), Kind.VOTE),
        ("2019-03", (A, E), 2, (A, D, B), Kind.ACCLAIM),
        ("2019-09", (A, D, C), 3, (A, E), Kind.ACCLAIM),
        ("2020-02", (F, A, E), 2, (A, D, C), Kind.VOTE),
        ("2020-09", (A, G, F, C), 3, (A, E), Kind.VOTE),
        ("2021-02", (E, A), 2, (A, G, F), Kind.ACCLAIM),
        ("2021-09", (A, G, F), 3, (E, G), Kind.ACCLAIM),
        ("2022-03", (G, E), 2, (A, G, F), Kind.ACCLAIM),
        ("2024-10, nominated", (B, E, F, D), 3, (A, A, C, G), Kind.VOTE),
        ("2024-10, after a withdrawal in the Q&A", (B, E, F), 3, (A, A, C, G), Kind.ACCLAIM),
    ],
)
def test_nine_elections_of_kata_containers_come_out_as_they_did(
    when: str, standing: tuple[str, ...], seats: int, staying: tuple[str, ...], kind: Kind
) -> None:
    """Architecture Committee, at most two members of one affiliation; letters stand for affiliations."""
    assert verdict(Slate(standing, seats, CAP, staying)).kind is kind, when


VOTE = (Outcome.VOTE,)
ACCLAIM = (Outcome.ACCLAIM, Outcome.ACCLAIM_AFTER_QA)
FEW = (Outcome.EXTEND, *ACCLAIM)
BROKEN = (Outcome.VOTE, Outcome.EXTEND)
NOBODY = (Outcome.EXTEND, Outcome.FAIL)


@pytest.mark.parametrize(
    ("slate", "kind", "choices", "words"),
    [
        (Slate((A, B, C), 2), Kind.VOTE, VOTE, "Three candidates stand for two seats, so there is a vote."),
        (Slate((A, B), 2), Kind.ACCLAIM, ACCLAIM, "one for each"),
        (Slate((A,), 2), Kind.FEW, FEW, "so one seat would stay empty"),
        (Slate((), 2), Kind.NOBODY, NOBODY, "No candidates stand for two seats."),
        (Slate((A, A), 2, 1), Kind.CAP, BROKEN, "A would have 2"),
        (Slate((A, B), 2, 2, (A, A)), Kind.CAP, BROKEN, "A would have 3"),
        (Slate((A,), 2, 1, (A,)), Kind.CAP, NOBODY, "the officials must decide"),
        (Slate((A, B), 2, 2, (C, C, C)), Kind.ACCLAIM, ACCLAIM, "one for each"),
        (Slate((A, A, B), 2, 1, (A,)), Kind.VOTE, VOTE, "lets one of them be elected at most"),
        (Slate((A, A, A), 2, 1, (A,)), Kind.CAP, NOBODY, "A would have 4"),
        (Slate((A,), 1, none_of_the_above=True), Kind.VOTE, VOTE, "and voters can choose none of them"),
        (Slate((A,), 3, none_of_the_above=True), Kind.VOTE, VOTE, "so there is a vote"),
        (Slate((), 1, none_of_the_above=True), Kind.NOBODY, NOBODY, "No candidates"),
        (Slate((A, B, C), 2, undecided=1), Kind.UNDECIDED, (), "One candidacy is undecided."),
        (Slate((), 2, undecided=2), Kind.UNDECIDED, (), "Two candidacies are undecided."),
    ],
)
def test_every_branch(slate: Slate, kind: Kind, choices: tuple[Outcome, ...], words: str) -> None:
    found = verdict(slate)
    assert (found.kind, found.choices) == (kind, choices)
    assert words in found.sentence


def test_the_same_employer_in_another_spelling_is_the_same() -> None:
    assert verdict(Slate(("Intel ", "INTEL"), 2, 1)).kind is Kind.CAP


def test_who_has_no_employer_is_not_counted_together() -> None:
    assert verdict(Slate(("Independent", "", "independent"), 3, 1)).kind is Kind.ACCLAIM
    assert electable(Slate(("Independent", "Intel", "Intel"), 3, 1)) == 2


def test_a_verdict_says_who_is_over_the_cap_and_how_much_room_is_left() -> None:
    (over,) = verdict(Slate(("Intel", "intel", "Arm"), 3, 2, ("INTEL",))).excess
    assert (over.affiliation, over.members, over.room) == ("Intel", 3, 1)
