"""Officials at work: what they see, what they change, and what each form does with bad input."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from election.domain import announcements, timelines
from election.models import (
    Announcement,
    Body,
    Cancellation,
    Candidacy,
    Declaration,
    Election,
    JournalEntry,
    Official,
    Rescheduling,
)
from election.timeline import Kind, Phase, extend
from tests.cast import DAY, Cast, cast, now

pytestmark = pytest.mark.django_db
E = "/e/council-spring/officials/"
ODD = "Kept, whatever happens"
SETTINGS = {"title": "T", "slug": "council-spring", "seats": "1", "candidate_order": "given", "questions_each": "3"}


def at_work(made: Cast, role: str = "official") -> Client:
    client = Client()
    user = made.user(role)
    assert user
    client.force_login(user)
    return client


def plan(made: Cast, **changed: str) -> dict[str, str]:
    """The dates' form as a browser sends it."""
    edges = {
        f"{w.kind}_{edge}": getattr(w, edge).strftime("%Y-%m-%dT%H:%M")
        for w in made.election.timeline
        for edge in ("opens", "closes")
    }
    seen = timelines.print_of(Election.objects.get().timeline)
    return {"clock": "utc", "seen": seen, **edges, **changed}


@pytest.mark.parametrize(
    ("phase", "role", "path", "typed", "sentence"),
    [
        (Phase.QA, "official", "settings/", {**SETTINGS, "title": "", "contact": ODD}, "required"),
        (Phase.QA, "official", "settings/", {**SETTINGS, "title": ODD, "seats": "0"}, "greater than or equal to 1"),
        (Phase.QA, "official", "settings/", {**SETTINGS, "title": ODD, "vote_at": "nowhere"}, "Enter a valid URL"),
        (
            Phase.QA,
            "official",
            "settings/",
            {**SETTINGS, "vote_at": f"https://e.example/{'x' * 200}"},
            "200 characters",
        ),
        (Phase.DRAFT, "official", "settings/", {**SETTINGS, "slug": "á b", "title": ODD}, "without accents or spaces"),
        (Phase.DRAFT, "official", "settings/", {**SETTINGS, "slug": "NEW", "title": ODD}, "has this address already"),
        (Phase.QA, "official", "cancel/", {"reason": ""}, "Give a reason"),
        (Phase.QA, "official", "candidates/new/", {"name": "", "affiliation": ODD}, "required"),
        (Phase.QA, "official", "candidates/new/", {"name": ODD, "addresses": "cleo at home"}, "not an e-mail address"),
        (
            Phase.QA,
            "official",
            "candidates/new/",
            {"name": ODD, "addresses": f"{'x' * 60}@{'y.' * 120}org"},
            "not an e",
        ),
        (Phase.QA, "official", "candidates/new/", {"name": ODD, "links": "Blog javascript:1"}, "no web address"),
        (
            Phase.QA,
            "official",
            "candidates/new/",
            {"name": ODD, "addresses": "olga@saltmarsh.example"},
            "Officials cannot",
        ),
        (
            Phase.QA,
            "official",
            "candidates/new/",
            {"name": ODD, "addresses": "carl@saltmarsh.example"},
            "another candidate",
        ),
        (Phase.QA, "official", "candidates/new/", {"name": ODD, "statement": "x" * 20_001}, "20,000"),
        (Phase.QA, "official", "candidates/cleo/edit/", {"name": "", "affiliation": ODD}, "required"),
        (Phase.QA, "official", "candidates/cleo/edit/", {"name": ODD, "statement_until": "9999-12-31T10:00"}, "year"),
        (Phase.QA, "official", "announcements/new/", {"title": "", "source": ODD}, "Give the announcement a title."),
        (Phase.QA, "official", "announcements/new/", {"title": ODD, "source": " "}, "Write what you want to announce."),
        (Phase.COUNTING, "official", "declare/", {"kind": "elsewhere", "source": ODD}, "Mark at least one"),
        (
            Phase.COUNTING,
            "official",
            "declare/",
            {"kind": "elsewhere", "winners": "cleo", "on": "2027-01-01"},
            "Say where",
        ),
        (Phase.COUNTING, "official", "declare/", {"kind": "elsewhere", "winners": ["cleo", "carl"]}, "only one seat"),
        (
            Phase.COUNTING,
            "official",
            "declare/",
            {"kind": "elsewhere", "winners": "mia", "source": ODD},
            "available choices",
        ),
        (
            Phase.COUNTING,
            "official",
            "declare/",
            {"kind": "elsewhere", "on": "9999-12-31", "source": ODD},
            "year again",
        ),
        (Phase.QA, "manager", "people/appoint/", {"email": "nobody", "name": ODD}, "valid email address"),
        (
            Phase.QA,
            "manager",
            "people/appoint/",
            {"email": "cleo@saltmarsh.example", "name": ODD},
            "Candidates cannot be",
        ),
        (Phase.QA, "manager", "people/appoint/", {"email": "OLGA@saltmarsh.example", "name": ODD}, "already"),
    ],
)
def test_bad_input_is_refused_beside_the_field_and_nothing_is_written(
    phase: Phase, role: str, path: str, typed: dict[str, str], sentence: str
) -> None:
    made = cast(phase)
    acts = JournalEntry.objects.count()
    answer = at_work(made, role).post(f"{E}{path}", typed)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert html.count(sentence) >= 2, "the summary and the field both say it"
    assert "<title>Error: " in html
    assert ODD not in typed.values() or ODD in html
    assert JournalEntry.objects.count() == acts
    assert (Candidacy.objects.count(), Official.objects.count(), Announcement.objects.count()) == (2, 1, 0)
    assert not Declaration.objects.exists()
    assert not Cancellation.objects.exists()
    assert Election.objects.get().title == "Council, spring"


@pytest.mark.parametrize(
    ("path", "typed", "sentence"),
    [
        ("bodies/new/", {"name": ODD, "slug": "council"}, "has this address already"),
        ("bodies/new/", {"name": "", "slug": "x", "source": ODD}, "required"),
        ("bodies/new/", {"name": ODD, "slug": "two words"}, "without accents or spaces"),
        ("elections/new/", {"body": "council", "title": ODD, "slug": "council-spring"}, "has this address already"),
        ("elections/new/", {"body": "none", "title": ODD}, "available choices"),
        ("elections/new/", {"body": "council", "title": ODD, "first": "9999-12-31"}, "Look at the year again."),
    ],
)
def test_managers_are_told_what_is_wrong(path: str, typed: dict[str, str], sentence: str) -> None:
    made = cast()
    answer = at_work(made, "manager").post(f"/manage/{path}", typed)
    html = answer.content.decode()
    assert (answer.status_code, html.count(sentence) >= 2, ODD in html) == (422, True, True)
    assert "<title>Error: " in html
    assert (Body.objects.count(), Election.objects.count()) == (1, 1)


def test_new_dates_are_previewed_and_then_published_with_a_reason() -> None:
    made = cast()
    voting = made.election.timeline.voting
    assert voting
    later = (voting.closes + 2 * DAY).strftime("%Y-%m-%dT%H:%M")
    olga, typed = at_work(made), plan(made, voting_closes=later, reason=ODD)
    shown = olga.post(f"{E}dates/change/", typed).content.decode()
    assert shown.count('<tr class="moved">') == 1
    assert not Rescheduling.objects.exists()
    assert olga.post(f"{E}dates/change/", {**typed, "publish": "1"}).status_code == 302
    assert Rescheduling.objects.get().reason == ODD
    assert Election.objects.get().timeline.nomination == made.election.timeline.nomination


@pytest.mark.parametrize("path", ["dates/change/", "dates/move/?act=extend&kind=voting&number=1&unit=days"])
def test_who_saw_older_dates_is_told_and_keeps_the_reason(path: str) -> None:
    made = cast()
    typed = plan(made, reason=ODD, publish="1")
    timelines.reschedule(
        made.election, extend(made.election.timeline, Kind.QUESTIONS, DAY, now()), made.olga, now(), "First."
    )
    stale = at_work(made).post(f"{E}{path}", typed)
    html = stale.content.decode()
    assert stale.status_code == 409
    assert timelines.CROSSED in html
    assert ODD in html
    assert timelines.print_of(Election.objects.get().timeline) in html
    assert Rescheduling.objects.count() == 1


def test_open_now_and_close_now_move_one_edge_to_this_moment() -> None:
    made = cast(Phase.WAITING)
    olga, seen = at_work(made), timelines.print_of(made.election.timeline)
    olga.post(f"{E}dates/move/?act=open&kind=voting", {"reason": "All is ready.", "seen": seen})
    opened = Election.objects.get().timeline.voting
    assert opened
    assert abs(opened.opens - now()) < timedelta(minutes=1)
    refused = olga.get(f"{E}dates/move/?act=close&kind=voting")
    assert refused.status_code == 409
    assert "never closed earlier" in refused.content.decode()
    again = olga.get(f"{E}dates/change/").content.decode()
    assert timelines.print_of(Election.objects.get().timeline) in again


def test_a_move_that_makes_no_sense_says_so_beside_its_field() -> None:
    answer = at_work(cast()).get(f"{E}dates/move/?act=extend&kind=voting&number=401&unit=days")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert html.count("less than or equal to 400") >= 2


def test_only_officials_move_the_dates_of_an_announced_election() -> None:
    made = cast()
    marta = at_work(made, "manager")
    assert marta.get(f"{E}dates/", follow=True).status_code == 403
    assert marta.post(f"{E}dates/change/", plan(made, reason=ODD, publish="1")).status_code == 403
    assert "officials/dates/" not in marta.get(E).content.decode()


def test_a_draft_takes_dates_without_a_reason_and_warns_of_unusual_ones() -> None:
    made = cast(Phase.DRAFT)
    voting = made.election.timeline.voting
    assert voting
    soon = (voting.opens + DAY).strftime("%Y-%m-%dT%H:%M")
    answer = at_work(made).post(f"{E}dates/", plan(made, voting_closes=soon), follow=True)
    assert "less than three days" in answer.content.decode()
    after = Election.objects.get().timeline.voting
    assert after
    assert after.closes == (voting.opens + DAY).replace(second=0)


def test_a_draft_is_not_there_for_others_until_it_is_announced() -> None:
    made = cast(Phase.DRAFT)
    stranger, mia, olga = Client(), at_work(made, "member"), at_work(made)
    for client in (stranger, mia):
        assert client.get("/e/council-spring/").status_code == 404
        assert client.get("/e/council-spring/calendar.ics").status_code == 404
        assert "Council, spring" not in client.get("/").content.decode()
        assert "Council, spring" not in client.get("/calendar.ics").content.decode()
    olga.post(f"{E}announce/")
    assert stranger.get("/e/council-spring/").status_code == 200
    assert JournalEntry.objects.latest("number").deed == "election announced"
    assert olga.post(f"{E}announce/").status_code == 403


def test_corrected_facts_leave_the_candidate_who_they_are() -> None:
    made = cast()
    EmailAddress.objects.filter(user=made.cleo).delete()
    facts = {"name": "Cleo Brook", "addresses": made.cleo.email, "affiliation": "Windrow"}
    assert at_work(made).post(f"{E}candidates/cleo/edit/", facts).status_code == 302
    made.cleos.refresh_from_db()
    assert (made.cleos.name, made.cleos.affiliation, made.cleos.user) == ("Cleo Brook", "Windrow", made.cleo)


def test_addresses_are_shown_to_officials_only() -> None:
    made = cast()
    assert made.cleo.email in at_work(made).get(f"{E}candidates/").content.decode()
    for path in ("", "candidates/", "candidates/cleo/", "acts/"):
        assert made.cleo.email not in Client().get(f"/e/council-spring/{path}").content.decode()


def test_an_announcement_is_previewed_told_and_can_be_copied() -> None:
    made = cast()
    olga = at_work(made)
    drafted = olga.get(f"{E}announcements/new/?step=qa").content.decode()
    assert "Two candidates stand for one seat, so there will be a Q&amp;A and a vote." in drafted
    text = {"title": "Ask now", "source": "Ask *away*."}
    assert "<em>away</em>" in olga.post(f"{E}announcements/new/", {**text, "preview": "1"}).content.decode()
    assert not Announcement.objects.exists()
    shown = olga.post(f"{E}announcements/new/", text, follow=True).content.decode()
    assert "Ask *away*." in shown
    assert "Ask now" in Client().get("/e/council-spring/").content.decode()
    assert JournalEntry.objects.latest("number").deed == "announcement made"


def test_every_announcement_can_be_found_on_the_overview() -> None:
    made = cast()
    for number in range(9):
        announcements.tell(made.election, f"Notice {number}", "Text.", made.olga, now())
    html = Client().get("/e/council-spring/").content.decode()
    assert all(f"Notice {number}" in html for number in range(9))


def test_cancelling_keeps_the_pages_and_says_why() -> None:
    made = cast()
    at_work(made).post(f"{E}cancel/", {"reason": "The body was dissolved."})
    html = Client().get("/e/council-spring/").content.decode()
    assert "The body was dissolved." in html
    assert "Add all dates to my calendar" not in html
    assert "Nothing more happens here." in html
    assert "from " not in html.split("After that")[1].split("</div>")[0]
    assert JournalEntry.objects.latest("number").text.words["reason"] == "The body was dissolved."
