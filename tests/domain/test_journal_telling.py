"""What the acts of officials and managers read like, each done by its own verb."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from election.domain import (
    announcements,
    bodies,
    candidacies,
    declarations,
    journal,
    moderation,
    officials,
    questions,
    running,
    threads,
    timelines,
)
from election.domain.journal import Act, Told
from election.domain.journal.labels import label, value
from election.models import Election, JournalEntry, User
from election.models.declaration import DeclarationKind
from election.models.post import Voice
from election.timeline import Kind, Timeline, Window

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 3, 5, 12, tzinfo=UTC)
WEEK = timedelta(days=7)


def plan(until: datetime = NOW + WEEK) -> Timeline:
    return Timeline(
        questions=Window(Kind.QUESTIONS, NOW - WEEK, until), answers=Window(Kind.ANSWERS, NOW - WEEK, until)
    )


@pytest.fixture
def olga() -> User:
    return User.objects.create_user("olga@example.org", "Olga")


@pytest.fixture
def election(olga: User) -> Election:
    body = bodies.create(olga, NOW, slug="council", name="Town council", seats=2)
    return running.create(body, olga, NOW, timeline=plan(), slug="spring", title="Spring election", seats=2)


def last() -> Act:
    return journal.tell(JournalEntry.objects.order_by("number").last() or pytest.fail("nothing is on record"))


def said() -> str:
    return f"{last().who} {last().sentence}"


def told() -> dict[str, Told]:
    return {told.label: told for told in last().told}


def test_creating(election: Election) -> None:
    sentences = [journal.tell(entry).sentence for entry in JournalEntry.objects.all()]
    assert sentences == ["created the body Town council", "created the election as a draft"]
    assert told()["Seats"] == Told("Seats", "2")
    assert told()["Questions open"] == Told("Questions open", NOW - WEEK)
    assert told()["Title"] == Told("Title", "Spring election")


def test_changing_a_body(election: Election, olga: User) -> None:
    bodies.change(election.body, olga, NOW, source="", seats=5)
    assert said() == "Olga changed the body Town council"
    assert last().told == (Told("Seats", "5", "2"),)


def test_changing_settings_and_texts(election: Election, olga: User) -> None:
    running.change(election, olga, NOW, seats=3, replies_through_voting=True, contact="olga@example.org")
    assert said() == "Olga changed the election's settings or texts"
    assert told()["Seats"] == Told("Seats", "3", "2")
    assert told()["Replies until voting closes"] == Told("Replies until voting closes", "yes", "no")
    assert told()["Whom to write to"] == Told("Whom to write to", "nothing → olga@example.org")


def test_announcing_extending_cancelling(election: Election, olga: User) -> None:
    running.announce(election, olga, NOW)
    assert said() == "Olga announced the election"
    timelines.reschedule(election, plan(NOW + 2 * WEEK), olga, NOW, "Two candidates travel")
    assert (said(), last().reason) == ("Olga changed dates", "Two candidates travel")
    assert last().told == (
        Told("Questions close", NOW + 2 * WEEK, NOW + WEEK),
        Told("Answers close", NOW + 2 * WEEK, NOW + WEEK),
    )
    running.cancel(election, olga, NOW, "Nobody stands")
    assert (said(), last().reason) == ("Olga cancelled the election", "Nobody stands")


def test_appointing_and_dismissing(election: Election, olga: User) -> None:
    official = officials.appoint(election, "vera@example.org", "Vera", olga, NOW)
    assert said() == "Olga appointed Vera as an election official"
    officials.dismiss(official, olga, NOW)
    assert said() == "Olga dismissed Vera as an election official"
    officials.appoint(election, "mia.long@example.org", "", olga, NOW)
    assert said() == "Olga appointed m…@example.org as an election official"


def test_adding_and_correcting_a_candidate(election: Election, olga: User) -> None:
    cleo = candidacies.add(election, "Cleo", ["cleo@example.org"], olga, NOW)
    assert said() == "Olga added Cleo as a candidate"
    candidacies.correct(cleo, ["cleo@example.net"], olga, NOW, affiliation="Tidewater")
    assert said() == "Olga corrected what is known of the candidate Cleo"
    assert told()["What changed"] == Told("What changed", "addresses, affiliation")
    assert told()["Affiliation"] == Told("Affiliation", "none → Tidewater")
    assert "example.net" not in str(last())


def test_an_opening_question_and_what_was_hidden_of_it(election: Election, olga: User) -> None:
    question = questions.ask(election, "A secret word?", "", NOW, author=olga, voice=Voice.OFFICIAL)
    assert said() == "Olga asked the opening question 1"
    hiding = moderation.hide(question, "It names a neighbour", olga, NOW)
    assert (said(), last().reason) == ("Olga hid question 1", "It names a neighbour")
    moderation.restore(hiding, "The neighbour agrees", olga, NOW)
    assert said() == "Olga showed question 1 again, which had been hidden"
    assert last().question == 1
    assert all("secret" not in str(journal.tell(entry)) for entry in JournalEntry.objects.all())


def test_telling_and_declaring(election: Election, olga: User) -> None:
    running.announce(election, olga, NOW)
    announcements.tell(election, "Two seats, two candidates", "Nobody needs to vote.", olga, NOW)
    assert said() == "Olga announced “Two seats, two candidates”"
    both = [candidacies.add(election, name, [], olga, NOW) for name in ("Cleo", "Carl")]
    declarations.declare(election, DeclarationKind.ACCLAIMED, both, olga, NOW, on=date(2027, 4, 1))
    assert said() == "Olga declared the result: Cleo, Carl"
    assert told()["Declared on"] == Told("Declared on", "2027-04-01")


def test_a_hidden_reply_is_found_by_its_question(election: Election, olga: User) -> None:
    question = questions.ask(election, "How?", "", NOW, author=olga, voice=Voice.OFFICIAL)
    reply = threads.reply(question, "A rude word", NOW, author=olga, voice=Voice.OFFICIAL)
    moderation.hide(reply, "It is rude", olga, NOW)
    assert (said(), last().question) == ("Olga hid a reply under question 1", 1)


@pytest.mark.parametrize(
    ("key", "fact", "reads"),
    [
        ("voting_opens", None, "not planned"),
        ("voting_opens", "2027-03-05T12:00:00Z", NOW),
        ("candidate_order", "family", "by family name"),
        ("prompts", "Background\nMotivation", "Background, Motivation"),
        ("changed", [], "none"),
        ("vote_at", "", "none"),
        ("seats", 2, "2"),
    ],
)
def test_facts_read_as_words_or_moments(key: str, fact: object, reads: object) -> None:
    assert value(key, fact) == reads


def test_an_unknown_fact_is_called_by_its_key() -> None:
    assert label("some_new_fact", {}) == "Some new fact"
