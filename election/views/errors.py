"""Pages in style for what goes wrong, each with its right status; nothing of the cause is given away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from election.views.access import KEPT


def bad_request(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """400: the request made no sense."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """403: refused without a rule that could be named; the door's own refusals have access/closed.html."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """404: there is nothing at this address, or nothing for this reader."""
    return render(request, "404.html", status=404)


def wrong_method(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse:
    """405, where a page has a door of its own: the house's door has its own answer."""
    answer = render(request, "405.html", status=405)
    answer["Allow"] = ", ".join(methods)
    return answer


def broken(_: HttpRequest) -> HttpResponse:
    """500: a fault of the program. Rendered without the request, as what a page usually needs may be what failed."""
    return HttpResponseServerError(render_to_string("500.html"))


def unsure(request: HttpRequest, **_: object) -> HttpResponse:
    """403 for a form that cannot be shown to come from this site (CSRF): what was typed is shown back."""
    kept = {name: request.POST[name] for name in KEPT if request.POST.get(name, "").strip()}
    return render(request, "403.html", {"unsure": True, "kept": kept}, status=403)
