"""What needs an official of an election, and the doors to everything they can do."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from election.domain import declarations, duties, running, support, waiting
from election.domain.refusals import Refused
from election.domain.roll import due as roll_due
from election.forms.elections import CancelForm, SettingsForm
from election.models import Candidacy, Election
from election.permissions import ANNOUNCE, CANCEL, ENDORSE, RUN, SET_UP
from election.timeline import warnings
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import person


@at_election(may=RUN, methods=READING)
def console(request: Request, election: Election) -> HttpResponse:
    """What needs you: due now, next by itself."""
    slate = list(Candidacy.objects.slate(election).prefetch_related("addresses"))
    officials = list(election.officials.select_related("user"))
    announced = list(election.announcements.all()[:5])
    wait = waiting.counted(election)
    undecided = wait.candidacies
    if ENDORSE.is_open(request.standing):
        undecided -= len(support.seeking(election))  # they wait for others, not for officials
    due = [
        *duties.duties(election, slate, officials, announced, request.at, undecided),
        *roll_due.duties(election, request.at, wait),
    ]
    context = {
        "duties": [(duty, duty.may.allows(request.standing)) for duty in due],
        "coming": duties.coming(election, request.at),
        "officials": officials,
        "declarable": declarations.is_due(election, slate, request.at),
    }
    return page(request, "officials/console.html", context)


@at_election(may=SET_UP)
def settings(request: Request, election: Election) -> HttpResponse:
    """Everything about the election but its dates."""
    form = SettingsForm(request.POST or None, election=election)
    if request.method != "POST":
        return page(request, "officials/settings.html", {"form": form})
    if form.is_valid():
        try:
            changed = running.change(election, person(request), request.at, **form.cleaned_data)
            messages.success(request, "The settings are saved.")
            return redirect("officials:console", changed.slug)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "officials/settings.html", {"form": form})


@at_election(may=ANNOUNCE)
def announce(request: Request, election: Election) -> HttpResponse:
    """Everything once more, then announce."""
    slate = Candidacy.objects.slate(election)
    context = {
        "slate": slate,
        "warnings": warnings(election.timeline),
        "officials": election.officials.select_related("user"),
    }
    if request.method != "POST":
        return page(request, "officials/announce.html", context)
    try:
        running.announce(election, person(request), request.at)
    except Refused as no:
        return page(request, "officials/announce.html", {**context, "refused": str(no)}, status=409)
    messages.success(request, "The election is announced: everybody sees it now.")
    return redirect(election)


@at_election(may=CANCEL)
def cancel(request: Request, election: Election) -> HttpResponse:
    """Cancel the election, with a public reason."""
    form = CancelForm(request.POST or None)
    if request.method != "POST":
        return page(request, "officials/cancel.html", {"form": form})
    if form.is_valid():
        try:
            running.cancel(election, person(request), request.at, form.cleaned_data["reason"])
            messages.success(request, "The election is cancelled. Its pages stay readable.")
            return redirect(election if election.recorded.announced else "elections:index")
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "officials/cancel.html", {"form": form})
