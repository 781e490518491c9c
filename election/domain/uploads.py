"""Uploads: what an official gave and has not decided on yet; theirs alone, gone once they have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from election.models import Election, User
from election.models.message import Upload


@transaction.atomic
def keep(election: Election, by: User, given: Iterable[tuple[str, bytes]], at: datetime) -> None:
    """Keeps names and bytes until they are decided on; what was given before and not decided on is replaced."""
    forget(election, by)
    Upload.objects.bulk_create(Upload(election=election, by=by, at=at, name=name, data=data) for name, data in given)


def of(election: Election, by: User) -> list[bytes]:
    """What waits for this official's decision, in the order in which it was given."""
    return [bytes(data) for data in Upload.objects.filter(election=election, by=by).values_list("data", flat=True)]


def forget(election: Election, by: User) -> None:
    """What waited is gone."""
    Upload.objects.filter(election=election, by=by).delete()
