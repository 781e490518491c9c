"""What needs an official: due now, next by itself; told from the facts, so that nothing is chased by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from election.domain.outlook import number, outlook, several
from election.models import Announcement, Candidacy, Election, Official
from election.permissions import ANNOUNCE, CHECK, DECLARE, RESCHEDULE, REVIEW, RUN, SET_UP, TELL, Rule
from election.timeline import Edge, Kind, Phase, Window, phase_at, warnings


@dataclass(frozen=True)
class Duty:
    """Something to do: what, why, the words and URL name of its act, and the rule that says who may do it."""

    what: str
    why: str
    act: str
    url: str
    may: Rule = RUN
    query: str = ""


@dataclass(frozen=True)
class Coming:
    """Something that happens by the clock alone."""

    window: Window
    edge: Edge
    at: datetime


def coming(election: Election, at: datetime) -> list[Coming]:
    """What happens next by itself, soonest first."""
    if election.recorded.cancelled or election.recorded.declared:
        return []
    edges = [Coming(w, edge, getattr(w, edge.value)) for w in election.by_itself for edge in Edge]
    return sorted((edge for edge in edges if edge.at > at), key=lambda edge: edge.at)


def duties(
    election: Election,
    slate: Sequence[Candidacy],
    officials: Sequence[Official],
    announced: Sequence[Announcement],
    at: datetime,
    undecided: int = 0,
) -> list[Duty]:
    """What is due now; for an election that is over only to tell its result. `undecided`: candidacies that wait for a
    decision."""
    last = max((told.at for told in announced), default=None)
    if election.recorded.cancelled:
        return []
    if election.recorded.declared:
        return list(_result(election, last))
    if not election.recorded.announced:
        return list(_before(election, officials))
    return [
        *_of_slate(election, undecided, at),
        *_of_phase(election, slate, at),
        *_untold(election, last, at),
        *_people(slate, officials),
    ]


def _before(election: Election, officials: Sequence[Official]) -> Iterator[Duty]:
    for warning in warnings(election.timeline):
        yield Duty("Look at the dates again", warning.sentence, "Change the dates", "officials:dates", SET_UP)
    if len(officials) < 2:
        why = f"This election has {number(len(officials))} so far. Two can check each other's work."
        yield Duty("Find a second official", why, "See the officials", "officials:people")
    if not election.contact:
        why = "People need to know whom to write to when something goes wrong."
        yield Duty("Say whom to write to", why, "Fill in the settings", "officials:settings", SET_UP)
    yield Duty(
        "Announce the election",
        "Until then only you see it.",
        "Check everything and announce",
        "officials:announce",
        ANNOUNCE,
    )


def _of_slate(election: Election, undecided: int, at: datetime) -> Iterator[Duty]:
    """Candidacies that wait for a decision, and the review they wait for."""
    nomination = election.timeline.nomination
    if undecided:
        what = f"Decide about {several(undecided, 'candidacy')}"
        why = "Nothing advances while one is undecided."
        yield Duty(what, why, "See the candidacies", "officials:candidates", CHECK)
    if election.waits_for_review and (nomination is None or nomination.is_over(at)):
        why = "What follows waits for your decision: Q&A and vote do not open by themselves."
        if hasattr(election, "review"):
            why = "The slate or the rules changed, so what was decided at the review no longer fits."
        yield Duty("Review the slate", why, "See what follows from it", "officials:review", REVIEW)


def _of_phase(election: Election, slate: Sequence[Candidacy], at: datetime) -> Iterator[Duty]:
    standing = sum(not candidate.has_withdrawn for candidate in slate)
    nomination, voting = election.timeline.nomination, election.timeline.voting
    known = nomination is None or nomination.is_over(at)
    if nomination and _closes_soon(nomination, at) and standing <= election.seats:
        words = outlook(election, standing, at)
        yield Duty("Few candidates so far", words, "Extend nomination", "officials:dates", RESCHEDULE)
    if known and standing <= election.seats and not election.waits_for_review:
        words = outlook(election, standing, at)
        if standing:
            yield Duty("Decide how the seats are filled", words, "Declare the result", "officials:declare", DECLARE)
        else:
            yield Duty("Find candidates, or cancel", words, "Move the dates", "officials:dates", RESCHEDULE)
    elif phase_at(election.timeline, election.recorded, at) is Phase.COUNTING:
        yield Duty("Declare the result", "Everything has closed.", "Declare the result", "officials:declare", DECLARE)
    if voting and not voting.is_over(at) and known and not election.vote_at:
        why = "Voters need to know where the vote is held."
        yield Duty("Say where to vote", why, "Fill in the address", "officials:settings", SET_UP)


_STEPS = {Kind.NOMINATION: "nomination", Kind.QUESTIONS: "qa", Kind.VOTING: "voting"}
LAST_DAYS = timedelta(days=2)


def _closes_soon(window: Window, at: datetime) -> bool:
    return window.is_open(at) and window.closes - at <= LAST_DAYS


def _untold(election: Election, last: datetime | None, at: datetime) -> Iterator[Duty]:
    """Windows that opened, are about to close or have closed, of which nothing was announced since."""
    for window in election.timeline:
        if window.kind in _STEPS and window.is_open(at):
            reminder = max(window.opens, window.closes - LAST_DAYS)
            if _is_news(window.opens, last):
                yield _tell(f"Tell everybody that {_opened(window)}", _STEPS[window.kind])
            elif _closes_soon(window, at) and _is_news(reminder, last):
                yield _tell(f"Remind everybody: {window.kind.label.lower()} will close soon", "last-days")
    nomination, phase = election.timeline.nomination, phase_at(election.timeline, election.recorded, at)
    if nomination and phase is Phase.REVIEW and _is_news(nomination.closes, last):
        yield _tell("Tell everybody who stands", "slate")


def _result(election: Election, last: datetime | None) -> Iterator[Duty]:
    if _is_news(election.declaration.at, last):
        yield _tell("Tell everybody the result", "result")


def _is_news(since: datetime, last: datetime | None) -> bool:
    return last is None or last < since


def _tell(what: str, step: str) -> Duty:
    why = "The text is drafted for you."
    return Duty(what, why, "Read and announce it", "officials:announcement_new", TELL, f"?step={step}")


def _opened(window: Window) -> str:
    return f"{window.kind.label.lower()} {'are' if window.kind is Kind.QUESTIONS else 'is'} open"


def _people(slate: Sequence[Candidacy], officials: Sequence[Official]) -> Iterator[Duty]:
    for candidate in slate:
        if not candidate.has_withdrawn and not candidate.addresses.all():
            why = "Without an address they cannot sign in and answer."
            yield Duty(f"Add an address for {candidate.name}", why, "See the candidates", "officials:candidates")
    absent = [official.name or official.email for official in officials if official.user_id is None]
    if absent:
        why = f"Not yet: {', '.join(absent)}."
        yield Duty("Ask the other officials to sign in", why, "See the officials", "officials:people")
