"""Times in templates."""

from __future__ import annotations

from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from tests.templatetags.stage import AT, drawn, march

LOAD = "{% load times %}"


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("moment", "Fri 19 March, 15:00 UTC"),
        ("stamp", "19 March, 15:00 UTC"),
        ("day", "19 March"),
        ("left", "3 days 4 hours"),
        ("until", "in 3 days 4 hours"),
    ],
)
def test_every_time_carries_its_moment_for_machines(tag: str, words: str) -> None:
    html = drawn(LOAD + "{% " + tag + " when %}", {"at": AT, "when": march(19)})
    assert html == f'<time datetime="2027-03-19T15:00Z">{words}</time>'


@pytest.mark.parametrize("tag", ["moment", "stamp", "day", "left", "until", "local"])
def test_a_time_that_is_not_planned_is_not_drawn(tag: str) -> None:
    assert drawn(LOAD + "{% " + tag + " when %}", {"at": AT, "when": None}) == ""


def test_a_post_with_a_stated_time_without_zone_shows_those_words() -> None:
    post = SimpleNamespace(sent="13 February 2020, 18:25, zone unknown", at=march(1))
    assert drawn(LOAD + "{% dated post %}", {"at": AT, "post": post}) == f'<span class="sent">{post.sent}</span>'


def test_a_post_without_one_shows_its_moment() -> None:
    post = SimpleNamespace(sent="", at=march(10, 7))
    assert "10 March, 07:00 UTC" in drawn(LOAD + "{% dated post %}", {"at": AT, "post": post})


def test_a_signed_in_reader_sees_the_clock_of_the_zone_they_chose() -> None:
    vera = SimpleNamespace(timezone=ZoneInfo("Africa/Nairobi"))
    html = drawn(LOAD + "{% local when %}", {"at": AT, "user": vera, "when": march(19)})
    assert "18:00 in Nairobi, your time" in html
    assert "hidden" not in html


@pytest.mark.parametrize("user", [SimpleNamespace(), SimpleNamespace(timezone=ZoneInfo("UTC"))])
def test_without_a_zone_of_ones_own_the_place_is_left_to_the_browser(user: SimpleNamespace) -> None:
    html = drawn(LOAD + "{% local when %}", {"at": AT, "user": user, "when": march(19)})
    assert html == '<time class="local" datetime="2027-03-19T15:00Z" data-local hidden></time>'
