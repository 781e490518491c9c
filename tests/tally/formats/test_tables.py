"""CSV with a column for each candidate: ranks, marks, and names that look like formulas."""

from __future__ import annotations

import pytest

from election.tally import Marks, Profile, TallyError
from election.tally.formats import BallotFile, write
from tests.tally.formats.reading import ballots, file, marks, ranks, refusal


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("1,2,3", "Ann > Ben > Cy"),
        ("2,1,2", "Ben > Ann = Cy"),
        ("7,,3", "Cy > Ann"),  # missing numbers mean nothing
        ("No opinion,1,no OPINION", "Ben"),
        (" 1 ,\t2, ", "Ann > Ben"),
        ('"1","2","No opinion"', "Ann > Ben"),
        ("13,13,13", "Ann = Ben = Cy"),
        (",,", ""),
        ("No opinion,No opinion,No opinion", ""),
    ],
)
def test_a_cell_is_a_rank(row: str, read: str) -> None:
    assert ballots(file(f"Ann,Ben,Cy\n{row}\n", "ballots.csv")) == {ranks(read): 1}


def test_equal_rows_are_gathered_and_empty_lines_passed_over() -> None:
    read = file("Ann,Ben\n1,2\n\n3,9\r\n2,1\n", "ballots.csv")
    assert ballots(read) == {ranks("Ann > Ben"): 2, ranks("Ben > Ann"): 1}
    assert (read.seats, read.title, read.withdrawn, read.tie_order) == (None, "", (), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_header_has_the_names(encoding: str, end: str) -> None:
    content = end.join([' Zoë Ångström ,"Baker, Ben","Cy ""C"" Carter"', "1,2,3", ""])
    read = file(content.encode(encoding), "ballots.csv")
    assert read.ballots.candidates == ("Zoë Ångström", "Baker, Ben", 'Cy "C" Carter')
    assert read.ballots.total == 1


def test_a_name_may_be_on_two_lines() -> None:
    assert file('"Ann\nArcher",Ben\n1,2\n', "ballots.csv").ballots.candidates == ("Ann\nArcher", "Ben")


@pytest.mark.parametrize(
    ("row", "highest", "read"),
    [
        ("1,0,1", 1, (1, 0, 1)),
        ("x,X,", 1, (1, 1, 0)),
        ("yes,no,TRUE", 1, (1, 0, 1)),
        ("True,False,No opinion", 1, (1, 0, 0)),
        ("5,0,3", 5, (5, 0, 3)),
        ("9,,No opinion", 9, (9, 0, 0)),
    ],
)
def test_for_a_method_by_marks_a_cell_is_the_mark(row: str, highest: int, read: tuple[int, ...]) -> None:
    found = file(f"Ann,Ben,Cy\n{row}\n{row}\n", "ballots.csv", marks=True, highest=highest)
    assert marks(found) == {read: 2}
    assert isinstance(found.ballots, Marks)
    assert found.ballots.highest == highest


@pytest.mark.parametrize(
    ("content", "options", "line", "column", "sentence"),
    [
        (
            "Ann,Ben\n1,first\n",
            {},
            2,
            2,
            'For “Ben”, a rank (1 is the best; empty or "No opinion" for none) was expected, and “first” found.',
        ),
        (
            "Ann,Ben\n1,2\n0,1\n",
            {},
            3,
            1,
            'For “Ann”, a rank (1 is the best; empty or "No opinion" for none) was expected, and “0” found.',
        ),
        (
            "Ann\n-1\n",
            {},
            2,
            1,
            'For “Ann”, a rank (1 is the best; empty or "No opinion" for none) was expected, and “-1” found.',
        ),
        (
            "Ann\n1.5\n",
            {},
            2,
            1,
            'For “Ann”, a rank (1 is the best; empty or "No opinion" for none) was expected, and “1.5” found.',
        ),
        (
            "Ann\n٣\n",
            {},
            2,
            1,
            'For “Ann”, a rank (1 is the best; empty or "No opinion" for none) was expected, and “٣” found.',
        ),
        (
            "Ann\nx\n",
            {},
            2,
            1,
            'For “Ann”, a rank (1 is the best; empty or "No opinion" for none) was expected, and “x” found.',
        ),
        ("Ann\n2\n", {"marks": True}, 2, 1, "For “Ann”, a mark from 0 to 1 was expected, and “2” found."),
        ("Ann\nx\n", {"marks": True, "highest": 5}, 2, 1, "For “Ann”, a mark from 0 to 5 was expected, and “x” found."),
        ("Ann,Ben\n1\n", {}, 2, None, "A cell for each of the 2 candidates was expected, and 1 found."),
        ("Ann,Ben\n1,2,3\n", {}, 2, None, "A cell for each of the 2 candidates was expected, and 3 found."),
        ("Ann,Ben,Ann\n", {}, 1, 3, "Two candidates are called “Ann”; give each a name of their own."),
        ("Ann,,Cy\n", {}, 1, 2, "A candidate's name was expected, and nothing found."),
        (
            "Ann,B\x00n\n",
            {},
            1,
            6,
            "There is a zero byte, which no text has; export the ballots as CSV, or save the file in UTF-8.",
        ),
        ("Ann,B\x1bn\n", {}, 1, 2, "The name “B·n” has a control character in it; take it out."),
        ("Ann;Ben\n1;2\n", {}, 1, 4, "The cells are separated by semicolons; export the file again with commas."),
        ("Ann\tBen\n1\t2\n", {}, 1, 4, "The cells are separated by tabs; export the file again with commas."),
        (",".join(map(str, range(1001))), {}, 1, 1001, "1,000 candidates are the most that can be counted."),
    ],
)
def test_a_bad_file_is_refused_with_line_and_cell(
    content: str, options: dict[str, int], line: int, column: int | None, sentence: str
) -> None:
    assert refusal(content, "bad.csv", **options) == (line, column, sentence)


@pytest.mark.parametrize("content", ['Ann,"Ben" Baker\n', 'Ann,Ben\n1,"2\n', '"Ann";"Ben"\n1;2\n'])
def test_quotation_marks_in_the_wrong_place_are_refused(content: str) -> None:
    assert "cannot be cut into cells" in refusal(content, "bad.csv")[2]


def test_a_cell_that_is_never_closed_ends_the_reading() -> None:
    row = '"\n",' * 400_000
    assert refusal(f"Ann,Ben\n{row}", "bad.csv")[2] == (
        "A cell opened with a quotation mark before this line is never closed."
    )


def test_what_a_spreadsheet_would_take_for_a_formula_stands_behind_an_apostrophe() -> None:
    names = ("=1+1", "+49", "-Ann", "@Ben", "\tTab", "\rReturn", "'=quoted", "''twice", "'t Hooft", "Zoë; Ångström")
    written = write(BallotFile(Profile.of(names, [["=1+1"]])), "csv")
    header = written.decode().splitlines()[0]
    assert header.startswith("'=1+1,'+49,'-Ann,'@Ben,\"'\tTab\",")
    assert file(written, "names.csv").ballots.candidates == names


def test_an_apostrophe_that_belongs_to_a_name_stays() -> None:
    assert file("'t Hooft,'=Ann\n1,2\n", "names.csv").ballots.candidates == ("'t Hooft", "=Ann")


def test_a_blank_ballot_for_one_candidate_is_not_an_empty_line() -> None:
    written = write(BallotFile(Profile.of(["Ann"], [[], ["Ann"], []])), "csv")
    assert written == b'Ann\n""\n""\n1\n'
    assert ballots(file(written, "one.csv")) == {ranks(""): 2, ranks("Ann"): 1}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            BallotFile(Profile.of(["Ann", "Ben"], []), withdrawn=("Ann",)),
            "CSV cannot carry that Ann withdrew; write BLT, ABIF or JSON instead.",
        ),
        (
            BallotFile(Profile.of(["Ann "], [])),
            "The name “Ann ” has a control character in it, or begins or ends with white space; CSV cannot carry it.",
        ),
        (
            BallotFile(Profile.of(["choice", "rank", "ballot_id"], [])),
            "Candidates who are called like the columns of long CSV cannot be written as CSV.",
        ),
        (
            BallotFile(Profile.of(["Ann"], {(0,): 10**9})),
            "As CSV, with a row for each ballot, this would be more than 200 MiB; write BLT or JSON.",
        ),
    ],
)
def test_what_would_be_lost_is_not_written(given: BallotFile, sentence: str) -> None:
    with pytest.raises(TallyError) as refused:
        write(given, "csv")
    assert str(refused.value) == sentence
