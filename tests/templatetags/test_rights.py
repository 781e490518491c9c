"""Why something is not allowed to this person, or not now, in words."""

from __future__ import annotations

from datetime import datetime

import pytest

from election import permissions
from election.models import Cancellation, Candidacy, Declaration, Election, User
from election.permissions import Rule, Standing
from election.templatetags.rights import Refusal, refusal
from tests.templatetags.stage import AT, council, march

MIA = User(display_name="Mia")


def refused(rule: Rule, at: datetime = AT, election: Election | None = None, **held: object) -> Refusal:
    standing = Standing(at=at, user=MIA, election=election or council(), **held)  # type: ignore[arg-type]
    return refusal({"standing": standing}, rule)  # type: ignore[arg-type]


def test_who_may_do_it_is_said_to_those_who_may_not() -> None:
    told = refused(permissions.HIDE)
    assert told.heading == "This is not open to you"
    assert told.sentence.startswith("Only this election’s officials can do this: hide and restore")


@pytest.mark.parametrize(
    ("at", "heading", "sentence", "when"),
    [
        (march(4), "Questions are not open yet", "Questions open on", march(9)),
        (march(20), "Questions are closed", "Questions closed on", march(19)),
    ],
)
def test_a_window_that_is_shut_says_when_it_opens_or_closed(
    at: datetime, heading: str, sentence: str, when: datetime
) -> None:
    assert refused(permissions.ASK, at) == Refusal(heading, sentence, when)


def test_replies_fall_silent_with_the_answers() -> None:
    assert refused(permissions.REPLY, march(22)).when == march(21)


def test_a_candidate_learns_until_when_the_statement_was_open() -> None:
    cleo = Candidacy(election=council(), name="Cleo", added_at=march(2))
    cleo._state.fields_cache["withdrawal"] = None
    assert refused(permissions.STATE, candidacy=cleo) == Refusal(
        "Statements are closed", "Yours could be edited until", march(9)
    )


@pytest.mark.parametrize(
    ("act", "row", "heading"),
    [
        ("cancellation", Cancellation(at=AT), "This election was cancelled"),
        ("declaration", Declaration(at=AT), "The result is declared"),
    ],
)
def test_an_act_that_ended_the_election_is_the_reason(act: str, row: object, heading: str) -> None:
    election = council()
    election._state.fields_cache[act] = row
    assert refused(permissions.ASK, election=election).heading == heading


def test_what_is_announced_cannot_be_announced_again() -> None:
    assert refused(permissions.ANNOUNCE, is_official=True).heading == "This was done already"


def test_a_draft_is_not_open_yet() -> None:
    draft = council()
    draft._state.fields_cache["publication"] = None
    assert refused(permissions.ASK, election=draft).heading == "Not yet"


def test_an_election_without_that_window_says_so() -> None:
    bare = council(questions_opens=None, questions_closes=None)
    assert refused(permissions.ASK, election=bare).sentence == "This election plans no time for it"
