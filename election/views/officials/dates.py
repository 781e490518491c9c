"""Dates: plan a draft's; move an announced election's, with a preview of every date that changes and a reason."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from election import timeline
from election.domain import running, timelines
from election.domain.refusals import Refused
from election.domain.timelines import CROSSED
from election.forms.timelines import MoveForm, PlanForm, RescheduleForm, WhyForm
from election.models import Election
from election.permissions import RESCHEDULE, SET_UP
from election.timeline import Timeline
from election.views.access import Request, at_election, invalid, page
from election.views.voices import person


@at_election(may=SET_UP)
def dates(request: Request, election: Election) -> HttpResponse:
    """The whole plan of a draft in one form; an announced election's dates have their own page and rule."""
    if election.recorded.announced:
        return redirect("officials:reschedule", election.slug)
    return _plan(request, election)


def _about(request: Request, election: Election) -> dict[str, Any]:
    return {"planned": election.timeline, "zone": person(request).timezone}


def _plan(request: Request, election: Election) -> HttpResponse:
    form = PlanForm(request.POST or None, **_about(request, election))
    if request.method != "POST":
        return page(request, "officials/dates.html", {"form": form, "warnings": timeline.warnings(election.timeline)})
    if form.is_valid():
        try:
            running.plan(election, form.timeline, person(request), request.at)
            for warning in form.warnings:
                messages.warning(request, f"{warning} You can leave it so.")
            messages.success(request, "The dates are saved.")
            return redirect("officials:dates", election.slug)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "officials/dates.html", {"form": form})


@at_election(may=RESCHEDULE)
def reschedule(request: Request, election: Election) -> HttpResponse:
    """The whole plan of an announced election: what would change is shown first, then published with its reason."""
    if request.method != "POST":
        seen = {"seen": timelines.print_of(election.timeline)}
        form: PlanForm = RescheduleForm(initial=seen, **_about(request, election))
        return page(request, "officials/dates.html", {"form": form, "move": MoveForm()})
    form = RescheduleForm(request.POST, **_about(request, election))
    context: dict[str, Any] = {"form": form, "move": MoveForm()}
    if form.data.get("seen") != timelines.print_of(election.timeline):
        return _crossed(request, election)
    if not form.is_valid():
        return invalid(request, "officials/dates.html", context)
    try:
        if "publish" in request.POST:
            return _publish(request, election, form.timeline, form.cleaned_data)
        after = timeline.reschedule(election.timeline, form.timeline, request.at)
    except (Refused, timeline.Refused) as no:
        form.add_error(None, str(no))
        return invalid(request, "officials/dates.html", context)
    changes = timeline.changes(election.timeline, after)
    warnings = timeline.warnings(after)
    return page(
        request, "officials/dates.html", {**context, "changes": changes, "warnings": warnings, "previewed": True}
    )


def _crossed(request: Request, election: Election) -> HttpResponse:
    """The dates as they are now: what was typed was meant for other dates, so only the reason is kept."""
    told = {"seen": timelines.print_of(election.timeline), "reason": request.POST.get("reason", "")}
    context = {"form": RescheduleForm(initial=told, **_about(request, election)), "move": MoveForm()}
    return page(request, "officials/dates.html", {**context, "crossed": CROSSED}, status=409)


def _publish(request: Request, election: Election, after: Timeline, told: dict[str, Any]) -> HttpResponse:
    timelines.reschedule(election, after, person(request), request.at, told["reason"], seen=told["seen"])
    messages.success(request, "The new dates are published, with your reason.")
    return redirect("officials:console", election.slug)


@at_election(may=RESCHEDULE)
def move(request: Request, election: Election) -> HttpResponse:
    """Open now, close now, extend by …: what it would change, and the reason; then publish."""
    wanted = MoveForm(request.GET)
    if not wanted.is_valid():
        return invalid(request, "officials/move_again.html", {"form": wanted})
    seen = timelines.print_of(election.timeline)
    form = WhyForm(request.POST or None, initial={"seen": seen})
    context: dict[str, Any] = {"form": form, "wanted": wanted}
    try:
        after = _moved(election.timeline, wanted, request)
        context |= {"changes": timeline.changes(election.timeline, after), "warnings": timeline.warnings(after)}
        if request.method == "POST" and form.data.get("seen") != seen:
            again = WhyForm(initial={"seen": seen, "reason": form.data.get("reason", "")})
            return page(request, "officials/move.html", {**context, "form": again, "crossed": CROSSED}, status=409)
        if request.method == "POST" and form.is_valid():
            return _publish(request, election, after, form.cleaned_data)
    except (Refused, timeline.Refused) as no:
        return page(request, "officials/move.html", {**context, "refused": str(no)}, status=409)
    if request.method == "POST":
        return invalid(request, "officials/move.html", context)
    return page(request, "officials/move.html", context)


def _moved(before: Timeline, wanted: MoveForm, request: Request) -> Timeline:
    act = wanted.cleaned_data["act"]
    if act == "extend":
        moving = wanted.cleaned_data["moving"]
        return timeline.extend(before, wanted.window, wanted.by, request.at, moving=moving)
    turn = timeline.open_now if act == "open" else timeline.close_now
    return turn(before, wanted.window, request.at.replace(microsecond=0))
