"""Plan what was given together with all that was brought in before, and tell what is new of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from election.importers.messages import known
from election.importers.messages.received import Received, message_of, received, worth
from election.importers.threads import Asked, People, Plan, Proposal, plan
from election.importers.threads.copies import once
from election.importers.threads.people import same_sender
from election.importers.threads.topics import opener
from election.mail.addresses import Sender
from election.mail.message import Message, Origin
from election.models import Election, MessagePart
from election.models import Message as Row

LEFT_OVER = "left-over"


@dataclass(frozen=True)
class Prepared:
    """What messages would become. `given` and `pool` go by digest, `parts` by the key of a part that was decided on."""

    election: Election
    people: People
    standing: tuple[Asked, ...]
    given: Mapping[str, Received]
    pool: Mapping[str, Message]
    rows: Mapping[str, Row]
    parts: Mapping[str, MessagePart]
    plan: Plan
    opener: Sender | None

    @property
    def fresh(self) -> list[Proposal]:
        """What would be made, in the order of making: nothing that was made or left out before."""
        return [one for one in self.plan.proposals if self.part(one) is None]

    @property
    def left_over(self) -> list[Proposal]:
        """Messages among the given ones that fit nowhere."""
        left = self.plan.left_over
        return [one for one in left if one.message.digest in self.given and self.part(one) is None]

    @property
    def before(self) -> int:
        """How many of the given messages were decided on before."""
        decided = {key.partition(":")[0] for key in self.parts}
        return sum(digest in decided and not one.holder for digest, one in self.given.items())

    @property
    def copies(self) -> dict[str, Message]:
        """Of given messages that are copies of another one: that one, by the copy's digest."""
        copies = (one for one in self.plan.doubles if one.message.origin is not Origin.QUOTED)
        return {one.message.digest: one.original for one in copies if one.message.digest in self.given}

    def part(self, proposal: Proposal) -> MessagePart | None:
        """What was decided about it before. A message whose place was decided keeps it, however it is read now."""
        exact = next((self.parts[key] for key in sorted(proposal.keys) if key in self.parts), None)
        if exact:
            return exact
        digests = {key.partition(":")[0] for key in proposal.keys}
        settled = ("left-over",) if not _is_placed(proposal) else ("left-over", "post-")
        return next(
            (
                part
                for key, part in self.parts.items()
                if key.partition(":")[0] in digests and part.name.startswith(settled)
            ),
            None,
        )

    def acts_as_official(self, message: Message) -> bool:
        """Whether whoever wrote it counts as an official because they started the thread."""
        return self.opener is not None and same_sender(message.sender, self.opener)


def prepare(election: Election, files: Iterable[bytes]) -> Prepared:
    """Read `files` and plan them with the messages brought in before, so that replies find what they answer."""
    given = received(files)
    rows = {row.digest: row for row in Row.objects.filter(election=election)}
    pool = {digest: message_of(row) for digest, row in rows.items()}
    pool |= {digest: one.message for digest, one in given.items() if _is_better(one.message, pool.get(digest))}
    folk, standing = known.people(election), known.asked(election)
    messages = list(pool.values())
    return Prepared(
        election=election,
        people=folk,
        standing=standing,
        given=given,
        pool=pool,
        rows=rows,
        parts=_parts(rows),
        plan=plan(messages, folk, standing),
        opener=opener(once(messages)[0], folk),
    )


def identifier(proposal: Proposal) -> str:
    """A short name of a proposal, for the fields of a form."""
    digest, _, name = proposal.key.partition(":")
    return f"{digest[:16]}-{name}"


def _is_better(message: Message, known_as: Message | None) -> bool:
    return known_as is None or worth(message) > worth(known_as)


def _is_placed(proposal: Proposal) -> bool:
    return proposal.key.partition(":")[2].startswith(("post-", LEFT_OVER))


def _parts(rows: Mapping[str, Row]) -> dict[str, MessagePart]:
    digests = {row.pk: digest for digest, row in rows.items()}
    parts = MessagePart.objects.filter(message__in=digests)
    return {f"{digests[part.message_id]}:{part.name}": part for part in parts}
