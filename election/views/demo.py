"""The demo's pages: its mailbox, and being somebody else. They exist only with DEMO=1 and only from this machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from election.domain.personas import find, is_link, personas
from election.mail import mailbox
from election.models import User
from election.views.access import BOTH, READING
from election.views.accounts import signed_in
from election.views.errors import wrong_method

View = Callable[..., HttpResponse]
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")
"""Whoever sends one of these stands behind a proxy, and may be anywhere."""


def here(request: HttpRequest) -> bool:
    """Whether this request comes from this machine to its demo."""
    near = ip_address(request.META.get("REMOTE_ADDR") or "0.0.0.0").is_loopback  # noqa: S104 -- an address nobody has
    return bool(settings.DEMO) and near and not any(name in request.META for name in FORWARDED)


def only_here(methods: tuple[str, ...]) -> Callable[[View], View]:
    """The demo's door: for everybody else its pages do not exist."""

    def wrap(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not here(request):
                raise Http404("There is no page at this address.")
            allowed = request.method in methods
            return view(request, *args, **kwargs) if allowed else wrong_method(request, methods)

        return door

    return wrap


@only_here(READING)
def mail(request: HttpRequest) -> HttpResponse:
    """The mailbox: all mail the demo would have sent, newest first."""
    return render(request, "demo/mail.html", {"letters": mailbox.letters()})


@only_here(READING)
def people(request: HttpRequest) -> HttpResponse:
    """Whom one can be."""
    return render(request, "demo/people.html", {"personas": personas()})


@only_here(BOTH)
def be(request: HttpRequest, key: str) -> HttpResponse:
    """Be somebody else: by the button, or by a link that `make run` printed."""
    persona = find(key)
    if persona is None:
        raise Http404("There is nobody of this name in the demo.")
    if request.method != "POST" and not is_link(request.GET.get("token", ""), key):
        return redirect("demo:people")
    signed_in(request, get_object_or_404(User, email=persona.email))
    return redirect("elections:index")
