"""What was read of a folder, as plain data."""

from datetime import UTC, datetime
from typing import Any

from election.importers.folder.values import WINDOWS, Folder, Window


def as_json(folder: Folder) -> dict[str, Any]:
    """`slug`, `title`, `seats` (null where not stated), `candidates` and `elected` (names), and `windows` →
    `nomination|qa|voting` → `opens|closes` in ISO 8601, UTC; a window that is not stated is null, as is an edge."""
    return {
        "slug": folder.slug,
        "title": folder.title,
        "seats": folder.seats,
        "candidates": [nominee.name for nominee in folder.candidates],
        "elected": list(folder.elected),
        "windows": {str(stage): _window(folder.windows.get(stage)) for stage in WINDOWS},
    }


def _window(window: Window | None) -> dict[str, str | None] | None:
    return {"opens": _instant(window.opens), "closes": _instant(window.closes)} if window else None


def _instant(at: datetime | None) -> str | None:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if at else None
