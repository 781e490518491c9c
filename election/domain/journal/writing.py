"""Writing the journal: an entry in the transaction of its act, and the erasure of an entry's words."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from election.domain.journal.chain import canonical, digest, text_digest
from election.domain.journal.deeds import Deed
from election.domain.refusals import Refused
from election.models import Body, Election, JournalEntry, JournalHead, JournalText, User


def record(
    deed: Deed,
    *,
    by: User | None,
    at: datetime,
    election: Election | None = None,
    body: Body | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    words: Mapping[str, str] | None = None,
) -> JournalEntry:
    """The next entry, chained to the one before; `by` is None for what was done on the server itself.

    `before` and `after` stay for good and hold no personal text; `words` (names, reasons, titles) can be erased, and
    get the actor's name as `by`. Raises RuntimeError outside of a transaction: an act and its entry stand or fall
    together.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An act is journalled in the transaction that does it.")
    entry = JournalEntry(deed=deed.value, at=at, actor=by, election=election, body=body)
    entry.facts = json.loads(canonical({"before": dict(before or {}), "after": dict(after or {})}))
    return _append(entry, {**({"by": by.name} if by else {}), **(words or {})})


def _append(entry: JournalEntry, words: dict[str, str]) -> JournalEntry:
    """Locks the head, so that writers queue: no gap, no fork. The head moves last; the database's guards rely on it."""
    head = JournalHead.objects.select_for_update().get()
    salt = secrets.token_hex(32)
    entry.text_hash = text_digest(salt, words) if words else ""
    entry.number, entry.previous = head.number + 1, head.hash
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    if words:
        JournalText.objects.create(entry=entry, salt=salt, words=words)
    JournalHead.objects.update(number=entry.number, hash=entry.hash)
    return entry


@transaction.atomic
def erase(entry: JournalEntry, by: User | None, at: datetime, reason: str) -> JournalEntry:
    """The words of `entry` are gone, with their salt; the chain still holds. Itself an act on record, which is given
    back. Raises Refused where there are none."""
    text = JournalText.objects.select_for_update().filter(entry=entry).first()
    if text is None:
        raise Refused("This act has no words that could be erased.")
    after, words = {"entry": entry.number}, {"reason": reason}
    act = record(Deed.TEXT_ERASED, by=by, at=at, election=entry.election, body=entry.body, after=after, words=words)
    text.delete()
    return act
