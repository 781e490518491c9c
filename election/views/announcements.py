"""Announcements: one by itself, also as plain text to copy; and the officials' form for a new one."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election.domain import announcements
from election.domain.announcements import Step
from election.forms.announcements import AnnouncementForm, StepForm
from election.models import Announcement, Election
from election.permissions import READ, TELL
from election.views.access import READING, Request, at_election, invalid, page
from election.views.voices import person


@at_election(may=READ, methods=READING)
def show(request: Request, election: Election, pk: int) -> HttpResponse:
    """One announcement, and its plain text to copy to the community's list."""
    announcement = get_object_or_404(Announcement, pk=pk, election=election)
    address = f"{settings.SITE_URL}{election.get_absolute_url()}"
    return page(request, "announcements/show.html", {"announcement": announcement, "address": address})


@at_election(may=TELL)
def write(request: Request, election: Election) -> HttpResponse:
    """A new announcement, drafted by the program for the step that is asked for."""
    form = AnnouncementForm(request.POST or None, initial=_drafted(request, election))
    context = {"form": form, "steps": list(Step)}
    if request.method != "POST":
        return page(request, "officials/announcement_new.html", context)
    if not form.is_valid():
        return invalid(request, "officials/announcement_new.html", context)
    if "preview" in request.POST:
        return page(request, "officials/announcement_new.html", {**context, "preview": form.preview})
    told = form.cleaned_data
    made = announcements.tell(election, told["title"], told["source"], person(request), request.at)
    messages.success(request, "Announced. You can copy the text to your mailing list from here.")
    return redirect("announcements:show", election.slug, made.pk)


def _drafted(request: Request, election: Election) -> dict[str, str]:
    wanted = StepForm(request.GET)
    if not wanted.is_valid():
        return {}
    address = f"{settings.SITE_URL}{election.get_absolute_url()}"
    drafted = announcements.draft(election, Step(wanted.cleaned_data["step"]), request.at, address)
    return {"title": drafted.title, "source": drafted.source}
