"""The journal's guards: what the database itself refuses, on the real schema, after every migration too."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.migrations import Migration
from django.db.models import CharField, Model

from election.models import JournalEntry, JournalHead, JournalText, guards
from tests.journals import write

pytestmark = pytest.mark.django_db

REPLACED = "INSERT OR REPLACE INTO" if connection.vendor == "sqlite" else "INSERT INTO"
UPSERT = " ON CONFLICT (number) DO UPDATE SET deed = 'x'"
ENTRY = "election_journalentry (number, at, deed, facts, text_hash, previous, hash) VALUES (%s, %s, %s, %s, %s, %s, %s)"


def run(statement: str, *values: Any) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def state() -> object:
    rows = (JournalEntry.objects.values_list(), JournalText.objects.values_list(), JournalHead.objects.values_list())
    return [list(row) for row in rows]


REFUSED = {
    "an entry is changed": "UPDATE election_journalentry SET deed = 'x' WHERE number = 1",
    "an entry gets another number": "UPDATE election_journalentry SET number = 9 WHERE number = 3",
    "an entry is deleted": "DELETE FROM election_journalentry WHERE number = 3",
    "all entries are deleted": "DELETE FROM election_journalentry",
    "words are changed": "UPDATE election_journaltext SET words = '{}' WHERE entry_id = 1",
    "words are moved": "UPDATE election_journaltext SET entry_id = 9 WHERE entry_id = 1",
    "words come a second time": f"{REPLACED} election_journaltext (entry_id, salt, words) VALUES (3, '00', '{{}}')",
    "the head is deleted": "DELETE FROM election_journalhead",
    "the head stays at its number": "UPDATE election_journalhead SET hash = 'x'",
    "the head goes back": "UPDATE election_journalhead SET number = 2",
    "the head skips": "UPDATE election_journalhead SET number = 5",
    "the head goes where no entry is": "UPDATE election_journalhead SET number = 4, hash = 'x'",
    "a head is replaced": f"{REPLACED} election_journalhead (id, number, hash) VALUES (1, 0, 'x')",
    "a second head": "INSERT INTO election_journalhead (id, number, hash) VALUES (2, 0, 'x')",
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_database_refuses_when(case: str) -> None:
    write(3)
    before = state()
    with pytest.raises(IntegrityError):
        run(REFUSED[case])
    assert state() == before


@pytest.mark.parametrize("verb", [REPLACED, "INSERT INTO"])
@pytest.mark.parametrize("number", [-1, 0, 1, 3, 5, 100])
def test_the_database_refuses_any_number_but_the_next(number: int, verb: str) -> None:
    last = write(3)[-1]
    values = (number, last.at, "x", '{"a": 1}', "", last.hash, "y")
    with pytest.raises(IntegrityError):
        run(f"{verb} {ENTRY}", *values)
    assert JournalEntry.objects.count() == 3


def test_the_database_refuses_an_upsert() -> None:
    last = write(3)[-1]
    values = (3, last.at, "x", '{"a": 1}', "", last.hash, "y")
    with pytest.raises(IntegrityError):
        run(f"INSERT INTO {ENTRY}{UPSERT}", *values)
    assert JournalEntry.objects.get(number=3).deed == last.deed


def test_the_database_refuses_an_entry_that_does_not_name_the_head() -> None:
    last = write(3)[-1]
    values = (4, last.at, "x", '{"a": 1}', "", "0" * 64, "y")
    with pytest.raises(IntegrityError):
        run(f"INSERT INTO {ENTRY}", *values)


def test_erased_words_never_come_back() -> None:
    entry = write(2)[-1]
    text = JournalText.objects.get(entry=entry)
    text.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        JournalText.objects.create(entry=entry, salt=text.salt, words=text.words)


def test_the_rows_refuse_the_same_through_django() -> None:
    entry = write(1)[0]
    for forbidden in (entry.save, JournalEntry.objects.filter(pk=1).delete, JournalHead.objects.all().delete):
        with pytest.raises(IntegrityError), transaction.atomic():
            forbidden()


@pytest.mark.parametrize("table", ["election_journalentry", "election_journaltext", "election_journalhead"])
def test_truncating_leaves_everything_where_it_is(table: str) -> None:
    write(3)
    before = state()
    if connection.vendor == "postgresql":
        connection.check_constraints()
        with pytest.raises(IntegrityError):
            run(f"TRUNCATE {table} CASCADE")
    else:
        with pytest.raises(DatabaseError, match="TRUNCATE"):  # SQLite knows no such word
            run(f"TRUNCATE {table}")
    assert state() == before


def test_the_guards_stand_after_the_migrations() -> None:
    assert guards.missing(connection) == []


def test_installing_twice_changes_nothing() -> None:
    write(2)
    before = state()
    guards.install(connection)
    guards.install(connection)
    assert guards.missing(connection) == []
    assert state() == before


def test_a_missing_guard_is_named_and_returns() -> None:
    drop = "DROP TRIGGER journal_entry_update"
    run(drop if connection.vendor == "sqlite" else f"{drop} ON election_journalentry")
    assert guards.missing(connection) == ["journal_entry_update"]
    guards.install(connection)
    assert guards.missing(connection) == []


def test_a_weakened_guard_counts_as_missing() -> None:
    if connection.vendor == "sqlite":
        run("DROP TRIGGER journal_entry_delete")
        run("CREATE TRIGGER journal_entry_delete BEFORE DELETE ON election_journalentry BEGIN SELECT 1; END")
    else:
        run("ALTER TABLE election_journalentry DISABLE TRIGGER journal_entry_delete")
    assert guards.missing(connection) == ["journal_entry_delete"]


def test_a_missing_head_is_named_and_returns() -> None:
    guards.remove(connection)
    run("DELETE FROM election_journalhead")
    guards.install(connection)
    assert guards.missing(connection) == []
    assert JournalHead.objects.get().number == 0


@pytest.mark.usefixtures("committed_db")
@pytest.mark.parametrize("model", [JournalEntry, JournalText, JournalHead])
def test_the_guards_stand_again_after_a_migration_that_rebuilds_a_table(model: type[Model]) -> None:
    write(2)
    before = state()
    emit_pre_migrate_signal(
        verbosity=0, interactive=False, db="default", plan=[(Migration("0099_any", "election"), False)]
    )
    _rebuild(model)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert guards.missing(connection) == []
    assert state() == before
    with pytest.raises(IntegrityError):
        run("DELETE FROM election_journalentry")


def _rebuild(model: type[Model]) -> None:
    """Alters a column and back, as two migrations would; SQLite rebuilds the table each time, without its triggers."""
    name = {"JournalEntry": "deed", "JournalText": "salt", "JournalHead": "hash"}[model.__name__]
    present, wider = model._meta.get_field(name), CharField(max_length=99)
    assert isinstance(present, CharField)
    wider.set_attributes_from_name(name)
    wider.model = model
    with connection.schema_editor() as editor:
        editor.alter_field(model, present, wider, strict=False)
        editor.alter_field(model, wider, present, strict=False)


@pytest.mark.usefixtures("committed_db")
def test_a_start_without_new_migrations_never_lifts_the_guards() -> None:
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default", plan=[])
    assert guards.missing(connection) == []
