"""What officials did: the journal of an election, and of the whole site."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse

from election.domain import journal
from election.models import Election, JournalEntry
from election.permissions import READ, RUN
from election.views.access import READING, Request, at_election, on_site, page

AT_ONCE = 50


@at_election(may=READ, methods=READING)
def show(request: Request, election: Election) -> HttpResponse:
    """Every act of this election's officials."""
    return page(request, "journal/show.html", _page(request, journal.of_election(election)))


@on_site(may=READ, methods=READING)
def site(request: Request) -> HttpResponse:
    """Every act on this site."""
    entries = journal.of_site(with_drafts=RUN.admits(request.standing))
    return page(request, "journal/site.html", _page(request, entries))


def _page(request: Request, entries: QuerySet[JournalEntry]) -> dict[str, Any]:
    shown = Paginator(entries, AT_ONCE).get_page(request.GET.get("page"))
    return {"shown": shown, "acts": [journal.tell(entry) for entry in shown]}
