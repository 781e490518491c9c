"""From nomination to the slate in a browser: contested, acclaimed, cap broken, too few, a withdrawal in the Q&A."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from election.domain import admissions, applications, candidacies, endorsements, lateness, nominations, officials
from election.domain.announcements import Drafted
from election.domain.review import acts
from election.domain.review.verdict import Outcome
from election.models import Candidacy, Declaration, Election, Review, StandingDraft
from election.timeline import Kind, Phase
from tests.cast import DAY, Cast, now, person
from tests.journeys.test_every_page import LONG, looked_at
from tests.journeys.visitor import visitor
from tests.nominations import open_cast, whole, without_candidates

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

    from election.models import User

BOTH_WAYS = pytest.mark.parametrize("scripts", [True, False])
E = "/e/council-spring/"
OFFICIALS = f"{E}officials/"


def later(made: Cast, by: timedelta) -> None:
    """As if `by` had passed: every date of the election lies so much earlier."""
    election = Election.objects.get(pk=made.election.pk)
    for kind in Kind:
        for edge in ("opens", "closes"):
            name = f"{kind}_{edge}"
            if moment := getattr(election, name):
                setattr(election, name, moment - by)
    election.save()
    for review in Review.objects.exclude(until=None):
        Review.objects.filter(pk=review.pk).update(until=(review.until or now()) - by)


def decide(page: Page, title: str) -> None:
    """From the console over the review to the confirmed act."""
    page.goto(OFFICIALS)
    page.get_by_role("link", name="See what follows from it").click()
    page.get_by_role("link", name=f"{title}: look at it, then confirm").click()
    page.get_by_role("button", name=title, exact=True).click()
    assert "Decided and announced." in page.locator("main").inner_text()


@BOTH_WAYS
def test_contested_somebody_is_nominated_endorsed_approved_and_there_is_a_vote(
    browser: Browser, live_server: LiveServer, transactional_db: None, *, scripts: bool
) -> None:
    made = open_cast(approval_needed=True, endorsements_needed=1)
    without_candidates(made, made.carls)
    with visitor(browser, live_server.url, made.mia, scripts=scripts) as page:
        page.goto(E)
        page.get_by_role("link", name="Nominate somebody").click()
        page.get_by_label("Their name").fill("Vera")
        page.get_by_label("Their e-mail address").fill(made.vera.email)
        page.get_by_role("button", name="Nominate").click()
        assert "waits for a reply" in page.locator("main").inner_text()
    with visitor(browser, live_server.url, made.vera, scripts=scripts) as page:
        page.goto(E)
        page.get_by_role("link", name="You were nominated").click()
        page.get_by_label("Your statement").fill("I want *one* thing.")
        if scripts:
            page.get_by_text(re.compile(r"Saved \d")).wait_for()
            assert StandingDraft.objects.get().source == "I want *one* thing."
            page.reload()
            assert page.get_by_label("Your statement").input_value() == "I want *one* thing."
        page.get_by_role("button", name="Accept and stand").click()
        page.get_by_text("one more is needed").wait_for()
    with visitor(browser, live_server.url, made.mia, scripts=scripts) as page:
        page.goto(f"{E}candidates/")
        page.get_by_role("link", name="Vera", exact=True).click()
        page.get_by_label("Your affiliation").fill("Windrow")
        page.get_by_role("button", name="Endorse").click()
        assert "You endorse Vera." in page.locator("main").inner_text()
    with visitor(browser, live_server.url, made.olga, scripts=scripts) as page:
        page.goto(OFFICIALS)
        page.get_by_role("link", name="See the candidacies").click()
        page.locator(".note").get_by_role("link", name="Vera").click()
        page.get_by_role("button", name="Approve").click()
        assert "Vera is on the slate." in page.locator("main").inner_text()
        later(made, 5 * DAY)
        decide(page, "Hold the vote")
    later(made, DAY)
    with visitor(browser, live_server.url, made.mia, scripts=scripts) as page:
        page.goto(E)
        assert "Two candidates stand for one seat" in page.locator("main").inner_text()
        page.get_by_role("link", name="Ask the candidates a question").click()


@BOTH_WAYS
def test_acclaimed_the_result_is_declared_without_a_vote(
    browser: Browser, live_server: LiveServer, transactional_db: None, *, scripts: bool
) -> None:
    made = open_cast(Phase.REVIEW, seats=2)
    with visitor(browser, live_server.url, made.olga, scripts=scripts) as page:
        decide(page, "Acclaim now, without Q&A and vote")
        page.goto(OFFICIALS)
        page.get_by_role("link", name="Declare the result").first.click()
        page.get_by_role("button", name="Look once more, then declare").click()
        page.get_by_role("button", name="Declare the result").click()
        assert "Carl and Cleo" in page.get_by_role("heading", level=1).inner_text()
    assert Declaration.objects.get().kind == "acclaimed"


@BOTH_WAYS
def test_with_the_cap_broken_nobody_is_acclaimed_and_a_vote_is_held(
    browser: Browser, live_server: LiveServer, transactional_db: None, *, scripts: bool
) -> None:
    made = open_cast(Phase.REVIEW, seats=2, affiliation_cap=1)
    for candidacy, user in ((made.cleos, made.cleo), (made.carls, made.carl)):
        candidacies.correct(candidacy, [user.email], made.olga, now(), affiliation="Windrow")
    with visitor(browser, live_server.url, made.olga, scripts=scripts) as page:
        page.goto(f"{OFFICIALS}review/")
        text = page.locator("main").inner_text()
        assert "Windrow would have 2" in text
        assert "Acclaim now" not in text
        decide(page, "Hold the vote")
        page.get_by_role("link", name="Take it back").click()
        page.get_by_role("button", name="Take it back").click()
        assert "Hold the vote" in page.locator("main").inner_text()
    assert not Review.objects.exists()


@BOTH_WAYS
def test_extended_for_lack_of_nominees_and_somebody_stands(
    browser: Browser, live_server: LiveServer, transactional_db: None, *, scripts: bool
) -> None:
    made = open_cast(Phase.REVIEW, seats=3)
    before = made.election.timeline.voting
    with visitor(browser, live_server.url, made.olga, scripts=scripts) as page:
        page.goto(OFFICIALS)
        page.get_by_role("link", name="See what follows from it").click()
        page.get_by_role("link", name="Extend nomination: look at it").click()
        page.get_by_label("Nomination stays open for, in days").fill("10")
        page.get_by_role("button", name="Show these dates").click()
        page.get_by_role("button", name="Extend nomination").click()
    with visitor(browser, live_server.url, made.vera, scripts=scripts) as page:
        page.goto(E)
        page.get_by_role("link", name="Stand for election").first.click()
        page.get_by_label("Your statement").fill("Me, then.")
        page.get_by_role("button", name="Stand for election").click()
        page.get_by_text("You are on the slate.").wait_for()
    after = whole(made).timeline.voting
    assert before
    assert after
    assert 9 * DAY < after.opens - before.opens < 11 * DAY
    assert Candidacy.objects.get(user=made.vera).is_admitted


@BOTH_WAYS
def test_a_withdrawal_in_the_qa_ends_the_vote(
    browser: Browser, live_server: LiveServer, transactional_db: None, *, scripts: bool
) -> None:
    """Kata Containers, October 2024: one of four for three seats withdrew the day before voting."""
    made = open_cast(Phase.REVIEW)
    with visitor(browser, live_server.url, made.olga, scripts=scripts) as page:
        decide(page, "Hold the vote")
    later(made, 2 * DAY)
    with visitor(browser, live_server.url, made.carl, scripts=scripts) as page:
        page.goto(f"{E}withdraw/")
        page.get_by_label("A word to everybody").fill("A new job.")
        page.get_by_role("button", name="Withdraw", exact=True).click()
    with visitor(browser, live_server.url, made.olga, scripts=scripts) as page:
        page.goto(OFFICIALS)
        assert "The slate or the rules changed" in page.locator("main").inner_text()
        decide(page, "Acclaim, and keep the Q&A")
    timeline = whole(made).timeline
    assert timeline.voting is None
    assert timeline.questions
    assert timeline.questions.is_open(now())


@pytest.mark.only("sqlite")
def test_axe_finds_nothing_and_nothing_is_too_wide_in_nomination(
    browser: Browser, live_server: LiveServer, transactional_db: None
) -> None:
    made = open_cast(approval_needed=True, endorsements_needed=2)
    veras = applications.stand(made.election, made.vera, LONG[:110], f"{LONG} {LONG}", now(), affiliation=LONG[:110])
    nominations.nominate(made.election, LONG[:110], made.marta.email, made.mia, now())
    endorsements.endorse(veras, made.mia, LONG[:110], now())
    admissions.decide(veras, made.olga, now(), approved=False, reason=LONG)
    nell, piet = person("Nell"), person("Piet")
    nells = applications.stand(made.election, nell, LONG[:110], LONG, now(), affiliation=LONG[:110])
    officials.appoint(made.election, piet.email, "Piet", made.marta, now())
    lateness.propose(made.cleos, now() + DAY, LONG, made.olga, now())
    found = looked(
        browser,
        live_server.url,
        {
            made.mia: ("stand/", "nominate/", "candidates/", f"candidates/{nells.slug}/endorse/"),
            made.marta: ("nomination/", "nomination/decline/"),
            made.vera: ("candidacy/", "candidacy/answer/"),
            piet: (
                "officials/",
                "officials/settings/",
                "officials/candidates/",
                f"officials/candidates/{veras.slug}/check/",
                "officials/candidates/cleo/late/",
                "officials/review/",
            ),
        },
    )
    assert not found, "\n".join(found)


@pytest.mark.only("sqlite")
def test_axe_finds_nothing_and_nothing_is_too_wide_at_the_review(
    browser: Browser, live_server: LiveServer, transactional_db: None
) -> None:
    made = open_cast(Phase.REVIEW, seats=3)
    choices = ("extend", "acclaim", "acclaim-after-qa", "vote")
    paths = ("", "officials/", "officials/review/", *(f"officials/review/{choice}/" for choice in choices))
    found = looked(browser, live_server.url, {made.olga: paths})
    acts.decide(made.election, Outcome.ACCLAIM, Drafted("Acclaimed", "All."), made.olga, now())
    found += looked(browser, live_server.url, {made.olga: ("officials/review/", "officials/review/take-back/")})
    assert not found, "\n".join(found)


def looked(browser: Browser, base: str, pages: dict[User, tuple[str, ...]]) -> list[str]:
    """What axe and a telephone's width find, over all these pages."""
    return [fault for user, paths in pages.items() for path in paths for fault in at(browser, base, path, user)]


def at(browser: Browser, base: str, path: str, user: User) -> list[str]:
    return [fault for fault in looked_at(browser, base, path, f"{E}{path}", user) if "status of 4" not in fault]
