"""What needs an official: told from the facts, at its time, and only until it is done."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from election.domain import announcements, candidacies, officials, running
from election.domain.duties import coming, duties
from election.models import Candidacy, Election
from election.timeline import Phase
from tests.cast import DAY, Cast, cast, now

pytestmark = pytest.mark.django_db


def due(made: Cast, at: datetime | None = None) -> dict[str, str]:
    """What is due, with the address of its act."""
    election = Election.objects.whole().get()
    slate = list(Candidacy.objects.slate(election).prefetch_related("addresses"))
    people = list(election.officials.select_related("user"))
    found = duties(election, slate, people, list(election.announcements.all()), at or now())
    return {duty.what: f"{duty.url}{duty.query}" for duty in found}


def test_a_draft_wants_a_second_official_and_to_be_announced() -> None:
    made = cast(Phase.DRAFT)
    running.change(made.election, made.olga, now(), contact="")
    assert set(due(made)) == {"Find a second official", "Say whom to write to", "Announce the election"}


@pytest.mark.parametrize(
    ("phase", "what", "step"),
    [
        (Phase.NOMINATION, "Tell everybody that nomination is open", "nomination"),
        (Phase.REVIEW, "Tell everybody who stands", "slate"),
        (Phase.QA, "Tell everybody that questions are open", "qa"),
        (Phase.VOTING, "Tell everybody that voting is open", "voting"),
        (Phase.RESULTS, "Tell everybody the result", "result"),
    ],
)
def test_each_step_wants_to_be_told_until_it_was(phase: Phase, what: str, step: str) -> None:
    made = cast(phase)
    assert due(made)[what] == f"officials:announcement_new?step={step}"
    announcements.tell(made.election, "Told", "Told.", made.olga, now() + timedelta(seconds=1))
    assert what not in due(made)


def test_the_last_days_want_a_reminder_although_the_opening_was_told() -> None:
    made = cast(Phase.QA)
    announcements.tell(made.election, "Open", "Open.", made.olga, now())
    assert not [what for what in due(made) if what.startswith("Remind")]
    questions = made.election.timeline.questions
    assert questions
    late = questions.closes - DAY
    reminder = "Remind everybody: questions will close soon"
    assert due(made, late)[reminder] == "officials:announcement_new?step=last-days"
    announcements.tell(made.election, "Last days", "Soon.", made.olga, late)
    assert reminder not in due(made, late)


def test_few_candidates_are_said_before_nomination_closes() -> None:
    made = cast(Phase.NOMINATION, seats=2)
    nomination = made.election.timeline.nomination
    assert nomination
    assert "Few candidates so far" not in due(made)
    assert due(made, nomination.closes - DAY)["Few candidates so far"] == "officials:dates"
    candidacies.add(made.election, "Third", ["third@saltmarsh.example"], made.olga, now())
    assert "Few candidates so far" not in due(made, nomination.closes - DAY)


def test_who_cannot_sign_in_is_named() -> None:
    made = cast()
    candidacies.add(made.election, "Nemo", [], made.olga, now())
    officials.appoint(made.election, "oskar@saltmarsh.example", "Oskar", made.marta, now())
    assert {"Add an address for Nemo", "Ask the other officials to sign in"} <= set(due(made))


def test_a_vote_without_an_address_wants_one() -> None:
    made = cast(Phase.VOTING)
    assert "Say where to vote" in due(made)
    running.change(made.election, made.olga, now(), vote_at="https://vote.saltmarsh.example/")
    assert "Say where to vote" not in due(made)


@pytest.mark.parametrize(("phase", "what"), [(Phase.REVIEW, "Decide how"), (Phase.COUNTING, "Declare the result")])
def test_a_result_that_can_be_declared_is_due(phase: Phase, what: str) -> None:
    assert any(found.startswith(what) for found in due(cast(phase, seats=2 if phase is Phase.REVIEW else 1)))


def test_a_cancelled_election_wants_nothing_and_nothing_comes() -> None:
    made = cast(Phase.CANCELLED)
    assert due(made) == {}
    assert coming(made.election, now()) == []
