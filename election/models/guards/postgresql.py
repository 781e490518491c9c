"""The journal's guards as PostgreSQL triggers, each with a function of its own name."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from election.models.guards.rules import GUARDS, Guard


def _body(guard: Guard) -> str:
    refusal = f"RAISE EXCEPTION '{guard.words}' USING ERRCODE = 'integrity_constraint_violation'"
    return f"BEGIN IF {guard.refuses} THEN {refusal}; END IF; RETURN NEW; END"


def create(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for guard in GUARDS:
            each = "STATEMENT" if guard.event == "TRUNCATE" else "ROW"
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $${_body(guard)}$$"
            )
            cursor.execute(
                f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table}"
                f" FOR EACH {each} EXECUTE FUNCTION {guard.name}()"
            )


def drop(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for guard in GUARDS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name} ON {guard.table}")
            cursor.execute(f"DROP FUNCTION IF EXISTS {guard.name}()")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of guards that are not there, switched off, or not as written here."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
            " WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgrelid::regclass::text LIKE 'election_journal%%'"
        )
        there = dict(cursor.fetchall())
    return [guard.name for guard in GUARDS if there.get(guard.name) != _body(guard)]
