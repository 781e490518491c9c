"""Answers: exactly one per candidate per question, with every version; drafts; replies made answers; many at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from election.domain import answers, drafts, questions, threads
from election.domain.refusals import Refused
from election.models import Answer, AnswerVersion, Draft, Question, Reply
from election.models.post import Voice
from tests.cast import Cast, cast, now

AT_ONCE = 16


@pytest.fixture
def stage(db: None) -> Cast:
    return cast()


def asked(stage: Cast, **kwargs: object) -> Question:
    return questions.ask(stage.election, "Why?", "", now(), author=stage.mia, **kwargs)  # type: ignore[arg-type]


def at_once(act: Callable[[int], object], times: int = AT_ONCE) -> list[object]:
    """What `times` calls of `act` gave, all at once, each on a connection of its own; an error is given, not raised."""

    def one(number: int) -> object:
        try:
            return act(number)
        except Exception as error:  # noqa: BLE001 -- the test looks at what was raised
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        return list(pool.map(one, range(times)))


def test_an_answer_keeps_every_version_and_who_had_answered_by_then(stage: Cast) -> None:
    question = asked(stage)
    first = answers.publish(question, stage.cleos, "One.", now())
    answers.publish(question, stage.carls, "Mine.", now())
    changed = answers.publish(question, stage.cleos, "Two.", now() + timedelta(minutes=1))
    assert changed.pk == first.pk
    assert (changed.source, changed.changed_after) == ("Two.", 1)
    versions = AnswerVersion.objects.filter(answer=first).order_by("number")
    assert [(v.number, v.source, v.others) for v in versions] == [(1, "One.", 0), (2, "Two.", 1)]


def test_the_same_text_again_is_no_new_version(stage: Cast) -> None:
    question = asked(stage)
    answers.publish(question, stage.cleos, "One.", now())
    again = answers.publish(question, stage.cleos, "One.", now())
    assert (again.changed_at, again.versions.count()) == (None, 1)


def test_declining_can_be_taken_back_by_answering(stage: Cast) -> None:
    question = asked(stage)
    declined = answers.decline(question, stage.cleos, "Not mine to say.", now())
    assert (declined.declined, declined.said) == (True, "Not mine to say.")
    assert not answers.publish(question, stage.cleos, "Well then.", now()).declined


def test_who_was_not_asked_cannot_answer(stage: Cast) -> None:
    question = asked(stage, to=[stage.carls])
    with pytest.raises(Refused, match="asked of other candidates"):
        answers.publish(question, stage.cleos, "Me!", now())
    assert not Answer.objects.exists()


def test_the_database_itself_refuses_a_second_answer(stage: Cast) -> None:
    question = asked(stage)
    answers.publish(question, stage.cleos, "One.", now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(question=question, candidacy=stage.cleos, at=now())


@pytest.mark.usefixtures("committed_db")
def test_many_clicks_at_once_make_one_answer_and_none_fails() -> None:
    stage = cast()
    question = asked(stage)
    made = at_once(lambda n: answers.publish(question, stage.cleos, f"Text {n}.", now()))
    assert [one for one in made if isinstance(one, Exception)] == []
    assert Answer.objects.count() == 1
    assert Answer.objects.get().versions.count() == AT_ONCE


@pytest.mark.usefixtures("committed_db")
def test_questions_asked_at_once_are_numbered_without_gaps_and_the_limit_holds() -> None:
    stage = cast()
    seeded = at_once(
        lambda n: questions.ask(stage.election, f"Why {n}?", "", now(), author=stage.olga, voice=Voice.OFFICIAL)
    )
    assert [one for one in seeded if isinstance(one, Exception)] == []
    mine = at_once(lambda n: questions.ask(stage.election, f"And {n}?", "", now(), author=stage.mia))
    assert sum(isinstance(one, Refused) for one in mine) == AT_ONCE - 3
    numbers = Question.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, AT_ONCE + 3 + 1))


@pytest.mark.usefixtures("committed_db")
def test_of_many_writers_at_once_none_fails() -> None:
    stage = cast()
    question = asked(stage)
    made = at_once(lambda n: threads.reply(question, f"Reply {n}.", now(), author=stage.vera), times=320)
    assert [one for one in made if isinstance(one, Exception)] == []
    assert Reply.objects.count() == 320


def test_a_draft_saved_elsewhere_is_told_and_not_overwritten(stage: Cast) -> None:
    question = asked(stage)
    first = drafts.save(question, stage.cleos, "First tab.", 0, now())
    with pytest.raises(drafts.Stale) as stale:
        drafts.save(question, stage.cleos, "Second tab.", 0, now())
    assert stale.value.draft.source == "First tab."
    drafts.save(question, stage.cleos, "First tab, more.", first.revision, now())
    assert Draft.objects.get().source == "First tab, more."


def test_publishing_ends_the_draft(stage: Cast) -> None:
    question = asked(stage)
    drafts.save(question, stage.cleos, "Half", 0, now())
    answers.publish(question, stage.cleos, "Whole.", now())
    assert not Draft.objects.exists()


def test_a_reply_becomes_the_answer_and_what_stands_below_stays(stage: Cast) -> None:
    question = asked(stage)
    mine = threads.reply(question, "The roof.", now(), author=stage.cleo, candidacy=stage.cleos)
    threads.reply(question, "Which?", now(), author=stage.vera, parent=mine)
    answer = answers.adopt(mine, stage.cleos, now())
    mine.refresh_from_db()
    assert (answer.source, mine.became, mine.shown) == ("The roof.", answer, "")
    assert [node.reply.said for node in threads.threads(question)[None].nodes] == ["", "Which?"]
    with pytest.raises(Refused):
        answers.adopt(mine, stage.cleos, now())


def test_somebody_elses_reply_cannot_become_ones_answer(stage: Cast) -> None:
    reply = threads.reply(asked(stage), "Not yours.", now(), author=stage.vera)
    with pytest.raises(Refused, match="Only your own reply"):
        answers.adopt(reply, stage.cleos, now())
