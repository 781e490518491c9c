"""Officials and site managers at work in a real browser, with scripts and without."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from election.domain import candidacies, questions, threads
from election.models import Answer, Body, Declaration, Election, Official, Question, Rescheduling
from election.timeline import Phase, changes
from tests.cast import Cast, cast, now, person
from tests.journeys.visitor import visitor
from tests.mail.letters import ARCHIVED

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

BOTH_WAYS = pytest.mark.parametrize("scripts", [True, False])
OFFICIALS = "/e/council-spring/officials/"


@pytest.fixture
def stage(transactional_db: None) -> Cast:
    return cast()


@BOTH_WAYS
def test_an_official_extends_questions_with_a_preview_and_a_reason(
    browser: Browser, live_server: LiveServer, stage: Cast, *, scripts: bool
) -> None:
    before = stage.election.timeline
    with visitor(browser, live_server.url, stage.olga, scripts=scripts) as page:
        page.goto(OFFICIALS)
        page.get_by_role("link", name="Dates: open, close, extend").click()
        page.get_by_label("Extend").select_option("questions")
        page.get_by_label("By", exact=True).fill("2")
        page.get_by_label("move all that follows").check()
        page.get_by_role("button", name="Preview", exact=True).click()
        assert page.locator("tr.moved").count() == 4
        page.get_by_role("button", name="Publish new dates").click()
        assert page.title().startswith("Error: ")
        page.get_by_label("Reason, shown to everybody").fill("The list was down.")
        page.get_by_role("button", name="Publish new dates").click()
        page.goto("/e/council-spring/")
        assert "The list was down." in page.locator(".now").inner_text()
    after = Election.objects.get().timeline
    moved = {(change.kind, change.edge): change for change in changes(before, after)}
    assert len(moved) == 4
    assert all(c.before and c.after and c.after - c.before == timedelta(days=2) for c in moved.values())
    assert Rescheduling.objects.get().reason == "The list was down."


@BOTH_WAYS
def test_an_official_hides_a_reply_and_restores_it(
    browser: Browser, live_server: LiveServer, stage: Cast, *, scripts: bool
) -> None:
    question = questions.ask(stage.election, "Why?", "", now(), author=stage.mia)
    threads.reply(question, "Something rude.", now(), author=stage.vera)
    with visitor(browser, live_server.url, stage.olga, scripts=scripts) as page:
        page.goto(question.get_absolute_url())
        page.get_by_role("link", name="Hide the reply of Vera").click()
        page.get_by_label("Reason, shown to everybody").fill("About a person.")
        page.get_by_role("button", name="Hide it").click()
        assert "Something rude." not in page.locator("main").inner_text()
        assert "About a person." in page.locator(".reply-hidden").inner_text()
        page.get_by_role("link", name="Restore").click()
        page.get_by_label("Reason, shown to everybody").fill("It was about the boat.")
        page.get_by_role("button", name="Show it again").click()
        assert "Something rude." in page.locator("main").inner_text()
        page.get_by_role("link", name=re.compile("What officials did")).click()
        assert "It was about the boat." in page.locator("main").inner_text()


@BOTH_WAYS
def test_an_official_brings_in_a_message(
    browser: Browser, live_server: LiveServer, stage: Cast, *, scripts: bool
) -> None:
    candidacies.add(stage.election, "Cleo Brook", ["cleo@brook.example"], stage.olga, now())
    with visitor(browser, live_server.url, stage.olga, scripts=scripts) as page:
        page.goto(OFFICIALS)
        page.get_by_role("link", name="Messages from your mailing list").click()
        page.get_by_role("link", name="Bring in messages").first.click()
        page.get_by_label("Paste messages").fill(ARCHIVED)
        page.get_by_role("button", name="Look what they would become").click()
        assert page.locator(".offer").count() == 3
        page.get_by_role("button", name="Bring them in").click()
        page.get_by_role("link", name="Cleo Brook’s answer to question 1").click()
        assert "Cheers!" in page.locator(".answer .record").first.inner_text()
    assert (Question.objects.count(), Answer.objects.count()) == (1, 1)


@BOTH_WAYS
def test_an_official_declares_the_result(
    browser: Browser, live_server: LiveServer, transactional_db: None, *, scripts: bool
) -> None:
    made = cast(Phase.COUNTING)
    with visitor(browser, live_server.url, made.olga, scripts=scripts) as page:
        page.goto(OFFICIALS)
        page.get_by_role("link", name="Declare the result").first.click()
        page.get_by_label("Cleo").check()
        page.get_by_label("Source").fill("https://vote.saltmarsh.example/result")
        page.get_by_role("button", name="Look once more, then declare").click()
        page.get_by_role("button", name="Declare the result").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Cleo was elected to the seat."
        page.get_by_role("link", name="Council", exact=True).first.click()
        assert "Cleo" in page.get_by_role("table").inner_text()
    assert [winner.candidacy for winner in Declaration.objects.get().winners.all()] == [made.cleos]


@BOTH_WAYS
def test_a_manager_and_an_official_bring_an_election_to_its_announcement(
    browser: Browser, live_server: LiveServer, transactional_db: None, *, scripts: bool
) -> None:
    marta, olga = person("Marta", manager=True), person("Olga")
    with visitor(browser, live_server.url, marta, scripts=scripts) as page:
        page.goto("/")
        page.get_by_role("link", name="Create the first election").click()
        page.get_by_role("link", name="New body").click()
        page.get_by_label("Name").fill("Harbour Board")
        page.get_by_label("Short address").fill("harbour")
        page.get_by_role("button", name="Create the body").click()
        page.get_by_role("link", name="New election").click()
        page.get_by_label("Body").select_option("harbour")
        page.get_by_label("Title").fill("Harbour Board, spring")
        page.get_by_label("Short address").fill("harbour-spring")
        page.get_by_label("Seats to fill").fill("2")
        page.get_by_label("Nomination opens on").fill((now() + timedelta(days=3)).date().isoformat())
        page.get_by_role("button", name="Create the draft").click()
        page.get_by_label("E-mail address").fill(olga.email)
        page.get_by_label("Name").fill("Olga")
        page.get_by_role("button", name="Appoint").click()
        assert "Olga is an official of this election." in page.locator("main").inner_text()
    with visitor(browser, live_server.url, olga, scripts=scripts) as page:
        page.goto("/")
        page.get_by_role("link", name="Prepare it").click()
        page.get_by_role("link", name="Check everything and announce").first.click()
        page.get_by_role("button", name="Announce the election").click()
    assert Election.objects.get().recorded.announced
    assert (Body.objects.count(), Official.objects.get().user) == (1, olga)


def test_a_candidate_edits_the_statement_and_withdraws(
    browser: Browser, live_server: LiveServer, transactional_db: None
) -> None:
    made = cast(Phase.NOMINATION)
    with visitor(browser, live_server.url, made.cleo) as page:
        page.goto("/e/council-spring/")
        page.get_by_role("link", name="Edit your statement").click()
        page.get_by_label("Your statement").fill("I want *one* thing.")
        page.get_by_role("button", name="Publish statement").click()
        assert page.locator(".statement em").inner_text() == "one"
        page.goto("/e/council-spring/withdraw/")
        page.get_by_label("A word to everybody").fill("A new job.")
        page.get_by_role("button", name="Withdraw", exact=True).click()
        assert "A new job." in page.locator("main").inner_text()
    made.cleos.refresh_from_db()
    assert made.cleos.withdrawal.word == "A new job."
