"""On paper: the Q&A without what only a screen can do, every thread unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from election.domain import answers, questions, threads
from tests.cast import cast, now
from tests.journeys.visitor import visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer


def test_a_question_is_printed_with_its_folded_threads_and_without_buttons(
    browser: Browser, live_server: LiveServer, transactional_db: None
) -> None:
    made = cast()
    question = questions.ask(made.election, "Why?", "", now(), author=made.mia)
    answer = answers.publish(question, made.cleos, "See [the plan](https://saltmarsh.example/plan).", now())
    threads.reply(question, "Said below.", now(), author=made.vera, answer=answer)
    with visitor(browser, live_server.url, made.vera) as page:
        page.goto(question.get_absolute_url())
        page.locator("details.thread-fold").evaluate_all("folds => folds.forEach(fold => { fold.open = false; })")
        assert not page.get_by_text("Said below.").is_visible()
        page.emulate_media(media="print")
        assert page.get_by_text("Said below.").is_visible()
        assert page.get_by_role("heading", level=1).is_visible()
        assert not page.locator(".tools, .tabs, .btn").filter(visible=True).count()
        after = "a => getComputedStyle(a, '::after').content"
        assert "https://saltmarsh.example/plan" in page.locator(".answer .record a").evaluate(after)
