"""How many seats are filled, from prose; where README and results disagree, what was taken is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from election.importers.folders import Folder, read
from tests.importers.folders import DATES, ELECTED, SEATS, folder, said


def seats(root: Path, sentence: str, results: str = "") -> Folder:
    files = {"Results.md": results} if results else {}
    return read(folder(root, f"# Harbour Council Elections: March 2023\n\n{sentence}\n\n{DATES}", files))


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("There are three Harbour Council seats up for election.", 3),
        ("One seat is up for election.", 1),
        ("There is a single seat available.", 1),
        ("There are four (4) seats up for election.", 4),
        ("3 of 7 seats are up for election.", 3),
        ("**Seats up for election:** 2", 2),
        ("| Seats | 5 |\n|---|---|", 5),
        ("We elect five new members.", 5),
        ("The council has seven seats. Three seats are up for election.", 3),
        ("There are four seats up for election, with the\naddition of two brand new seats for this round.", 4),
        ("Three seats are up for election. No more than two of the five seats may be filled by one employer.", 3),
        ("There are two Harbour Council seats up for election (corrected: three seats).", 3),
        ("There are ~~two~~ three seats up for election.", 3),
        ("There are now four seats up for election instead of three.", 4),
        ("Two seats are up for election.\n\nUpdate: as Olga steps down, three seats are up for election.", 3),
    ],
)
def test_seats_are_read_however_people_write_them(tmp_path: Path, sentence: str, number: int) -> None:
    found = seats(tmp_path, sentence)
    assert found.seats == number
    assert not [line for line in said(found) if "seat" in line]


def test_of_two_figures_the_first_stands_where_nothing_says_that_it_was_changed(tmp_path: Path) -> None:
    found = seats(tmp_path, "Two seats are up for election.\n\nThe three seats up for election are honorary.")
    assert found.seats == 2
    assert any(line.startswith("README.md:5: It says three seats here but two seats on line 3") for line in said(found))


def test_more_holders_than_seats_are_pointed_out(tmp_path: Path) -> None:
    found = seats(tmp_path, "Two seats are up for election. They are\ncurrently filled by `Olga`, `Mia` and `Sam`.")
    assert found.seats == 2
    assert any(line.startswith("README.md:4: It names three who hold the seats now") for line in said(found))


def test_results_fill_in_what_the_readme_leaves_out(tmp_path: Path) -> None:
    assert seats(tmp_path, "Seats are up for election.", ELECTED).seats == 2


def test_the_results_figure_holds_where_more_were_elected_than_the_readme_has_seats(tmp_path: Path) -> None:
    listed = "Nominations were received:\n\n- Cleo Brook\n- Carl Dunn\n- Vera Lund\n\n"
    results = f"{listed}Three (3) seats were available, so elections were over sooner.\n"
    found = seats(tmp_path, SEATS, results)
    assert (found.seats, len(found.elected)) == (3, 3)
    assert any("as three were elected, three seats was taken" in line for line in said(found))


def test_else_the_readmes_figure_holds_and_the_other_is_named(tmp_path: Path) -> None:
    found = seats(tmp_path, "Three seats are up for election.", ELECTED)
    assert found.seats == 3
    assert any("Results.md:9: It says two seats" in line and "three seats was taken" in line for line in said(found))


def test_without_any_figure_none_is_invented(tmp_path: Path) -> None:
    found = seats(tmp_path, "Seats are up for election.")
    assert found.seats is None
    assert "README.md: It does not say how many seats are filled." in said(found)
