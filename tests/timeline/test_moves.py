"""Moves of an announced timeline: what may still change, what follows, and what is over for good."""

from __future__ import annotations

from dataclasses import replace
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
    warnings,
)

DAY = timedelta(days=1)
PLAN = propose(date(2027, 3, 1))
MOMENTS = st.datetimes(datetime(2027, 2, 1), datetime(2027, 5, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- with UTC


def on(day: int, hour: int = 15) -> datetime:
    """A moment in March 2027."""
    return datetime(2027, 3, 1, hour, tzinfo=UTC) + (day - 1) * DAY


@given(MOMENTS)
def test_a_window_is_ahead_or_open_or_over_and_never_two_of_these(at: datetime) -> None:
    for window in PLAN:
        assert [window.is_ahead(at), window.is_open(at), window.is_over(at)].count(True) == 1


@given(MOMENTS)
def test_every_moment_of_an_announced_election_has_its_phase(at: datetime) -> None:
    phase = phase_at(PLAN, Recorded(announced=True), at)
    assert (phase in {Phase.NOMINATION, Phase.QA, Phase.VOTING}) == bool(PLAN.open_windows(at))


@given(MOMENTS)
def test_the_next_edge_is_the_nearest_that_is_left(at: datetime) -> None:
    edges = sorted(moment for window in PLAN for moment in (window.opens, window.closes) if moment > at)
    found = PLAN.next_edge(at)
    assert (found[2] if found else None) == (edges[0] if edges else None)


@given(st.integers(1, 1000), MOMENTS)
def test_an_extension_that_moves_what_follows_keeps_its_lengths_or_is_refused(hours: int, at: datetime) -> None:
    try:
        longer = extend(PLAN, Kind.NOMINATION, timedelta(hours=hours), at, moving=True)
    except Refused:
        return
    pairs = [(PLAN.window(kind), longer.window(kind)) for kind in (Kind.QUESTIONS, Kind.ANSWERS, Kind.VOTING)]
    assert all(old and new and old.length == new.length for old, new in pairs)
    assert problems(longer) == ()


def test_between_windows_the_phase_says_which_gap_it_is() -> None:
    announced = Recorded(announced=True)
    assert phase_at(Timeline(), announced, on(1)) is Phase.COMING
    assert phase_at(Timeline(nomination=PLAN.nomination), announced, on(9)) is Phase.COUNTING
    assert phase_at(Timeline(questions=PLAN.questions, voting=PLAN.voting), announced, on(20)) is Phase.WAITING


def test_a_weekend_is_unusual_beside_being_short() -> None:
    weekend = Timeline(voting=Window(Kind.VOTING, on(6, 0), on(8, 0)))
    assert [w.sentence.partition(".")[0] for w in warnings(weekend)] == [
        "Voting would be open for less than three days",
        "Voting would be open on a weekend only",
    ]
    friday_too = Timeline(voting=Window(Kind.VOTING, on(5, 20), on(7, 20)))
    assert len(warnings(friday_too)) == 1


def test_voting_that_is_over_is_not_opened_again() -> None:
    with pytest.raises(Refused, match="Voting is over"):
        extend(PLAN, Kind.VOTING, 3 * DAY, on(30))


def test_nomination_that_is_over_can_be_opened_again_with_all_that_follows() -> None:
    longer = extend(PLAN, Kind.NOMINATION, 7 * DAY, on(8, 20), moving=True)
    assert longer.nomination == Window(Kind.NOMINATION, on(1), on(15))
    assert longer.voting == Window(Kind.VOTING, on(29), on(36))


def test_what_has_opened_does_not_move_with_what_was_before_it() -> None:
    with pytest.raises(Refused, match="Questions has opened already"):
        extend(PLAN, Kind.NOMINATION, 7 * DAY, on(10), moving=True)


def test_a_window_that_has_opened_cannot_be_taken_off_the_plan() -> None:
    with pytest.raises(Refused, match="opened already"):
        reschedule(PLAN, replace(PLAN, questions=None, answers=None), on(10))


def test_a_move_into_an_impossible_plan_is_refused_with_the_plans_own_sentence() -> None:
    with pytest.raises(Refused, match="before the slate is known"):
        open_now(PLAN, Kind.VOTING, on(2))
    with pytest.raises(Refused, match="before questions do"):
        close_now(PLAN, Kind.ANSWERS, on(10))


def test_now_may_be_a_moment_ago_and_no_more() -> None:
    assert PLAN.voting
    half, two = (replace(PLAN, voting=replace(PLAN.voting, opens=on(21) - timedelta(seconds=s))) for s in (30, 120))
    assert reschedule(PLAN, half, on(21)) == half
    with pytest.raises(Refused, match="in the past"):
        reschedule(PLAN, two, on(21))


def test_changes_tell_new_and_dropped_windows_too() -> None:
    bare = replace(PLAN, voting=None)
    assert PLAN.voting
    assert [(c.edge, c.before, c.after) for c in changes(bare, PLAN)] == [
        (Edge.OPENS, None, PLAN.voting.opens),
        (Edge.CLOSES, None, PLAN.voting.closes),
    ]
    assert [(c.before, c.after) for c in changes(PLAN, bare)] == [
        (PLAN.voting.opens, None),
        (PLAN.voting.closes, None),
    ]
    assert changes(PLAN, PLAN) == ()


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_last_place_where_a_day_ends_is_twelve_hours_behind_utc(day: date) -> None:
    end = end_of_day_anywhere(day)
    assert (end.tzinfo, end.date(), end.hour) == (UTC, day + DAY, 12)


def test_a_window_is_drawn_by_days_that_begin_with_its_opening() -> None:
    window = Window(Kind.VOTING, on(1), on(4))
    assert cells(window.opens, window.closes, on(1) - DAY) == ("ahead", "ahead", "ahead")
    assert cells(window.opens, window.closes, on(2)) == ("on", "today", "ahead")
    assert cells(window.opens, window.closes, on(9)) == ("on", "on", "on")
