"""The voter roll, as officials keep it: look, search, export; add, strike, put back, add an address, bind anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election.domain import roll
from election.domain.refusals import Refused
from election.domain.roll import exporting, importing, reading
from election.forms.roll import KnownByForm, RebindForm, SearchForm, VoterForm, WhyForm
from election.models import Election, RollAct, RollEntry
from election.permissions import KEEP_ROLL, RUN
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import person

AT_ONCE = 50
WAITS = "Another official has to agree now: it waits under “Requests and proposals”."


@at_election(may=RUN, methods=READING)
def whole(request: Request, election: Election) -> HttpResponse:
    """Everybody on the roll, found by words and state."""
    form = SearchForm(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = reading.listing(election, wanted.get("words", ""), wanted.get("state", ""))
    context = {
        "form": form,
        "figures": reading.figures(election),
        "shown": Paginator(rows, AT_ONCE).get_page(request.GET.get("page")),
        "last": importing.last_import(election),
        "waiting": reading.waiting(election, person(request)),
    }
    return page(request, "officials/roll.html", context)


@at_election(may=RUN, methods=READING)
def export(request: Request, election: Election) -> HttpResponse:
    """The whole roll as CSV, for officials."""
    answer = HttpResponse(exporting.table(reading.listing(election)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="voter-roll-{election.slug}.csv"'
    return answer


@at_election(may=RUN, methods=READING)
def entry(request: Request, election: Election, pk: int) -> HttpResponse:
    """One voter: by what they are known, and what officials did."""
    found = _entry(election, pk)
    acts = RollAct.objects.filter(entry=found, done_at__isnull=False).select_related("by", "second__by")
    return page(request, "officials/roll_entry.html", {"entry": found, "acts": acts})


def _entry(election: Election, pk: int) -> RollEntry:
    rows = RollEntry.objects.select_related("user", "striking", "brought_by").prefetch_related("keys")
    found = get_object_or_404(rows, election=election, pk=pk)
    found.election = election
    return found


Do = Callable[[dict[str, Any]], RollAct]


def _act(request: Request, template: str, context: dict[str, Any], do: Do, said: str) -> HttpResponse:
    """A form, and the act it asks for; `said` when it was done."""
    form: forms.Form = context["form"]
    if request.method != "POST":
        return page(request, template, context)
    if form.is_valid():
        try:
            act = do(form.cleaned_data)
            messages.success(request, said if act.done_at else WAITS)
            return _onward(act)
        except Refused as no:
            form.add_error(next(iter(form.fields)) if len(form.fields) > 1 else None, str(no))
    return invalid(request, template, context)


def _onward(act: RollAct) -> HttpResponse:
    if act.entry_id:
        return redirect("officials:roll_entry", act.election.slug, act.entry_id)
    return redirect("officials:roll_requests", act.election.slug)


@at_election(may=KEEP_ROLL)
def add(request: Request, election: Election) -> HttpResponse:
    """Add a voter."""
    form = VoterForm(request.POST or None)

    def do(told: dict[str, Any]) -> RollAct:
        return roll.add(election, told["name"], told["known_by"], told["reason"], person(request), request.at)

    return _act(request, "officials/roll_add.html", {"form": form, "late": _late(request)}, do, "They are on the roll.")


def _late(request: Request) -> bool:
    """Whether two officials are needed."""
    election = request.standing.election
    return election is not None and roll.is_late(election, request.at)


@at_election(may=KEEP_ROLL)
def strike(request: Request, election: Election, pk: int) -> HttpResponse:
    """Strike a voter, with a public reason."""
    found = _entry(election, pk)

    def do(told: dict[str, Any]) -> RollAct:
        return roll.strike(found, told["reason"], person(request), request.at)

    context = {"form": WhyForm(request.POST or None), "entry": found, "late": _late(request)}
    return _act(request, "officials/roll_strike.html", context, do, "They are struck from the roll.")


@at_election(may=KEEP_ROLL)
def restore(request: Request, election: Election, pk: int) -> HttpResponse:
    """Put a struck voter back."""
    found = _entry(election, pk)

    def do(told: dict[str, Any]) -> RollAct:
        return roll.restore(found, told["reason"], person(request), request.at)

    context = {"form": WhyForm(request.POST or None), "entry": found, "late": _late(request)}
    return _act(request, "officials/roll_restore.html", context, do, "They are on the roll again.")


@at_election(may=KEEP_ROLL)
def address(request: Request, election: Election, pk: int) -> HttpResponse:
    """Add an address or a handle to a voter."""
    found = _entry(election, pk)

    def do(told: dict[str, Any]) -> RollAct:
        return roll.add_address(found, told["known_by"], told["reason"], person(request), request.at)

    context = {"form": KnownByForm(request.POST or None), "entry": found, "late": _late(request)}
    return _act(request, "officials/roll_address.html", context, do, "The voter is known by it now.")


@at_election(may=KEEP_ROLL)
def rebind(request: Request, election: Election, pk: int) -> HttpResponse:
    """Propose that an entry belongs to another account."""
    found = _entry(election, pk)

    def do(told: dict[str, Any]) -> RollAct:
        return roll.rebind(found, told["address"], told["reason"], person(request), request.at)

    context = {"form": RebindForm(request.POST or None), "entry": found}
    return _act(request, "officials/roll_rebind.html", context, do, WAITS)
