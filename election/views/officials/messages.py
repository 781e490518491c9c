"""Messages from the community's list: what was brought in, and bringing more in: give, look and correct, confirm."""

from __future__ import annotations

from django.contrib import messages as flash
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election.domain import uploads
from election.domain.outlook import several
from election.forms.decisions import DecideForm
from election.forms.messages import GiveForm
from election.importers import messages as importer
from election.importers.messages.became import POSTS
from election.models import Election, Message, MessagePart
from election.permissions import BRING_IN, RUN
from election.views.access import READING, WRITING, Request, at_election, invalid, page
from election.views.voices import person

AT_ONCE = 100


@at_election(may=RUN, methods=READING)
def messages(request: Request, election: Election) -> HttpResponse:
    """Every message that was brought in, and what became of it."""
    parts = Prefetch("parts", MessagePart.objects.select_related(*POSTS))
    rows = Message.objects.filter(election=election).select_related("held_in").prefetch_related(parts)
    shown = Paginator(rows, AT_ONCE).get_page(request.GET.get("page"))
    told = [(row, [importer.became(part, election) for part in row.parts.all()]) for row in shown]
    waiting = uploads.waits(election, person(request))
    return page(request, "officials/messages.html", {"shown": shown, "told": told, "waiting": waiting})


@at_election(may=RUN, methods=READING)
def show(request: Request, election: Election, pk: int) -> HttpResponse:
    """One whole message, for officials' eyes."""
    rows = Message.objects.filter(election=election).select_related("held_in")
    message = get_object_or_404(rows, pk=pk)
    parts = [importer.became(part, election) for part in message.parts.select_related(*POSTS)]
    return page(request, "officials/message_show.html", {"message": message, "parts": parts})


@at_election(may=BRING_IN)
def bring_in(request: Request, election: Election) -> HttpResponse:
    """Paste or upload messages; nothing is made yet."""
    form = GiveForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return page(request, "officials/bring_in.html", {"form": form})
    if not form.is_valid():
        return invalid(request, "officials/bring_in.html", {"form": form})
    uploads.keep(election, person(request), form.given, request.at)
    return redirect("officials:decide", election.slug)


@at_election(may=BRING_IN)
def decide(request: Request, election: Election) -> HttpResponse:
    """What each message would become; corrected and confirmed."""
    given = uploads.of(election, person(request))
    if not given:
        return redirect("officials:bring_in", election.slug)
    offered = importer.offers(importer.prepare(election, given))
    form = DecideForm(request.POST or None, offered=offered)
    if request.method != "POST":
        return page(request, "officials/decide.html", {"form": form, "offered": offered})
    if not form.is_valid():
        return invalid(request, "officials/decide.html", {"form": form, "offered": offered})
    brought = importer.bring_in(election, given, person(request), request.at, form.decisions)
    flash.success(request, f"{several(brought.made, 'post').capitalize()} brought in.")
    if offered.more:
        return redirect("officials:decide", election.slug)
    uploads.forget(election, person(request))
    return redirect("officials:messages", election.slug)


@at_election(may=BRING_IN, methods=WRITING)
def forget(request: Request, election: Election) -> HttpResponse:
    """Leave what was given: nothing is made of it."""
    uploads.forget(election, person(request))
    flash.success(request, "Nothing was brought in.")
    return redirect("officials:messages", election.slug)
