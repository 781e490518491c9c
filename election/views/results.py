"""Results: what was declared, and the officials' form to declare it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from election.domain import declarations, reading
from election.domain.outlook import outlook
from election.domain.refusals import Refused
from election.forms.declarations import DeclarationForm
from election.models import Candidacy, Election
from election.models.declaration import DeclarationKind
from election.permissions import DECLARE, READ
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import person


@at_election(may=READ, methods=READING)
def show(request: Request, election: Election) -> HttpResponse:
    """The declared result: the sentence first, then how it came about."""
    if not election.recorded.declared:
        raise Http404("The result of this election has not been declared.")
    slate = reading.slate(election)
    winners = sorted((c for c in slate if c.was_elected), key=lambda c: c.winning.place)
    context = {"declaration": election.declaration, "winners": winners, "slate": slate}
    return page(request, "results/show.html", context)


@at_election(may=DECLARE)
def declare(request: Request, election: Election) -> HttpResponse:
    """Declare the result, once asked to look at it again."""
    standing = list(Candidacy.objects.slate(election).standing())
    form = DeclarationForm(
        request.POST or None, election=election, standing=standing, initial=_proposed(request, standing, election)
    )
    context = {"form": form, "outlook": outlook(election, len(standing), request.at)}
    if request.method != "POST":
        return page(request, "officials/declare.html", context)
    if not form.is_valid():
        return invalid(request, "officials/declare.html", context)
    if "declare" not in request.POST:
        return page(request, "officials/declare.html", {**context, "checked": form.elected})
    try:
        _declare(request, election, form)
    except Refused as no:
        form.add_error(None, str(no))
        return invalid(request, "officials/declare.html", context)
    messages.success(request, "The result is declared.")
    return redirect("results:show", election.slug)


def _proposed(request: Request, standing: list[Candidacy], election: Election) -> dict[str, object]:
    """What the facts suggest: acclaimed where candidates do not outnumber seats."""
    acclaimed = len(standing) <= election.seats
    kind = DeclarationKind.ACCLAIMED if acclaimed else DeclarationKind.ELSEWHERE
    return {"kind": kind, "on": request.at.date(), "winners": [c.slug for c in standing] if acclaimed else []}


def _declare(request: Request, election: Election, form: DeclarationForm) -> None:
    told = form.cleaned_data
    declarations.declare(
        election,
        DeclarationKind(told["kind"]),
        form.elected,
        person(request),
        request.at,
        on=told["on"],
        source_url=told["source_url"],
        source=told["source"],
    )
