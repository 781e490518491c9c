"""Who runs an election: appointed and dismissed by site managers, seen by its officials."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election.domain import officials
from election.domain.refusals import Refused
from election.forms.elections import OfficialForm
from election.models import Election, Official
from election.permissions import APPOINT, RUN
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import person


@at_election(may=RUN, methods=READING)
def people(request: Request, election: Election) -> HttpResponse:
    """The officials; a site manager also finds the form to appoint one."""
    return page(request, "officials/people.html", _context(election, OfficialForm()))


def _context(election: Election, form: OfficialForm) -> dict[str, object]:
    return {"form": form, "officials": election.officials.select_related("user")}


@at_election(may=APPOINT)
def appoint(request: Request, election: Election) -> HttpResponse:
    """Appoint an official by e-mail address, before they ever sign in."""
    form = OfficialForm(request.POST or None)
    if request.method != "POST":
        return page(request, "officials/people.html", _context(election, form))
    if form.is_valid():
        try:
            told = form.cleaned_data
            named = officials.appoint(election, told["email"], told["name"], person(request), request.at)
            messages.success(request, f"{named} is an official of this election.")
            return redirect("officials:people", election.slug)
        except Refused as no:
            form.add_error("email", str(no))
    return invalid(request, "officials/people.html", _context(election, form))


@at_election(may=APPOINT)
def dismiss(request: Request, election: Election, pk: int) -> HttpResponse:
    """Dismiss an official, once asked whether it is meant."""
    official = get_object_or_404(Official.objects.select_related("user"), pk=pk, election=election)
    if request.method != "POST":
        return page(request, "officials/dismiss.html", {"official": official})
    officials.dismiss(official, person(request), request.at)
    messages.success(request, f"{official} no longer runs this election.")
    return redirect("officials:people", election.slug)
