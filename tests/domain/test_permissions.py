"""Who may do what, when: the table's finer points."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from election.domain import candidacies, running
from election.models import Candidacy
from election.permissions import ANSWER, ASK, HIDE, REPLY, SEED, STATE, WITHDRAW, Can, Role, standing_of
from election.permissions.times import replies_close, statement_deadline
from election.timeline import Kind, Phase, Timeline
from tests.cast import cast, now, without

pytestmark = pytest.mark.django_db


def test_a_person_has_all_their_roles_at_once() -> None:
    made = cast()
    assert standing_of(made.olga, made.election, now()).roles == {Role.VISITOR, Role.MEMBER, Role.OFFICIAL}
    assert standing_of(made.cleo, made.election, now()).roles == {Role.VISITOR, Role.MEMBER, Role.CANDIDATE}
    assert standing_of(None, made.election, now()).roles == {Role.VISITOR}


def test_who_withdrew_is_no_candidate_any_more() -> None:
    made = cast()
    candidacies.withdraw(made.cleos, made.cleo, now())
    standing = standing_of(made.cleo, made.election, now())
    assert not ANSWER.allows(standing)
    assert not WITHDRAW.allows(standing)
    assert REPLY.allows(standing)


@pytest.mark.parametrize(
    ("phase", "asking", "replying"),
    [
        (Phase.NOMINATION, False, True),
        (Phase.QA, True, True),
        (Phase.WAITING, False, False),
        (Phase.RESULTS, False, False),
        (Phase.CANCELLED, False, False),
    ],
)
def test_asking_and_replying_have_their_times(phase: Phase, *, asking: bool, replying: bool) -> None:
    made = cast(phase)
    standing = standing_of(made.mia, made.election, now())
    assert (ASK.allows(standing), REPLY.allows(standing)) == (asking, replying)


def test_replies_can_stay_open_through_voting() -> None:
    made = cast(Phase.VOTING)
    assert made.election.timeline.answers
    assert made.election.timeline.voting
    assert replies_close(made.election) == made.election.timeline.answers.closes
    made.election.replies_through_voting = True
    assert replies_close(made.election) == made.election.timeline.voting.closes


def test_hiding_is_possible_at_any_time_and_for_officials_only() -> None:
    made = cast(Phase.RESULTS)
    assert HIDE.allows(standing_of(made.olga, made.election, now()))
    assert not HIDE.allows(standing_of(made.marta, made.election, now()))


def test_a_statement_can_be_edited_until_the_questions_open_and_for_two_days_at_least() -> None:
    made = cast(Phase.NOMINATION)
    opens = made.election.timeline.questions
    assert opens
    assert statement_deadline(made.election, made.cleos) == opens.opens
    late = Candidacy(election=made.election, name="Dana", added_at=opens.opens - timedelta(hours=1))
    assert statement_deadline(made.election, late) == late.added_at + timedelta(hours=48)
    late.statement_until = now()
    assert statement_deadline(made.election, late) == late.statement_until


def test_an_unknown_right_is_an_error_and_not_a_no() -> None:
    with pytest.raises(AttributeError):
        _ = Can(standing_of(None, None, now())).fly


@pytest.mark.parametrize(
    ("phase", "seeding"),
    [
        (Phase.DRAFT, True),
        (Phase.COMING, True),
        (Phase.NOMINATION, True),
        (Phase.REVIEW, True),
        (Phase.QA, True),
        (Phase.WAITING, False),
        (Phase.VOTING, False),
        (Phase.COUNTING, False),
        (Phase.RESULTS, False),
        (Phase.CANCELLED, False),
    ],
)
def test_opening_questions_have_their_time_until_questions_close(phase: Phase, *, seeding: bool) -> None:
    made = cast(phase)
    assert SEED.allows(standing_of(made.olga, made.election, now())) is seeding
    assert not SEED.admits(standing_of(made.mia, made.election, now()))


def test_where_only_answers_are_planned_officials_ask_until_these_close() -> None:
    made = cast(Phase.QA)
    made.election.set_timeline(without(made.election.timeline, Kind.QUESTIONS))
    answering = made.election.timeline.answers
    assert answering
    times = [answering.closes - timedelta(seconds=1), answering.closes]
    assert [SEED.allows(standing_of(made.olga, made.election, at)) for at in times] == [True, False]


def test_windows_are_half_open_for_rights_too() -> None:
    made = cast(Phase.QA)
    questions = made.election.timeline.questions
    assert questions
    second = timedelta(seconds=1)
    times = [questions.opens - second, questions.opens, questions.closes - second, questions.closes]
    assert [ASK.allows(standing_of(made.mia, made.election, at)) for at in times] == [False, True, True, False]


def test_replies_never_close_before_answers_do() -> None:
    made = cast(Phase.QA)
    made.election.replies_through_voting = True
    planned = made.election.timeline
    assert planned.answers
    late = planned.answers.closes + timedelta(days=30)
    made.election.set_timeline(replace(planned, answers=replace(planned.answers, closes=late)))
    assert replies_close(made.election) == late
    made.election.set_timeline(Timeline())
    assert not REPLY.allows(standing_of(made.mia, made.election, now()))


def test_a_statement_has_a_deadline_where_no_questions_are_planned() -> None:
    made = cast(Phase.NOMINATION)
    planned = made.election.timeline
    assert planned.nomination
    assert planned.voting
    made.election.set_timeline(replace(planned, questions=None, answers=None))
    assert statement_deadline(made.election, made.cleos) == planned.nomination.closes
    made.election.set_timeline(Timeline(voting=planned.voting))
    assert statement_deadline(made.election, made.cleos) == planned.voting.opens
    made.election.set_timeline(Timeline())
    assert statement_deadline(made.election, made.cleos) is None
    assert STATE.allows(standing_of(made.cleo, made.election, now()))


def test_a_standing_is_loaded_in_two_queries_at_most() -> None:
    made = cast(Phase.QA)
    for user in (made.cleo, made.olga, made.mia):
        with CaptureQueriesContext(connection) as queries:
            standing = standing_of(user, made.election, now())
            assert standing.roles
        assert len(queries) <= 2
    with CaptureQueriesContext(connection) as queries:
        assert not ANSWER.allows(standing_of(None, made.election, now()))
    assert len(queries) == 0


def test_a_person_is_nothing_in_an_election_of_others() -> None:
    made = cast(Phase.QA)
    other = running.create(
        made.body, made.marta, now(), timeline=made.election.timeline, title="Other", slug="other", seats=1
    )
    assert standing_of(made.olga, other, now()).roles == {Role.VISITOR, Role.MEMBER}
    assert standing_of(made.cleo, other, now()).roles == {Role.VISITOR, Role.MEMBER}
