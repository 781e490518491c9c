"""The headline, the next edge and the phase bar."""

from __future__ import annotations

from datetime import datetime

import pytest

from election.models import Cancellation, Declaration
from tests.templatetags.stage import AT, council, drawn, frame, march

SAID = "{% load phases %}{% headline %} {% next_edge %}"
BAR = '{% include "_parts/phases.html" %}'


@pytest.mark.parametrize(
    ("at", "headline", "turn"),
    [
        (march(1, 0), "Not open yet.", "Nomination opens in"),
        (march(4), "Nomination is open.", "Nomination closes in"),
        (march(8, 20), "Nomination has closed.", "Questions open in"),
        (AT, "Questions and answers are open.", "Questions close in"),
        (march(20), "Questions and answers are open.", "Answers close in"),
        (march(21, 20), "Waiting for what comes next.", "Voting opens in"),
        (march(25), "Voting is open.", "Voting closes in"),
    ],
)
def test_an_election_says_what_it_is_doing_and_what_comes_next(at: datetime, headline: str, turn: str) -> None:
    said = drawn(SAID, frame(council(), at))
    assert said.startswith(f"{headline} {turn} <time")
    assert said.endswith("</time>.")


def test_once_everything_has_closed_no_clock_is_named() -> None:
    assert drawn(SAID, frame(council(), march(30))) == "Everything has closed. The result comes next."


@pytest.mark.parametrize(
    ("act", "row", "said"),
    [
        ("declaration", Declaration(at=AT), "The result is declared."),
        ("cancellation", Cancellation(at=AT), "This election was cancelled."),
    ],
)
def test_an_act_on_record_silences_the_clock(act: str, row: object, said: str) -> None:
    election = council()
    election._state.fields_cache[act] = row
    assert drawn(SAID, frame(election)) == said


def test_the_phase_bar_marks_the_open_stage_and_tells_every_date() -> None:
    html = drawn(BAR, frame(council()))
    assert '<li data-phase="qa" data-state="open" aria-current="step">' in html
    assert html.count('aria-current="step"') == 1
    assert "Fri 19 March, 15:00 UTC" in html
    assert '>1 March</time> to <time datetime="2027-03-08T15:00Z">8 March</time>' in html
    assert "3 seats" in html


def test_in_the_open_stage_a_window_that_is_over_says_so() -> None:
    html = drawn(BAR, frame(council(), march(20)))
    assert "Questions closed <time" in html
    assert "Answers until <time" in html


def test_windows_that_are_not_planned_are_not_drawn() -> None:
    html = drawn(BAR, frame(council(nomination_opens=None, nomination_closes=None)))
    assert "Nomination" not in html


def test_nothing_is_open_in_a_cancelled_election() -> None:
    election = council()
    election._state.fields_cache["cancellation"] = Cancellation(at=AT)
    html = drawn(BAR, frame(election))
    assert "open now" not in html
    assert "aria-current" not in html
