"""Brings in an election from a folder: a README with seats and dates, a file for each candidate, results if any."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from election.domain.refusals import Refused
from election.importers import elections, folders
from election.importers.folders import Folder, Remark


class Command(BaseCommand):
    """`manage.py import_election FOLDER [--dry-run] [--format json]`."""

    help = "Makes a body, an announced election, its candidates and its result from a folder; nothing twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", metavar="FOLDER", help="a folder with README.md and a file for each candidate")
        parser.add_argument("--dry-run", action="store_true", help="only say what is read, and change nothing")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="json: one object on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        as_json = options["format"] == "json"
        try:
            folder = folders.read(Path(options["folder"]))
            brought = None if options["dry_run"] else elections.bring_in(folder, timezone.now())
        except (folders.Unreadable, Refused) as no:
            raise CommandError(str(no)) from no
        self._remark([*folder.remarks, *(brought.remarks if brought else ())], aside=as_json)
        if as_json:
            self.stdout.write(json.dumps(told(folder), ensure_ascii=False, indent=2))
            return
        for line in _summary(folder):
            self.stdout.write(line)
        for line in _made(brought):
            self.stdout.write(line)

    def _remark(self, remarks: list[Remark], *, aside: bool) -> None:
        for remark in dict.fromkeys(remarks):
            (self.stderr if aside else self.stdout).write(str(remark))


def told(folder: Folder) -> dict[str, Any]:
    """The folder's election for other programs: times in UTC as ISO 8601, null where none is stated."""
    return {
        "slug": folder.slug,
        "title": folder.title,
        "seats": folder.seats,
        "candidates": [one.name for one in folder.candidates],
        "elected": list(folder.elected),
        "windows": {
            kind: {"opens": _iso(span.opens), "closes": _iso(span.closes)} for kind, span in folder.windows.items()
        },
    }


def _iso(moment: datetime | None) -> str | None:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment else None


def _summary(folder: Folder) -> list[str]:
    """The election as it was read, in a few lines."""
    seats = f"{folder.seats or 'unknown'} {'seat' if folder.seats == 1 else 'seats'}"
    lines = [f"{folder.title}: {folder.body_name}, {seats}"]
    for kind, span in folder.windows.items():
        lines.append(f"  {kind}: {_moment(span.opens)} to {_moment(span.closes)}")
    lines.append(f"  candidates: {', '.join(one.name for one in folder.candidates) or 'none'}")
    how = " (acclaimed)" if folder.acclaimed else ""
    lines.append(f"  elected: {', '.join(folder.elected)}{how}" if folder.elected else "  elected: not declared")
    return lines


def _moment(moment: datetime | None) -> str:
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC" if moment else "unknown"


def _made(brought: elections.Brought | None) -> list[str]:
    if brought is None:
        return ["Nothing was changed: this was a dry run."]
    return list(brought.made) or ["Nothing new: all of it had been brought in before."]
