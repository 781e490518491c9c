"""Invented folders of elections for the tests to read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from election.importers.folders import Folder, Span, read

DATES = """Election Dates:

* March 1, 15:00 UTC - March 8, 2023 14:59 UTC: Candidate nominations open
* March 9, 15:00 UTC - March 16, 2023 14:59 UTC: Q&A/Debate period
* March 17, 15:00 UTC - March 24, 2023 14:59 UTC: Voting open
* March 25, 2023, results announced
"""
SEATS = """There are two Harbour Council seats up for election. The seats up for
election are currently filled by `Olga Brandt` and `Mia Holm`.
"""
LINK = "See the [elections folder README](https://github.com/saltmarsh/community/tree/main/elections).\n"
README = f"# Harbour Council Elections: March 2023\n\n{SEATS}\n{LINK}\n{DATES}"
CLEO = "Name: Cleo Brook\n\nEmail: cleo@saltmarsh.example\n\nBackground:\n\nI keep the tide tables.\n"
CARL = "Name: Carl Dunn\n\nEmail: carl at saltmarsh dot example\n\nBackground:\n\nI mend nets.\n"
VERA = "Name: Vera Lund\n\nEmail: vera@saltmarsh.example\n\nBackground:\n\nI paint buoys.\n"
FILES = {"CleoBrook.txt": CLEO, "CarlDunn.txt": CARL, "VeraLund.txt": VERA}
ELECTED = """# Harbour Council Election Results: March 2023

Three nominations were received for the March 2023 elections:

- [`Carl Dunn`](https://github.com/carldunn)
- [`Cleo Brook`](https://github.com/cleobrook)
- [`Vera Lund`](https://github.com/veralund)

Two seats were available, so elections were held.

The nominees elected to the positions were:

- [`Vera Lund`](https://github.com/veralund)
- [`Cleo Brook`](https://github.com/cleobrook)

The two members were admitted to the Harbour Council on 2023-03-26
for another 12 month term.
"""


def folder(
    root: Path, readme: str = README, files: dict[str, str] | None = None, name: str = "harbour-council-2023-03"
) -> Path:
    """A folder with this README and these files; by default three candidates and no results."""
    made = root / name
    made.mkdir(parents=True, exist_ok=True)
    (made / "README.md").write_text(readme)
    for file, text in (FILES if files is None else files).items():
        (made / file).write_text(text)
    return made


def dates(
    root: Path, *lines: str, title: str = "# Harbour Council Elections: March 2023", name: str = "council-2023-03"
) -> Folder:
    """The election read from a README with these lines below its seats, and no candidates."""
    return read(folder(root, f"{title}\n\n{SEATS}\n{LINK}\n" + "\n".join(lines) + "\n", {}, name))


def span(opens: str | None, closes: str | None) -> Span:
    """A window from "2023-03-01 15:00" to …, in UTC."""
    return Span(_moment(opens), _moment(closes))


def _moment(words: str | None) -> datetime | None:
    return datetime.strptime(words, "%Y-%m-%d %H:%M").replace(tzinfo=UTC) if words else None


def said(read_folder: Folder) -> list[str]:
    """The remarks as people read them."""
    return [str(remark) for remark in read_folder.remarks]
