"""The demo's mailbox: mail as Django's file backend keeps it, read back for the page that shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from pathlib import Path

from django.conf import settings

_BETWEEN = re.compile(rb"\n-{79}\n(?=[A-Z][A-Za-z-]+: |\Z)")
_CODE = re.compile(r"^\s*(\d{6})\s*$", re.MULTILINE)
MOST = 50


@dataclass(frozen=True)
class Letter:
    """One mail: to whom, about what, its text, and the code in it if there is one."""

    to: str
    subject: str
    sent: str
    text: str

    @property
    def code(self) -> str:
        found = _CODE.search(self.text)
        return found[1] if found else ""


def letters() -> list[Letter]:
    """The newest mail first, at most 50; none where no mail was kept."""
    folder = Path(getattr(settings, "EMAIL_FILE_PATH", None) or "/nonexistent")
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True)[:MOST]
    return [letter for file in files for letter in reversed(_read(file.read_bytes()))][:MOST]


def _read(kept: bytes) -> list[Letter]:
    return [_letter(raw) for raw in _BETWEEN.split(kept) if raw.strip()]


def _letter(raw: bytes) -> Letter:
    message = BytesParser(policy=policy.default).parsebytes(raw)
    body = message.get_body(("plain",))
    text = str(body.get_content()) if body else ""
    return Letter(str(message["To"]), str(message["Subject"]), str(message["Date"]), text)
