"""Drafts: nothing that anybody wrote is lost between two windows, clicks or acts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from election.domain import answers, drafts, questions, threads
from election.domain.drafts import Stale
from election.domain.refusals import Refused
from election.models import Answer, Draft, Question, Reply
from tests.cast import Cast, cast, now
from tests.domain.test_answers import AT_ONCE, at_once

LATER = timedelta(minutes=1)


@pytest.fixture
def stage(db: None) -> Cast:
    return cast()


def asked(stage: Cast, sentence: str = "Why?") -> Question:
    return questions.ask(stage.election, sentence, "", now(), author=stage.mia)


def test_saving_the_same_again_is_no_new_revision(stage: Cast) -> None:
    question = asked(stage)
    first = drafts.save(question, stage.cleos, "Half.", 0, now())
    again = drafts.save(question, stage.cleos, "Half.", 0, now() + LATER)
    assert (again.pk, again.revision, again.saved_at) == (first.pk, first.revision, first.saved_at)


def test_publishing_from_one_window_does_not_end_the_newer_draft_of_another(stage: Cast) -> None:
    question = asked(stage)
    seen = drafts.save(question, stage.cleos, "First window.", 0, now())
    drafts.save(question, stage.cleos, "Second window, newer.", seen.revision, now())
    with pytest.raises(Stale) as stale:
        answers.publish(question, stage.cleos, "First window.", now(), seen=seen.revision)
    assert stale.value.draft.source == "Second window, newer."
    assert not Answer.objects.exists()
    assert answers.publish(question, stage.cleos, "Both.", now(), seen=stale.value.draft.revision).source == "Both."
    assert not Draft.objects.exists()


def test_a_window_left_open_since_before_publishing_does_not_overwrite_the_next_draft(stage: Cast) -> None:
    question = asked(stage)
    old = drafts.save(question, stage.cleos, "Old.", 0, now())
    answers.publish(question, stage.cleos, "Old.", now(), seen=old.revision)
    new = drafts.save(question, stage.cleos, "New.", 0, now())
    assert new.revision != old.revision
    with pytest.raises(Stale):
        drafts.save(question, stage.cleos, "From the old window.", old.revision, now())
    assert Draft.objects.get().source == "New."


def test_publishing_what_stands_already_ends_the_draft_too(stage: Cast) -> None:
    question = asked(stage)
    answers.publish(question, stage.cleos, "So.", now())
    drafts.save(question, stage.cleos, "Otherwise.", 0, now())
    answers.publish(question, stage.cleos, "So.", now())
    assert not Draft.objects.exists()
    assert Answer.objects.get().changed_at is None


def test_declining_and_adopting_a_reply_leave_the_draft(stage: Cast) -> None:
    declined, adopted = asked(stage), asked(stage, "How?")
    for question in (declined, adopted):
        drafts.save(question, stage.cleos, "Two pages.", 0, now())
    answers.decline(declined, stage.cleos, "", now())
    reply = threads.reply(adopted, "In short.", now(), author=stage.cleo, candidacy=stage.cleos)
    answers.adopt(reply, stage.cleos, now())
    assert [draft.source for draft in Draft.objects.all()] == ["Two pages.", "Two pages."]


def test_drafts_of_two_candidates_do_not_meet(stage: Cast) -> None:
    question = asked(stage)
    drafts.save(question, stage.cleos, "Cleo’s.", 0, now())
    drafts.save(question, stage.carls, "Carl’s.", 0, now())
    assert [d.source for c in (stage.cleos, stage.carls) if (d := drafts.of(question, c))] == ["Cleo’s.", "Carl’s."]


@pytest.mark.usefixtures("committed_db")
def test_of_many_windows_at_once_one_saves_and_the_others_are_told() -> None:
    stage = cast()
    question = asked(stage)
    made = at_once(lambda n: drafts.save(question, stage.cleos, f"Window {n}.", 0, now()))
    assert sum(isinstance(one, Draft) for one in made) == 1
    assert sum(isinstance(one, Stale) for one in made) == AT_ONCE - 1


@pytest.mark.usefixtures("committed_db")
def test_of_many_replies_adopted_at_once_one_becomes_the_answer() -> None:
    stage = cast()
    question = asked(stage)
    mine = [threads.reply(question, f"{n}.", now(), author=stage.cleo, candidacy=stage.cleos) for n in range(AT_ONCE)]
    made = at_once(lambda n: answers.adopt(mine[n], stage.cleos, now()))
    assert sum(isinstance(one, Answer) for one in made) == 1
    assert sum(isinstance(one, Refused) for one in made) == AT_ONCE - 1
    assert Answer.objects.get().versions.count() == 1
    assert Reply.objects.filter(became__isnull=False).count() == 1
