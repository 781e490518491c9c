"""CSV with a row for each mark, as cities hand out their cast vote records."""

from __future__ import annotations

import pytest

from election.tally import Profile
from tests.tally.formats.reading import ballots, file, ranks, refusal

HEADER = "ballot_id,rank,choice\n"


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ("1,1,Ann\n1,2,Ben\n", "Ann > Ben"),
        ("1,2,Ben\n1,1,Ann\n", "Ann > Ben"),
        ("1,1,Ann\n1,2,$UNDERVOTE\n1,3,Cy\n", "Ann > Cy"),
        ("1,1,Ann\n1,,\n1,3,Cy\n", "Ann > Cy"),
        ("1,1,Ann\n1,2,$OVERVOTE\n1,3,Cy\n", "Ann"),
        ("1,1,$OVERVOTE\n1,2,Cy\n", ""),
        ("1,3,Cy\n1,2,Ben\n1,2,$OVERVOTE\n1,1,Ann\n", "Ann"),  # nor what else is at that rank
        ("1,1,$UNDERVOTE\n", ""),
        ("1,1,Ann\n1,2,Ben\n1,3,Ann\n", "Ann > Ben"),
        ("1,1,Ann\n1,1,Ben\n1,2,Cy\n", "Ann = Ben > Cy"),
        ("1,4,Ann\n1,9,Ben\n", "Ann > Ben"),
    ],
)
def test_the_rows_of_a_ballot_make_its_ranking(rows: str, read: str) -> None:
    names = "names,1,Ann\nnames,2,Ben\nnames,3,Cy\n"
    expected = {ranks("Ann > Ben > Cy"): 1}
    expected[ranks(read)] = expected.get(ranks(read), 0) + 1
    assert ballots(file(HEADER + names + rows, "cvr.csv")) == expected


def test_the_rows_of_a_ballot_need_not_stand_together() -> None:
    content = "precinct,choice,Rank,Ballot_ID\nA,Ann,1,7\nA,Ben,1,8\nB,Cy,2,7\nB,Ann,2,8\n"
    assert ballots(file(content, "cvr.csv")) == {ranks("Ann > Cy"): 1, ranks("Ben > Ann"): 1}


def test_a_method_by_marks_is_given_the_rankings() -> None:
    assert isinstance(file(f"{HEADER}1,1,Ann\n", "cvr.csv", marks=True).ballots, Profile)


@pytest.mark.parametrize(
    ("rows", "line", "column", "sentence"),
    [
        ("1,first,Ann\n", 2, 2, "A rank (1 is the best) was expected, and “first” found."),
        ("1,0,Ann\n", 2, 2, "A rank (1 is the best) was expected, and “0” found."),
        ("1,,$OVERVOTE\n", 2, 2, "A rank (1 is the best) was expected, and “” found."),
        (" ,1,Ann\n", 2, 1, "The ballot this row belongs to was expected, and nothing found."),
        ("1,1\n", 2, None, "3 cells were expected, as in the header, and 2 found."),
        ("1,1,$UNDERVOTE\n", 2, None, "A row that names a candidate was expected, and none found."),
        ("", 1, None, "A row that names a candidate was expected, and none found."),
        (
            "".join(f"1,1,{name}\n" for name in range(1001)),
            1002,
            3,
            "1,000 candidates are the most that can be counted.",
        ),
    ],
)
def test_a_bad_row_is_refused_with_line_and_cell(rows: str, line: int, column: int | None, sentence: str) -> None:
    assert refusal(HEADER + rows, "bad.csv") == (line, column, sentence)
