"""The voter roll for everybody: how many are on it, whether oneself is, and asking to be."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect

from election.domain import roll
from election.domain.refusals import Refused
from election.domain.roll import reading
from election.forms.roll import RequestForm
from election.models import Election, RollEntry
from election.permissions import READ, REQUEST_ROLL
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import person

AT_ONCE = 200


@at_election(may=READ, methods=READING)
def show(request: Request, election: Election) -> HttpResponse:
    """Counts for everybody, names where the election says so, one's own place for whoever is signed in."""
    user, figures = request.standing.user, reading.figures(election)
    names = Paginator(RollEntry.objects.filter(election=election).standing().named(), AT_ONCE)
    names.count = figures.on if election.roll_names else 0
    context = {
        "figures": figures,
        "place": reading.place(election, user) if user else None,
        "shown": names.get_page(request.GET.get("page")),
    }
    return page(request, "roll/show.html", context)


@at_election(may=REQUEST_ROLL)
def ask(request: Request, election: Election) -> HttpResponse:
    """Ask to be put on the roll."""
    form = RequestForm(request.POST or None, initial={"name": person(request).display_name})
    context = {"form": form, "place": reading.place(election, person(request))}
    if request.method != "POST":
        return page(request, "roll/ask.html", context)
    if form.is_valid():
        try:
            told = form.cleaned_data
            roll.request(election, person(request), told["name"], told["why"], request.at)
            messages.success(request, "The officials have your request. Their decision stands on this page.")
            return redirect("roll:show", election.slug)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "roll/ask.html", context)
