"""What officials did: the journal of an election, and of the whole site."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from election.domain import journal
from election.domain.refusals import Refused
from election.forms.journal import EraseForm
from election.models import Election, JournalEntry
from election.permissions import ERASE, READ, RUN
from election.views.access import READING, Request, at_election, invalid, on_site, page
from election.views.voices import person

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


@on_site(may=ERASE)
def erase(request: Request, number: int) -> HttpResponse:
    """Erase the names and words of an act; that it was done, and when, stays."""
    entries = JournalEntry.objects.select_related("text", "election").filter(text__isnull=False)
    entry = get_object_or_404(entries, number=number)
    form = EraseForm(request.POST or None)
    context = {"form": form, "act": journal.tell(entry), "back": _home(entry)}
    if request.method != "POST":
        return page(request, "journal/erase.html", context)
    if form.is_valid():
        try:
            journal.erase(entry, person(request), request.at, form.cleaned_data["reason"])
            messages.success(request, f"The names and words of act {number} are gone. That stands on record too.")
            return redirect(_home(entry))
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "journal/erase.html", context)


def _home(entry: JournalEntry) -> str:
    """Where this act is read."""
    if entry.election:
        return reverse("journal:show", args=[entry.election.slug])
    return reverse("journal:site")


def _page(request: Request, entries: QuerySet[JournalEntry]) -> dict[str, Any]:
    shown = Paginator(entries, AT_ONCE).get_page(request.GET.get("page"))
    return {"shown": shown, "acts": [journal.tell(entry) for entry in shown]}
