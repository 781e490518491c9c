"""Words for the review: what each outcome is called, does and announces."""

from __future__ import annotations

from collections.abc import Sequence

from election.domain.announcements import Drafted, clock
from election.domain.review.verdict import Outcome, Verdict
from election.models import Candidacy, Election
from election.timeline import Timeline

TITLES = {
    Outcome.VOTE: "Hold the vote",
    Outcome.ACCLAIM: "Acclaim now, without Q&A and vote",
    Outcome.ACCLAIM_AFTER_QA: "Acclaim, and keep the Q&A",
    Outcome.EXTEND: "Extend nomination",
    Outcome.FAIL: "Say that the election has failed",
}

EFFECTS = {
    Outcome.VOTE: "The Q&A and the vote open as planned.",
    Outcome.ACCLAIM: "The vote falls away, and so does what is left of the Q&A. You can then declare the result.",
    Outcome.ACCLAIM_AFTER_QA: "The vote falls away; the Q&A takes place as planned. Then you declare the result.",
    Outcome.EXTEND: "Nomination is open again, and every later date moves by as much.",
    Outcome.FAIL: "The election ends without a result. Its pages stay readable.",
}

HEADINGS = {
    Outcome.VOTE: "there will be a vote",
    Outcome.ACCLAIM: "the candidates are elected by acclamation",
    Outcome.ACCLAIM_AFTER_QA: "no vote is needed",
    Outcome.EXTEND: "nomination is extended",
    Outcome.FAIL: "the election has failed",
}


def drafted(
    election: Election, found: Verdict, outcome: Outcome, slate: Sequence[Candidacy], after: Timeline, address: str
) -> Drafted:
    """What to tell everybody when this outcome is decided, with the dates as they will be `after` it."""
    parts = [
        "Nominations have closed." if outcome is not Outcome.EXTEND else "",
        _follows(election, found, outcome),
        _names(slate),
        *_dates(outcome, after),
        f"Everything is at {address}",
        f"Questions about the election: {election.contact}" if election.contact else "",
    ]
    return Drafted(f"{election.title}: {HEADINGS[outcome]}", "\n\n".join(filter(None, parts)))


def _follows(election: Election, found: Verdict, outcome: Outcome) -> str:
    """The sentence of the verdict where it says what was decided; else what it rests on, and the decision."""
    said, _, advice = found.sentence.partition(". ")
    if outcome is Outcome.FAIL:
        return f"{said.rstrip('.')}, so the election has failed."
    if outcome is Outcome.EXTEND:
        return f"{said.rstrip('.')}. Nomination is extended: everybody who may stand can still do so."
    if outcome is Outcome.VOTE:
        return f"{said.rstrip('.')}." + (f" {advice}" if not found.excess else " There will be a vote under this rule.")
    empty = " Those who stand are elected by acclamation." if advice else ""
    return f"{said.rstrip('.')}.{empty}"


def _names(slate: Sequence[Candidacy]) -> str:
    lines = [f"- {c.name}{f' ({c.affiliation})' if c.affiliation else ''}" for c in slate]
    return "\n".join(lines)


def _dates(outcome: Outcome, after: Timeline) -> list[str]:
    """The dates that matter now."""
    if outcome is Outcome.EXTEND:
        return [f"You can stand until {clock(after.nomination.closes)}."] if after.nomination else []
    talk = after.questions if outcome in (Outcome.VOTE, Outcome.ACCLAIM_AFTER_QA) else None
    vote = after.voting if outcome is Outcome.VOTE else None
    return [
        *([f"Questions are open from {clock(talk.opens)} to {clock(talk.closes)}."] if talk else []),
        *([f"Voting is open from {clock(vote.opens)} to {clock(vote.closes)}."] if vote else []),
    ]
