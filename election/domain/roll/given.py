"""Files that officials gave and have not confirmed yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from election.models import Election, RollUpload, User

KEPT = timedelta(days=7)
"""How long a file that nobody decides on lies here."""


@transaction.atomic
def keep(election: Election, by: User, name: str, provider: str, data: bytes, at: datetime) -> None:
    """Keeps the file until it is decided on, instead of what this official gave before; old files of anybody go."""
    RollUpload.objects.filter(at__lte=at - KEPT).delete()
    fields = {"at": at, "name": name[:200], "provider": provider, "data": data}
    RollUpload.objects.update_or_create(election=election, by=by, defaults=fields)


def of(election: Election, by: User) -> RollUpload | None:
    """The file that waits for this official's decision."""
    return RollUpload.objects.filter(election=election, by=by).first()


def forget(election: Election, by: User) -> None:
    """What waited is gone."""
    RollUpload.objects.filter(election=election, by=by).delete()
