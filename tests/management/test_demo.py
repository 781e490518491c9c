"""The demo as it stands once seeded: alive, in order of time, and by the rules of its elections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from election.domain import journal, questions
from election.management.demo import content
from election.management.demo.days import Days
from election.management.demo.seeding import seed
from election.models import Answer, Body, Candidacy, Draft, Election, JournalEntry, Question, Reply, User
from election.models.post import Voice
from election.permissions import CREATE_ELECTION, Role, standing_of
from election.timeline import Phase, phase_at

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("saltmarsh")]

AT = datetime(2027, 3, 16, 11, 47, 12, 345678, tzinfo=UTC)
BIG = "technical-council"


@pytest.fixture(scope="module")
def saltmarsh(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Seeded once for all tests here, which only read; rolled back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed(AT)
        yield
        transaction.set_rollback(True)


def test_there_is_an_election_in_each_phase() -> None:
    phases = {e.slug: phase_at(e.timeline, e.recorded, AT) for e in Election.objects.whole()}
    assert set(phases.values()) == set(Phase) - {Phase.WAITING}
    assert phases[BIG] is Phase.QA


def test_the_election_in_its_qa_is_alive() -> None:
    big = Election.objects.get(slug=BIG)
    answers, replies = Answer.objects.filter(question__election=big), Reply.objects.filter(question__election=big)
    assert Candidacy.objects.filter(election=big).count() == 6
    assert [q.number for q in Question.objects.filter(election=big)] == list(range(1, 25))
    assert (answers.count(), answers.filter(declined=True).count()) == (103, 5)
    assert (replies.count(), replies.exclude(parent=None).count() > 50) == (115, True)
    assert replies.filter(hiding__isnull=False).count() == replies.filter(taken_back_at__isnull=False).count() == 1
    assert big.reschedulings.count() == Draft.objects.count() == 1
    assert JournalEntry.objects.filter(election=big).count() > 20


def test_changed_answers_say_how_many_others_had_answered_by_then() -> None:
    changed = Answer.objects.filter(question__election__slug=BIG, changed_at__isnull=False)
    assert dict(changed.values_list("question__number", "changed_after")) == {1: 5, 7: 2, 11: 3, 12: 4}
    freeze = changed.get(question__number=7)
    assert (freeze.at, freeze.versions.count()) == (Days(AT).at(-3.66), 2)


def test_the_journal_holds_and_runs_in_order_of_time() -> None:
    moments = list(JournalEntry.objects.order_by("number").values_list("at", flat=True))
    assert journal.verify().holds
    assert all(earlier <= later for earlier, later in pairwise(moments))
    assert moments[-1] < AT


def test_nobody_asked_more_than_they_may_and_sam_asked_as_many() -> None:
    asked = Counter(Question.objects.filter(voice=Voice.MEMBER).values_list("election", "author"))
    assert max(asked.values()) == 3
    big, people = Election.objects.get(slug=BIG), content.people()
    left = {key: questions.left(big, User.objects.get(email=people[key]["email"])) for key in ("sam", "mia", "vera")}
    assert left == {"sam": 0, "mia": 1, "vera": 2}


def test_nothing_is_dated_after_the_seeding() -> None:
    for model in (Question, Answer, Reply):
        assert not model.objects.filter(at__gt=AT).exists()


def test_everybody_speaks_as_what_they_are_in_that_election() -> None:
    for post in (*Question.objects.all(), *Reply.objects.select_related("question__election")):
        election = post.election if isinstance(post, Question) else post.question.election
        assert post.author is not None
        roles = standing_of(post.author, Election.objects.whole().get(pk=election.pk), post.at).roles
        assert (post.voice == Voice.OFFICIAL) == (Role.OFFICIAL in roles)
        assert post.voice != Voice.CANDIDATE or post.author.candidacies.filter(election=election).exists()


def test_every_persona_can_be_found_by_address_and_one_manages_the_site() -> None:
    personas = [person for person in content.people().values() if "persona" in person]
    found = {user.email: user for user in User.objects.filter(email__in=[p["email"] for p in personas])}
    assert len(found) == len(personas) == 8
    managers = [u.name for u in found.values() if CREATE_ELECTION.allows(standing_of(u, None, AT))]
    assert managers == ["Marta Solberg"]


def test_the_council_is_complete_on_its_page() -> None:
    council = Body.objects.get(slug=BIG)
    assert council.terms.filter(begins__lte=AT.date(), ends__gt=AT.date()).count() == council.seats == 7


def test_a_hidden_and_a_taken_back_reply_give_no_word_away() -> None:
    silent = [r for r in Reply.objects.filter(question__election__slug=BIG) if r.is_silent]
    assert [(r.question.number, r.is_hidden, r.said) for r in silent] == [(7, True, ""), (22, False, "")]
