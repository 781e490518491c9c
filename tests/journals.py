"""A small journal to read and to tamper with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from election.domain import journal
from election.domain.journal import Deed
from election.models import Body, JournalEntry, User, guards

BEGINNING = datetime(2027, 3, 5, 12, 0, 0, 123456, tzinfo=UTC)


def olga() -> User:
    return User.objects.get_or_create(email="olga@example.org", defaults={"display_name": "Olga"})[0]


def council() -> Body:
    return Body.objects.get_or_create(slug="council", defaults={"name": "Council"})[0]


def write(number: int = 3) -> list[JournalEntry]:
    """So many acts of Olga's, an hour apart: each changes the seats of the council, for a reason."""
    with transaction.atomic():
        return [
            journal.record(
                Deed.BODY_CHANGED,
                by=olga(),
                at=BEGINNING + timedelta(hours=n),
                body=council(),
                before={"seats": n},
                after={"seats": n + 1},
                words={"name": "Council", "reason": f"Reason {n}"},
            )
            for n in range(1, number + 1)
        ]


@contextmanager
def unguarded() -> Iterator[None]:
    """What somebody can do who has the whole database in their hands."""
    connection.check_constraints()
    guards.remove(connection)
    yield
    guards.install(connection)


def tamper(statement: str, *values: Any) -> int:
    """Runs a statement with the guards off; how many rows it changed."""
    with unguarded(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        changed: int = cursor.rowcount
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return changed
