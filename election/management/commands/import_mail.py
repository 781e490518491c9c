"""Brings messages into an election, as they are proposed: announcement, opening question, answers, replies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from election.domain import elections
from election.domain.outlook import several
from election.importers.messages import Brought, bring_in
from election.importers.messages.became import became
from election.importers.messages.offering import matched
from election.importers.messages.saving import Result
from election.models import Election


class Command(BaseCommand):
    """`manage.py import_mail --election SLUG FILE…`."""

    help = "Reads messages as an archive shows them, RFC 5322 or mbox, and makes of each what it is; nothing twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--election", required=True, metavar="SLUG", help="the election's short address")
        parser.add_argument("files", nargs="+", metavar="FILE", help="files with one or more messages")

    def handle(self, *args: Any, **options: Any) -> None:
        election = elections.find(options["election"])
        if election is None:
            raise CommandError(f"There is no election at the short address “{options['election']}”.")
        brought = bring_in(election, [_read(name) for name in options["files"]], None, timezone.now())
        for line in _told(brought, election):
            self.stdout.write(line)


def _read(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name} could not be read: {error.strerror}.") from error


def _told(brought: Brought, election: Election) -> list[str]:
    """What each message became, or why nothing became of it."""
    prepared = brought.prepared
    lines = [_line(one, brought, election) for one in brought.results]
    lines += [f"{copy.sender.name}: left out, a copy of a message that is there." for copy in prepared.copies.values()]
    if not prepared.given:
        return ["Nothing to read: the files hold no text."]
    if lines and prepared.before:
        lines.append(f"{several(prepared.before, 'message').capitalize()} had been brought in before.")
    return lines or ["Nothing new: all of it had been brought in before."]


def _line(one: Result, brought: Brought, election: Election) -> str:
    message = one.proposal.message
    who = f"{message.sender.name or message.sender.address or 'Nobody named'}, {message.sent_text or 'date unknown'}"
    if one.part is None:
        return f"{who}: left over. {one.reason}"
    told = became(one.part, election)
    return f"{who}: {told.words}. {told.said} {matched(brought.prepared, one.proposal.author)}"
