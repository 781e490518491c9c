"""No act is lost, refused or left behind in the file, however many write at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from election.models import User

WRITERS, TURNS = 16, 20

PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "busy_timeout": 20_000}
"""https://www.sqlite.org/pragma.html; synchronous 2 is FULL."""


def test_simultaneous_writers_wait_for_one_another(committed_db: None) -> None:
    person = User.objects.create_user("vera@example.org")

    def write(_: int) -> None:
        try:
            for _turn in range(TURNS):
                with transaction.atomic():
                    read = User.objects.select_for_update().get(pk=person.pk)
                    User.objects.filter(pk=person.pk).update(generation=read.generation + 1)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    person.refresh_from_db()
    assert person.generation == WRITERS * TURNS


@pytest.mark.only("sqlite")
@pytest.mark.parametrize(("pragma", "value"), PRAGMAS.items())
def test_sqlite_keeps_what_was_committed_and_wipes_what_was_deleted(db: None, pragma: str, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


@pytest.mark.only("sqlite")
def test_a_transaction_on_sqlite_is_a_writer_from_its_start(committed_db: None) -> None:
    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        pass
    assert queries[0]["sql"] == "BEGIN IMMEDIATE"


@pytest.mark.only("postgresql")
def test_postgresql_serves_its_connections_from_a_pool(db: None) -> None:
    assert "pool" in connection.settings_dict["OPTIONS"]
