"""Bodies: who serves, and the elections of each; site managers create and change them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from election.domain import bodies
from election.domain.front import of_body
from election.forms.bodies import BodyForm
from election.models import Body
from election.permissions import CREATE_BODY, READ
from election.views.access import READING, Request, invalid, on_site, page
from election.views.voices import person


@on_site(may=READ, methods=READING)
def show(request: Request, body: str) -> HttpResponse:
    """A body: what it does, who serves on it, its elections."""
    found = get_object_or_404(Body, slug=body)
    context = {
        "body": found,
        "serving": found.terms.serving(request.at.date()).select_related("election", "candidacy"),
        "cards": of_body(found, request.at),
    }
    return page(request, "bodies/show.html", context)


@on_site(may=CREATE_BODY)
def new(request: Request) -> HttpResponse:
    """Create a body."""
    form = BodyForm(request.POST or None)
    if request.method != "POST":
        return page(request, "bodies/new.html", {"form": form})
    if not form.is_valid():
        return invalid(request, "bodies/new.html", {"form": form})
    made = bodies.create(person(request), request.at, **form.cleaned_data)
    messages.success(request, f"{made.name} is there. Now create its election.")
    return redirect("managers:show")


@on_site(may=CREATE_BODY)
def edit(request: Request, body: str) -> HttpResponse:
    """Change a body."""
    found = get_object_or_404(Body, slug=body)
    initial = {name: getattr(found, name) for name in BodyForm.base_fields}
    form = BodyForm(request.POST or None, body=found, initial=initial)
    if request.method != "POST":
        return page(request, "bodies/edit.html", {"form": form, "body": found})
    if not form.is_valid():
        return invalid(request, "bodies/edit.html", {"form": form, "body": found})
    changed = bodies.change(found, person(request), request.at, **form.cleaned_data)
    messages.success(request, "The body is changed.")
    return redirect(changed)
