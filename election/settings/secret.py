"""The secret key that signs sessions and sign-in codes: made once per site, readable by nobody else."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

OTHERS = 0o077
"""The permission bits by which anybody but the owner reads, writes or runs a file."""


def secret_key(file: Path) -> str:
    """The key kept in `file`, made at the first call; several processes starting at once get the same one.

    Raises ImproperlyConfigured where others may read the file or where it is empty.
    """
    if not file.exists():
        _make(file)
    _refuse_readable(file)
    key = file.read_text(encoding="ascii").strip()
    if not key:
        raise ImproperlyConfigured(f"{file} is empty. Delete it, and a new secret key is made at the next start.")
    return key


def _make(file: Path) -> None:
    """A link is made whole or not at all, and never over another: whoever comes second uses the first one's key."""
    draft = file.with_name(f".{file.name}-{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as handle:
            handle.write(secrets.token_urlsafe(64) + "\n")
            handle.flush()
            os.fsync(handle.fileno())
        os.link(draft, file)
    except FileExistsError:
        return
    finally:
        draft.unlink()


def _refuse_readable(file: Path) -> None:
    if file.stat().st_mode & OTHERS:
        raise ImproperlyConfigured(
            f"Other users of this machine may read the secret key in {file}. Say: chmod 600 {file} "
            "(or delete it, and a new one is made at the next start; everybody then signs in again)."
        )
