"""From bytes to text: what is no text, or more than a roll can be, is refused before anything is read."""

from __future__ import annotations

import codecs

from election.domain.roll.lines import LARGEST

MOST = 50_000
"""Voters of a file."""

LINES = 5 * MOST
"""Lines of a file: of a voter in a list, name, addresses and the like have one each."""

LONGEST = 1_000
"""Characters of one cell."""

PACKED = {
    b"PK": "a zip archive or a spreadsheet (.xlsx, .ods). Save the table as CSV and bring in that",
    b"\x1f\x8b": "a packed file (.gz). Unpack it and bring in what is in it",
    b"\xd0\xcf\x11\xe0": "an old Excel file. Save the table as CSV and bring in that",
    b"%PDF": "a PDF. Bring in the table it was made from, as CSV",
    b"\x89PNG": "a picture. Bring in a table as CSV",
}
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
GUESSED = "This file is not in UTF-8; it was read as Windows-1252. Look at names with accents."


class Unreadable(ValueError):
    """Nothing can be made of the file; the message says why and what to do."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and a remark where its encoding was guessed. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable("This file is larger than 5 MB. Bring it in by parts.")
    for start, words in PACKED.items():
        if data.startswith(start):
            raise Unreadable(f"This is {words}.")
    text, remark = _decoded(data)
    if "\0" in text:
        raise Unreadable("This file has bytes in it that no text has. Save it as CSV in UTF-8 and try again.")
    if not text.strip():
        raise Unreadable("This file is empty.")
    if text.count("\n") + text.count("\r") > 2 * LINES:
        raise Unreadable(f"This file has more than {LINES} lines. Bring it in by parts.")
    return text, remark


def _decoded(data: bytes) -> tuple[str, str]:
    encoding = next((name for bom, name in BOMS.items() if data.startswith(bom)), "") or _without_bom(data)
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise Unreadable("This file breaks off, or is not in the encoding it says. Save it in UTF-8.") from None
        return data.decode("cp1252", "replace"), GUESSED


def _without_bom(data: bytes) -> str:
    """UTF-16 shows by the NULs beside its plain letters."""
    start = data[:200]
    if len(start) > 1 and start[1::2].count(0) > len(start) // 3:
        return "utf-16-le"
    return "utf-16-be" if len(start) > 1 and start[::2].count(0) > len(start) // 3 else "utf-8"
