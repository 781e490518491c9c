"""Site managers: bodies, elections and their officials, and whether mail works."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from election.domain import running
from election.domain.front import front
from election.forms.elections import NewElectionForm
from election.models import Body
from election.permissions import CREATE_BODY, CREATE_ELECTION
from election.timeline import propose
from election.views.access import READING, Request, invalid, on_site, page
from election.views.voices import person


@on_site(may=CREATE_BODY, methods=READING)
def show(request: Request) -> HttpResponse:
    """Everything a site manager looks after."""
    context = {"bodies": Body.objects.all(), "front": front(request.standing.user, request.at)}
    return page(request, "managers/show.html", context)


@on_site(may=CREATE_ELECTION)
def new_election(request: Request) -> HttpResponse:
    """Create a draft election; its dates are proposed from the first day."""
    form = NewElectionForm(request.POST or None)
    context = {"form": form, "bodies": Body.objects.exists()}
    if request.method != "POST":
        return page(request, "managers/new_election.html", context)
    if not form.is_valid():
        return invalid(request, "managers/new_election.html", context)
    told = form.cleaned_data
    fields = {name: told[name] for name in ("title", "slug", "seats")}
    draft = running.create(told["body"], person(request), request.at, timeline=propose(told["first"]), **fields)
    messages.success(request, "The draft is there. Appoint its officials; only they and you see it.")
    return redirect("officials:people", draft.slug)
