"""The journal's guards: triggers by which the database itself keeps it append-only, on both engines.

They are lifted before migrations run (SQLite cannot rename a table that another table's trigger names, and Django
rebuilds tables to alter them) and stand again after every one.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from election.models.guards import postgresql, sqlite
from election.models.guards.rules import ENTRY, HEAD, TEXT

NO_HEAD = "journal_head"
"""What `missing` says where the head's row is not there."""


def install(connection: BaseDatabaseWrapper) -> None:
    """All guards stand as written, and the head's row exists; twice changes nothing."""
    if missing(connection):
        remove(connection)
        _make_head(connection)
        _engine(connection).create(connection)


def remove(connection: BaseDatabaseWrapper) -> None:
    """No guard stands: for migrations, and for tests that tamper."""
    _engine(connection).drop(connection)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """What is not there, or not as written: names of guards, and of the head's row. Empty: the journal is guarded."""
    names: list[str] = _engine(connection).missing(connection)
    return names if _has_head(connection) else [*names, NO_HEAD]


def _engine(connection: BaseDatabaseWrapper) -> ModuleType:
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]


def _stands(connection: BaseDatabaseWrapper) -> bool:
    return {ENTRY, TEXT, HEAD} <= set(connection.introspection.table_names())


def _has_head(connection: BaseDatabaseWrapper) -> bool:
    if not _stands(connection):
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM election_journalhead")
        return bool(cursor.fetchone()[0])


def _make_head(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO election_journalhead (id, number, hash) SELECT 1, 0, %s"
            " WHERE NOT EXISTS (SELECT 1 FROM election_journalhead)",
            ["0" * 64],
        )


@receiver(pre_migrate, dispatch_uid="journal guards are lifted")
def _before_migrations(app_config: Any, using: str, plan: list[Any] | None = None, **kwargs: Any) -> None:
    if app_config.label == "election" and plan and _stands(connections[using]):
        remove(connections[using])


@receiver(post_migrate, dispatch_uid="journal guards stand")
def _after_migrations(app_config: Any, using: str, **kwargs: Any) -> None:
    if app_config.label == "election" and _stands(connections[using]):
        install(connections[using])
