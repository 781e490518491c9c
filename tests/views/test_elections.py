"""The overview, the front page and calendars: what each reader is told at each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from election.domain import candidacies, declarations, questions, timelines
from election.models import Election, User
from election.models.declaration import DeclarationKind
from election.timeline import Kind, Phase, Window
from tests.cast import DAY, Cast, cast, now

pytestmark = pytest.mark.django_db
E = "/e/council-spring/"
VOTE = "https://vote.saltmarsh.example/council"


def read(path: str = E, user: User | None = None) -> str:
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path).content.decode()


def you_can(user: User | None = None) -> str:
    """What stands under "You can now"."""
    return read(user=user).split("You can now")[1].split("After that")[0]


def test_everybody_is_told_what_they_can_do_now() -> None:
    made = cast()
    questions.ask(made.election, "Why?", "", now(), author=made.mia)
    assert "Sign in and ask the candidates a question" in you_can()
    assert "1 of 3 used" in you_can(made.mia)
    assert "Answer what waits for you" in you_can(made.cleo)
    assert "See what needs you as an official" in you_can(made.olga)


def test_who_has_asked_all_their_questions_is_not_sent_to_ask() -> None:
    made = cast()
    for number in range(3):
        questions.ask(made.election, f"Why {number}?", "", now(), author=made.mia)
    assert "Ask the candidates a question" not in you_can(made.mia)
    assert "Ask the candidates a question" in you_can(made.vera)


def test_a_candidate_is_led_to_the_statement_while_it_can_be_edited() -> None:
    made = cast(Phase.NOMINATION)
    assert "Edit your statement" in you_can(made.cleo)
    assert "Edit your statement" not in you_can(made.mia)


def test_officials_can_seed_before_questions_open() -> None:
    made = cast(Phase.REVIEW)
    assert "Ask an opening question" in you_can(made.olga)
    assert "Ask an opening question" not in you_can(made.mia)


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.DRAFT])
def test_where_to_vote_is_shown_while_voting_is_open_and_only_then(phase: Phase) -> None:
    cast(phase)
    Election.objects.update(vote_at=VOTE)
    assert (VOTE in read()) is (phase is Phase.VOTING)


def test_where_to_vote_is_shown_although_answers_are_open_too() -> None:
    made = cast(Phase.VOTING)
    longer = Window(Kind.ANSWERS, now() - 10 * DAY, now() + DAY)
    planned = replace(made.election.timeline, answers=longer)
    made.election.set_timeline(planned)
    made.election.vote_at = VOTE
    made.election.save()
    assert VOTE in read()


@pytest.mark.parametrize(("phase", "shown"), [(Phase.NOMINATION, True), (Phase.QA, False), (Phase.CANCELLED, False)])
def test_how_to_stand_is_shown_while_one_can_stand(phase: Phase, *, shown: bool) -> None:
    cast(phase)
    Election.objects.update(standing_source="Write to us.", standing_html="<p>Write to us.</p>")
    assert ("How to stand" in read()) is shown


@pytest.mark.parametrize(
    ("phase", "words"), [(Phase.REVIEW, "Nomination has closed."), (Phase.WAITING, "Answers have closed.")]
)
def test_between_windows_it_says_what_ended_and_what_comes(phase: Phase, words: str) -> None:
    cast(phase)
    html = read().split('class="now"')[1]
    assert words in html or words.replace("Answers", "Questions") in html
    assert ("Questions open in" if phase is Phase.REVIEW else "Voting opens in") in html


def test_the_reason_for_new_dates_stands_on_the_overview() -> None:
    made = cast()
    voting = made.election.timeline.voting
    assert voting
    later = replace(made.election.timeline, voting=replace(voting, closes=voting.closes + DAY))
    timelines.reschedule(made.election, later, made.olga, now(), "The list was down.")
    assert "“The list was down.”" in read()


def acclaimed() -> Cast:
    made = cast(Phase.REVIEW, seats=2)
    declarations.declare(
        made.election, DeclarationKind.ACCLAIMED, [made.carls, made.cleos], made.olga, now(), on=now().date()
    )
    return made


def test_after_an_acclamation_no_vote_is_promised() -> None:
    made = acclaimed()
    html = read()
    assert "Voting: from" not in html
    assert "Add all dates to my calendar" not in html
    result = read(f"{E}result/")
    assert "Carl" in result
    assert "were acclaimed to the two seats" in result.replace("</b>", "").replace("<b>", "")
    assert "Cleo" in read(made.body.get_absolute_url()).split("Who serves")[1].split("Its elections")[0]


def test_there_is_no_result_page_before_a_result() -> None:
    cast(Phase.COUNTING)
    assert Client().get(f"{E}result/").status_code == 404


def test_calendars_hold_announced_windows_and_say_what_falls_away() -> None:
    acclaimed()
    answer = Client().get(f"{E}calendar.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    events = {str(e["summary"]): e for e in Calendar.from_ical(answer.content).walk("VEVENT")}
    assert str(events["Nomination: Council, spring"]["status"]) == "CONFIRMED"
    assert str(events["Voting: Council, spring"]["status"]) == "CANCELLED"
    assert all(e.decoded("dtstart").tzinfo and e.decoded("dtend") > e.decoded("dtstart") for e in events.values())
    everything = Calendar.from_ical(Client().get("/calendar.ics").content)
    assert len(everything.walk("VEVENT")) == 4
    assert len({str(e["uid"]) for e in everything.walk("VEVENT")}) == 4


def test_calendars_of_a_cancelled_election_say_so() -> None:
    cast(Phase.CANCELLED)
    events = Calendar.from_ical(Client().get(f"{E}calendar.ics").content).walk("VEVENT")
    assert {str(event["status"]) for event in events} == {"CANCELLED"}


def test_a_cancelled_elections_bar_closes_nothing() -> None:
    cast(Phase.CANCELLED)
    bar = read().split('class="phases"')[1].split("</ol>")[0]
    assert "closed" not in bar
    assert "open now" not in bar


def test_who_withdrew_stays_greyed_with_the_statement_and_the_word() -> None:
    made = cast()
    candidacies.withdraw(made.cleos, made.cleo, now(), "A new job.")
    assert 'data-state="withdrawn"' in read(f"{E}candidates/")
    html = read(f"{E}candidates/cleo/")
    assert "A new job." in html
    assert "I am Cleo." in html
    assert "One candidate stands for one seat, one for each" in read()


def test_statements_show_every_version_with_its_differences() -> None:
    made = cast(Phase.NOMINATION)
    client = Client()
    client.force_login(made.cleo)
    empty = client.post(f"{E}statement/", {"statement": " "})
    assert (empty.status_code, "Write your statement." in empty.content.decode()) == (422, True)
    assert (
        "<em>Cleo</em>" in client.post(f"{E}statement/", {"statement": "I am *Cleo*.", "preview": "1"}).content.decode()
    )
    client.post(f"{E}statement/", {"statement": "I am Cleo Brook."})
    client.post(f"{E}statement/", {"statement": "I am Cleo Brook."})
    html = read(f"{E}candidates/cleo/versions/")
    assert "<ins>" in html
    assert "Version 2" in html
    assert "Version 3" not in html


def test_lists_of_statements_begin_without_headings_and_marks() -> None:
    made = cast()
    candidacies.state(made.carls, "## Background\n\n- one *thing*\n- another", made.carl, now() + timedelta(seconds=1))
    html = read(f"{E}candidates/")
    assert "one thing another" in html
    assert "Background" not in html.split("<main")[1]


def test_settings_are_fixed_once_the_election_is_over() -> None:
    made = cast(Phase.RESULTS)
    client = Client()
    client.force_login(made.olga)
    assert client.get(f"{E}officials/settings/").status_code == 403
