"""Nobody changes the journal unnoticed: every column, the tail, the middle, the head."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from django.db import connection, transaction

from election.domain import journal
from election.domain.journal import Deed
from election.domain.journal.chain import line
from election.models import Election, JournalEntry
from tests.journals import BEGINNING, council, tamper, write


@pytest.mark.django_db
def test_a_journal_longer_than_one_batch_holds_and_its_flaw_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("election.domain.journal.verifying.BATCH", 3)
    write(8)
    assert journal.verify().entries == 8
    tamper("UPDATE election_journalentry SET deed = 'election announced' WHERE number = 7")
    assert flaw_at() == 7


def flaw_at() -> int:
    """The number of the first bad entry, which the sentence names too."""
    verdict = journal.verify()
    assert verdict.flaw is not None, verdict.sentence
    assert f"entry {verdict.flaw.number} " in verdict.sentence
    return verdict.flaw.number


COLUMNS = {
    "number": 9,
    "at": datetime(2026, 1, 1, tzinfo=UTC),
    "deed": "body created",
    "actor_id": None,
    "election_id": None,  # another one, made by the test
    "body_id": None,
    "facts": '{"before": {"seats": 2}, "after": {"seats": 9}}',
    "text_hash": "0" * 64,
    "previous": "1" * 64,
    "hash": "2" * 64,
}


def test_tampering_is_tried_with_every_column() -> None:
    assert set(COLUMNS) == {field.column for field in JournalEntry._meta.concrete_fields}


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.usefixtures("committed_db")
def test_a_changed_column_is_found_in_the_entry_it_is_in(column: str) -> None:
    write(4)
    value = _other_election() if column == "election_id" else COLUMNS[column]
    if column == "number":
        tamper("DELETE FROM election_journaltext WHERE entry_id = 2")
    assert tamper("UPDATE election_journalentry SET COLUMN = %s WHERE number = 2".replace("COLUMN", column), value) == 1
    assert flaw_at() == 2


def _other_election() -> int:
    return Election.objects.create(body=council(), slug="other", title="Another election", seats=1).pk


@pytest.mark.parametrize("words", ['{"by": "Olga", "name": "Council", "reason": "Another"}', "{}"])
@pytest.mark.django_db
def test_changed_words_are_found(words: str) -> None:
    write(3)
    tamper("UPDATE election_journaltext SET words = %s WHERE entry_id = 2", words)
    assert flaw_at() == 2


@pytest.mark.parametrize("salt", ["00" * 32, "no salt"])
@pytest.mark.django_db
def test_a_changed_salt_is_found(salt: str) -> None:
    write(3)
    tamper("UPDATE election_journaltext SET salt = %s WHERE entry_id = 3", salt)
    assert flaw_at() == 3


@pytest.mark.django_db
def test_words_moved_to_another_entry_are_found() -> None:
    with transaction.atomic():
        journal.record(Deed.ELECTION_IMPORTED, by=None, at=BEGINNING)
    write(2)
    tamper("UPDATE election_journaltext SET entry_id = 1 WHERE entry_id = 3")
    assert flaw_at() == 1


@pytest.mark.django_db
def test_a_column_that_cannot_be_read_is_a_flaw_and_no_crash() -> None:
    write(3)
    garbage = "yesterday" if connection.vendor == "sqlite" else "2020-01-01T00:00:00Z"
    tamper("UPDATE election_journalentry SET at = %s WHERE number = 2", garbage)
    assert flaw_at() == 2


@pytest.mark.usefixtures("committed_db")
def test_a_cut_tail_is_found_as_the_head_knows_better() -> None:
    write(4)
    tamper("DELETE FROM election_journaltext WHERE entry_id > 2")
    tamper("DELETE FROM election_journalentry WHERE number > 2")
    assert flaw_at() == 3
    assert "the head knows 4 entries, 2 are left" in journal.verify().sentence


@pytest.mark.usefixtures("committed_db")
def test_an_entry_taken_out_of_the_middle_is_found() -> None:
    write(4)
    tamper("DELETE FROM election_journaltext WHERE entry_id = 2")
    tamper("DELETE FROM election_journalentry WHERE number = 2")
    assert flaw_at() == 2


@pytest.mark.usefixtures("committed_db")
def test_an_emptied_journal_is_found() -> None:
    write(2)
    tamper("DELETE FROM election_journaltext")
    tamper("DELETE FROM election_journalentry")
    assert flaw_at() == 1


@pytest.mark.django_db
def test_a_head_set_back_to_hide_a_cut_tail_is_found_by_its_hash() -> None:
    write(3)
    tamper("UPDATE election_journalhead SET hash = %s", "3" * 64)
    assert flaw_at() == 3


@pytest.mark.django_db
def test_a_head_that_knows_too_little_is_found() -> None:
    first, _ = write(2)
    tamper("UPDATE election_journalhead SET number = 1, hash = %s", first.hash)
    assert flaw_at() == 2


@pytest.mark.django_db
def test_a_missing_head_is_found() -> None:
    write(2)
    tamper("DELETE FROM election_journalhead")
    assert not journal.verify().holds


@pytest.mark.django_db
def test_a_rewritten_entry_with_a_new_hash_breaks_the_link_of_the_next() -> None:
    write(3)
    entry = JournalEntry.objects.get(number=2)
    entry.deed = Deed.BODY_CREATED
    forged = sha256(line(entry).encode()).hexdigest()
    tamper("UPDATE election_journalentry SET deed = %s, hash = %s WHERE number = 2", entry.deed, forged)
    assert flaw_at() == 3
