"""Makes a site manager and prints a one-time sign-in link: nobody is locked out where mail does not work yet."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import timezone

from election.domain import accounts


class Command(BaseCommand):
    """`manage.py make_manager EMAIL [--name NAME]`."""

    help = "Makes the owner of an e-mail address a site manager and prints a sign-in link that works once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the manager's e-mail address")
        parser.add_argument("--name", default="", help="the name others read")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["email"])
        except ValidationError:
            raise CommandError(f"“{options['email']}” is not an e-mail address.") from None
        manager = accounts.make_manager(options["email"], timezone.now(), options["name"])
        path = reverse("accounts:link", args=[accounts.link_token(manager)])
        self.stdout.write(f"{manager.name} is a site manager. This link signs in once, within an hour:")
        self.stdout.write(f"{settings.SITE_URL}{path}")
