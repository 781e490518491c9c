"""Bodies: create and change them, and who serves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from election.domain import journal
from election.domain.journal import Deed
from election.models import Body, User
from election.models.written import rendered

TOLD = ("slug", "seats", "prompts")
"""What the journal tells of a body before and after; its name and text are words."""


@transaction.atomic
def create(by: User | None, at: datetime, *, source: str = "", **fields: Any) -> Body:
    """A new body; `fields` are slug, name, seats (None: unknown) and prompts."""
    body = Body.objects.create(**fields, **rendered(source))
    journal.record(Deed.BODY_CREATED, by=by, at=at, body=body, after=_told(body), words={"name": body.name})
    return body


@transaction.atomic
def change(body: Body, by: User | None, at: datetime, *, source: str, **fields: Any) -> Body:
    """The body with other fields; nothing changed, nothing journalled."""
    locked = Body.objects.select_for_update().get(pk=body.pk)
    before, old_words = _told(locked), {"name": locked.name, "text": locked.source}
    for column, value in {**fields, **rendered(source)}.items():
        setattr(locked, column, value)
    words = {"name": locked.name, "text": locked.source}
    if before != _told(locked) or words != old_words:
        locked.save()
        journal.record(Deed.BODY_CHANGED, by=by, at=at, body=locked, before=before, after=_told(locked), words=words)
    return locked


def _told(body: Body) -> dict[str, Any]:
    return {name: getattr(body, name) for name in TOLD}
