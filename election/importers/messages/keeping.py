"""Rows for messages and for what their parts became."""

from __future__ import annotations

from election.importers.messages.became import Post, column
from election.importers.messages.preparing import Prepared
from election.importers.messages.received import Received, columns
from election.importers.threads import Proposal
from election.mail.message import Message, Origin
from election.models import Election, MessagePart
from election.models import Message as Row


class Keeper:
    """Keeps the messages of one act, and what became of each."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.rows = dict(prepared.rows)

    @property
    def election(self) -> Election:
        return self.prepared.election

    def keep(self) -> int:
        """A row for each message that was given, attached ones too, and for a quoted one that is known only from there;
        says how many are new."""
        before = len(self.rows)
        wanted = {one.message.digest for one in (*self.prepared.fresh, *self.prepared.left_over)}
        given = sorted(self.prepared.given.values(), key=lambda one: bool(one.holder))
        for one in given:
            if one.message.origin is not Origin.QUOTED or one.message.digest in wanted:
                self._keep_one(one)
        return len(self.rows) - before

    def _keep_one(self, one: Received) -> None:
        digest = one.message.digest
        row = self.rows.get(digest)
        if row is None:
            row = self.rows[digest] = Row(election=self.election, digest=digest)
        elif self.prepared.pool[digest] is not one.message:
            return
        for name, value in {**columns(one.message), "raw": one.raw, "held_in": self.rows.get(one.holder)}.items():
            setattr(row, name, value)
        row.save()

    def row(self, proposal: Proposal) -> Row:
        """The row of the message that `proposal` is made from."""
        return self.rows[proposal.message.digest]

    def part(self, proposal: Proposal, post: Post | None, said: str) -> MessagePart:
        """What this part of its message became; None: left out."""
        row = self.row(proposal)
        if row.reason:
            row.reason = ""
            row.save(update_fields=["reason"])
        name = proposal.key.partition(":")[2]
        return MessagePart.objects.create(message=row, name=name, said=said, **{column(post): post} if post else {})

    def leave(self, proposal: Proposal, reason: str) -> None:
        """Nothing became of it, for this reason."""
        self._say(self.row(proposal), reason)

    def copies(self) -> None:
        """Say of each given copy what it is a copy of."""
        for digest, original in self.prepared.copies.items():
            self._say(self.rows[digest], f"It is a copy of {_named(original)}.")

    def _say(self, row: Row, reason: str) -> None:
        if row.reason != reason:
            row.reason = reason
            row.save(update_fields=["reason"])


def _named(message: Message) -> str:
    by = message.sender.name or message.sender.address or "an unnamed sender"
    where = "another message" if message.origin is Origin.QUOTED else "the message"
    return f"{where} of {by}, {message.sent_text or 'date unknown'}"
