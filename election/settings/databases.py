"""One database: a SQLite file in DATA_DIR, or PostgreSQL by DATABASE_URL, set so that no act is lost or refused."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured

SQLITE: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
}
"""Writers wait for one another from the start of their transaction; a commit is on disk; what is deleted is gone."""

POSTGRESQL: dict[str, Any] = {"pool": {"min_size": 1, "max_size": 16, "timeout": 20}}
"""Seconds and connections of one process; gunicorn.conf.py has the number of its threads."""


ENGINES = {"django.db.backends.sqlite3": SQLITE, "django.db.backends.postgresql": POSTGRESQL}


def configured(parsed: dict[str, Any]) -> dict[str, Any]:
    """The database that an address names, with this program's options; an option in the address wins.

    Raises ImproperlyConfigured where it is neither SQLite nor PostgreSQL.
    """
    options = ENGINES.get(parsed.get("ENGINE", ""))
    if options is None:
        raise ImproperlyConfigured(
            "DATABASE_URL names no database this runs on; it looks like postgres://user:password@host/name "
            "or sqlite:////folder/file."
        )
    return {**parsed, "OPTIONS": {**options, **parsed.get("OPTIONS", {})}, "ATOMIC_REQUESTS": False}
