"""What every page's frame shows besides its own contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from election.views.demo import here

if TYPE_CHECKING:
    from django.http import HttpRequest


def house(request: HttpRequest) -> dict[str, Any]:
    """The community's name, whether mail leaves this site, and whether this reader sees the demo's links (which, as
    the demo's pages, exist for this machine only)."""
    return {
        "site_name": settings.SITE_NAME,
        "mail_works": settings.MAIL_WORKS,
        "mail_from": settings.DEFAULT_FROM_EMAIL,
        "demo": here(request),
    }
