"""A person at a browser: signed in as somebody, with or without JavaScript, on a narrow or a wide screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.conf import settings
from django.test import Client

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from election.models import User


@contextmanager
def context(
    browser: Browser, base: str, user: User | None = None, *, scripts: bool = True, width: int = 1280
) -> Iterator[BrowserContext]:
    """A browser's window of its own for `user` (None: signed out)."""
    opened = browser.new_context(
        base_url=base, viewport={"width": width, "height": 900}, java_script_enabled=scripts, timezone_id="UTC"
    )
    if user:
        opened.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": _session(user), "url": base}])
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@contextmanager
def visitor(
    browser: Browser, base: str, user: User | None = None, *, scripts: bool = True, width: int = 1280
) -> Iterator[Page]:
    """One page for `user`; whatever the page complains of in its console fails the test."""
    with context(browser, base, user, scripts=scripts, width=width) as opened:
        page = opened.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        assert [c for c in complaints if "status of 4" not in c] == []


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)
