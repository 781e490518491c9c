"""Deep threads as they are drawn: where indents end, words say whom a reply answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from election.domain import questions, threads
from tests.cast import Cast, cast, now
from tests.journeys.visitor import visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

DRAWN = """[...document.querySelectorAll(".reply")].map(e => [
    Math.round(e.getBoundingClientRect().left), e.querySelector(".to")?.getBoundingClientRect().width > 2])"""
"""Of each reply: where it begins, and whether the words "to …" can be seen."""


@pytest.fixture
def stage(transactional_db: None) -> Cast:
    made, parent = cast(), None
    question = questions.ask(made.election, "Why?", "", now(), author=made.mia)
    for n in range(1, 9):
        parent = threads.reply(question, f"Depth {n}.", now(), author_name=f"P{n}", parent=parent)
    return made


@pytest.mark.parametrize(("width", "said_from"), [(1280, 5), (390, 3)])
def test_a_reply_names_whom_it_answers_where_indents_end(
    browser: Browser, live_server: LiveServer, stage: Cast, width: int, said_from: int
) -> None:
    with visitor(browser, live_server.url, width=width) as page:
        page.goto("/e/council-spring/questions/1/")
        drawn = page.evaluate(DRAWN)
    lefts = [left for left, _ in drawn]
    assert [said for _, said in drawn] == [level >= said_from for level in range(1, 9)]
    assert lefts[:said_from] == sorted(set(lefts[:said_from])), "each level up to there is further in"
    assert len(set(lefts[said_from - 1 :])) == 1, "and from there on none is"
