"""Pages about the house: how elections work here, and what is stored about a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from election.permissions import READ
from election.views.access import READING, Request, on_site, page

if TYPE_CHECKING:
    from django.http import HttpResponse


@on_site(may=READ, methods=READING)
def how(request: Request) -> HttpResponse:
    """How elections work here, for voters, candidates and officials."""
    return page(request, "about/how.html", {})


@on_site(may=READ, methods=READING)
def privacy(request: Request) -> HttpResponse:
    """What is stored about you, why, and for how long."""
    return page(request, "about/privacy.html", {})
