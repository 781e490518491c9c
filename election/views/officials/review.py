"""The review: what follows from the slate, each outcome one confirmed act, and taking it back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from election import timeline
from election.domain.announcements import Drafted
from election.domain.refusals import Refused
from election.domain.review import acts, slate, words
from election.domain.review.verdict import Outcome, verdict
from election.forms.announcements import AnnouncementForm
from election.forms.reviews import DaysForm
from election.models import Candidacy, Election
from election.permissions import REVIEW, RUN, TAKE_BACK_REVIEW
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import person

A_WEEK = timedelta(days=7)


@at_election(may=RUN, methods=READING)
def review(request: Request, election: Election) -> HttpResponse:
    """Who stands, what follows from it, and what officials can decide."""
    counted = slate.counted(election, request.at)
    found, decided = verdict(counted), acts.standing_review(election)
    context = {
        "slate": list(Candidacy.objects.slate(election)),
        "undecided": list(Candidacy.objects.whole(election).undecided()),
        "staying": list(slate.staying(election, request.at)),
        "verdict": found,
        "due": acts.due(election, request.at),
        "decided": decided,
        "heading": words.HEADINGS[Outcome(decided.outcome)] if decided else "",
        "binding": acts.binding(election, request.at),
        "choices": [(outcome, words.TITLES[outcome], words.EFFECTS[outcome]) for outcome in found.choices],
    }
    return page(request, "officials/review.html", context)


@at_election(may=REVIEW)
def decide(request: Request, election: Election, outcome: str) -> HttpResponse:
    """One outcome: exactly what it changes, and its announcement; then confirm."""
    wanted, days = _outcome(outcome), _days(request)
    found = verdict(slate.counted(election, request.at))
    context: dict[str, Any] = {"outcome": wanted, "title": words.TITLES[wanted], "effect": words.EFFECTS[wanted]}
    context |= {"verdict": found, "days": days.days}
    try:
        after = acts.prospect(election, wanted, found, request.at, days)
    except Refused as no:
        return page(request, "officials/review_decide.html", {**context, "refused": str(no)}, status=409)
    stand = list(Candidacy.objects.slate(election).standing())
    drafted = words.drafted(election, found, wanted, stand, after, _address(election))
    form = AnnouncementForm(request.POST or None, initial={"title": drafted.title, "source": drafted.source})
    context |= {"form": form, "changes": timeline.changes(election.timeline, after)}
    if request.method != "POST":
        return page(request, "officials/review_decide.html", context)
    if form.is_valid():
        told = Drafted(form.cleaned_data["title"], form.cleaned_data["source"])
        try:
            acts.decide(election, wanted, told, person(request), request.at, longer=days)
            messages.success(request, "Decided and announced.")
            return redirect("officials:review", election.slug)
        except Refused as no:
            form.add_error(None, str(no))
    return invalid(request, "officials/review_decide.html", context)


def _days(request: Request) -> timedelta:
    """For how long nomination is to be open again; a week where the address says nothing sensible."""
    asked = DaysForm(request.GET)
    return timedelta(days=asked.cleaned_data["days"]) if asked.is_valid() else A_WEEK


def _outcome(value: str) -> Outcome:
    try:
        return Outcome(value)
    except ValueError:
        raise Http404("This is nothing that officials could decide.") from None


def _address(election: Election) -> str:
    return f"{settings.SITE_URL}{election.get_absolute_url()}"


@at_election(may=TAKE_BACK_REVIEW)
def take_back(request: Request, election: Election) -> HttpResponse:
    """Take back what was decided, once asked whether it is meant."""
    decided = acts.standing_review(election)
    context: dict[str, Any] = {"decided": decided, "binding": acts.binding(election, request.at)}
    if decided:
        context["heading"] = words.HEADINGS[Outcome(decided.outcome)]
    if request.method != "POST":
        return page(request, "officials/review_take_back.html", context)
    try:
        acts.take_back(election, person(request), request.at)
    except Refused as no:
        return page(request, "officials/review_take_back.html", {**context, "binding": str(no)}, status=409)
    messages.success(request, "Taken back. What was announced about it stays readable: announce what is true now.")
    return redirect("officials:review", election.slug)
