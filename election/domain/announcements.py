"""Announcements: told by officials, drafted by the program from the facts for each step of an election."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from election.domain import journal, reading
from election.domain.journal import Deed
from election.domain.outlook import outlook, several
from election.domain.todo import open_for
from election.models import Announcement, Candidacy, Election, Message, User
from election.models.written import rendered
from election.timeline import Window


class Step(StrEnum):
    """The moments of an election that are announced."""

    NOMINATION = "nomination"
    SLATE = "slate"
    QA = "qa"
    LAST_DAYS = "last-days"
    VOTING = "voting"
    RESULT = "result"

    @property
    def label(self) -> str:
        return _TITLES[self]


_TITLES = {
    Step.NOMINATION: "Nominations are open",
    Step.SLATE: "The candidates are known",
    Step.QA: "Questions and answers are open",
    Step.LAST_DAYS: "Last days",
    Step.VOTING: "Voting is open",
    Step.RESULT: "The result",
}


@dataclass(frozen=True)
class Drafted:
    """An announcement as the program proposes it: an official reads, changes and publishes it."""

    title: str
    source: str


@transaction.atomic
def tell(
    election: Election,
    title: str,
    source: str,
    by: User | None,
    at: datetime,
    *,
    author_name: str = "",
    sent: str = "",
    message: Message | None = None,
) -> Announcement:
    """A new announcement on the election's page; an official's own is journalled (one brought in from a message is
    part of that act)."""
    announcement = Announcement.objects.create(
        election=election,
        title=title,
        at=at,
        by=by,
        author_name=author_name or (by.name if by else ""),
        sent=sent,
        message=message,
        **rendered(source),
    )
    if message is None:
        facts = {"announcement": announcement.pk}
        journal.record(Deed.ANNOUNCEMENT_MADE, by=by, at=at, election=election, after=facts, words={"title": title})
    return announcement


def draft(election: Election, step: Step, at: datetime, address: str) -> Drafted:
    """What to tell at `step`, from the facts; `address` is the election's full web address."""
    slate = list(Candidacy.objects.slate(election))
    standing = sum(not candidate.has_withdrawn for candidate in slate)
    parts = [*_STEPS[step](election, slate, at), outlook(election, standing, at) if step is not Step.RESULT else ""]
    closing = [
        f"Everything is at {address}",
        f"Questions about the election: {election.contact}" if election.contact else "",
    ]
    return Drafted(f"{election.title}: {step.label.lower()}", "\n\n".join(filter(None, [*parts, *closing])))


Slate = list[Candidacy]


def _nomination(election: Election, slate: Slate, at: datetime) -> list[str]:
    seats = several(election.seats, "seat")
    opened = f"{_now('Nominations', election.timeline.nomination, at)} for {election.title}."
    return [
        f"{opened} There {'is' if election.seats == 1 else 'are'} {seats} to fill.",
        _until("You can stand", election.timeline.nomination),
        election.standing_source,
    ]


def _slate(election: Election, slate: Slate, at: datetime) -> list[str]:
    nomination = election.timeline.nomination
    still = nomination is not None and not nomination.is_over(at)
    return ["The candidates so far are:" if still else "Nominations have closed. The candidates are:", _names(slate)]


def _qa(election: Election, slate: Slate, at: datetime) -> list[str]:
    questions = election.timeline.questions
    opening = "" if questions is None or questions.is_open(at) else f"{_now('Questions', questions, at)}. "
    return [
        f"{opening}Ask the candidates questions, and read and discuss what they answer.",
        _until("Questions can be asked", election.timeline.questions),
        _until("Candidates can answer", election.timeline.answers),
        "The candidates are:",
        _names(slate),
    ]


def _last_days(election: Election, slate: Slate, at: datetime) -> list[str]:
    closing = [window for window in election.timeline if window.is_open(at)]
    if not closing:
        return ["Nothing is open at this moment."]
    lines = [f"- {window.kind.label}: until {clock(window.closes)}" for window in closing]
    return ["These are the last days for:", "\n".join(lines), _unanswered(election, at)]


def _unanswered(election: Election, at: datetime) -> str:
    """Which candidates still owe answers, while these are open."""
    answers = election.timeline.answers
    if answers is None or not answers.is_open(at):
        return ""
    owing = [c for c in reading.counted_slate(election) if open_for(c, [c]) and not c.has_withdrawn]
    lines = [f"- {candidacy.name}: {several(open_for(candidacy, [candidacy]), 'question')}" for candidacy in owing]
    return "\n\n".join(["Not answered yet:", "\n".join(lines)]) if lines else ""


def _voting(election: Election, slate: Slate, at: datetime) -> list[str]:
    where = f"Vote at {election.vote_at}" if election.vote_at else ""
    return [
        f"{_now('Voting', election.timeline.voting, at)}.",
        _until("You can vote", election.timeline.voting),
        where,
        "The candidates are:",
        _names(slate),
    ]


def _result(election: Election, slate: Slate, at: datetime) -> list[str]:
    declaration = getattr(election, "declaration", None)
    if declaration is None:
        return ["The result has not been declared yet."]
    names = [f"- {winner.candidacy.name}" for winner in declaration.winners.select_related("candidacy")]
    source = f"Source: {declaration.source_url}" if declaration.source_url else ""
    return [f"{declaration.get_kind_display()}. These are elected:", "\n".join(names), source]


_STEPS: dict[Step, Callable[[Election, Slate, datetime], list[str]]] = {
    Step.NOMINATION: _nomination,
    Step.SLATE: _slate,
    Step.QA: _qa,
    Step.LAST_DAYS: _last_days,
    Step.VOTING: _voting,
    Step.RESULT: _result,
}


def _names(slate: Slate) -> str:
    lines = [f"- {c.name}{f' ({c.affiliation})' if c.affiliation else ''}" for c in slate if not c.has_withdrawn]
    return "\n".join(lines) or "Nobody stands."


def _now(what: str, window: Window | None, at: datetime) -> str:
    """That it is open, or when it opens, or that it has closed: an announcement may be written ahead."""
    verb = "are" if what.endswith("s") else "is"
    if window is None or window.is_open(at):
        return f"{what} {verb} open"
    return f"{what} {verb} closed" if window.is_over(at) else f"{what} will open on {clock(window.opens)}"


def _until(what: str, window: Window | None) -> str:
    return f"{what} until {clock(window.closes)}." if window else ""


def clock(moment: datetime) -> str:
    """A moment in plain text: "Friday 19 March 2027, 15:00 UTC"."""
    return f"{moment:%A} {moment.day} {moment:%B %Y, %H:%M} UTC"
