"""Windows are half-open; phases come from the clock and the acts on record; plans and moves keep to the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from election.timeline import (
    Edge,
    Kind,
    Phase,
    Recorded,
    Refused,
    Timeline,
    Window,
    cells,
    changes,
    close_now,
    end_of_day_anywhere,
    extend,
    open_now,
    phase_at,
    problems,
    propose,
    reschedule,
    span,
    stages,
    until,
    warnings,
)

DAY = timedelta(days=1)
NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)
PLAN = propose(date(2027, 3, 1))
ANNOUNCED = Recorded(announced=True)


def on(day: int, hour: int = 15) -> datetime:
    """A moment in March 2027."""
    return datetime(2027, 3, 1, hour, tzinfo=UTC) + (day - 1) * DAY


def test_a_window_is_open_at_its_opening_and_shut_at_its_closing() -> None:
    window = Window(Kind.VOTING, on(1), on(8))
    assert window.is_open(on(1))
    assert not window.is_open(on(8))
    assert window.is_over(on(8))
    assert window.is_ahead(on(1) - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("at", "phase"),
    [
        (on(1) - DAY, Phase.COMING),
        (on(2), Phase.NOMINATION),
        (on(8), Phase.REVIEW),
        (on(9), Phase.QA),
        (on(20), Phase.QA),
        (on(21), Phase.WAITING),
        (on(22), Phase.VOTING),
        (on(29), Phase.COUNTING),
    ],
)
def test_the_phase_comes_from_the_clock(at: datetime, phase: Phase) -> None:
    assert phase_at(PLAN, ANNOUNCED, at) is phase


def test_acts_on_record_go_before_the_clock() -> None:
    assert phase_at(PLAN, Recorded(), on(2)) is Phase.DRAFT
    assert phase_at(PLAN, Recorded(announced=True, declared=True), on(2)) is Phase.RESULTS
    assert phase_at(PLAN, Recorded(announced=True, cancelled=True), on(2)) is Phase.CANCELLED


def test_where_windows_overlap_the_one_that_closes_first_is_the_headline() -> None:
    both = Timeline(
        answers=Window(Kind.ANSWERS, on(1), on(10)),
        questions=Window(Kind.QUESTIONS, on(1), on(10)),
        voting=Window(Kind.VOTING, on(5), on(8)),
    )
    assert phase_at(both, ANNOUNCED, on(6)) is Phase.VOTING
    assert both.open_windows(on(6)) == {Kind.QUESTIONS, Kind.ANSWERS, Kind.VOTING}


def test_the_bar_has_the_planned_parts_and_the_results() -> None:
    bar = stages(PLAN, ANNOUNCED, on(10))
    assert [(stage.phase, stage.state) for stage in bar] == [
        (Phase.NOMINATION, "done"),
        (Phase.QA, "open"),
        (Phase.VOTING, "next"),
        (Phase.RESULTS, "next"),
    ]


def test_a_proposed_plan_works_and_is_not_unusual() -> None:
    assert problems(PLAN) == ()
    assert warnings(PLAN) == ()


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_plan_can_be_proposed_from_any_day(first: date) -> None:
    plan = propose(first)
    assert problems(plan) == ()
    assert plan.nomination is not None
    assert plan.nomination.opens.date() == first


@pytest.mark.parametrize(
    ("window", "field"),
    [
        (Window(Kind.NOMINATION, on(8), on(1)), "nomination_closes"),
        (Window(Kind.VOTING, on(5), on(29)), "voting_opens"),
        (Window(Kind.ANSWERS, on(9), on(12)), "answers_closes"),
        (Window(Kind.QUESTIONS, on(40), on(50)), "answers_closes"),
    ],
)
def test_a_plan_that_cannot_work_says_so_beside_the_edge_to_mend(window: Window, field: str) -> None:
    parts = {w.kind.value: w for w in PLAN} | {window.kind.value: window}
    assert field in [problem.field for problem in problems(Timeline(**parts))]


def test_short_and_weekend_windows_are_unusual_but_possible() -> None:
    short = Timeline(voting=Window(Kind.VOTING, on(1), on(3)))
    weekend = Timeline(voting=Window(Kind.VOTING, on(6, 0), on(8, 0)))
    assert problems(short) == ()
    assert "less than three days" in warnings(short)[0].sentence
    assert "less than three days" in warnings(weekend)[0].sentence
    long_weekend = Window(Kind.VOTING, on(6, 0), on(6, 0) + 3 * DAY)
    assert warnings(Timeline(voting=long_weekend)) == ()


def test_extending_moves_nothing_else_unless_asked() -> None:
    longer = extend(PLAN, Kind.NOMINATION, DAY, on(2))
    assert [(c.kind, c.edge) for c in changes(PLAN, longer)] == [(Kind.NOMINATION, Edge.CLOSES)]
    moved = extend(PLAN, Kind.NOMINATION, DAY, on(2), moving=True)
    assert len(changes(PLAN, moved)) == 7
    assert all(c.before and c.after and c.after - c.before == DAY for c in changes(PLAN, moved))


def test_answers_stay_open_at_least_as_long_as_questions() -> None:
    longer = extend(PLAN, Kind.QUESTIONS, 3 * DAY, on(10))
    assert longer.questions
    assert longer.answers
    assert longer.answers.closes == longer.questions.closes


def test_open_now_and_close_now() -> None:
    assert PLAN.questions
    opened = open_now(PLAN, Kind.QUESTIONS, on(8, 20))
    assert opened.questions == Window(Kind.QUESTIONS, on(8, 20), PLAN.questions.closes)
    closed = close_now(PLAN, Kind.QUESTIONS, on(12))
    assert closed.questions == Window(Kind.QUESTIONS, PLAN.questions.opens, on(12))


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda: close_now(PLAN, Kind.VOTING, on(23)), "only be extended"),
        (lambda: open_now(PLAN, Kind.VOTING, on(23)), "opened already"),
        (lambda: close_now(PLAN, Kind.QUESTIONS, on(2)), "not open now"),
        (lambda: extend(PLAN, Kind.VOTING, timedelta(), on(23)), "at least one hour"),
        (lambda: extend(Timeline(), Kind.VOTING, DAY, on(23)), "plans no window for voting"),
    ],
)
def test_moves_that_the_rules_forbid_are_refused_in_a_sentence(act: object, words: str) -> None:
    assert callable(act)
    with pytest.raises(Refused, match=words):
        act()


def test_voting_that_has_opened_keeps_its_opening_and_can_be_extended() -> None:
    assert PLAN.voting
    later = Timeline(voting=Window(Kind.VOTING, on(24), on(29)))
    with pytest.raises(Refused, match="opening stays as it is"):
        reschedule(Timeline(voting=PLAN.voting), later, on(23))
    with pytest.raises(Refused, match="opening stays as it is"):
        reschedule(Timeline(voting=PLAN.voting), Timeline(), on(23))
    assert extend(PLAN, Kind.VOTING, DAY, on(23)).voting == Window(Kind.VOTING, PLAN.voting.opens, on(30))


def test_nothing_moves_into_the_past() -> None:
    early = Timeline(voting=Window(Kind.VOTING, on(5), on(29)))
    with pytest.raises(Refused, match="in the past"):
        reschedule(Timeline(voting=PLAN.voting), early, on(10))


def test_a_day_ends_last_at_noon_utc() -> None:
    assert end_of_day_anywhere(date(2027, 3, 9)) == NOON


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(days=3, hours=4, minutes=5), "3 days 4 hours"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=2, minutes=5), "2 days"),
        (timedelta(hours=5, minutes=1), "5 hours 1 minute"),
        (timedelta(seconds=3), "less than a minute"),
    ],
)
def test_lengths_are_told_in_their_two_largest_units(length: timedelta, words: str) -> None:
    assert span(length) == words
    assert until(NOON + length, NOON) == f"in {words}"
    assert until(NOON - length, NOON) == f"{words} ago"


@given(st.integers(1, 60), st.integers(-5, 70))
def test_cells_are_filled_then_framed_then_empty(days: int, passed: int) -> None:
    drawn = cells(NOON, NOON + days * DAY, NOON + passed * DAY)
    assert len(drawn) <= 21
    assert sorted(drawn, key=["on", "today", "ahead"].index) == list(drawn)
    assert drawn.count("today") <= 1
