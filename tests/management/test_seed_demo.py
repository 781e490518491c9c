"""manage.py seed_demo: a community that never broke its own rules, with an election in every phase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from election import text
from election.domain.refusals import Refused
from election.domain.roll import reading
from election.management.demo import content
from election.management.demo.days import Days
from election.management.demo.seeding import seed
from election.models import Election, JournalEntry, Reply, RollRequest, User
from election.models.question import LONGEST
from tests.journals import write

AT = datetime(2027, 3, 16, 11, 47, 12, 345678, tzinfo=UTC)
BIG = "technical-council"


def seeded() -> None:
    assert seed(AT)


def command() -> str:
    out = StringIO()
    call_command("seed_demo", stdout=out)
    return out.getvalue().strip()


def strings(value: Any) -> Iterator[str]:
    """Every text of the content, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def everything() -> dict[str, Any]:
    return {"people": content.people(), "bodies": content.bodies(), "elections": content.elections()}


def test_every_text_renders_and_no_mark_of_a_date_is_left_in_it() -> None:
    for source in strings(everything()):
        said = Days(AT).said(source)
        text.render(said)
        assert not re.search(r"\{\w+:-?\d", said), said


def test_nobody_in_the_demo_could_exist() -> None:
    people = content.people().values()
    assert len({person["email"] for person in people}) == len(people)
    hosts = [found for source in strings(everything()) for found in re.findall(r"(?:https?://|\w@)([\w.-]*\w)", source)]
    assert len(hosts) > len(people)
    assert {host.rpartition(".")[2] for host in hosts} == {"example"}


def test_dates_in_texts_follow_from_the_day_of_seeding() -> None:
    days = Days(AT)
    assert days.said(" {day:-16}, {month:-75}, {year:-75}, {season:-75} \n") == "28 February, December, 2026, winter"
    assert [days.said(f"{{season:{n}}}") for n in (0, 90, 180, 270)] == ["spring", "summer", "autumn", "winter"]


def test_the_moment_of_seeding_is_taken_at_its_full_hour() -> None:
    days = Days(AT)
    assert days.at(-7.7917) == datetime(2027, 3, 8, 16, tzinfo=UTC)
    assert days.at(2.2083) == datetime(2027, 3, 18, 16, tzinfo=UTC)


def test_a_site_that_is_no_demo_is_left_alone(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="Set DEMO=1") as refused:
        command()
    assert refused.value.returncode == 1


@pytest.mark.django_db
def test_a_site_that_is_in_use_is_left_alone(settings: Settings) -> None:
    settings.DEMO = True
    write(1)
    with pytest.raises(CommandError, match="in use already"):
        command()
    assert not Election.objects.exists()


@pytest.mark.django_db
def test_the_second_time_nothing_is_done_and_that_is_said(settings: Settings) -> None:
    settings.DEMO = True
    assert command() == "The Saltmarsh project is here."
    before = JournalEntry.objects.count(), Reply.objects.count()
    with CaptureQueriesContext(connection) as queries:
        assert command() == "The demo is here already: nothing was done."
    assert (JournalEntry.objects.count(), Reply.objects.count()) == before
    assert len(queries) <= 4


@pytest.mark.django_db
def test_what_breaks_a_rule_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    late = [{**story, "question": late_question(story)} for story in content.elections()]
    monkeypatch.setattr(content, "elections", lambda: late)
    with pytest.raises(Refused, match=r"sam may not.*Ask the candidates a question"):
        seed(AT)
    assert not User.objects.exists()
    assert not JournalEntry.objects.exists()


def late_question(story: dict[str, Any]) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = story["question"]
    late = {"by": "sam", "at": -7.2, "sentence": "Before the window opens?"}
    return [*asked, late] if story["slug"] == BIG else asked


def test_questions_are_at_most_300_characters_long() -> None:
    sentences = [Days(AT).said(q["sentence"]) for story in content.elections() for q in story["question"]]
    assert len(sentences) == 36
    assert max(map(len, sentences)) <= LONGEST


@pytest.mark.django_db
@pytest.mark.parametrize("hours", [5, 18])
def test_it_can_be_seeded_at_any_time_of_any_season(hours: int) -> None:
    at = AT + timedelta(hours=hours, days=hours * 11)
    assert seed(at)
    assert Election.objects.get(slug=BIG).timeline.open_windows(at) == {"questions", "answers"}


@pytest.mark.django_db
def test_the_roll_has_as_many_voters_as_its_election_says_and_two_requests_wait() -> None:
    seeded()
    election = Election.objects.get(slug=BIG)
    assert reading.figures(election).on == 263
    assert "263 contributors are on the voter roll" in election.source
    assert RollRequest.objects.filter(election=election).waiting().count() == 2
