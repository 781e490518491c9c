"""Counts a file of ballots and prints the outcome; ends with 2 and a sentence for what cannot be counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from election.management.tallying import arguments
from election.management.tallying.files import opened
from election.management.tallying.progress import Progress
from election.tally import Outcome, TallyError, count
from election.tally.formats import BallotFile, read
from election.tally.report import text

BAD_INPUT = 2


class Command(BaseCommand):
    """`manage.py tally FILE --method M [--seats N] …`: see `manage.py tally --help`."""

    help = "Counts a file of ballots by any of the methods, and prints a report or JSON. Needs no database."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        arguments.add(parser)
        parser.add_argument("--format", choices=["text", "json"], default="text", help="json: one object on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcome = self._counted(options)
        except TallyError as no:
            raise CommandError(str(no), returncode=BAD_INPUT) from no
        as_json = options["format"] == "json"
        self.stdout.write(told(outcome) if as_json else text(outcome), ending="\n" if as_json else "")

    def _counted(self, options: arguments.Options) -> Outcome:
        """The outcome; how far it is, is said on standard error where it takes long."""
        rules = arguments.rules(options)
        with Progress(self.stderr) as progress:
            file = _read(options, progress)
            progress.counting()
            return count(file.ballots, arguments.completed(rules, options, file))


def _read(options: arguments.Options, progress: Progress) -> BallotFile:
    path = Path(options["file"])
    marks, highest = arguments.marks(options)
    with opened(path) as stream:
        progress.reading(stream)
        return read(stream, path.name, marks=marks, highest=highest)


def told(outcome: Outcome) -> str:
    """The outcome for other programs, as `docs/outcome.schema.json` describes it."""
    return json.dumps(outcome.to_dict(), ensure_ascii=False, indent=2)
