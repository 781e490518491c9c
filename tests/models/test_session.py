"""Sessions: no clock in them, and none that has expired stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tests.cast import now, person

pytestmark = pytest.mark.django_db


def test_expired_sessions_are_swept_away_when_a_new_one_begins() -> None:
    old, lasting, new = Client(), Client(), Client()
    mia = person("Mia")
    for client in (old, lasting):
        client.force_login(mia)
    Session.objects.filter(pk=old.session.session_key).update(expire_date=now() - timedelta(days=1))
    new.force_login(person("Sam"))
    kept = set(Session.objects.values_list("pk", flat=True))
    assert kept == {lasting.session.session_key, new.session.session_key}


def test_a_session_expires_at_a_midnight() -> None:
    client = Client()
    client.force_login(person("Mia"))
    expiry = Session.objects.get().expire_date
    assert (expiry.hour, expiry.minute, expiry.second, expiry.microsecond) == (0, 0, 0, 0)
