"""Who may do what, when: the table's finer points."""

from __future__ import annotations

from datetime import timedelta

import pytest

from election.domain import candidacies
from election.models import Candidacy
from election.permissions import (
    ANSWER,
    ASK,
    HIDE,
    REPLY,
    WITHDRAW,
    Can,
    Role,
    replies_close,
    standing_of,
    statement_deadline,
)
from election.timeline import Phase
from tests.cast import cast, now

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
