"""The outermost layer: headers that go with every answer, errors and static files included."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control

Handler = Callable[[HttpRequest], HttpResponseBase]

HELD = ("Cache-Control", "Last-Modified")
"""Whatever has one of these has said itself how long it lasts: files, and pages with their own mind."""


def further_headers(handler: Handler) -> Handler:
    """Middleware that adds `settings.FURTHER_HEADERS` to what stands inside it, and keeps pages, each of which is made
    for one reader at one moment, out of caches that several people share or that would not ask again."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = handler(request)
        for name, value in settings.FURTHER_HEADERS.items():
            response.headers.setdefault(name, value)
        if not any(name in response.headers for name in HELD):
            patch_cache_control(response, private=True, no_cache=True)
        return response

    return answer
