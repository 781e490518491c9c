"""What goes wrong has a page in style, with the right status and the strict headers, and gives nothing away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from election.urls import handler400, handler403, handler404, handler500
from election.urls import urlpatterns as real

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

pytestmark = pytest.mark.django_db


def deny(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("planted secret")


def puzzle(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("planted secret")


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("planted secret")


def take(request: HttpRequest) -> HttpResponse:
    return HttpResponse("taken")


urlpatterns = [path("deny/", deny), path("puzzle/", puzzle), path("fail/", fail), path("take/", take), *real]

__all__ = ["handler400", "handler403", "handler404", "handler500"]

broken = override_settings(ROOT_URLCONF=__name__)


def in_style(answer: Response, heading: str) -> None:
    page = answer.content.decode()
    assert f'<h1 class="title">{heading}</h1>' in page
    assert "· Hustings</title>" in page
    assert 'href="/static/css/tokens.css"' in page
    assert "planted secret" not in page
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"


@broken
@pytest.mark.parametrize(
    ("url", "status", "heading"),
    [
        ("/puzzle/", 400, "This request was not understood"),
        ("/deny/", 403, "This is not for you"),
        ("/nowhere/", 404, "There is nothing at this address"),
        ("/e/nowhere/", 404, "There is nothing at this address"),
        ("/fail/", 500, "Something broke here, and it is our fault"),
    ],
)
def test_each_fault_has_its_page_and_status(url: str, status: int, heading: str) -> None:
    answer = Client(raise_request_exception=False).get(url)
    assert answer.status_code == status
    in_style(answer, heading)


@broken
def test_an_unknown_host_gets_a_page_too() -> None:
    answer = Client(raise_request_exception=False).get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    in_style(answer, "This request was not understood")


def test_a_wrong_method_is_named_with_those_that_work() -> None:
    answer = Client().post("/about/how/")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"
    in_style(answer, "This address does not work that way")


@broken
def test_a_form_from_nowhere_is_refused_and_what_was_typed_is_shown_back() -> None:
    answer = Client(enforce_csrf_checks=True).post("/take/", {"source": "Long and <dear> words", "other": "x"})
    assert answer.status_code == 403
    in_style(answer, "Please send this once more")
    assert "Long and &lt;dear&gt; words</textarea>" in answer.content.decode()


@broken
def test_the_page_for_our_own_fault_needs_no_database(django_assert_num_queries: type) -> None:
    with django_assert_num_queries(0):
        answer = Client(raise_request_exception=False).get("/fail/")
    assert "Sign in" not in answer.content.decode()
