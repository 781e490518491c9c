"""The chain: the one line of text that an entry's hash is taken over, and the salted hash of its words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from election.models import JournalEntry

START = "0" * 64
"""What the first entry names as the hash before it."""


def canonical(value: Any) -> str:
    """JSON in its one canonical form: keys sorted, no spaces, moments in UTC to the microsecond. Raises TypeError for
    what has no place in the journal."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"The journal cannot keep a {type(value).__name__}.")


def moment(at: datetime) -> str:
    """ISO 8601 in UTC, always with six digits after the second."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def line(entry: JournalEntry) -> str:
    """Everything an entry says, in one line; the words are in it by their salted hash."""
    return canonical(
        {
            "number": entry.number,
            "at": entry.at,
            "deed": entry.deed,
            "actor": entry.actor_id,
            "election": entry.election_id,
            "body": entry.body_id,
            "facts": entry.facts,
            "text": entry.text_hash,
            "previous": entry.previous,
        }
    )


def digest(entry: JournalEntry) -> str:
    """The SHA-256 of an entry's line, in hexadecimal digits."""
    return sha256(line(entry).encode()).hexdigest()


def text_digest(salt: str, words: Mapping[str, str]) -> str:
    """The SHA-256 of 32 random bytes (`salt`, in hexadecimal digits) followed by the canonical words: without the salt
    nobody can guess erased words from it."""
    return sha256(bytes.fromhex(salt) + canonical(words).encode()).hexdigest()
