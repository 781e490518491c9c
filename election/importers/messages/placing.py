"""Where posts go, when they were said, and who speaks in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from election.domain.refusals import Refused
from election.importers.messages.became import post_of
from election.importers.messages.posting import Place, Voiced, line
from election.importers.messages.preparing import Prepared
from election.importers.threads import Kind, Parent, Proposal, Role
from election.mail.message import Message
from election.models import Answer, Candidacy, MessagePart, Question, Reply
from election.models.post import Voice

BEFORE = timedelta(seconds=1)
"""A message that another one quotes was written before that one: at least this much, to stand above it."""


@dataclass(frozen=True)
class Step:
    """One thing to do: what a proposal becomes, which candidate wrote it (None: none of them), and where it goes."""

    proposal: Proposal
    kind: Kind
    candidate: int | None
    parent: Parent | None


class Placer:
    """Knows what stands already and what this act has made so far."""

    def __init__(self, prepared: Prepared, at: datetime) -> None:
        self.prepared, self.at = prepared, at
        self.slate = {one.pk: one for one in Candidacy.objects.slate(prepared.election)}
        self.proposals = {one.key: one for one in prepared.plan.proposals}
        known = ((one.key, prepared.part(one)) for one in prepared.plan.proposals)
        self.parts: dict[str, MessagePart] = {key: part for key, part in known if part}

    def made(self, proposal: Proposal, part: MessagePart) -> None:
        """Remember it for what goes under it."""
        self.parts[proposal.key] = part

    def place(self, parent: Parent | None) -> Place | None:
        """Where `parent` points to. Under what was left out goes nothing: then the place above that counts."""
        seen: set[str] = set()
        while parent and parent.proposal and parent.proposal not in seen:
            part = self.parts.get(parent.proposal)
            found = _place(part) if part else None
            if found:
                return found
            seen.add(parent.proposal)
            above = self.proposals.get(parent.proposal)
            parent = above.parent if above else None
        if parent and parent.question:
            question = Question.objects.filter(pk=parent.question, election=self.prepared.election).first()
            return Place(question) if question else None
        return None

    def moment(self, proposal: Proposal, place: Place | None) -> datetime:
        """When it was said; where no zone is known, the best bound: before the message that quotes it, else after what
        it answers, else now."""
        known = _moment(proposal.message, self.prepared)
        if known:
            return known
        above = place and (place.reply or place.answer or place.question)
        return above.at + BEFORE if above else self.at

    def voiced(self, step: Step) -> Voiced:
        """Who speaks. Raises Refused where an answer is by no candidate."""
        candidacy = self.slate.get(step.candidate) if step.candidate else None
        if step.kind is Kind.ANSWER and candidacy is None:
            raise Refused("Only a candidate of this election can answer; nobody says which one wrote this.")
        return Voiced(self._name(step.proposal, candidacy), self._voice(step, candidacy), candidacy)

    def _voice(self, step: Step, candidacy: Candidacy | None) -> Voice:
        if candidacy:
            return Voice.CANDIDATE
        official = step.proposal.author.role is Role.OFFICIAL or step.kind is Kind.ANNOUNCEMENT
        official = official or self.prepared.acts_as_official(step.proposal.message)
        return Voice.OFFICIAL if official else Voice.MEMBER

    def _name(self, proposal: Proposal, candidacy: Candidacy | None) -> str:
        """The sender's own name; never their whole address."""
        sender = proposal.message.sender
        if candidacy:
            return candidacy.name
        known = {one.key: one.name for one in self.prepared.people.officials}
        own = known.get(proposal.author.key or 0, "") if proposal.author.role is Role.OFFICIAL else ""
        return line(sender.name or own or sender.address.partition("@")[0], 120) or "Unnamed"


def _place(part: MessagePart) -> Place | None:
    post = post_of(part)
    if isinstance(post, Question):
        return Place(post)
    if isinstance(post, Answer):
        return Place(post.question, answer=post)
    return Place(post.question, answer=post.answer, reply=post) if isinstance(post, Reply) else None


def _moment(message: Message, prepared: Prepared) -> datetime | None:
    steps, seen = 0, {message.digest}
    while message.at is None:
        quoter = prepared.pool.get(message.quoted_in)
        if quoter is None or quoter.digest in seen:
            return None
        seen.add(quoter.digest)
        message, steps = quoter, steps + 1
    return message.at - steps * BEFORE
