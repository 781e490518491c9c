"""Read, ask, answer, change, decline, reply, quote: in a real browser, with scripts, without, and by keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.core import mail

from election.domain import answers, questions, threads
from election.models import Answer, Draft, Question, Reply
from tests.cast import Cast, cast, now
from tests.journeys.visitor import context, visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.fixtures import Settings
    from pytest_django.live_server_helper import LiveServer

Q1 = "/e/council-spring/questions/1/"


@pytest.fixture
def stage(transactional_db: None) -> Cast:
    return cast()


def asked(stage: Cast) -> Question:
    return questions.ask(stage.election, "What would you change first?", "Think of *winter*.", now(), author=stage.mia)


def test_a_stranger_reads_from_the_front_page_to_an_answer(
    browser: Browser, live_server: LiveServer, stage: Cast
) -> None:
    answers.publish(asked(stage), stage.cleos, "The **roof**.", now())
    with visitor(browser, live_server.url) as page:
        page.goto("/")
        page.get_by_role("link", name="Council, spring").click()
        page.get_by_role("link", name="What would you change first?").click()
        assert page.get_by_role("heading", level=1).inner_text() == "What would you change first?"
        assert page.locator(".answer .record strong").inner_text() == "roof"
        assert page.title() == "Question 1 · Council, spring · Council · Hustings"


def test_a_new_member_signs_up_by_a_code_and_asks(
    browser: Browser, live_server: LiveServer, stage: Cast, settings: Settings
) -> None:
    settings.MAIL_WORKS = True
    with visitor(browser, live_server.url) as page:
        page.goto("/e/council-spring/")
        page.get_by_role("link", name="Sign in and ask the candidates a question").click()
        page.get_by_role("link", name="Make an account").click()
        page.get_by_label("Your name").fill("Nia")
        page.get_by_label("E-mail address").fill("nia@saltmarsh.example")
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_label("Code from the mail").fill(_code())
        page.get_by_role("button", name="This address is mine").click()
        page.get_by_label("Your question, in one sentence").fill("Who mends the boat?")
        page.get_by_role("button", name="Preview").click()
        assert "Nothing is published yet" in page.locator(".preview").inner_text()
        page.get_by_role("button", name="Ask the question").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Who mends the boat?"
    assert Question.objects.get().author_name == "Nia"


def _code() -> str:
    found = re.search(r"^\s+(\d{6})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found
    return found[1]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_candidate_answers_changes_and_declines(
    browser: Browser, live_server: LiveServer, stage: Cast, *, scripts: bool
) -> None:
    asked(stage)
    with visitor(browser, live_server.url, stage.cleo, scripts=scripts) as page:
        page.goto("/e/council-spring/todo/")
        assert page.get_by_role("heading", level=1).inner_text() == "1 question waits for you"
        page.get_by_label("Your answer").fill("The *roof*.")
        page.get_by_role("button", name="Publish answer").click()
        assert page.locator(".answer .record em").inner_text() == "roof"
        page.get_by_role("link", name="Change my answer").click()
        page.get_by_label("Your answer").fill("The *cellar*.")
        page.get_by_role("button", name="Publish the change").click()
        page.get_by_text("See what changed").click()
        assert page.locator(".diff del").first.inner_text().endswith("]")
        page.get_by_role("link", name="Change my answer").click()
        page.get_by_role("link", name="Decline to answer").click()
        page.get_by_label("Reason, if you want to give one").fill("I was there.")
        page.get_by_role("button", name="Decline to answer").click()
        assert "I was there." in page.locator("#c-1-cleo .gap").inner_text()
    answer = Answer.objects.get()
    assert (answer.declined, answer.versions.count()) == (True, 3)


def test_a_draft_is_saved_while_one_writes_and_a_second_tab_is_told(
    browser: Browser, live_server: LiveServer, stage: Cast
) -> None:
    asked(stage)
    with context(browser, live_server.url, stage.cleo) as opened:
        first, second = opened.new_page(), opened.new_page()
        for tab in (first, second):
            tab.goto(f"{Q1}answer/")
        _write(first, "From the first tab.")
        first.get_by_text(re.compile(r"^Saved \d\d:\d\d")).wait_for()
        _write(second, "From the second tab.")
        second.get_by_text("changed in another window").wait_for()
        assert second.get_by_label("Your answer").input_value() == "From the second tab."
    assert Draft.objects.get().source == "From the first tab."


def _write(page: Page, text: str) -> None:
    page.get_by_label("Your answer").fill(text)


def test_somebody_replies_and_quotes_by_keyboard_alone(browser: Browser, live_server: LiveServer, stage: Cast) -> None:
    answer = answers.publish(asked(stage), stage.cleos, "The roof.", now())
    with visitor(browser, live_server.url, stage.vera) as page:
        page.goto(Q1)
        _tab_to(page, "Quote Cleo’s answer")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Reply to Cleo’s answer").wait_for()
        _tab_to(page, "", tag="TEXTAREA")
        assert page.locator("textarea").input_value().startswith("> The roof.")
        page.keyboard.press("Control+End")
        page.keyboard.type("Which one?")
        _tab_to(page, "Post reply", tag="BUTTON")
        page.keyboard.press("Enter")
        page.locator(".reply").wait_for()
    reply = Reply.objects.get()
    assert (reply.answer, reply.source) == (answer, "> The roof.\n\nWhich one?")


def _tab_to(page: Page, name: str, tag: str = "A") -> None:
    """Presses Tab until the focus is, visibly, on what is called `name`."""
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "() => { const e = document.activeElement; const s = getComputedStyle(e);"
            " return [e.tagName, e.innerText.trim().replace(/\\s+/g, ' '), s.outlineStyle, s.outlineWidth]; }"
        )
        if focused[0] == tag and name in focused[1]:
            assert focused[2] != "none", f"the focus on {name} is not visible"
            assert focused[3] != "0px", f"the focus on {name} is not visible"
            return
    raise AssertionError(f"the keyboard does not reach {tag} {name}")


def test_without_scripts_one_asks_named_candidates_and_replies(
    browser: Browser, live_server: LiveServer, stage: Cast
) -> None:
    with visitor(browser, live_server.url, stage.mia, scripts=False) as page:
        page.goto("/e/council-spring/questions/")
        page.get_by_role("link", name="Ask a question").first.click()
        page.get_by_role("button", name="Ask the question").click()
        assert page.title().startswith("Error: ")
        page.get_by_label("Your question, in one sentence").fill("Only you, Cleo?")
        page.get_by_label("Cleo").check()
        page.get_by_role("button", name="Ask the question").click()
        page.get_by_role("link", name="Reply to the question").click()
        page.get_by_label("Your reply").fill("I mean it.")
        page.get_by_role("button", name="Post reply").click()
        assert "I mean it." in page.locator(".reply .talk").inner_text()
    question = Question.objects.get()
    assert list(question.asked.all()) == [stage.cleos]


def test_a_candidate_is_told_that_a_reply_is_no_answer_and_makes_it_one(
    browser: Browser, live_server: LiveServer, stage: Cast
) -> None:
    threads.reply(asked(stage), "Please do.", now(), author=stage.vera)
    with visitor(browser, live_server.url, stage.cleo) as page:
        page.goto(Q1)
        page.get_by_role("link", name="Reply to the question").click()
        assert "This is not your answer." in page.locator("main").inner_text()
        page.get_by_label("Your reply").fill("The roof.")
        page.get_by_role("button", name="Post reply").click()
        page.get_by_role("link", name="Make this my answer").click()
        page.get_by_role("button", name="Make this my answer").click()
        assert "The roof." in page.locator(".answer .record").inner_text()
    assert Answer.objects.get().source == "The roof."
