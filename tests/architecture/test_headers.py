"""Strict headers go with every answer: pages, errors of each kind, static files."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

STATIC = Path(configured.STATICFILES_DIRS[0])
STYLESHEET = next(STATIC.rglob("*.css")).relative_to(STATIC)

ANSWERS = {
    "/": 200,
    f"/static/{STYLESHEET}": 200,
    "/no/such/page/": 404,
    "/fails/broken/": 500,
    "/fails/forbidden/": 403,
    "/fails/suspicious/": 400,
    "/fails/writing/": 405,
}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.fixture
def client(settings: Settings, db: None) -> Client:
    settings.ROOT_URLCONF = "tests.architecture.failing_urls"
    return Client(raise_request_exception=False)


def policy(header: str) -> dict[str, str]:
    return {name: sources for name, _, sources in (part.strip().partition(" ") for part in header.split(";"))}


@pytest.mark.parametrize(("path", "status"), ANSWERS.items())
def test_every_answer_has_the_strict_headers(client: Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert policy(answer.headers["Content-Security-Policy"])["default-src"] == "'none'"


def test_a_host_that_is_not_ours_gets_a_refusal_with_the_same_headers(client: Client) -> None:
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_form_from_elsewhere_is_refused_with_the_same_headers(client: Client) -> None:
    client.handler.enforce_csrf_checks = True
    answer = client.post("/fails/writing/")
    assert answer.status_code == 403
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_pages_run_and_show_only_what_the_site_serves_itself(client: Client) -> None:
    assert policy(client.get("/").headers["Content-Security-Policy"]) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "frame-ancestors": "'none'",
    }


@pytest.mark.parametrize(
    "path", ["/", "/e/no-such/", "/calendar.ics", "/about/how/", "/fails/broken/", "/fails/writing/"]
)
def test_no_cache_keeps_a_page_for_somebody_else(client: Client, path: str) -> None:
    assert set(client.get(path).headers["Cache-Control"].split(", ")) == {"private", "no-cache"}


def test_files_may_be_kept(client: Client) -> None:
    assert "private" not in client.get(f"/static/{STYLESHEET}").headers["Cache-Control"]


def test_browsers_are_told_to_stay_with_encryption(client: Client, settings: Settings) -> None:
    settings.SECURE_HSTS_SECONDS = 3600
    fresh = Client()
    assert fresh.get("/", secure=True).headers["Strict-Transport-Security"] == "max-age=3600"
    assert "Strict-Transport-Security" not in fresh.get("/").headers
