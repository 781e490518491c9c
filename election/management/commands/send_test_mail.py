"""Sends a test mail, and says plainly whether it left."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from election.domain import accounts

TEXT = "This is a test from {site}.\n\nIf you can read it, codes to sign in will arrive too.\n"


class Command(BaseCommand):
    """`manage.py send_test_mail EMAIL`."""

    help = "Sends a test mail to an address and says whether it left."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="where to send it")

    def handle(self, *args: Any, **options: Any) -> None:
        address = options["email"]
        try:
            validate_email(address)
        except ValidationError:
            raise CommandError(f"“{address}” is not an e-mail address.") from None
        if not accounts.mail_works():
            raise CommandError(accounts.mail_trouble())
        try:
            send_mail("A test from Hustings", TEXT.format(site=settings.SITE_URL), None, [address])
        except OSError as error:  # SMTP's errors are among them
            raise CommandError(f"The mail did not leave: {error}. Look at EMAIL_URL.") from error
        self.stdout.write(f"The mail to {address} left. Look whether it arrived, also among what was taken for spam.")
