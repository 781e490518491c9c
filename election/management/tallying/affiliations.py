"""Lists of people and their affiliations, as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from election.tally import BadFile, TallyError
from election.tally.formats.cells import Rows, name_in
from election.tally.formats.source import surveyed
from election.tally.formats.wording import single_spaced

from .files import opened

LARGEST = 2**20
COLUMNS = 2
HEADINGS = {"affiliation", "employer", "company", "organisation", "organization"}


def listed(path: Path) -> dict[str, str]:
    """Affiliations by name, from a CSV file of two columns; a first row like "name,affiliation" is a heading.

    Raises TallyError for a file that cannot be read so, and for somebody with two affiliations.
    """
    affiliations: dict[str, str] = {}
    try:
        for line, name, affiliation in _people(path):
            if affiliations.setdefault(name, affiliation) != affiliation:
                raise BadFile(f"{name} has another affiliation further up.", line)
    except BadFile as bad:
        raise TallyError(f"{path.name}: {bad}") from bad
    return affiliations


def _people(path: Path) -> Iterator[tuple[int, str, str]]:
    with opened(path) as stream:
        for at, (line, row) in enumerate(Rows(surveyed(stream, LARGEST))):
            cells = [single_spaced(name_in(cell)) for cell in row]
            if not any(cells) or (not at and cells[-1].lower() in HEADINGS):
                continue
            if len(cells) != COLUMNS or not cells[0]:
                raise BadFile("A name and an affiliation were expected, separated by a comma.", line)
            yield line, cells[0], cells[1]
