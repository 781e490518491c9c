"""Acts of the review: decide what follows, each by one confirmed act; take it back until the next window opens."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from election import timeline
from election.domain import announcements, elections, journal, timelines
from election.domain.announcements import Drafted
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.domain.review import plans
from election.domain.review.slate import counted
from election.domain.review.verdict import Outcome, Verdict, verdict
from election.domain.review.words import HEADINGS
from election.models import Announcement, Cancellation, Election, Rescheduling, Review, User
from election.timeline import Kind, Timeline, Window

TAKEN_BACK = "What was decided at the review was taken back."


@transaction.atomic
def decide(
    election: Election, outcome: Outcome, told: Drafted, by: User, at: datetime, *, longer: timedelta | None = None
) -> Announcement:
    """`outcome` is decided, its dates take effect, `told` is announced. Raises Refused where the slate does not bear
    it, as when somebody withdrew or applied meanwhile."""
    locked = elections.lock(election.pk)
    slate = counted(locked, at)
    found = verdict(slate)
    _decidable(locked, found, outcome, at)
    planned = locked.timeline
    _apply(locked, outcome, by, at, found, longer)
    announcement = announcements.tell(locked, told.title, told.source, by, at)
    _keep(locked, outcome, planned, announcement, by, at, len(slate.standing))
    facts = {"outcome": outcome.value, "standing": len(slate.standing), "seats": locked.seats}
    words = {"decided": HEADINGS[outcome]}
    journal.record(Deed.REVIEW_DECIDED, by=by, at=at, election=locked, after=facts, words=words)
    return announcement


def due(election: Election, at: datetime) -> str:
    """Why nothing can be decided at the review now; empty when something can."""
    nomination, voting, recorded = election.timeline.nomination, election.timeline.voting, election.recorded
    if recorded.declared or recorded.cancelled or not recorded.announced:
        return "Only an election that is announced and not over is reviewed."
    if nomination and not nomination.is_over(at):
        return "Nomination is still open. When it has closed, it is clear what follows."
    if voting and Kind.VOTING in election.open_windows(at):
        return "Voting has opened, so the slate stays as it is."
    if voting and voting.is_over(at) and not election.waits_for_review:
        return "The vote is over."
    return ""


def prospect(election: Election, outcome: Outcome, found: Verdict, at: datetime, longer: timedelta) -> Timeline:
    """The dates as `outcome` would leave them, were it decided now. Raises Refused where it cannot be."""
    _decidable(election, found, outcome, at)
    return plans.after(election.timeline, outcome, at.replace(microsecond=0), longer)


def _decidable(election: Election, found: Verdict, outcome: Outcome, at: datetime) -> None:
    if why := due(election, at):
        raise Refused(why)
    review = standing_review(election)
    if review and not review.lapsed_at:
        raise Refused(f"This was decided already: {HEADINGS[Outcome(review.outcome)]}. Take it back first.")
    if review and outcome is Outcome.VOTE and "voting_opens" in review.planned and not election.timeline.voting:
        raise Refused("The vote has fallen away. Take back what was decided, or plan a vote in the dates.")
    if not found.allows(outcome):
        raise Refused(f"That cannot be decided now. {found.sentence}")


def standing_review(election: Election) -> Review | None:
    """The decision on record, in force or lapsed."""
    return getattr(election, "review", None)


def _apply(
    election: Election, outcome: Outcome, by: User, at: datetime, found: Verdict, longer: timedelta | None
) -> None:
    if outcome is Outcome.FAIL:
        _fail(election, by, at, found)
        return
    moment = at.replace(microsecond=0)
    after = plans.after(election.timeline, outcome, moment, longer)
    if timeline.changes(election.timeline, after):
        timelines.reschedule(election, after, by, at, _why(outcome, found))


def _fail(election: Election, by: User, at: datetime, found: Verdict) -> None:
    """A failed election is a cancelled one: everything that knows those knows it."""
    reason = f"{found.sentence.partition('. ')[0].rstrip('.')}, so the election has failed."
    Cancellation.objects.create(election=election, by=by, at=at, reason=reason)
    journal.record(Deed.ELECTION_CANCELLED, by=by, at=at, election=election, words={"reason": reason})


def _why(outcome: Outcome, found: Verdict) -> str:
    return f"{found.sentence.partition('. ')[0].rstrip('.')}: {HEADINGS[outcome]}."[:500]


def _keep(
    election: Election,
    outcome: Outcome,
    planned: Timeline,
    announcement: Announcement,
    by: User,
    at: datetime,
    standing: int,
) -> None:
    """The decision in force. One that extends nomination leaves none: the slate is reviewed anew when it closes."""
    Review.objects.filter(election=election).delete()
    if outcome is Outcome.EXTEND:
        return
    Review.objects.create(
        election=election,
        outcome=outcome,
        standing=standing,
        planned=timelines.told(planned),
        until=plans.next_opening(planned, at),
        announcement=announcement,
        by=by,
        at=at,
    )


def binding(election: Election, at: datetime) -> str:
    """Why the decision cannot be taken back any more; empty while it can."""
    review = standing_review(election)
    if review is None:
        return "Nothing was decided that could be taken back."
    if election.recorded.declared:
        return "The result is declared, so what was decided at the review stays."
    if review.until and at >= review.until:
        return "The next window has opened, so what was decided at the review stays."
    return ""


@transaction.atomic
def take_back(election: Election, by: User, at: datetime) -> None:
    """What was decided is undone, with its dates; its announcement stays readable. Raises Refused once it binds."""
    locked = elections.lock(election.pk)
    review = standing_review(locked)
    if review is None or (why := binding(locked, at)):
        raise Refused(why if review else "Nothing was decided that could be taken back.")
    outcome, before, after = Outcome(review.outcome), locked.timeline, _timeline(review)
    if outcome is Outcome.FAIL:
        Cancellation.objects.filter(election=locked).delete()
    review.delete()
    changed = timeline.changes(before, after)
    if changed:
        _restore(locked, after, by, at)
    words = {"decided": HEADINGS[outcome]}
    old, new = {**timelines.told(before), "outcome": outcome.value}, timelines.told(after)
    journal.record(Deed.REVIEW_TAKEN_BACK, by=by, at=at, election=locked, before=old, after=new, words=words)


def _restore(election: Election, after: Timeline, by: User, at: datetime) -> None:
    changes = [timelines.as_told(change) for change in timeline.changes(election.timeline, after)]
    Election.objects.filter(pk=election.pk).update(**_columns(after))
    Rescheduling.objects.create(election=election, by=by, at=at, reason=TAKEN_BACK, changes=changes)


def _columns(after: Timeline) -> dict[str, datetime | None]:
    windows = {kind: after.window(kind) for kind in Kind}
    opens = {f"{kind}_opens": window.opens if window else None for kind, window in windows.items()}
    return {**opens, **{f"{kind}_closes": window.closes if window else None for kind, window in windows.items()}}


def _timeline(review: Review) -> Timeline:
    """The windows as they were before the decision."""
    edges = {name: datetime.fromisoformat(moment) for name, moment in review.planned.items()}
    kinds = [kind for kind in Kind if f"{kind}_opens" in edges]
    return Timeline(**{k.value: Window(k, edges[f"{k}_opens"], edges[f"{k}_closes"]) for k in kinds})
