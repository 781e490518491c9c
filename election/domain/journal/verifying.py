"""Verifying the journal: from the first entry to the head, in batches, up to the first one that is not as written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction

from election.domain.journal.chain import START, digest, text_digest
from election.domain.journal.deeds import Deed
from election.domain.journal.verdicts import Flaw, Verdict
from election.models import JournalEntry, JournalHead, JournalText

BATCH = 500


@dataclass
class _Walk:
    """Where a verification stands: the last good entry, and what was erased so far."""

    number: int = 0
    hash: str = START
    missing: list[int] = field(default_factory=list)
    erasures: set[int] = field(default_factory=set)


@transaction.atomic
def verify() -> Verdict:
    """Reads the whole journal. Writers wait meanwhile (the head is locked), so nothing moves under it."""
    head = JournalHead.objects.select_for_update().first()
    walk = _Walk()
    flaw = next(filter(None, (_step(walk, row) for row in _rows())), None) or _end(walk, head)
    unrecorded = tuple(number for number in walk.missing if number not in walk.erasures)
    return Verdict(walk.number, len(walk.missing), unrecorded, flaw)


def _rows() -> Iterator[JournalEntry | Flaw]:
    """Every entry in order, with its words; a Flaw in place of one that cannot even be read."""
    whole = JournalEntry.objects.select_related("text").order_by("number")
    numbers = JournalEntry.objects.order_by("number").values_list("number", flat=True)
    last: int | None = None
    while batch := list(numbers.filter(number__gt=last)[:BATCH] if last is not None else numbers[:BATCH]):
        try:
            yield from list(whole.filter(number__in=batch))
        except (ValueError, TypeError, AttributeError):
            yield from map(_alone, batch)
        last = batch[-1]


def _alone(number: int) -> JournalEntry | Flaw:
    try:
        return JournalEntry.objects.select_related("text").get(number=number)
    except (ValueError, TypeError, AttributeError):
        return Flaw(number, "cannot be read, as a column holds something else than was written")


def _step(walk: _Walk, entry: JournalEntry | Flaw) -> Flaw | None:
    """Moves `walk` over one entry, or says what is wrong with it."""
    if isinstance(entry, Flaw):
        return entry
    if why := _wrong(walk, entry):
        return Flaw(walk.number + 1 if entry.number != walk.number + 1 else entry.number, why)
    if entry.text_hash and not hasattr(entry, "text"):
        walk.missing.append(entry.number)
    if entry.deed == Deed.TEXT_ERASED:
        walk.erasures.add(entry.facts["after"]["entry"])
    walk.number, walk.hash = entry.number, entry.hash
    return None


def _wrong(walk: _Walk, entry: JournalEntry) -> str:
    if entry.number != walk.number + 1:
        return f"is missing: after {walk.number} comes {entry.number}"
    if entry.previous != walk.hash:
        return "does not name the hash of the entry before it"
    if entry.hash != _digest(entry):
        return "does not have the hash of what it says"
    return _wrong_text(entry)


def _digest(entry: JournalEntry) -> str:
    try:
        return digest(entry)
    except (ValueError, TypeError, AttributeError):
        return ""


def _wrong_text(entry: JournalEntry) -> str:
    text: JournalText | None = getattr(entry, "text", None)
    if text is None:
        return ""
    try:
        same = text_digest(text.salt, text.words) == entry.text_hash
    except (ValueError, TypeError):
        same = False
    return "" if same else "has other words than were written"


def _end(walk: _Walk, head: JournalHead | None) -> Flaw | None:
    """The head must know exactly the last entry: a cut tail leaves it pointing further."""
    if head is None:
        return Flaw(walk.number, "has no head after it: the row that knows the last entry is gone")
    if head.number > walk.number:
        return Flaw(walk.number + 1, f"is missing: the head knows {head.number} entries, {walk.number} are left")
    if head.number < walk.number:
        return Flaw(head.number + 1, "is not known to the head")
    if head.hash != walk.hash:
        return Flaw(walk.number, "does not have the hash that the head knows")
    return None
