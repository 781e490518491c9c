"""Uploads: what an official gave and has not decided on yet; theirs alone, gone once they have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from election.models import Election, User
from election.models.message import Upload

KEPT = timedelta(days=7)
"""How long mail that nobody decides on lies here."""


@transaction.atomic
def keep(election: Election, by: User, given: Iterable[tuple[str, bytes]], at: datetime) -> None:
    """Keeps names and bytes until they are decided on; what was given before and not decided on is replaced. What
    anybody gave longer than `KEPT` ago goes too."""
    forget(election, by)
    Upload.objects.filter(at__lte=at - KEPT).delete()
    Upload.objects.bulk_create(Upload(election=election, by=by, at=at, name=name, data=data) for name, data in given)


def of(election: Election, by: User) -> list[bytes]:
    """What waits for this official's decision, in the order in which it was given."""
    return [bytes(data) for data in Upload.objects.filter(election=election, by=by).values_list("data", flat=True)]


def waits(election: Election, by: User) -> bool:
    """Whether something waits for this official's decision."""
    return Upload.objects.filter(election=election, by=by).exists()


def forget(election: Election, by: User) -> None:
    """What waited is gone."""
    Upload.objects.filter(election=election, by=by).delete()
