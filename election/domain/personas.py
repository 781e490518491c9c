"""Whom a visitor of the demo can be: kept by the seeding in DATA_DIR, beside the database it belongs to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.core import signing
from django.urls import reverse

SALT = "election.demo.be"


@dataclass(frozen=True)
class Persona:
    """Somebody to be: the key in the address, the name, their address, and a sentence on what they can do."""

    key: str
    name: str
    email: str
    role: str

    @property
    def path(self) -> str:
        """The path of a ready sign-in link, good as long as the site's secret key."""
        return f"{reverse('demo:be', args=[self.key])}?token={signing.dumps(self.key, salt=SALT)}"


def remember(personas: Iterable[Persona]) -> None:
    """Keeps the personas of a demo that was just seeded."""
    _file().write_text(json.dumps([asdict(persona) for persona in personas]), encoding="utf-8")


def personas() -> list[Persona]:
    """Everybody whom one can be, in the order of the demo; nobody where no demo was seeded."""
    kept = _file()
    return [Persona(**row) for row in json.loads(kept.read_text(encoding="utf-8"))] if kept.exists() else []


def find(key: str) -> Persona | None:
    """The persona with this key."""
    return next((persona for persona in personas() if persona.key == key), None)


def is_link(token: str, key: str) -> bool:
    """Whether this token makes a ready sign-in link for this persona."""
    try:
        return bool(signing.loads(token, salt=SALT) == key)
    except signing.BadSignature:
        return False


def _file() -> Path:
    return Path(settings.DATA_DIR) / "personas.json"
