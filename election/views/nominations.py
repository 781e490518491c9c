"""Nominations: propose somebody by address; accept or decline one's own."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from election.domain import applications, nominations
from election.domain.refusals import Refused
from election.forms.nominations import NominateForm
from election.models import Election, Nomination
from election.permissions import ACCEPT, NOMINATE
from election.views.access import Request, at_election, invalid, page
from election.views.applications import stand_form, stands
from election.views.voices import person


@at_election(may=NOMINATE)
def new(request: Request, election: Election) -> HttpResponse:
    """Nominate somebody, and see how those one has nominated replied."""
    form = NominateForm(request.POST or None)
    context = {"form": form, "nominations": nominations.made_by(election, person(request))}
    if request.method != "POST":
        return page(request, "nominations/new.html", context)
    if form.is_valid():
        told = form.cleaned_data
        try:
            nominations.nominate(election, told["name"], told["email"], person(request), request.at)
            messages.success(request, f"You nominated {told['name']}. Tell them: they accept or decline here.")
            return redirect("nominations:new", election.slug)
        except Refused as no:
            form.add_error("email", str(no))
    return invalid(request, "nominations/new.html", context)


def _mine(request: Request, election: Election) -> Nomination:
    """The nomination that waits for this person."""
    found = nominations.waiting(election, person(request))
    if found is None:
        raise Http404("No nomination waits for you here.")
    found.election = election
    return found


@at_election(may=ACCEPT)
def show(request: Request, election: Election) -> HttpResponse:
    """The nominee's page: who proposed them; accept with a statement."""
    nomination = _mine(request, election)
    form = stand_form(request, election)
    hindrance = applications.hindrance(election, person(request))
    context = {"form": form, "nomination": nomination, "hindrance": hindrance}
    if request.method != "POST":
        return page(request, "nominations/show.html", context)
    if not form.is_valid():
        return invalid(request, "nominations/show.html", context)
    if "preview" in request.POST:
        return page(request, "nominations/show.html", {**context, "preview": form.preview})
    told, me = form.cleaned_data, person(request)
    try:
        mine = nominations.accept(nomination, me, told["name"], told["source"], request.at, **form.facts)
    except Refused as no:
        form.add_error(None, str(no))
        return invalid(request, "nominations/show.html", context)
    return stands(request, mine)


@at_election(may=ACCEPT)
def decline(request: Request, election: Election) -> HttpResponse:
    """Decline, once asked whether it is meant."""
    nomination = _mine(request, election)
    if request.method != "POST":
        return page(request, "nominations/decline.html", {"nomination": nomination})
    try:
        nominations.decline(nomination, person(request), request.at)
    except Refused as no:
        return page(request, "nominations/decline.html", {"nomination": nomination, "refused": str(no)}, status=409)
    messages.success(request, "You declined. Only the person who nominated you sees it.")
    return redirect(election)
