"""Endorsing somebody who wants to stand."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from election.domain import endorsements, support
from election.domain.refusals import Refused
from election.forms.nominations import EndorseForm
from election.models import Candidacy, Election
from election.permissions import ENDORSE
from election.views.access import Request, at_election, invalid, page
from election.views.voices import person


@at_election(may=ENDORSE)
def endorse(request: Request, election: Election, candidate: str) -> HttpResponse:
    """The statement of somebody who wants to stand, who endorses them so far, and the form."""
    candidacy = _seeking(election, candidate)
    form = EndorseForm(request.POST or None)
    endorsed = list(candidacy.endorsements.select_related("user"))
    context = {
        "candidacy": candidacy,
        "form": form,
        "endorsements": endorsed,
        "support": support.support(election, endorsed),
        "hindrance": endorsements.hindrance(candidacy, person(request)),
    }
    if request.method != "POST":
        return page(request, "candidates/endorse.html", context)
    if form.is_valid():
        try:
            endorsements.endorse(candidacy, person(request), form.cleaned_data["affiliation"], request.at)
            messages.success(request, f"You endorse {candidacy.name}.")
            return redirect("candidates:endorse", election.slug, candidacy.slug)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "candidates/endorse.html", context)


def _seeking(election: Election, slug: str) -> Candidacy:
    """Somebody who applied and has not withdrawn."""
    found = Candidacy.objects.whole(election).filter(slug=slug, application__isnull=False).first()
    if found is None or found.has_withdrawn:
        raise Http404("Nobody of this name looks for endorsements.")
    found.election = election
    return found
