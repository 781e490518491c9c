"""What the program says at start when a site is not set up to work."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks


@checks.register
def mail_goes_somewhere(**_options: Any) -> list[checks.CheckMessage]:
    """People sign in by a code sent by mail; without mail nobody but a manager with a one-time link can."""
    if settings.MAIL_WORKS:
        return []
    return [
        checks.Warning(
            "Mail goes to nobody, so nobody can receive a code to sign in.",
            hint="Set EMAIL_URL, such as smtp+tls://user:password@mail.example.org:587, and try it with "
            "`manage.py send_test_mail`. Until then `manage.py make_manager EMAIL` prints a sign-in link.",
            id="election.W001",
        )
    ]
