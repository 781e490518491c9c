"""The roll as a table that spreadsheets open without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from election.models import RollEntry

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula."""

HEADINGS = ("name", "known_by", "state")


def inert(cell: str) -> str:
    """The cell as words and nothing else: with an apostrophe before what a spreadsheet would compute."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def table(entries: Iterable[RollEntry]) -> str:
    """CSV with headings; what was exported can be brought in again."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    for entry in entries:
        known = " ".join(key.value.removeprefix("?:") for key in entry.keys.all())
        writer.writerow([inert(entry.name), inert(known), state(entry)])
    return out.getvalue()


def state(entry: RollEntry) -> str:
    """In a word: struck, bound to an account, or not signed in yet."""
    if entry.is_struck:
        return "struck"
    return "signed in" if entry.user_id else "not signed in yet"
