"""The examples in docs/ballot-files.md are files that can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tally.formats.reading import ballots, file

DOCUMENT = Path(__file__).parents[3] / "docs" / "ballot-files.md"
SECTIONS = dict(part.split("\n", 1) for part in DOCUMENT.read_text("utf-8").split("\n## ")[1:])
FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("heading", "name", "total", "blank"),
    [
        ("BLT", "a.blt", 8, 1),
        ("CSV", "a.csv", 3, 1),
        ("Long CSV", "a.csv", 2, 0),
        ("ABIF", "a.abif", 9, 2),
        ("PrefLib", "a.toi", 6, 0),
        ("JSON", "a.json", 4, 1),
    ],
)
def test_an_example_is_read(heading: str, name: str, total: int, blank: int) -> None:
    example = FENCED.search(SECTIONS[heading])
    assert example
    read = file(example[1], name)
    assert (read.ballots.total, read.ballots.blank) == (total, blank)
    assert sum(ballots(read).values()) == total
