"""The product's addresses, with some beside them that fail in every way a view can."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from election import urls
from election.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


@require_POST
def writing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("written")


urlpatterns = [
    *urls.urlpatterns,
    path("fails/broken/", broken),
    path("fails/forbidden/", forbidden),
    path("fails/suspicious/", suspicious),
    path("fails/writing/", writing),
]
