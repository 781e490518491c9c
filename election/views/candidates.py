"""Candidates: all of them, one, the versions of a statement; for themselves: state and withdraw."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from election.domain import candidacies, history, lateness, reading, support
from election.domain.outlook import outlook
from election.domain.refusals import Refused
from election.forms.candidacies import StatementForm, WithdrawForm, prompted
from election.models import Candidacy, Election
from election.permissions import ENDORSE, READ, STATE, WITHDRAW
from election.permissions.times import statement_deadline
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import candidate, person

A_PAGE = 10


@at_election(may=READ, methods=READING)
def index(request: Request, election: Election) -> HttpResponse:
    """The slate, with the beginning of each statement."""
    slate = reading.counted_slate(election)
    standing = sum(not candidate.has_withdrawn for candidate in slate)
    seeking = support.seeking(election) if ENDORSE.is_open(request.standing) and request.standing.user else []
    context = {"slate": slate, "outlook": outlook(election, standing, request.at), "seeking": seeking}
    return page(request, "candidates/index.html", context)


@at_election(may=READ, methods=READING)
def show(request: Request, election: Election, candidate: str) -> HttpResponse:
    """A candidate: statement, facts, all answers and all gaps."""
    slate = reading.slate(election)
    candidacy = _of(slate, candidate)
    rows = reading.of_candidate(candidacy, slate)
    seats = [reading.seat_of(row.bench, candidacy) for row in rows]
    shown = Paginator(list(zip(rows, seats, strict=True)), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "candidacy": candidacy,
        "slate": slate,
        "seats": seats,
        "shown": shown,
        "latenesses": lateness.taken(candidacy),
    }
    return page(request, "candidates/show.html", context)


def _of(slate: list[Candidacy], slug: str) -> Candidacy:
    for candidacy in slate:
        if candidacy.slug == slug:
            return candidacy
    raise Http404("Nobody of this name stands in this election.")


@at_election(may=READ, methods=READING)
def versions(request: Request, election: Election, candidate: str) -> HttpResponse:
    """Every version of a statement, with its date and what changed."""
    candidacy = _of(reading.slate(election), candidate)
    context = {"candidacy": candidacy, "revisions": history.of_statement(candidacy)}
    return page(request, "candidates/versions.html", context)


@at_election(may=STATE)
def state(request: Request, election: Election) -> HttpResponse:
    """Edit one's own statement, with a preview."""
    mine = candidate(request)
    form = StatementForm(request.POST or None, initial={"statement": mine.source or prompted(election.body)})
    context = {"form": form, "candidacy": mine, "deadline": statement_deadline(election, mine)}
    if request.method != "POST":
        return page(request, "candidates/state.html", context)
    if not form.is_valid():
        return invalid(request, "candidates/state.html", context)
    if "preview" in request.POST:
        return page(request, "candidates/state.html", {**context, "preview": form.preview})
    stated = candidacies.state(mine, form.cleaned_data["statement"], person(request), request.at)
    if not mine.is_admitted:
        messages.success(request, "Your statement is saved. It is public once you are on the slate.")
        return redirect("candidates:mine", election.slug)
    messages.success(request, "Your statement is published.")
    return redirect(stated)


@at_election(may=WITHDRAW)
def withdraw(request: Request, election: Election) -> HttpResponse:
    """Withdraw one's own candidacy, with an optional word, once asked whether it is meant."""
    mine = candidate(request)
    form = WithdrawForm(request.POST or None)
    if request.method != "POST":
        return page(request, "candidates/withdraw.html", {"form": form, "candidacy": mine})
    if form.is_valid():
        try:
            candidacies.withdraw(mine, person(request), request.at, form.cleaned_data["word"])
            messages.success(request, "You have withdrawn. Your statement and answers stay readable.")
            return redirect(mine if mine.is_admitted else election)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "candidates/withdraw.html", {"form": form, "candidacy": mine})
