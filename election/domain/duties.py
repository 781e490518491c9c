"""What needs an official: due now, next by itself; told from the facts, so that nothing is chased by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from election.domain.outlook import number, outlook
from election.models import Announcement, Candidacy, Election, Official
from election.timeline import Edge, Kind, Phase, Window, phase_at, warnings


@dataclass(frozen=True)
class Duty:
    """Something to do: what, why, the words and URL name of its act."""

    what: str
    why: str
    act: str
    url: str
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
    edges = [Coming(w, edge, getattr(w, edge.value)) for w in election.timeline for edge in Edge]
    return sorted((edge for edge in edges if edge.at > at), key=lambda edge: edge.at)


def duties(
    election: Election,
    slate: Sequence[Candidacy],
    officials: Sequence[Official],
    announced: Sequence[Announcement],
    at: datetime,
) -> list[Duty]:
    """What is due now; nothing for an election that is over."""
    if election.recorded.cancelled or election.recorded.declared:
        return []
    if not election.recorded.announced:
        return list(_before(election, officials))
    return [*_of_phase(election, slate, at), *_untold(election, announced, at), *_people(slate, officials)]


def _before(election: Election, officials: Sequence[Official]) -> Iterator[Duty]:
    for warning in warnings(election.timeline):
        yield Duty("Look at the dates again", warning.sentence, "Change the dates", "officials:dates")
    if len(officials) < 2:
        why = f"This election has {number(len(officials))} so far. Two can check each other's work."
        yield Duty("Find a second official", why, "See the officials", "officials:people")
    if not election.contact:
        why = "People need to know whom to write to when something goes wrong."
        yield Duty("Say whom to write to", why, "Fill in the settings", "officials:settings")
    yield Duty(
        "Announce the election", "Until then only you see it.", "Check everything and announce", "officials:announce"
    )


def _of_phase(election: Election, slate: Sequence[Candidacy], at: datetime) -> Iterator[Duty]:
    standing = sum(not candidate.has_withdrawn for candidate in slate)
    nomination, voting = election.timeline.nomination, election.timeline.voting
    known = nomination is None or nomination.is_over(at)
    if known and standing <= election.seats:
        words = outlook(election, standing, at)
        if standing:
            yield Duty("Decide how the seats are filled", words, "Declare the result", "officials:declare")
        else:
            yield Duty("Find candidates, or cancel", words, "Move the dates", "officials:dates")
    elif phase_at(election.timeline, election.recorded, at) is Phase.COUNTING:
        yield Duty("Declare the result", "Everything has closed.", "Declare the result", "officials:declare")
    if voting and not voting.is_over(at) and known and not election.vote_at:
        why = "Voters need to know where the vote is held."
        yield Duty("Say where to vote", why, "Fill in the address", "officials:settings")


_STEPS = {Kind.NOMINATION: "nomination", Kind.QUESTIONS: "qa", Kind.VOTING: "voting"}


def _untold(election: Election, announced: Sequence[Announcement], at: datetime) -> Iterator[Duty]:
    """Windows that have opened, of which nothing was announced since."""
    last = max((told.at for told in announced), default=None)
    for window in election.timeline:
        if window.kind in _STEPS and window.is_open(at) and (last is None or last < window.opens):
            what = f"Tell everybody that {_opened(window)}"
            yield Duty(
                what,
                "The text is drafted for you.",
                "Read and announce it",
                "officials:announcement_new",
                f"?step={_STEPS[window.kind]}",
            )


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
