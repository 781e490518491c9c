"""Messages become posts on record: with the dates they had, in one act, and never twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from election.domain import candidacies
from election.forms.decisions import DecideForm, Decision
from election.importers.messages import bring_in, offers, prepare
from election.models import Announcement, Answer, Election, JournalEntry, Message, Question, Reply
from election.models.post import Voice
from election.timeline import Phase
from tests.cast import Cast, cast, now
from tests.mail.letters import ARCHIVED, OPENING, QUESTION, sent

pytestmark = pytest.mark.django_db

START = sent("Olga <olga@saltmarsh.example>", OPENING, identifier="<start@marsh>")
QUOTE = f"> Q. {QUESTION}\n\n"


@pytest.fixture
def past() -> Cast:
    """An election whose windows are all over: imported history is not refused by them."""
    made = cast(Phase.COUNTING)
    candidacies.add(made.election, "Cleo Brook", ["cleo@brook.example"], made.olga, now())
    return made


def brought(election: Election, *raw: bytes) -> int:
    return bring_in(election, raw, None, now()).made


def letter(who: str, text: str, **fields: str) -> bytes:
    return sent(f"{who} <{who.lower()}@saltmarsh.example>", text, date="Thu, 04 Mar 2021 09:00:00 +0000", **fields)


def test_one_archived_answer_brings_announcement_question_and_answer(past: Cast) -> None:
    assert brought(past.election, ARCHIVED.encode()) == 3
    announcement, question, answer = Announcement.objects.get(), Question.objects.get(), Answer.objects.get()
    assert (announcement.sent, question.sent) == ("3 March 2021, 18:25, zone unknown",) * 2
    assert (question.sentence, question.voice, question.to_all) == (QUESTION, Voice.OFFICIAL, True)
    assert answer.candidacy.name == "Cleo Brook"
    assert answer.sent == ""
    assert answer.at.date() == datetime(2021, 3, 4, tzinfo=UTC).date()
    assert question.at < answer.at
    for own in ("Thank you, Olga.", "Cheers!", "Cleo"):
        assert own in answer.source
    for wrapping in ("Send Time", "Registered No.", "marsh-dev mailing list", "From:"):
        assert wrapping not in answer.source + question.source + announcement.source
    assert answer.html.count("<ul") >= 4


def test_the_same_again_makes_nothing(past: Cast) -> None:
    brought(past.election, ARCHIVED.encode())
    entries = JournalEntry.objects.count()
    assert brought(past.election, ARCHIVED.encode(), ARCHIVED.encode()) == 0
    assert (Announcement.objects.count(), Question.objects.count(), Answer.objects.count()) == (1, 1, 1)
    assert JournalEntry.objects.count() == entries


def test_the_whole_message_is_kept_for_officials(past: Cast) -> None:
    brought(past.election, ARCHIVED.encode())
    given = Message.objects.get(held_in=None)
    assert given.raw == ARCHIVED
    assert Answer.objects.get().message == given


def test_other_people_reply_and_a_reply_brought_in_later_finds_its_place(past: Cast) -> None:
    answer = letter("Cleo", QUOTE + "More boats.", identifier="<a@marsh>", answers="<start@marsh>")
    brought(past.election, START, answer)
    assert brought(past.election, letter("Mia", "Which boats?", subject="Re: x", answers="<a@marsh>")) == 1
    reply = Reply.objects.get()
    assert (reply.author_name, reply.voice, reply.answer) == ("Mia", Voice.MEMBER, Answer.objects.get())


def test_a_second_message_of_a_candidate_is_a_reply(past: Cast) -> None:
    first = letter("Carl", QUOTE + "A dyke.", identifier="<c1@marsh>", answers="<start@marsh>")
    second = letter("Carl", QUOTE + "And a boat.", identifier="<c2@marsh>", answers="<start@marsh>")
    brought(past.election, START, first, second)
    assert Answer.objects.get().source == "A dyke."
    assert Reply.objects.get().candidacy == past.carls


def test_what_fits_nowhere_is_kept_with_its_reason_and_never_shown(past: Cast) -> None:
    stray = letter("Sam", "Buy boats here.", subject="Offer", identifier="<x@marsh>")
    result = bring_in(past.election, [START, stray], None, now())
    kept = Message.objects.get(sender_name="Sam")
    assert [one.reason for one in result.results if one.part is None] == [kept.reason]
    assert kept.reason
    assert not Reply.objects.exists()
    assert Announcement.objects.count() == 1


def test_a_text_that_is_too_long_is_left_over_and_the_rest_comes_in(past: Cast) -> None:
    long = letter("Cleo", QUOTE + "word " * 5000, identifier="<a@marsh>", answers="<start@marsh>")
    result = bring_in(past.election, [START, long], None, now())
    assert Question.objects.count() == 1
    assert not Answer.objects.exists()
    assert any("20,000" in one.reason for one in result.results)


def test_the_act_is_journalled_once_with_counts(past: Cast) -> None:
    bring_in(past.election, [ARCHIVED.encode()], past.olga, now())
    entry = JournalEntry.objects.latest("number")
    assert (entry.deed, entry.actor) == ("messages brought in", past.olga)
    counts = entry.facts["after"]
    assert (counts["announcements"], counts["questions"], counts["answers"]) == (1, 1, 1)


def test_what_fitted_nowhere_finds_its_place_once_what_it_answers_is_there(past: Cast) -> None:
    early = letter("Mia", "Which boats?", subject="Re: boats", answers="<start@marsh>")
    assert brought(past.election, early) == 0
    assert Message.objects.get().reason
    assert brought(past.election, START) == 3
    assert Reply.objects.get().question == Question.objects.get()
    assert not Message.objects.get(sender_name="Mia").reason


def test_a_copy_attached_to_another_message_is_kept_and_makes_nothing(past: Cast) -> None:
    forward = EmailMessage()
    forward["From"], forward["Subject"] = "Mia <mia@saltmarsh.example>", "Have you seen this?"
    forward["Date"] = "Fri, 05 Mar 2021 09:00:00 +0000"
    forward.set_content("Please look at what is attached.")
    forward.add_attachment(message_from_bytes(START.replace(b"Hello all", b"Hi"), policy=default))
    brought(past.election, START)
    assert brought(past.election, forward.as_bytes()) == 0
    assert (Announcement.objects.count(), Question.objects.count()) == (1, 1)


def test_a_reply_to_what_an_official_left_out_goes_under_what_stands_above(past: Cast) -> None:
    answer = letter("Cleo", QUOTE + "More boats.", identifier="<a@marsh>", answers="<start@marsh>")
    remark = letter("Mia", "Which boats?", identifier="<b@marsh>", subject="Re: x", answers="<a@marsh>")
    files = [START, answer, remark]
    form = DecideForm({}, offered=offers(prepare(past.election, files)))
    chosen = {row.offer.identifier: Decision(row.offer.kind, None, row.offer.place) for row in form.rows()}
    out = next(row.offer for row in form.rows() if row.offer.kind == "answer")
    bring_in(past.election, files, past.olga, now(), {**chosen, out.identifier: Decision("left over", None, "")})
    reply = Reply.objects.get()
    assert (reply.author_name, reply.answer, reply.question) == ("Mia", None, Question.objects.get())


def test_dates_without_a_zone_never_order_posts_before_what_they_answer(past: Cast) -> None:
    brought(past.election, ARCHIVED.encode())
    question, answer = Question.objects.get(), Answer.objects.get()
    assert answer.at - question.at < timedelta(minutes=1)


def test_names_and_titles_cannot_turn_the_line_around(past: Cast) -> None:
    brought(past.election, sent("Olga \u202eevil <olga@saltmarsh.example>", OPENING, subject="Hello \u202edlrow"))
    told = Announcement.objects.get()
    assert "\u202e" not in told.author_name + told.title
