"""Prints a ready sign-in link for each role of the demo."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from election.domain.personas import personas


class Command(BaseCommand):
    """`manage.py demo_links`."""

    help = "Prints a ready sign-in link for each role of the demo."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("There is no demo here. Start it with: make run")
        for persona in personas():
            self.stdout.write(f"{persona.name}: {persona.role}\n    {settings.SITE_URL}{persona.path}")
