"""Reading: what stands on a question's page, on a candidate's, on a candidate's desk, and in the counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from election.domain import (
    answers,
    candidacies,
    drafts,
    history,
    listing,
    moderation,
    questions,
    reading,
    threads,
    todo,
)
from election.domain.bench import State
from election.domain.listing import Narrowing, Order
from election.models import Candidacy, Question
from tests.cast import Cast, cast, now

MINUTE = timedelta(minutes=1)


@pytest.fixture
def stage(db: None) -> Cast:
    return cast()


def asked(stage: Cast, sentence: str = "Why?", **kwargs: object) -> Question:
    return questions.ask(stage.election, sentence, "", now(), author_name="Sam", **kwargs)  # type: ignore[arg-type]


def counted(stage: Cast, candidacy: Candidacy) -> tuple[int, int, int]:
    """Asked, answered, answered or declined: as the slate tells it."""
    [found] = [c for c in reading.counted_slate(stage.election) if c.pk == candidacy.pk]
    return tuple(getattr(found, name) for name in ("asked", "answered", "given"))


def test_a_candidate_page_has_every_answer_and_every_gap_and_nothing_put_to_others(stage: Cast) -> None:
    answered, gap, others = asked(stage, "1?"), asked(stage, "2?"), asked(stage, "3?", to=[stage.carls])
    answers.publish(answered, stage.cleos, "So.", now())
    rows = reading.of_candidate(stage.cleos, reading.slate(stage.election))
    assert [row.question.number for row in rows] == [answered.number, gap.number]
    assert others.number == 3


def test_an_answer_keeps_its_place_when_its_question_is_hidden(stage: Cast) -> None:
    answered, gap = asked(stage, "1?"), asked(stage, "2?")
    answers.publish(answered, stage.cleos, "So.", now())
    for question in (answered, gap):
        moderation.hide(question, "Not fit.", stage.olga, now())
    rows = reading.of_candidate(stage.cleos, reading.slate(stage.election))
    assert [row.question.heading for row in rows] == ["This question was hidden"]
    assert counted(stage, stage.cleos) == (1, 1, 1)
    assert counted(stage, stage.carls) == (0, 0, 0)


def test_the_slate_counts_what_was_asked_answered_and_declined(stage: Cast) -> None:
    one, two, _, only_carl = asked(stage), asked(stage), asked(stage), asked(stage, to=[stage.carls])
    taken_back = questions.ask(stage.election, "Gone?", "", now(), author=stage.mia)
    questions.take_back(taken_back, stage.mia, now())
    answers.publish(one, stage.cleos, "So.", now())
    answers.decline(two, stage.cleos, "", now())
    moderation.hide(answers.publish(only_carl, stage.carls, "Rude.", now()), "Rude.", stage.olga, now())
    assert counted(stage, stage.cleos) == (3, 1, 2)
    assert counted(stage, stage.carls) == (4, 1, 1)


def test_a_hidden_question_waits_for_nobody(stage: Cast) -> None:
    question = asked(stage)
    slate = reading.slate(stage.election)
    assert reading.one(question, slate).waits_for(stage.cleos)
    moderation.hide(question, "Not fit.", stage.olga, now())
    question.refresh_from_db()
    assert not reading.one(question, slate).waits_for(stage.cleos)
    assert todo.waiting_for(stage.cleos, slate).tasks == ()


def test_a_desk_has_open_questions_oldest_first_their_drafts_and_others_replies(stage: Cast) -> None:
    first, second, third = (asked(stage, f"{n}?") for n in "123")
    answer = answers.publish(second, stage.cleos, "So.", now())
    drafts.save(third, stage.cleos, "Half.", 0, now())
    drafts.save(first, stage.carls, "Carl’s.", 0, now())
    threads.reply(second, "Really?", now(), author=stage.vera, answer=answer)
    threads.reply(second, "Yes.", now(), author=stage.cleo, answer=answer, candidacy=stage.cleos)
    rude = threads.reply(second, "Rude.", now(), author=stage.vera, answer=answer)
    moderation.hide(rude, "Rude.", stage.olga, now())
    desk = todo.waiting_for(stage.cleos, reading.slate(stage.election))
    assert [(task.question.number, bool(task.draft)) for task in desk.tasks] == [(1, False), (3, True)]
    assert (desk.done, [seat.state for seat in desk.seats]) == (1, [State.NOT_YET, State.ANSWERED, State.NOT_YET])
    assert [reply.said for reply in desk.replies] == ["Really?"]


def test_what_a_candidate_changed_is_said_on_the_seat(stage: Cast) -> None:
    question = asked(stage)
    answers.publish(question, stage.cleos, "So.", now())
    answers.publish(question, stage.cleos, "Otherwise.", now())
    [row] = reading.rows(stage.election, [question], reading.slate(stage.election))
    assert reading.seat_of(row.bench, stage.cleos).words == "answered, changed"
    assert reading.seat_of(row.bench, stage.carls).words == "not yet"


def test_an_answer_changed_after_three_others_says_so_and_one_changed_before_does_not(stage: Cast) -> None:
    question = asked(stage)
    others = [candidacies.add(stage.election, name, [], stage.olga, now()) for name in ("Dana", "Emil")]
    answers.publish(question, stage.cleos, "First.", now())
    assert answers.publish(question, stage.cleos, "Second.", now()).changed_after == 0
    for candidacy in (stage.carls, *others):
        answers.publish(question, candidacy, "Mine.", now())
    assert answers.publish(question, stage.cleos, "Third.", now()).changed_after == 3


def test_a_history_has_every_version_and_what_changed_since_the_one_before(stage: Cast) -> None:
    question = asked(stage)
    for text in ("The roof first.", "The cellar first.", "The cellar last."):
        answer = answers.publish(question, stage.cleos, text, now())
    newest, middle, oldest = history.of_answer(answer)
    assert [(piece.kind, piece.text) for piece in middle.pieces if piece.kind != "same"] == [
        ("gone", "roof"),
        ("new", "cellar"),
    ]
    assert [newest.version.number, middle.version.number, oldest.version.number] == [3, 2, 1]
    assert oldest.pieces == ()
    moderation.hide(answer, "Not fit.", stage.olga, now())
    answer.refresh_from_db()
    assert history.of_answer(answer) == ()


def test_everything_on_one_page_costs_four_queries_however_much_there_is(stage: Cast) -> None:
    for n in range(5):
        question = asked(stage, f"{n}?", to=[stage.cleos])
        answer = answers.publish(question, stage.cleos, "So.", now())
        threads.reply(question, "Hm.", now(), author=stage.vera, answer=answer)
    slate, found = reading.slate(stage.election), list(Question.objects.all())
    with CaptureQueriesContext(connection) as queries:
        everything = reading.everything(stage.election, found, slate, changes=True)
        addresses = [p.seat.answer.get_absolute_url() for r in everything for p in r.places if p.seat.answer]
    assert len(queries) <= 4
    assert len(addresses) == len(everything) == 5
    assert [reading_.replies for reading_ in everything] == [1] * 5


def test_lists_leave_out_what_was_taken_back_and_keep_what_is_hidden_in_its_place(stage: Cast) -> None:
    hidden, _ = asked(stage, "Rude?"), asked(stage, "Fine?")
    gone = questions.ask(stage.election, "Gone?", "", now(), author=stage.mia)
    questions.take_back(gone, stage.mia, now())
    moderation.hide(hidden, "Rude.", stage.olga, now())
    assert [q.heading for q in listing.questions(stage.election, Order.NEWEST)] == ["Fine?", "This question was hidden"]
    assert [q.sentence for q in listing.latest(stage.election, 9)] == ["Fine?"]


def test_replies_that_cannot_be_read_do_not_count(stage: Cast) -> None:
    question = asked(stage)
    shown, rude, back = (threads.reply(question, f"{n}", now(), author=stage.vera) for n in range(3))
    mine = threads.reply(question, "Mine.", now(), author=stage.cleo, candidacy=stage.cleos, parent=shown)
    moderation.hide(rude, "Rude.", stage.olga, now())
    threads.take_back(back, stage.vera, now())
    answers.adopt(mine, stage.cleos, now())
    [listed] = listing.questions(stage.election, Order.REPLIES)
    assert (listed.replied, listed.answered) == (1, 1)  # type: ignore[attr-defined]
    assert reading.one(question, reading.slate(stage.election)).replies == 1


def test_a_hidden_or_declined_answer_is_not_missing(stage: Cast) -> None:
    hidden, declined, missing = asked(stage), asked(stage), asked(stage)
    moderation.hide(answers.publish(hidden, stage.cleos, "Rude.", now()), "Rude.", stage.olga, now())
    answers.decline(declined, stage.cleos, "", now())
    found = listing.questions(stage.election, Order.NEWEST, Narrowing(not_answered_by=stage.cleos))
    assert [question.number for question in found] == [missing.number]


def test_who_withdrew_keeps_seat_and_answers(stage: Cast) -> None:
    answered, gap = asked(stage), asked(stage)
    answers.publish(answered, stage.cleos, "So.", now())
    candidacies.withdraw(stage.cleos, stage.cleo, now() + MINUTE, "New job.")
    rows = reading.of_candidate(stage.cleos, reading.slate(stage.election))
    seats = [reading.seat_of(row.bench, stage.cleos) for row in rows]
    assert [seat.words for seat in seats] == ["withdrew, answer stays", "withdrew without an answer"]
    assert gap.number == 2
