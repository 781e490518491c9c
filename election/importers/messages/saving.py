"""Bring messages in: each kept whole, each proposal made or left over with its reason, all in one act on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from election.domain import journal
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.forms.decisions import Decision
from election.importers.messages.became import column, post_of
from election.importers.messages.keeping import Keeper
from election.importers.messages.placing import Placer, Step
from election.importers.messages.posting import make
from election.importers.messages.preparing import Prepared, identifier, prepare
from election.importers.threads import Kind, Parent, Proposal, Role
from election.models import Election, MessagePart, User

_COUNTED = {"announcement": "announcements", "question": "questions", "answer": "answers", "reply": "replies"}


@dataclass(frozen=True)
class Result:
    """What came of one proposal: a part on record, or none and the reason."""

    proposal: Proposal
    part: MessagePart | None
    reason: str = ""


@dataclass(frozen=True)
class Brought:
    """What came of everything that was given."""

    prepared: Prepared
    results: tuple[Result, ...]

    @property
    def made(self) -> int:
        """How many posts were made."""
        return sum(one.part is not None and not one.part.is_left_out for one in self.results)


@transaction.atomic
def bring_in(
    election: Election,
    files: Iterable[bytes],
    by: User | None,
    at: datetime,
    decisions: Mapping[str, Decision] | None = None,
) -> Brought:
    """Make what `files` would become, as `decisions` (by identifier) say; None: as the plan proposes.

    Brings in nothing twice. What the renderer or a rule of the election refuses is left over with the reason.
    """
    locked = Election.objects.select_for_update().get(pk=election.pk)
    prepared = prepare(locked, files)
    keeper = Keeper(prepared)
    kept = keeper.keep()
    placer = Placer(prepared, at)
    results = [_carry_out(step, keeper, placer) for step in _steps(prepared, decisions)]
    results += [_leave(one, keeper, one.reason) for one in prepared.left_over if not _decided(one, decisions)]
    keeper.copies()
    counts = Counter(_COUNTED[column(post)] for one in results if one.part and (post := post_of(one.part)))
    if kept or counts:
        after = {**({"messages": kept} if kept else {}), **counts}
        journal.record(Deed.MESSAGES_BROUGHT_IN, by=by, at=at, election=locked, after=after)
    return Brought(prepared, tuple(results))


def _decided(proposal: Proposal, decisions: Mapping[str, Decision] | None) -> bool:
    return decisions is not None and identifier(proposal) in decisions


def _steps(prepared: Prepared, decisions: Mapping[str, Decision] | None) -> list[Step]:
    """What is to be done, questions before all that could stand under them."""
    if decisions is None:
        return [Step(one, one.kind, _own_key(one), one.parent) for one in prepared.fresh]
    offered = [*prepared.fresh, *prepared.left_over]
    keys = {identifier(one): one.key for one in offered}
    steps = [_step(one, decisions[identifier(one)], keys, prepared) for one in offered if identifier(one) in decisions]
    return sorted(steps, key=lambda step: step.kind not in {Kind.ANNOUNCEMENT, Kind.QUESTION})


def _step(proposal: Proposal, decision: Decision, keys: Mapping[str, str], prepared: Prepared) -> Step:
    kind = Kind(decision.kind)
    if decision.is_as_found:
        return Step(proposal, kind, decision.candidate, proposal.parent)
    parent = Parent(proposal=keys.get(decision.new_question, ""), question=decision.question)
    return Step(proposal, kind, decision.candidate, parent)


def _own_key(proposal: Proposal) -> int | None:
    return proposal.author.key if proposal.author.role is Role.CANDIDATE else None


def _carry_out(step: Step, keeper: Keeper, placer: Placer) -> Result:
    proposal, row = step.proposal, keeper.row(step.proposal)
    if step.kind is proposal.kind is Kind.LEFT_OVER:
        # Nobody decided against it: it finds its place once what it answers is brought in.
        return _leave(proposal, keeper, proposal.reason)
    if step.kind is Kind.LEFT_OVER:
        part = keeper.part(proposal, None, "")
        return Result(proposal, part, "An official left it out.")
    try:
        with transaction.atomic():
            place = placer.place(step.parent)
            at = placer.moment(proposal, place)
            post = make(keeper.election, step.kind, proposal, place, placer.voiced(step), row, at)
            part = keeper.part(proposal, post, proposal.said)
    except (Refused, ValueError) as no:
        return _leave(proposal, keeper, str(no))
    placer.made(proposal, part)
    return Result(proposal, part)


def _leave(proposal: Proposal, keeper: Keeper, reason: str) -> Result:
    keeper.leave(proposal, reason)
    return Result(proposal, None, reason)
