"""Sessions in the database whose expiry is rounded up to the day, so that it tells no time of signing in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore


class SessionStore(DatabaseStore):
    """Django's database sessions, expiring at a midnight UTC. Each new one sweeps away those that have expired, with
    the addresses in them: nobody needs to remember `clearsessions`."""

    def create(self) -> None:
        super().create()
        self.clear_expired()

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        exact = super().get_expiry_date(**kwargs).astimezone(UTC)
        midnight = exact.replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight if midnight == exact else midnight + timedelta(days=1)
