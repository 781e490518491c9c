"""The journal's guards as SQLite triggers."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from election.models.guards.rules import GUARDS, Guard

KNOWN = tuple(guard for guard in GUARDS if guard.event != "TRUNCATE")


def _sql(guard: Guard) -> str:
    head = f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} WHEN {guard.refuses}"
    return f"{head} BEGIN SELECT RAISE(ABORT, '{guard.words}'); END"


def create(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for guard in KNOWN:
            cursor.execute(_sql(guard))


def drop(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for guard in KNOWN:
            cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of guards that are not there, or not as written here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        there = dict(cursor.fetchall())
    return [guard.name for guard in KNOWN if there.get(guard.name) != _sql(guard)]
