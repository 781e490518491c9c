"""Limits count people by the address they come from, which nobody can choose by writing a header."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db
A_MINUTE = 20


@pytest.fixture(autouse=True)
def _afresh() -> None:
    cache.clear()


def asked(number: int, **headers: str) -> int:
    client = Client(headers={name.replace("_", "-"): value for name, value in headers.items()})
    return client.post("/account/sign-in/", {"email": f"somebody{number}@saltmarsh.example"}).status_code


def test_without_proxies_a_forged_header_makes_nobody_another() -> None:
    answers = [asked(number, x_forwarded_for=f"192.0.2.{number}") for number in range(A_MINUTE + 1)]
    assert answers == [302] * A_MINUTE + [422]
    assert len(mail.outbox) == A_MINUTE


def test_behind_a_proxy_people_are_told_apart_by_what_the_proxy_saw(settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    forged = [asked(number, x_forwarded_for=f"192.0.2.{number}, 198.51.100.1") for number in range(A_MINUTE + 1)]
    assert forged == [302] * A_MINUTE + [422]
    assert asked(99, x_forwarded_for="198.51.100.2") == 302


def test_many_others_do_not_make_a_limit_forgotten() -> None:
    assert [asked(1) for _ in range(4)] == [302] * 3 + [422]
    for number in range(1000):
        cache.set(f"somebody-else-{number}", [0.0], 60)
    assert asked(1) == 422
