"""The slate, as officials keep it: add candidates, correct their names, addresses and facts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election.domain import candidacies
from election.domain.refusals import Refused
from election.forms.candidacies import CorrectionForm, NewCandidateForm
from election.models import Candidacy, Election
from election.permissions import RUN, SLATE
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import person


@at_election(may=RUN, methods=READING)
def candidates(request: Request, election: Election) -> HttpResponse:
    """All candidates with what only officials see: addresses, and who has signed in."""
    slate = Candidacy.objects.whole(election).prefetch_related("addresses")
    undecided = list(Candidacy.objects.whole(election).undecided())
    return page(request, "officials/candidates.html", {"slate": slate, "undecided": undecided})


@at_election(may=SLATE)
def add(request: Request, election: Election) -> HttpResponse:
    """Add a candidate."""
    form = NewCandidateForm(request.POST or None, body=election.body)
    if request.method != "POST":
        return page(request, "officials/candidate_new.html", {"form": form})
    if form.is_valid():
        try:
            told = form.cleaned_data
            added = candidacies.add(
                election,
                told["name"],
                told["addresses"],
                person(request),
                request.at,
                source=_written(told["statement"], form),
                **form.facts,
            )
            messages.success(request, f"{added.name} is a candidate.")
            return redirect("officials:candidates", election.slug)
        except Refused as no:
            form.add_error("addresses", str(no))
    return invalid(request, "officials/candidate_new.html", {"form": form})


def _written(statement: str, form: NewCandidateForm) -> str:
    """The statement, unless only the prompts stand there."""
    return "" if statement.split() == str(form.fields["statement"].initial).split() else statement


@at_election(may=SLATE)
def correct(request: Request, election: Election, candidate: str) -> HttpResponse:
    """Correct a candidate's name, addresses and facts; journalled."""
    candidacy = get_object_or_404(Candidacy, election=election, slug=candidate)
    candidacy.election = election
    form = CorrectionForm(request.POST or None, candidacy=candidacy)
    context = {"form": form, "candidacy": candidacy}
    if request.method != "POST":
        return page(request, "officials/candidate_edit.html", context)
    if form.is_valid():
        try:
            candidacies.correct(candidacy, form.cleaned_data["addresses"], person(request), request.at, **form.facts)
            messages.success(request, "The candidate is corrected.")
            return redirect("officials:candidates", election.slug)
        except Refused as no:
            form.add_error("addresses", str(no))
    return invalid(request, "officials/candidate_edit.html", context)
