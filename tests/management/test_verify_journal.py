"""manage.py verify_journal: a sentence for people, an exit status for programs."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from election.models import guards
from tests.journals import tamper, write

pytestmark = pytest.mark.django_db


def verify() -> tuple[int, str, str]:
    """The exit status, and what was said on either stream."""
    out, err = StringIO(), StringIO()
    status = 0
    try:
        call_command("verify_journal", stdout=out, stderr=err, no_color=True)
    except SystemExit as end:
        status = int(end.code or 0)
    return status, out.getvalue().strip(), err.getvalue().strip()


def test_a_journal_that_holds_is_said_to_hold() -> None:
    write(2)
    assert verify() == (0, "The journal holds: 2 acts, each as it was written.", "")


def test_a_changed_journal_ends_with_1_and_the_first_bad_entry() -> None:
    write(4)
    tamper("UPDATE election_journalentry SET deed = 'election cancelled' WHERE number IN (2, 3)")
    said = "The journal was changed: entry 2 does not have the hash of what it says."
    assert verify() == (1, "", said)


def test_missing_guards_are_said_too() -> None:
    write(1)
    connection.check_constraints()
    guards.remove(connection)
    status, out, err = verify()
    assert (status, out) == (0, "The journal holds: 1 act, each as it was written.")
    assert "does not guard the journal (journal_entry_insert, " in err
