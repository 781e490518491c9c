"""Dates as officials enter them: in UTC, in their own zone, as ends of days; refused where a plan cannot work."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from election.forms.timelines import MoveForm, PlanForm, RescheduleForm
from election.timeline import Kind, Timeline, Window, propose

PLANNED = propose(date(2027, 3, 1))
NAIROBI = ZoneInfo("Africa/Nairobi")
FORMAT = "%Y-%m-%dT%H:%M"


def typed(changed: dict[str, str] | None = None, planned: Timeline = PLANNED) -> dict[str, str]:
    """A plan's fields as a browser sends them, with some changed."""
    edges = {f"{w.kind}_{edge}": getattr(w, edge).strftime(FORMAT) for w in planned for edge in ("opens", "closes")}
    return {"clock": "utc", **edges, **(changed or {})}


def form(changed: dict[str, str], planned: Timeline = PLANNED) -> PlanForm:
    return PlanForm(typed(changed, planned), planned=planned, zone=NAIROBI)


def test_a_plan_left_alone_stays_whatever_the_clock() -> None:
    for clock in ("utc", "own", "aoe"):
        same = form({"clock": clock})
        assert same.is_valid()
        assert same.timeline == PLANNED


@pytest.mark.parametrize(
    ("clock", "moment"),
    [
        ("utc", datetime(2027, 3, 9, 18, 0, tzinfo=UTC)),
        ("own", datetime(2027, 3, 9, 15, 0, tzinfo=UTC)),
        ("aoe", datetime(2027, 3, 10, 12, 0, tzinfo=UTC)),
    ],
)
def test_a_time_is_read_by_the_clock_that_was_chosen(clock: str, moment: datetime) -> None:
    changed = form({"clock": clock, "nomination_closes": "2027-03-09T18:00", "questions_opens": "2027-03-11T15:00"})
    assert changed.is_valid(), changed.errors
    assert changed.timeline.nomination
    assert changed.timeline.nomination.closes == moment


def test_seconds_that_a_field_does_not_show_are_not_lost() -> None:
    window = PLANNED.nomination
    assert window
    opened = Window(Kind.NOMINATION, window.opens + timedelta(seconds=27), window.closes)
    planned = Timeline(nomination=opened, voting=PLANNED.voting)
    again = form({"nomination_closes": "2027-03-09T15:00"}, planned)
    assert again.is_valid()
    assert again.timeline.nomination
    assert again.timeline.nomination.opens == opened.opens


@pytest.mark.parametrize("kind", list(Kind))
def test_a_window_left_empty_is_not_planned(kind: Kind) -> None:
    without = form({f"{kind}_opens": "", f"{kind}_closes": ""})
    if kind is Kind.ANSWERS:
        assert "answers_opens" in without.errors
    else:
        assert without.is_valid()
        assert without.timeline.window(kind) is None


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"nomination_closes": "2027-02-01T15:00"}, "nomination_closes", "would close before it opens"),
        ({"voting_opens": "2027-03-02T15:00"}, "voting_opens", "before the slate is known"),
        ({"answers_closes": "2027-03-10T15:00"}, "answers_closes", "before questions do"),
        ({"voting_closes": ""}, "voting_closes", "Say when voting closes"),
        ({"voting_opens": ""}, "voting_opens", "Say when voting opens"),
        ({"voting_opens": "soon"}, "voting_opens", "Write it like 2027-03-01 15:00."),
        ({"voting_closes": "9999-12-31T23:59"}, "voting_closes", "Look at the year again."),
        ({"nomination_opens": "0001-01-01T00:00", "clock": "own"}, "nomination_opens", "Look at the year again."),
        ({"voting_closes": "9999-12-31T23:59", "clock": "aoe"}, "voting_closes", "Look at the year again."),
        ({"clock": "moon"}, "clock", "not one of the available choices"),
    ],
)
def test_a_plan_that_cannot_work_is_refused_beside_the_field(changed: dict[str, str], field: str, words: str) -> None:
    refused = form(changed)
    assert not refused.is_valid()
    assert words in str(refused.errors[field])


def test_an_unusual_plan_is_taken_with_a_warning() -> None:
    short = form({"voting_closes": "2027-03-23T15:00"})
    assert short.is_valid()
    assert short.warnings == ["Voting would be open for less than three days. Some people will miss it."]


def test_a_change_of_announced_dates_needs_a_reason() -> None:
    refused = RescheduleForm(typed(), planned=PLANNED, zone=NAIROBI)
    assert not refused.is_valid()
    assert "Give a reason" in str(refused.errors["reason"])


def test_one_in_utc_is_not_asked_for_an_own_zone() -> None:
    html = str(PlanForm(planned=PLANNED, zone=ZoneInfo("UTC"))["clock"])
    assert 'value="aoe"' in html
    assert 'value="own"' not in html


@pytest.mark.parametrize("wrong", [{"number": "0"}, {"number": "401"}, {"kind": "tea"}, {"act": "bend"}])
def test_a_move_that_is_not_known_is_refused(wrong: dict[str, str]) -> None:
    assert not MoveForm({"act": "extend", "kind": "voting", "number": "1", "unit": "days", **wrong}).is_valid()
