"""From a ranking to seats: the affiliation cap, ties at the last seat, vacancies, terms."""

from __future__ import annotations

import pytest

from election.tally import Cap, CapRule, Decision, Lot, TallyError
from election.tally.rows import Lack, Skip, Vacancy
from election.tally.ties import By, Purpose, Tie
from tests.tally.elections import outcome

ORDER = "5: Ann > Ben > Cy > Di > Eve\n1: Eve"
"""Whatever compares in pairs ranks them Ann, Ben, Cy, Di, Eve."""


def cap(most: int, rule: CapRule = CapRule.SKIP, continuing: dict[str, str] | None = None, **of: str) -> Cap:
    return Cap(most, {name.title(): company for name, company in of.items()}, continuing or {}, rule)


def test_who_is_beyond_the_cap_is_passed_over_and_the_next_moves_up() -> None:
    counted = outcome(ORDER, "schulze", seats=3, cap=cap(1, ann="Acme", ben="ACME ", cy="Bolt"))
    assert counted.elected == ("Ann", "Cy", "Di")
    assert counted.skips == (Skip("Ben", "ACME ", 1, (), ("Ann",), recounted=False),)
    assert counted.ranking == (("Ann",), ("Ben",), ("Cy",), ("Di",), ("Eve",))


def test_continuing_members_count_in_the_cap() -> None:
    capped = cap(2, continuing={"Old": "acme", "Older": "Acme"}, ann="Acme", cy="Acme")
    counted = outcome(ORDER, "schulze", seats=2, cap=capped)
    assert counted.elected == ("Ben", "Di")
    assert counted.skips[0] == Skip("Ann", "Acme", 2, ("Old", "Older"), (), recounted=False)


def test_nobody_without_an_affiliation_is_capped() -> None:
    assert outcome(ORDER, "schulze", seats=3, cap=cap(1, ann="", ben="  ")).elected == ("Ann", "Ben", "Cy")


def test_seats_that_the_cap_leaves_empty_stay_vacant() -> None:
    everybody = cap(2, ann="Acme", ben="Acme", cy="Acme", di="Acme", eve="Acme")
    counted = outcome(ORDER, "schulze", seats=3, cap=everybody)
    assert counted.elected == ("Ann", "Ben")
    assert counted.vacancies == (Vacancy(1, Lack.CAP),)


def test_removing_and_counting_again_can_elect_another_than_passing_over() -> None:
    votes = "5: Ann > Cy\n3: Di\n4: Ben > Cy\n1: Cy > Ben"
    passed = outcome(votes, "scottish", seats=2, cap=cap(1, CapRule.SKIP, ann="Acme", ben="Acme"))
    again = outcome(votes, "scottish", seats=2, cap=cap(1, CapRule.RECOUNT, ann="Acme", ben="Acme"))
    assert passed.elected == ("Ann", "Di")
    assert again.elected == ("Ann", "Cy")  # counted without Ben, his voters' second preference is Cy
    assert again.skips == (Skip("Ben", "Acme", 1, (), ("Ann",), recounted=True),)
    assert again.ranking[-1] == ("Ben",)


def test_a_shared_place_beyond_the_cap_cannot_be_recounted_without_a_lot() -> None:
    votes = "5: Ann > Ben\n5: Ben > Ann\n1: Cy"
    capped = cap(1, CapRule.RECOUNT, ann="Acme", ben="Acme")
    with pytest.raises(TallyError, match=r"Ann and Ben share a place, .* Let a lot decide"):
        outcome(votes, "schulze", seats=2, cap=capped)
    assert len(outcome(votes, "schulze", seats=2, cap=capped, ties=Lot("seed")).elected) == 2


def test_a_shared_place_is_tied_for_what_the_cap_lets_in_and_the_next_still_gets_a_seat() -> None:
    counted = outcome("5: Ann > Ben > Cy\n5: Ben > Ann > Cy", "schulze", seats=2, cap=cap(1, ann="Acme", ben="Acme"))
    assert (counted.elected, counted.tied, counted.contested) == (("Cy",), ("Ann", "Ben"), 1)


def test_a_shared_place_that_does_not_fit_is_tied_for_the_seats_left() -> None:
    counted = outcome("2: Ann > Ben = Cy\n1: Ann > Cy = Ben", "schulze", seats=2)
    assert (counted.elected, counted.tied, counted.contested) == (("Ann",), ("Ben", "Cy"), 1)
    assert counted.ties == (Tie(("Ben", "Cy"), Purpose.PLACE, By.OPEN),)


def test_a_lot_fills_the_seat_and_says_in_which_order_it_was_drawn() -> None:
    counted = outcome("2: Ann > Ben = Cy", "schulze", seats=2, ties=Decision(("Cy", "Ben", "Ann")))
    assert counted.elected == ("Ann", "Cy")
    assert counted.ties == (Tie(("Ben", "Cy"), Purpose.PLACE, By.DECISION, ("Cy", "Ben")),)
    assert counted.ranking == (("Ann",), ("Cy",), ("Ben",))


def test_too_few_candidates_leave_seats_vacant() -> None:
    assert outcome("2: Ann > Ben", "schulze", seats=3).vacancies == (Vacancy(1, Lack.CANDIDATES),)


def test_the_first_elected_get_the_longer_terms() -> None:
    assert outcome(ORDER, "schulze", seats=3, longer=2).longer == ("Ann", "Ben")


def test_a_shared_place_leaves_the_longer_term_open() -> None:
    counted = outcome("2: Ann > Ben = Cy", "schulze", seats=3, longer=2)
    assert (counted.elected, counted.longer) == (("Ann", "Ben", "Cy"), ("Ann",))
    assert counted.ties == (Tie(("Ben", "Cy"), Purpose.TERM, By.OPEN),)
