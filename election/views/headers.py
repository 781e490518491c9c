"""The outermost layer: headers that go with every answer, errors and static files included."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Handler = Callable[[HttpRequest], HttpResponseBase]


def further_headers(handler: Handler) -> Handler:
    """Middleware that adds `settings.FURTHER_HEADERS` to what stands inside it."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = handler(request)
        for name, value in settings.FURTHER_HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answer
