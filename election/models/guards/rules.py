"""What the database itself refuses to do to the journal, in SQL that both engines understand."""

from __future__ import annotations

from dataclasses import dataclass

ENTRY, TEXT, HEAD = "election_journalentry", "election_journaltext", "election_journalhead"


@dataclass(frozen=True)
class Guard:
    """Refuses `event` on `table` with `words`, unless `allowed` (a condition over NEW and OLD; empty: never) holds."""

    name: str
    table: str
    event: str
    words: str
    allowed: str = ""

    @property
    def refuses(self) -> str:
        """The condition under which the event is refused; what is unknown is refused."""
        return f"NOT COALESCE(({self.allowed}), FALSE)" if self.allowed else "TRUE"


_NEXT = """
    NEW.number = (SELECT COALESCE(MAX(number), 0) + 1 FROM election_journalentry)
    AND NEW.number = (SELECT number + 1 FROM election_journalhead)
    AND NEW.previous = (SELECT hash FROM election_journalhead)
"""
_OF_NEXT = """
    NEW.entry_id = (SELECT number + 1 FROM election_journalhead)
    AND NOT EXISTS (SELECT 1 FROM election_journaltext WHERE entry_id = NEW.entry_id)
"""
_FIRST = "NEW.id = 1 AND NOT EXISTS (SELECT 1 FROM election_journalhead)"
_STEP = """
    NEW.id = OLD.id AND NEW.number = OLD.number + 1
    AND NEW.hash = (SELECT hash FROM election_journalentry WHERE number = NEW.number)
"""

_STAYS = "an entry of the journal stays as it is"

GUARDS: tuple[Guard, ...] = (
    Guard("journal_entry_insert", ENTRY, "INSERT", "an entry has the next number and the hash of the head", _NEXT),
    Guard("journal_entry_update", ENTRY, "UPDATE", _STAYS),
    Guard("journal_entry_delete", ENTRY, "DELETE", _STAYS),
    Guard("journal_entry_truncate", ENTRY, "TRUNCATE", _STAYS),
    Guard("journal_text_insert", TEXT, "INSERT", "words come with their entry, once", _OF_NEXT),
    Guard("journal_text_update", TEXT, "UPDATE", "words on record can be erased, not changed"),
    Guard("journal_text_truncate", TEXT, "TRUNCATE", "words are erased one by one"),
    Guard("journal_head_insert", HEAD, "INSERT", "the journal has one head", _FIRST),
    Guard("journal_head_update", HEAD, "UPDATE", "the head moves to the next entry and its hash only", _STEP),
    Guard("journal_head_delete", HEAD, "DELETE", "the journal has one head"),
    Guard("journal_head_truncate", HEAD, "TRUNCATE", "the journal has one head"),
)
"""An entry is written in this order: entry, words, head. Once the head has moved, none of the three can be repeated.
Words may be deleted: that is their erasure. SQLite knows no TRUNCATE; its REPLACE and every engine's upsert are an
INSERT first, and stopped there."""
