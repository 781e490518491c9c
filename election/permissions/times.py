"""Times that rules name beside the four windows: derived from the timeline and the acts on record, stored nowhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from election.models import Candidacy, Election
from election.models.election import Nominating
from election.timeline import Kind

AT_LEAST = timedelta(hours=48)
"""A candidate has at least this long to write a statement, however late they were added."""

ANNOUNCED = "announced"  # announced and not cancelled
LIVE = "live"  # announced, neither cancelled nor declared
REPLIES = "replies"  # announced until answers close (or voting, a setting)
STATEMENT = "statement"  # until this candidate's own deadline
UNDECLARED = "undeclared"  # not declared, not cancelled (drafts too)
SEEDING = "seeding"  # before questions open (drafts too); where no such window is planned, until answers close
DRAFT = "draft"
STANDING = "standing"  # nomination, where people stand by themselves
NOMINATING = "nominating"  # nomination, where anybody can be nominated
ENDORSING = "endorsing"  # nomination, where endorsements are needed
BEFORE_VOTE = "before_vote"  # until voting opens (drafts too), not declared, not cancelled
VOTE_NOT_OVER = "vote_not_over"  # until voting closes (drafts too), not declared, not cancelled
CLAIMS = "claims"  # announced, until voting closes, not declared, not cancelled


def open_times(election: Election, candidacy: Candidacy | None, at: datetime) -> frozenset[str]:
    """The names of all times that are open at `at`: the windows, and those that rules name beside them."""
    recorded = election.recorded
    if recorded.cancelled:
        return frozenset()
    planned = {UNDECLARED, *_seeding(election, at), *_statement(election, candidacy, at), *_of_roll(election, at)}
    if not recorded.announced:
        return frozenset({DRAFT, *planned})
    if recorded.declared:
        return frozenset({ANNOUNCED})
    replies = {REPLIES} if at < replies_close(election) else set()
    claims = {CLAIMS} if VOTE_NOT_OVER in planned else set()
    opened = election.open_windows(at)
    return frozenset({ANNOUNCED, LIVE, *planned, *replies, *claims, *opened, *_nomination(election, opened)})


def _nomination(election: Election, opened: frozenset[Kind]) -> set[str]:
    """What can be done while nomination is open, as this election has it."""
    if Kind.NOMINATION not in opened or election.nominating == Nominating.OFFICIALS:
        return set()
    named = {NOMINATING} if election.nominating == Nominating.ANYBODY else set()
    return {STANDING, *named, *({ENDORSING} if election.endorsements_needed else set())}


def replies_close(election: Election) -> datetime:
    """When threads fall silent: when answers close, or later with voting where the election says so."""
    timeline = election.timeline
    last = [timeline.answers or timeline.questions, timeline.voting if election.replies_through_voting else None]
    return max((window.closes for window in last if window), default=datetime.min.replace(tzinfo=UTC))


def _of_roll(election: Election, at: datetime) -> set[str]:
    """Where no vote is planned here, the roll can change until the result is declared."""
    voting = election.timeline.voting
    before = {BEFORE_VOTE} if voting is None or voting.is_ahead(at) else set()
    return before if voting and voting.is_over(at) else {VOTE_NOT_OVER, *before}


def _seeding(election: Election, at: datetime) -> set[str]:
    questions, answers = election.timeline.questions, election.timeline.answers
    last = questions.opens if questions else answers.closes if answers else None
    return {SEEDING} if last and at < last else set()


def _statement(election: Election, candidacy: Candidacy | None, at: datetime) -> set[str]:
    if candidacy is None:
        return set()
    deadline = statement_deadline(election, candidacy)
    return {STATEMENT} if deadline is None or at < deadline else set()


def statement_deadline(election: Election, candidacy: Candidacy) -> datetime | None:
    """Until when a statement can be edited: its own deadline; for those who stand by themselves, when nomination
    closes; else when the Q&A opens but at least 48 hours after the candidate was added, else (no Q&A planned) when
    nomination closes, else when voting opens."""
    if candidacy.statement_until:
        return candidacy.statement_until
    timeline = election.timeline
    if timeline.nomination and getattr(candidacy, "application", None):
        return timeline.nomination.closes
    first = timeline.questions or timeline.answers
    default = first.opens if first else None
    if default is None and timeline.nomination:
        default = timeline.nomination.closes
    if default is None and timeline.voting:
        default = timeline.voting.opens
    return max(default, candidacy.added_at + AT_LEAST) if default else None
