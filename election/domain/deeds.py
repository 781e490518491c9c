"""What this very person can do now, in sentences with the way to each: "You can now"."""

from __future__ import annotations

from dataclasses import dataclass

from election.models import Election
from election.permissions import (
    ANNOUNCE,
    ANSWER,
    ASK,
    CANDIDACY,
    DECLARE,
    ENDORSE,
    NOMINATE,
    REPLY,
    RUN,
    SEED,
    STAND,
    STATE,
    Role,
    Standing,
)


@dataclass(frozen=True)
class Deed:
    """One thing to do: the sentence, the URL name of its page, a quiet remark beside it."""

    sentence: str
    url: str
    remark: str = ""


def deeds(election: Election, standing: Standing, waiting: int, asked: int, *, nominated: bool = False) -> list[Deed]:
    """What can be done now, most urgent first. `waiting`: questions that wait for this candidate; `asked`: questions
    there are; `nominated`: whether a nomination waits for this person. For those who are signed out, what they could do
    after signing in."""
    own = [*_official(standing), *_candidate(standing, waiting)]
    return [*own, *_nomination(standing, nominated=nominated), *_anybody(election, standing, asked)]


def _nomination(standing: Standing, *, nominated: bool) -> list[Deed]:
    found = []
    if nominated and standing.candidacy is None:
        found.append(Deed("You were nominated: accept or decline", "nominations:show"))
    signed_out = standing.user is None
    if STAND.is_open(standing) and standing.candidacy is None and not standing.is_official:
        found.append(Deed("Sign in and stand for election" if signed_out else "Stand for election", "candidates:stand"))
    if NOMINATE.allows(standing):
        found.append(Deed("Nominate somebody", "nominations:new"))
    if ENDORSE.allows(standing) and not standing.is_official:
        found.append(Deed("Endorse somebody who wants to stand", "candidates:index"))
    return found


def _official(standing: Standing) -> list[Deed]:
    if ANNOUNCE.allows(standing):
        return [Deed("Check the plan and announce the election", "officials:console")]
    if RUN.allows(standing):
        remark = "the result can be declared" if DECLARE.allows(standing) and _voting_over(standing) else ""
        return [Deed("See what needs you as an official", "officials:console", remark)]
    return []


def _voting_over(standing: Standing) -> bool:
    voting = standing.election.timeline.voting if standing.election else None
    return voting is not None and voting.is_over(standing.at)


def _candidate(standing: Standing, waiting: int) -> list[Deed]:
    found = []
    if ANSWER.allows(standing) and waiting:
        found.append(Deed("Answer what waits for you", "answers:todo", f"{waiting} open"))
    if CANDIDACY.allows(standing) and Role.NOMINEE in standing.roles:
        found.append(Deed("See how your candidacy is doing", "candidates:mine", "not on the slate yet"))
    if STATE.allows(standing):
        found.append(Deed("Edit your statement", "candidates:state"))
    return found


def _anybody(election: Election, standing: Standing, asked: int) -> list[Deed]:
    found = []
    if SEED.allows(standing):
        found.append(Deed("Ask an opening question", "questions:seed"))
    elif _could_ask(standing) and standing.asked < election.questions_each:
        found.append(_ask(election, standing))
    if asked:
        also = ", and reply" if REPLY.is_open(standing) else ""
        found.append(Deed(f"Read the questions and answers{also}", "questions:index"))
    return found


def _could_ask(standing: Standing) -> bool:
    """Whether this person may ask now, or could turn out to be who may, once signed in."""
    return ASK.is_open(standing) and (standing.user is None or ASK.admits(standing))


def _ask(election: Election, standing: Standing) -> Deed:
    if standing.user is None:
        return Deed("Sign in and ask the candidates a question", "questions:ask")
    return Deed("Ask the candidates a question", "questions:ask", f"{standing.asked} of {election.questions_each} used")
