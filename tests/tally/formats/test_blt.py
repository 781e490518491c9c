"""BLT files: as they are described, as they are met, and what is wrong with the others."""

from __future__ import annotations

import pytest

from tests.tally.formats.reading import ballots, file, ranks, refusal

COMMITTEE = """\
3 2
4 1 3 0
2 2 0
0
"Ann Archer"
"Ben Baker"
"Cy Carter"
"Committee, 2031"
"""

VOTERS_EXPECTED = (
    "The number of voters who cast this ballot (1 to 1,000,000,000), or 0 after the last ballot, was expected"
)


def test_a_file_says_who_stands_for_how_many_seats_and_what_was_voted() -> None:
    read = file(COMMITTEE, "committee.blt")
    assert read.ballots.candidates == ("Ann Archer", "Ben Baker", "Cy Carter")
    assert (read.seats, read.title, read.withdrawn, read.tie_order) == (2, "Committee, 2031", (), ())
    assert ballots(read) == {ranks("Ann Archer > Cy Carter"): 4, ranks("Ben Baker"): 2}


@pytest.mark.parametrize(
    "written",
    [
        COMMITTEE.replace("\n", "\r\n").encode(),
        COMMITTEE.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + COMMITTEE.encode(),
        COMMITTEE.rstrip().encode(),
        COMMITTEE.replace("4 1 3 0\n2 2 0\n0", "4 1 3 0 2 2 0 0").encode(),
        COMMITTEE.replace("4 1 3 0", "4 1\n\n3\n0").encode(),
        COMMITTEE.replace("4 1 3 0", "  4\t1  3 0 ").encode(),
        COMMITTEE.replace("4 1 3 0", "1 1 3 0\n" * 4).encode(),
        COMMITTEE.replace("4 1 3 0", "# four\n4 1 3 0 # of them\n").encode(),
        COMMITTEE.replace("4 1 3 0", "4 1 /* and\nthen 2\n*/ 3 0").encode(),
        COMMITTEE.replace("4 1 3 0", "/**/ 4 1 3 0 /* 9 2 0 */").encode(),
        COMMITTEE.replace('"Ann Archer"\n"Ben Baker"', '"Ann Archer" "Ben Baker"').encode(),
        COMMITTEE.replace('"Ann Archer"', "Ann Archer").replace('"Committee, 2031"', "Committee, 2031").encode(),
        (COMMITTEE + '"a source"\n"a comment with "marks" in it\nFirst Prefs 3 0 "\n').encode(),
    ],
)
def test_the_layout_changes_nothing(written: bytes) -> None:
    assert file(written, "committee.blt") == file(COMMITTEE, "committee.blt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_names_are_read_in_whatever_encoding_the_file_has(encoding: str) -> None:
    content = '2 1\n1 1 0\n0\n"Zoë Ångström"\n"Ben"\n"Fête"\n'.encode(encoding)
    assert file(content, "fete.blt").ballots.candidates == ("Zoë Ångström", "Ben")
    assert file(content, "fete.blt").title == "Fête"


def test_what_is_called_latin_1_may_have_the_marks_that_windows_put_into_it() -> None:
    assert file(b'1 1\n0\n"Ann O\x92Hara \x96 \xe9"\n', "a.blt").ballots.candidates == ("Ann O’Hara – é",)


def test_withdrawn_candidates_are_named_and_stay_on_the_ballots() -> None:
    for said in ("-2\n-3", "-2 -3", "[withdrawn 2 3]", "[withdrawn 3]\n-2", "[withdrawn\n3 2 ]"):
        read = file(COMMITTEE.replace("4 1 3 0", f"{said}\n4 1 3 0"), "committee.blt")
        assert read.withdrawn == ("Ben Baker", "Cy Carter")
        assert ballots(read) == ballots(file(COMMITTEE, "committee.blt"))


def test_the_first_in_the_tie_order_is_drawn_first() -> None:
    read = file(COMMITTEE.replace("4 1 3 0", "[tie 3 1 2 ]\n4 1 3 0"), "committee.blt")
    assert read.tie_order == ("Cy Carter", "Ann Archer", "Ben Baker")


def test_nicknames_stand_for_candidates_wherever_numbers_do() -> None:
    content = "3 2\n[nick a b c]\n[tie c 1 b]\n[withdrawn b]\n4 a c 0\n1 b=c 1 0\n0\nAnn\nBen\nCy\n"
    read = file(content, "nick.blt")
    assert ballots(read) == {ranks("Ann > Cy"): 4, ranks("Ben = Cy > Ann"): 1}
    assert (read.tie_order, read.withdrawn) == (("Cy", "Ann", "Ben"), ("Ben",))


def test_options_for_other_programs_are_passed_over() -> None:
    content = COMMITTEE.replace("4 1 3 0", "[droop precision=5]\n[undeclared 3]\n4 1 3 0")
    assert file(content, "committee.blt") == file(COMMITTEE, "committee.blt")


@pytest.mark.parametrize(
    ("ballot", "read"),
    [
        ("1 1=3 2 0", "Ann = Cy > Ben"),
        ("1 3=1 0", "Ann = Cy"),
        ("1 - 2 - 1 0", "Ben > Ann"),  # skipped ranks close up
        ("1 2 1 2 0", "Ben > Ann"),  # who is named again counts where named first
        ("1 1=2 2=3 0", "Ann = Ben > Cy"),
        ("1 2=2 0", "Ben"),
        ("1 0", ""),
        ("1 - 0", ""),
        ("(b7) 2 1 0", "Ben > Ann"),
        ("(polling station 7, paper 12) 2 1 0", "Ben > Ann"),
    ],
)
def test_ballots_are_read_as_the_house_reads_them(ballot: str, read: str) -> None:
    content = f"3 1\n{ballot}\n0\nAnn\nBen\nCy\n"
    assert ballots(file(content, "one.blt")) == {ranks(read): 1}


def test_quotation_marks_within_a_name_are_escaped() -> None:
    content = '3 1\n0\n"Ann \\"Annie\\" Archer"\nBen "Bo" Baker\n"C:\\\\Carter \\o/"\n"A \\"free\\" vote"\n'
    read = file(content, "quoted.blt")
    assert read.ballots.candidates == ('Ann "Annie" Archer', 'Ben "Bo" Baker', "C:\\Carter \\o/")
    assert read.title == 'A "free" vote'


def test_a_title_may_be_missing_and_so_may_ballots() -> None:
    read = file("2 1\n0\nAnn\nBen\n", "none.blt")
    assert (read.title, read.ballots.total) == ("", 0)


@pytest.mark.parametrize(
    ("content", "line", "column", "sentence"),
    [
        ("three 2\n", 1, 1, "The number of candidates (1 to 1,000) was expected, and “three” found."),
        ("0 2\n", 1, 1, "The number of candidates (1 to 1,000) was expected, and “0” found."),
        ("1001 2\n", 1, 1, "The number of candidates (1 to 1,000) was expected, and “1001” found."),
        ("3 0\n", 1, 3, "The number of seats (1 to 1,000,000,000) was expected, and “0” found."),
        ("3\n", 1, None, "The file ends where the number of seats was expected."),
        ("3 2\n", 1, None, "The file ends where a ballot, or 0 after the last one, was expected."),
        ("3 2\n1 1 0\n1 4 0\n", 3, 3, "A candidate (1 to 3) was expected, and “4” found."),
        ("3 2\n1 1 0\n1 é 0\n", 3, 3, "A candidate (1 to 3) was expected, and “é” found."),
        ("3 2\n1 1 2= 0\n", 2, 5, "A candidate (1 to 3) was expected, and “2=” found."),
        ("3 2\n1 1 -2 0\n", 2, 5, "A candidate (1 to 3) was expected, and “-2” found."),
        (
            "3 2\n1.5 1 0\n",
            2,
            1,
            f"{VOTERS_EXPECTED}, and “1.5” found.",
        ),
        (
            '3 2\n1 1 0\n"Ann"\n',
            3,
            1,
            f'{VOTERS_EXPECTED}, and “"Ann"” found.',
        ),
        ("3 2\n-4\n", 2, 1, "A candidate (1 to 3) was expected, and “-4” found."),
        ("3 2\n1 1 2\n", 2, None, "The file ends where the 0 that ends a ballot was expected."),
        (
            "3 2\n1 1 2\n1 2 3 0\n0\n",
            3,
            1,
            "Candidate “1” is twice on the ballot that begins on line 2; perhaps the 0 that ends it is missing.",
        ),
        ("3 2\n[tie 1 2 1]\n", 2, 10, "Candidate “1” is in the tie order twice."),
        ("3 2\n[tie 1 2", 2, None, "The file ends where the closing bracket of an option was expected."),
        ("3 2\n[nick a b]\n", 2, 1, "A nickname for each of the 3 candidates was expected, and 2 found."),
        (
            "3 2\n[nick a b 2]\n",
            2,
            11,
            "A nickname that is no number, no sign and nobody else's was expected, and “2” found.",
        ),
        (
            "3 2\n[withdraw 2]\n",
            2,
            1,
            "One of the options [tie …], [withdrawn …] and [nick …] was expected, and “[withdraw” found.",
        ),
        ("3 2\n(b1) 1 0\n(b1) 2 0\n", 3, 1, "The ballot “(b1)” is in the file twice."),
        ("3 2\n(b1 1 0\n0\n", 2, 1, "The parenthesis opened here is not closed on its line."),
        ("3 2\n/* ballots\n1 1 0\n", 2, 1, "The comment opened here with /* is not closed with */."),
        ("2 1\n0\nAnn\n", 3, None, "The file ends where the name of candidate 2 of 2 was expected."),
        ('2 1\n0\nAnn\n"Ann"\n', 4, 1, "Two candidates are called “Ann”; give each a name of their own."),
        ('2 1\n0\n"Ann" " "\n', 3, 7, "A candidate's name was expected, and nothing found."),
        ('2 1\n0\n"Ann\n', 3, 1, "The quotation mark opened here is not closed on its line."),
        (
            '2 1\n0\n"Ann "Annie" Archer"\n',
            3,
            7,
            'White space was expected behind the name “"Ann "”; within a name, a quotation mark is written \\".',
        ),
        ('1 1\n0\n"Ann\x1b[2J"\n', 3, 1, "The name “Ann·[2J” has a control character in it; take it out."),
        ('1 1\n0\nAnn\n"A\x07title"\n', 4, 1, "The title has a control character in it; take it out."),
        (
            "1 1\n1000000000 1 0\n1 1 0\n0\nAnn\n",
            4,
            None,
            "The file has 1,000,000,001 ballots up to here; 1,000,000,000 are the most counted.",
        ),
        (
            f"1 1\n{'9' * 500_000} 1 0\n0\nAnn\n",
            2,
            1,
            f"{VOTERS_EXPECTED}, and “{'9' * 39}…” found.",
        ),
    ],
)
def test_a_bad_file_is_refused_with_its_place(content: str, line: int, column: int | None, sentence: str) -> None:
    assert refusal(content, "bad.blt") == (line, column, sentence)


def test_a_line_no_ballot_can_have_is_refused_before_it_is_taken_apart() -> None:
    content = "3 2\n1 1 0\n" + "1 " * 2**20
    assert refusal(content, "bad.blt") == (
        3,
        None,
        "This line is longer than the 1,048,576 characters a ballot may have.",
    )


def test_a_bracket_that_is_never_closed_ends_the_reading() -> None:
    content = "3 2\n[tie\n" + "1\n" * 3_000
    assert refusal(content, "bad.blt") == (2, 1, "The bracket opened here is not closed with ].")


def test_white_space_twice_in_a_row_becomes_one_space_in_names() -> None:
    assert file('2 1\n1 1 0\n0\n"Ann   Archer "\n"Ben"\n', "x.blt").ballots.candidates == ("Ann Archer", "Ben")


def test_a_ballot_of_no_voters_does_not_end_the_ballots_unnoticed() -> None:
    line, _, sentence = refusal('2 1\n3 1 2 0\n0 1 2 0\n9 2 1 0\n0\n"Ann"\n"Ben"\n"T"\n', "x.blt")
    assert (line, "at least one voter" in sentence) == (3, True)
