"""Files for the voter roll: give one, look what every line would become, confirm; undo the last."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election.domain import roll
from election.domain.refusals import Refused
from election.domain.roll import Fate, Plan, given, importing
from election.forms.roll import ConfirmForm, GiveForm
from election.importers import rolls
from election.models import Election, RollImport, RollUpload
from election.permissions import IMPORT_ROLL
from election.views.access import WRITING, Request, at_election, invalid, page
from election.views.voices import person

AT_ONCE = 100
LOOK = "officials/roll_look.html"


@at_election(may=IMPORT_ROLL)
def give(request: Request, election: Election) -> HttpResponse:
    """A file or lines; nothing is saved on the roll yet."""
    form = GiveForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return page(request, "officials/roll_import.html", {"form": form})
    if form.is_valid():
        try:
            name, data = form.given
            rolls.read(data)
            given.keep(election, person(request), name, form.cleaned_data["provider"], data, request.at)
            return redirect("officials:roll_look", election.slug)
        except rolls.Unreadable as no:
            form.add_error("chosen" if form.cleaned_data["chosen"] else "raw", str(no))
    return invalid(request, "officials/roll_import.html", {"form": form})


@at_election(may=IMPORT_ROLL)
def look(request: Request, election: Election) -> HttpResponse:
    """What every line would become; then confirm."""
    waiting = given.of(election, person(request))
    if waiting is None:
        return redirect("officials:roll_import", election.slug)
    read, planned = _planned(election, waiting)
    context = _context(request, waiting, read, planned)
    if request.method != "POST":
        return page(request, LOOK, context)
    try:
        if request.POST.get("seen") != planned.print:
            raise Refused(importing.SAW_ANOTHER)
        brought = roll.import_roll(election, planned, waiting.name, person(request), request.at)
    except Refused as no:
        return page(request, LOOK, {**context, "refused": str(no)}, status=409)
    given.forget(election, person(request))
    messages.success(request, f"{brought.counts['new']} new and {brought.counts['changed']} changed voters.")
    return redirect("officials:roll", election.slug)


def _planned(election: Election, waiting: RollUpload) -> tuple[rolls.Read, Plan]:
    read = rolls.read(bytes(waiting.data))
    return read, roll.plan(election, read.lines, waiting.provider)


def _context(request: Request, waiting: RollUpload, read: rolls.Read, planned: Plan) -> dict[str, Any]:
    """The lines of one fate, or all; those that need a look first."""
    fate = request.GET.get("fate", "")
    lines = [line for line in planned.lines if fate in ("", "stuck", line.fate.value)]
    lines = [line for line in lines if line.stuck] if fate == "stuck" else lines
    lines.sort(key=lambda line: line.fate in (Fate.NEW, Fate.SAME))
    return {
        "form": ConfirmForm(initial={"seen": planned.print}),
        "file": waiting,
        "read": read,
        "plan": planned,
        "fate": fate,
        "fates": [(kind, number) for kind, number in planned.counts.items() if kind != "stuck"],
        "stuck": planned.counts["stuck"],
        "shown": Paginator(lines, AT_ONCE).get_page(request.GET.get("page")),
    }


@at_election(may=IMPORT_ROLL, methods=WRITING)
def forget(request: Request, election: Election) -> HttpResponse:
    """Leave the file: nothing changes."""
    given.forget(election, person(request))
    messages.success(request, "Nothing was brought in.")
    return redirect("officials:roll", election.slug)


@at_election(may=IMPORT_ROLL)
def undo(request: Request, election: Election, pk: int) -> HttpResponse:
    """Undo what was brought in last, once asked whether it is meant."""
    brought = get_object_or_404(RollImport.objects.select_related("by"), election=election, pk=pk)
    context: dict[str, Any] = {"brought": brought, "why_not": importing.why_not(election, brought)}
    if request.method != "POST":
        return page(request, "officials/roll_undo.html", context)
    try:
        roll.undo(brought, person(request), request.at)
    except Refused as no:
        return page(request, "officials/roll_undo.html", {**context, "refused": str(no)}, status=409)
    messages.success(request, "It is undone: the roll is as before.")
    return redirect("officials:roll", election.slug)
