"""The door: reads the clock once, finds the election, loads the standing, and lets in whom the rule allows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from election.domain import elections
from election.models import Election
from election.permissions import RUN, Can, Rule, Standing, standing_of

P = ParamSpec("P")

READING = ("GET", "HEAD")
BOTH = (*READING, "POST")
WRITING = ("POST",)

KEPT = ("sentence", "background", "source", "statement", "word", "reason", "title", "raw", "why")
"""Names of the form fields that hold what people write: shown back when a window has closed meanwhile."""


class Request(HttpRequest):
    """A request that has passed the door: with the moment, the standing and what it may do."""

    at: datetime
    standing: Standing
    can: Can


Door = Callable[..., HttpResponseBase]


def on_site(
    may: Rule, *, methods: tuple[str, ...] = BOTH
) -> Callable[[Callable[Concatenate[Request, P], HttpResponseBase]], Door]:
    """The door of a page that belongs to no election; the view gets the request."""

    def wrap(view: Callable[Concatenate[Request, P], HttpResponseBase]) -> Door:
        @wraps(view)
        def door(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            asked = _at_the_door(request, None)
            return _refusal(asked, may, methods) or view(asked, *args, **kwargs)

        return _marked(door, may, methods)

    return wrap


def at_election(
    may: Rule, *, methods: tuple[str, ...] = BOTH
) -> Callable[[Callable[Concatenate[Request, Election, P], HttpResponseBase]], Door]:
    """The door of an election's page; the view gets the request and the election that `slug` names. A draft exists
    for its officials and for site managers only."""

    def wrap(view: Callable[Concatenate[Request, Election, P], HttpResponseBase]) -> Door:
        @wraps(view)
        def door(request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            election = elections.find(slug)
            asked = _at_the_door(request, election)
            if election is None or not (election.recorded.announced or RUN.admits(asked.standing)):
                raise Http404("There is no election at this address.")
            return _refusal(asked, may, methods) or view(asked, election, *args, **kwargs)

        return _marked(door, may, methods)

    return wrap


def _marked(door: Door, may: Rule, methods: tuple[str, ...]) -> Door:
    """What the walk over the URL table reads (tests/views/test_rights.py)."""
    vars(door).update(rule=may, methods=methods)
    return door


def _at_the_door(request: HttpRequest, election: Election | None) -> Request:
    asked = cast(Request, request)
    user = request.user if request.user.is_authenticated else None
    asked.at = timezone.now()
    asked.standing = standing_of(user, election, asked.at)
    asked.can = Can(asked.standing)
    return asked


def _refusal(request: Request, may: Rule, methods: tuple[str, ...]) -> HttpResponse | None:
    if request.method not in methods:
        return _not_allowed(request, methods)
    if may.allows(request.standing):
        return None
    if request.standing.user is None and request.method in READING and may.who:
        return redirect_to_login(request.get_full_path())
    return closed(request, may)


def _not_allowed(request: Request, methods: tuple[str, ...]) -> HttpResponse:
    answer = page(request, "405.html", {}, status=405)
    answer["Allow"] = ", ".join(methods)
    return answer


def closed(request: Request, may: Rule) -> HttpResponse:
    """The page for what is not allowed to this person, or not now: with the reason, and the text that was typed."""
    kept = {name: request.POST[name] for name in KEPT if request.POST.get(name, "").strip()}
    return page(request, "access/closed.html", {"rule": may, "kept": kept}, status=403)


def page(request: Request, template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """A page in its frame: `election`, `standing`, `can`, `at` are always there; an election brings its `head`."""
    election = request.standing.election
    frame: dict[str, Any] = {"at": request.at, "standing": request.standing, "can": request.can, "election": election}
    if election:
        frame |= {"head": elections.head(election, request.at)}
    return render(request, template, {**frame, **context}, status=status)


def invalid(request: Request, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """The same page with its form's errors: 422, and what was typed is still there."""
    return page(request, template, context, status=422)
