"""What the program says at start when a site is not set up to work, or not set up safely."""

from __future__ import annotations

import logging
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core import checks

SITE = "site"
"""The tag of what depends on how this very site is set up, and not on the program."""

OTHERS = 0o007
"""The permission bits by which users of the machine outside the owner's group read, write or enter a folder."""

log = logging.getLogger(__name__)


@checks.register(SITE)
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


@checks.register(SITE)
def data_is_private(**_options: Any) -> list[checks.CheckMessage]:
    """The database holds people's addresses."""
    if not settings.DATA_DIR.stat().st_mode & OTHERS:
        return []
    return [
        checks.Warning(
            f"Other users of this machine may look into {settings.DATA_DIR}, where the database lies.",
            hint=f"Say: chmod o= {settings.DATA_DIR}",
            id="election.W002",
        )
    ]


@checks.register(SITE)
def the_way_is_encrypted(**_options: Any) -> list[checks.CheckMessage]:
    """Codes and sessions travel over the network."""
    if settings.ENCRYPTED or _is_this_machine(settings.SITE_HOST):
        return []
    return [
        checks.Warning(
            f"SITE_URL is {settings.SITE_URL}, without encryption: whoever listens on the way can sign in as anybody.",
            hint="Serve the site over HTTPS and set SITE_URL to its https:// address.",
            id="election.W003",
        )
    ]


@checks.register(SITE)
def the_demo_stays_at_home(**_options: Any) -> list[checks.CheckMessage]:
    """A proxy that hides from whom a request comes would let anybody be anybody."""
    if not settings.DEMO or _is_this_machine(settings.SITE_HOST):
        return []
    return [
        checks.Warning(
            f"DEMO is set, and SITE_URL is {settings.SITE_URL}: the demo lets people be anybody.",
            hint="Set DEMO on a machine of one's own only.",
            id="election.W004",
        )
    ]


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def say() -> None:
    """Writes what the checks of this site find to the log: a server does not run them by itself."""
    for message in checks.run_checks(tags=[SITE]):
        log.warning("%s %s", message.msg, message.hint)
