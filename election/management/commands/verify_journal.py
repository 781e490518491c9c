"""Says whether the journal is as it was written; ends with 1 and names the first bad entry when it was changed."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from election.domain import journal
from election.models import guards


class Command(BaseCommand):
    help = "Verify the journal from its first entry to its head; ends with 1 and names the first bad entry."

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = journal.verify()
        unguarded = guards.missing(connection)
        if unguarded:
            self.stderr.write(
                f"The database does not guard the journal ({', '.join(unguarded)}): run manage.py migrate."
            )
        (self.stdout if verdict.holds else self.stderr).write(verdict.sentence)
        if not verdict.holds:
            sys.exit(1)
