"""Drafts on a slow line: what is being saved and what is being sent do not get in each other's way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from election.domain import questions
from election.models import Answer, Draft
from tests.cast import Cast, cast, now
from tests.journeys.visitor import context, visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route
    from pytest_django.live_server_helper import LiveServer

WRITE = "/e/council-spring/questions/1/answer/"


@pytest.fixture
def stage(transactional_db: None) -> Cast:
    made = cast()
    questions.ask(made.election, "Why?", "", now(), author=made.mia)
    return made


def slowly(route: Route) -> None:
    time.sleep(0.5)
    route.continue_()


def test_what_is_published_while_its_draft_is_being_saved_is_published_whole(
    browser: Browser, live_server: LiveServer, stage: Cast
) -> None:
    with visitor(browser, live_server.url, stage.cleo) as page:
        page.goto(WRITE)
        page.route("**/draft/", slowly)
        with page.expect_request("**/draft/"):
            page.get_by_label("Your answer").fill("Half")
        page.get_by_label("Your answer").fill("Whole.")
        page.get_by_role("button", name="Publish answer").click()
        page.locator(".answer .record").wait_for()
    assert Answer.objects.get().source == "Whole."
    assert not Draft.objects.exists()


def test_without_a_connection_the_text_stays_and_is_saved_later(
    browser: Browser, live_server: LiveServer, stage: Cast
) -> None:
    with context(browser, live_server.url, stage.cleo) as opened:
        page = opened.new_page()
        page.goto(WRITE)
        page.route("**/draft/", lambda route: route.abort())
        page.get_by_label("Your answer").fill("Half")
        page.get_by_text("No connection").wait_for()
        page.unroute("**/draft/")
        page.get_by_label("Your answer").fill("Half of it.")
        page.get_by_text("Only you can see it.", exact=False).filter(has_text="Saved").wait_for()
    assert Draft.objects.get().source == "Half of it."
