"""The review's pages: the verdict, each outcome one confirmed act, taking it back."""

from __future__ import annotations

import pytest
from django.test import Client

from election.domain import applications, candidacies
from election.models import Announcement, Election, Review
from election.timeline import Phase
from tests.cast import Cast, cast, now
from tests.nominations import open_cast, whole, without_candidates
from tests.views.test_nominations import got, sent

pytestmark = pytest.mark.django_db
REVIEW = "officials/review/"
TOLD = {"title": "What follows", "source": "Read this."}


def drafted(made: Cast, outcome: str, query: str = "") -> str:
    return got(made.olga, f"{REVIEW}{outcome}/{query}")


def test_contested_the_page_proposes_the_vote_and_drafts_the_announcement() -> None:
    made = open_cast(Phase.REVIEW)
    page = got(made.olga, REVIEW)
    assert "Two candidates stand for one seat, so there is a vote." in page
    assert "Acclaim" not in page
    page = drafted(made, "vote")
    assert "Voting is open from" in page
    assert "- Cleo" in page
    sent(made.olga, f"{REVIEW}vote/", **TOLD)
    assert Announcement.objects.get().title == "What follows"
    page = got(made.olga, REVIEW)
    assert "Olga decided on" in page
    assert "It can be taken back until" in page
    assert "there will be a vote" in got(None, "acts/")


def test_acclaimed_the_confirmation_shows_every_date_that_falls_away() -> None:
    made = open_cast(Phase.REVIEW, seats=2)
    page = drafted(made, "acclaim")
    assert page.count('class="moved"') == 6
    sent(made.olga, f"{REVIEW}acclaim/", **TOLD)
    assert "Declare the result" in got(made.olga, "officials/")
    sent(made.olga, f"{REVIEW}take-back/")
    assert whole(made).timeline == made.election.timeline
    assert "Hold the vote" not in got(made.olga, REVIEW)


def test_an_extension_shows_the_dates_for_as_many_days_as_asked() -> None:
    made = open_cast(Phase.REVIEW, seats=3)
    assert 'value="7"' in drafted(made, "extend")
    assert 'value="10"' in drafted(made, "extend", "?days=10")
    for odd in ("0", "61", "x", "9" * 5000):
        assert 'value="7"' in drafted(made, "extend", f"?days={odd}")
    sent(made.olga, f"{REVIEW}extend/?days=10", **TOLD)
    nomination = whole(made).timeline.nomination
    assert nomination
    assert (nomination.closes - now()).days in (9, 10)


def test_what_the_slate_does_not_bear_is_refused_with_the_reason() -> None:
    made = open_cast(Phase.REVIEW, approval_needed=True)
    assert "there is a vote" in got(made.olga, f"{REVIEW}acclaim/", 409)
    applications.stand(made.election, made.vera, "Vera", "Me.", now())
    assert "Decide about Vera" in got(made.olga, REVIEW)
    assert "One candidacy is undecided" in sent(made.olga, f"{REVIEW}vote/", 409, **TOLD)
    got(made.olga, f"{REVIEW}dissolve/", 404)
    assert not Review.objects.exists()


def test_while_nomination_is_open_the_page_says_what_would_follow() -> None:
    made = open_cast(Phase.NOMINATION)
    page = got(made.olga, REVIEW)
    assert "Nomination is still open." in page
    assert "look at it, then confirm" not in page


def test_bad_announcements_are_refused_beside_the_field() -> None:
    made = open_cast(Phase.REVIEW)
    page = sent(made.olga, f"{REVIEW}vote/", 422, title="", source="Kept, whatever happens")
    assert "Give the announcement a title." in page
    assert "Kept, whatever happens" in page
    assert "20,000" in sent(made.olga, f"{REVIEW}vote/", 422, title="T", source="x" * 20_001)
    assert not Review.objects.exists()


def test_the_election_that_failed_says_why_and_can_be_taken_up_again() -> None:
    made = open_cast(Phase.REVIEW)
    without_candidates(made)
    sent(made.olga, f"{REVIEW}fail/", **TOLD)
    assert "so the election has failed." in got(None, "")
    sent(made.olga, f"{REVIEW}take-back/")
    assert not Election.objects.whole().get().recorded.cancelled


def test_after_a_withdrawal_in_the_qa_officials_are_told_that_the_decision_lapsed() -> None:
    made = open_cast(Phase.REVIEW)
    sent(made.olga, f"{REVIEW}vote/", **TOLD)
    candidacies.withdraw(made.carls, made.carl, now())
    assert "the slate or the rules changed, so this no longer holds" in got(made.olga, REVIEW)
    assert "The slate or the rules changed" in got(made.olga, "officials/")
    sent(made.olga, f"{REVIEW}acclaim-after-qa/", **TOLD)
    assert whole(made).timeline.voting is None


def test_nothing_to_take_back_is_said_and_no_fault() -> None:
    made = cast(Phase.REVIEW)
    assert "Nothing was decided" in got(made.olga, f"{REVIEW}take-back/")
    assert "Nothing was decided" in sent(made.olga, f"{REVIEW}take-back/", 409)


def test_managers_see_the_review_and_decide_nothing() -> None:
    made = open_cast(Phase.REVIEW)
    assert "look at it, then confirm" not in got(made.marta, REVIEW)
    client = Client()
    client.force_login(made.marta)
    assert client.post(f"/e/council-spring/{REVIEW}vote/", TOLD).status_code == 403
