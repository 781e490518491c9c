"""Checking candidacies: approve or reject; take a late statement as one of two officials."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from election.domain import admissions, lateness, support
from election.domain.refusals import Refused
from election.forms.reviews import CheckForm, LateForm
from election.models import Candidacy, Election
from election.permissions import CHECK, LATE
from election.permissions.times import statement_deadline
from election.views.access import Request, at_election, invalid, page
from election.views.voices import person


def _found(election: Election, slug: str) -> Candidacy:
    found = Candidacy.objects.whole(election).filter(slug=slug).first()
    if found is None:
        raise Http404("Nobody of this name stands in this election.")
    found.election = election
    return found


@at_election(may=CHECK)
def check(request: Request, election: Election, candidate: str) -> HttpResponse:
    """What is known of a candidacy, and the decision about it."""
    candidacy = _found(election, candidate)
    form = CheckForm(request.POST or None)
    endorsed = list(candidacy.endorsements.select_related("user"))
    context = {
        "candidacy": candidacy,
        "form": form,
        "decisions": list(candidacy.decisions.select_related("by", "objection")),
        "endorsements": endorsed,
        "support": support.support(election, endorsed),
    }
    if request.method != "POST":
        return page(request, "officials/check.html", context)
    if form.is_valid():
        approved = form.cleaned_data["decision"] == "approve"
        try:
            reason = "" if approved else form.cleaned_data["reason"]
            admissions.decide(candidacy, person(request), request.at, approved=approved, reason=reason)
            messages.success(request, f"{candidacy.name} is {'on the slate' if approved else 'rejected'}.")
            return redirect("officials:candidates", election.slug)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "officials/check.html", context)


@at_election(may=LATE)
def late(request: Request, election: Election, candidate: str) -> HttpResponse:
    """Propose that a late statement be taken, or confirm what another official has proposed."""
    candidacy = _found(election, candidate)
    waiting = lateness.waiting(candidacy)
    form = LateForm(request.POST or None)
    deadline = statement_deadline(election, candidacy)
    context = {"candidacy": candidacy, "form": form, "waiting": waiting, "deadline": deadline}
    if request.method != "POST":
        return page(request, "officials/late.html", context)
    try:
        if waiting and "confirm" in request.POST:
            lateness.confirm(waiting, person(request), request.at)
            messages.success(
                request, f"{candidacy.name} can write until then. Everybody reads that two of you decided."
            )
            return redirect("officials:candidates", election.slug)
        if form.is_valid():
            lateness.propose(candidacy, form.moment, form.cleaned_data["reason"], person(request), request.at)
            messages.success(request, "Proposed. It takes effect once a second official confirms it.")
            return redirect("officials:late", election.slug, candidacy.slug)
    except Refused as no:
        form.full_clean()
        form.add_error(None, str(no))
    return invalid(request, "officials/late.html", context)
