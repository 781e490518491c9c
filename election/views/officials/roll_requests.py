"""Requests to be on the roll, and proposals that need a second official: look, decide, agree."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election.domain import roll
from election.domain.refusals import Refused
from election.domain.roll import keys
from election.domain.roll.requests import verified
from election.forms.roll import DecisionForm, SecondForm
from election.models import Election, RollAct, RollRequest
from election.permissions import KEEP_ROLL, RUN
from election.views.access import READING, WRITING, Request, at_election, invalid, page
from election.views.voices import person

DECIDED = 50


@at_election(may=RUN, methods=READING)
def requests(request: Request, election: Election) -> HttpResponse:
    """What waits, and what was decided."""
    asked = RollRequest.objects.filter(election=election)
    acts = RollAct.objects.waiting().filter(election=election).select_related("by", "entry")
    context = {
        "asked": asked.waiting(),
        "acts": [(act, [keys.told(key) for key in act.keys]) for act in acts],
        "decided": asked.filter(decision__isnull=False)
        .select_related("decision__by")
        .order_by("-decision__at")[:DECIDED],
    }
    return page(request, "officials/roll_requests.html", context)


@at_election(may=KEEP_ROLL)
def decide(request: Request, election: Election, pk: int) -> HttpResponse:
    """One request, with what it says, and the decision."""
    asked = get_object_or_404(RollRequest.objects.select_related("user", "decision__by"), election=election, pk=pk)
    form = DecisionForm(request.POST or None)
    late = roll.is_late(election, request.at)
    context = {"form": form, "asked": asked, "addresses": verified(asked.user), "late": late}
    if request.method != "POST":
        return page(request, "officials/roll_decide.html", context)
    if form.is_valid():
        try:
            told = form.cleaned_data
            roll.decide(asked, told["reason"], person(request), request.at, grant=told["granted"])
            messages.success(request, "It is decided, and they can read your reason.")
            return redirect("officials:roll_requests", election.slug)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "officials/roll_decide.html", context)


@at_election(may=KEEP_ROLL, methods=WRITING)
def second(request: Request, election: Election, pk: int) -> HttpResponse:
    """A second official agrees to what was proposed, or does not."""
    act = get_object_or_404(RollAct, election=election, pk=pk)
    form = SecondForm(request.POST)
    try:
        if not form.is_valid():
            raise Refused("Choose whether you agree.")
        said = roll.second(act, person(request), request.at, agrees=form.cleaned_data["agrees"])
        messages.success(request, "It is done." if said.agrees else "It is dropped.")
    except Refused as no:
        messages.error(request, str(no))
    return redirect("officials:roll_requests", election.slug)
