"""manage.py seed_demo: an invented community with an election in every phase, to look around in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from election.domain.personas import remember
from election.domain.refusals import Refused
from election.management.demo.community import personas
from election.management.demo.seeding import seed

NO_DEMO = "seed_demo invents people, who have no place on a real site. Set DEMO=1 for a site that is there to try."


class Command(BaseCommand):
    help = "Invent a community with elections in every phase, dated from now; only with DEMO=1, and only once."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(NO_DEMO)
        try:
            seeded = seed(timezone.now())
        except Refused as no:
            raise CommandError(str(no)) from no
        remember(personas())
        self.stdout.write("The Saltmarsh project is here." if seeded else "The demo is here already: nothing was done.")
