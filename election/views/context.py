"""What every page's frame shows besides its own contents."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

LOOPBACK = frozenset({"127.0.0.1", "::1"})


def house(request: HttpRequest) -> dict[str, Any]:
    """The community's name, and whether this reader sees the demo's links (as the demo's pages: from this machine)."""
    near = request.META.get("REMOTE_ADDR") in LOOPBACK
    return {"site_name": settings.SITE_NAME, "demo": settings.DEMO and near}
