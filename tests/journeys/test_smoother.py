"""What scripts make smoother, in a real browser: the reader's clock, copying, unfolding, scrolling boxes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client

from election.domain import answers, questions, running, threads
from election.models import Answer, Reply
from election.models.post import Voice
from tests.cast import Cast, cast, now

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

    from election.models import User

WIDE = "    a line of code that is longer than any telephone is wide " * 4


@pytest.fixture
def stage(transactional_db: None) -> Cast:
    return cast()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    context = browser.new_context(
        base_url=live_server.url,
        viewport={"width": 390, "height": 800},
        timezone_id="Asia/Tokyo",
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield context.new_page()
    context.close()


def answered(stage: Cast) -> tuple[Answer, Reply]:
    """A question with Cleo's answer and Vera's reply under it."""
    at = now() - timedelta(hours=1)
    question = questions.ask(stage.election, "Why?", "", at, author=stage.mia, voice=Voice.MEMBER)
    answer = answers.publish(question, stage.cleos, f"So:\n\n{WIDE}", at)
    return answer, threads.reply(question, "Indeed.", at, author=stage.vera, voice=Voice.MEMBER, answer=answer)


def test_a_signed_out_reader_sees_when_it_closes_on_the_clock_of_the_browser(page: Page, stage: Cast) -> None:
    page.goto(stage.election.get_absolute_url())
    assert "in Tokyo, your time" in page.locator("time[data-local]").first.inner_text()


def test_a_link_into_a_folded_thread_unfolds_it(page: Page, stage: Cast) -> None:
    _, reply = answered(stage)
    page.goto(reply.question.get_absolute_url())
    page.locator("details.thread-fold").evaluate_all("folds => folds.forEach(fold => { fold.open = false; })")
    page.evaluate("anchor => { location.hash = anchor; }", reply.anchor)
    page.locator(f"#{reply.anchor}").wait_for(state="visible")


def test_a_box_that_scrolls_can_be_reached_with_the_keyboard(page: Page, stage: Cast) -> None:
    answer, _ = answered(stage)
    page.goto(answer.question.get_absolute_url())
    assert page.locator(".record pre").get_attribute("tabindex") == "0"
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_present_tab_is_in_sight_on_a_phone(page: Page, stage: Cast) -> None:
    page.goto(f"{stage.election.get_absolute_url()}acts/")
    box = page.locator(".tabs [aria-current]").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def sign_in(page: Page, user: User, address: str) -> None:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


def test_a_text_whose_window_closed_meanwhile_is_shown_back_and_can_be_copied(
    page: Page, stage: Cast, live_server: LiveServer
) -> None:
    sign_in(page, stage.mia, live_server.url)
    page.goto(f"{stage.election.get_absolute_url()}questions/new/")
    page.locator("[name=sentence]").fill("Who holds the key?")
    running.cancel(stage.election, stage.olga, now(), "The body was dissolved.")
    page.locator("main form .btn--main").click()
    assert page.locator(".kept textarea").input_value() == "Who holds the key?"
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Who holds the key?"
