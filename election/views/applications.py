"""Standing for election: the form, its draft, how one's candidacy is doing, the answer to a rejection."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from election.domain import admissions, applications, support
from election.domain.refusals import Refused
from election.forms.answers import DraftForm
from election.forms.nominations import ObjectForm, StandForm
from election.models import Candidacy, Election
from election.permissions import CANDIDACY, OBJECT, STAND
from election.permissions.times import statement_deadline
from election.views.access import READING, WRITING, Request, at_election, invalid, page
from election.views.voices import candidate, person


@at_election(may=STAND)
def stand(request: Request, election: Election) -> HttpResponse:
    """Stand, with a statement; whoever cannot is told before they write."""
    if request.standing.candidacy:
        return redirect("candidates:mine", election.slug)
    form = stand_form(request, election)
    context = {"form": form, "hindrance": applications.hindrance(election, person(request))}
    if request.method != "POST":
        return page(request, "candidates/stand.html", context)
    if not form.is_valid():
        return invalid(request, "candidates/stand.html", context)
    if "preview" in request.POST:
        return page(request, "candidates/stand.html", {**context, "preview": form.preview})
    told = form.cleaned_data
    try:
        mine = applications.stand(election, person(request), told["name"], told["source"], request.at, **form.facts)
    except Refused as no:
        form.add_error(None, str(no))
        return invalid(request, "candidates/stand.html", context)
    return stands(request, mine)


def stand_form(request: Request, election: Election) -> StandForm:
    """The form as this person left it: what they send, else their draft, else the body's prompts."""
    draft = applications.draft_of(election, person(request))
    return StandForm(request.POST or None, body=election.body, user=person(request), draft=draft)


def stands(request: Request, mine: Candidacy) -> HttpResponse:
    """On to one's own page, which says what is still needed."""
    messages.success(request, "You stand." if mine.is_admitted else "You have applied. Here is what happens next.")
    return redirect("candidates:mine", mine.election.slug)


@at_election(may=STAND, methods=WRITING)
def draft(request: Request, election: Election) -> HttpResponse:
    """Saves the draft while one writes: {"revision", "saved"}; 409 with the other text when it was saved elsewhere."""
    form = DraftForm(request.POST)
    if not form.is_valid():
        wrong = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"error": " ".join(wrong)}, status=422)
    told, me = form.cleaned_data, person(request)
    try:
        saved = applications.save_draft(election, me, told["source"], told["revision"], request.at)
    except applications.StaleDraft as stale:
        return JsonResponse({"error": str(stale), "source": stale.draft.source}, status=409)
    zone = me.timezone or timezone.get_default_timezone()
    return JsonResponse({"revision": saved.revision, "saved": f"{saved.saved_at.astimezone(zone):%H:%M}"})


@at_election(may=CANDIDACY, methods=READING)
def mine(request: Request, election: Election) -> HttpResponse:
    """How one's own candidacy is doing: what is missing, what was decided, what can be done."""
    return page(request, "candidates/mine.html", _mine(request, election))


def _mine(request: Request, election: Election) -> dict[str, Any]:
    me = candidate(request)
    decision = me.decisions.select_related("objection").last()
    endorsed = list(me.endorsements.select_related("user"))
    return {
        "candidacy": me,
        "decision": decision,
        "answered": hasattr(me, "objection"),
        "support": support.support(election, endorsed),
        "endorsements": endorsed,
        "deadline": statement_deadline(election, me),
    }


@at_election(may=OBJECT)
def object_to(request: Request, election: Election) -> HttpResponse:
    """Answer the rejection of one's candidacy, once."""
    form = ObjectForm(request.POST or None)
    context = {**_mine(request, election), "form": form}
    if request.method != "POST":
        return page(request, "candidates/object.html", context)
    if form.is_valid():
        try:
            admissions.answer(candidate(request), form.cleaned_data["word"], person(request), request.at)
            messages.success(request, "Your answer is with the officials. They decide once more.")
            return redirect("candidates:mine", election.slug)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "candidates/object.html", context)
