"""ABIF: ranks, scores, short names, and what stands in braces."""

from __future__ import annotations

import pytest

from election.tally import Marks, Profile, TallyError
from election.tally.formats import BallotFile, write
from tests.tally.formats.reading import ballots, file, marks, ranks, refusal

VOTERS_EXPECTED = "The number of voters who cast this ballot (1 to 1,000,000,000), then a colon, was expected"

DECLARED = """\
# A committee
{version: "0.1"}
{title: "Committee, 2031"}
{"description": "nothing", "seats": 2}
@choices
=A:[Ann Archer]
=B: [Ben Baker (蘇)]
="C 3":[Cy Carter #3]
@divisions
=north:[Northern Kingdom]
"""


@pytest.mark.parametrize(
    ("ballot", "read"),
    [
        ("3:A>B>C", "A > B > C"),
        ("3: A = C > B # of the north", "A = C > B"),
        ("3 * C > A", "C > A"),
        ("3:", ""),
        ("3: # blank", ""),
        ("3:A,C", "A = C"),
        ("3: B/1, C/5, A/5", "A = C > B"),
        ("3: A/5 > B/3 = C/3", "A > B = C"),
        ("3:A>B>A>C", "A > B > C"),
        ('3:[A]>"C"', "A > C"),
        ('3:C>B:{"precinct": 51, "county": "North"}', "C > B"),
    ],
)
def test_a_ballot_is_read_as_a_ranking(ballot: str, read: str) -> None:
    assert ballots(file(f"=A:A\n=B:B\n=C:C\n{ballot}\n", "one.abif")) == {ranks(read): 3}


def test_short_names_stand_for_names_and_a_name_for_itself() -> None:
    read = file(f'{DECLARED}4:A>"C 3">B\n3:[Ann Archer]>[Dee Dyer]=B\n2:\n', "declared.abif")
    assert read.ballots.candidates == ("Ann Archer", "Ben Baker (蘇)", "Cy Carter #3", "Dee Dyer")
    assert ballots(read) == {
        ranks("Ann Archer > Cy Carter #3 > Ben Baker (蘇)"): 4,
        ranks("Ann Archer > Dee Dyer = Ben Baker (蘇)"): 3,
        ranks(""): 2,
    }
    assert (read.title, read.seats) == ("Committee, 2031", 2)


def test_scores_are_marks_where_marks_are_wanted() -> None:
    read = file("4:A/5,B/3\n2:\n1: C/1 > A/0\n", "scores.abif", marks=True, highest=5)
    assert marks(read) == {(5, 3, 0): 4, (0, 0, 0): 2, (0, 0, 1): 1}
    assert isinstance(read.ballots, Marks)
    assert read.ballots.highest == 5


def test_rankings_stay_rankings_and_lose_no_blank_ballot() -> None:
    read = file("2:\n4:A>B\n", "ranks.abif", marks=True)
    assert ballots(read) == {ranks(""): 2, ranks("A > B"): 4}


def test_lines_may_end_in_any_way_and_names_be_in_latin_1() -> None:
    content = "=A:[Zoë Ångström]\r\n3:A\r\n".encode("latin-1")
    assert file(content, "latin.abif").ballots.candidates == ("Zoë Ångström",)


@pytest.mark.parametrize(
    ("content", "options", "line", "column", "sentence"),
    [
        (
            "A>B\n",
            {},
            1,
            1,
            f"{VOTERS_EXPECTED}, and “A>B” found.",
        ),
        (
            "0:A>B\n",
            {},
            1,
            1,
            f"{VOTERS_EXPECTED}, and “0” found.",
        ),
        ("3:A>\n", {}, 1, 5, "A candidate was expected, and “” found."),
        ("3:A>>B\n", {}, 1, 5, "A candidate was expected, and “>B” found."),
        ("3:A>[B\n", {}, 1, 5, "A candidate was expected, and “[B” found."),
        ("3:A>[ ]\n", {}, 1, 5, "A candidate was expected, and “[ ]” found."),
        ('3:A "B"\n', {}, 1, 5, '">", "=" or "," was expected, and “"B"” found.'),
        ("3:A/high\n", {}, 1, 5, "A score in whole numbers was expected, and “high” found."),
        ("3:A/-1\n", {}, 1, 5, "A score in whole numbers was expected, and “-1” found."),
        ("3:A/3,B\n", {}, 1, 7, "A score for “B” was expected, as for the others."),
        ("3:A>B,C\n", {}, 1, None, 'Commas were expected throughout, or ">" and "=" throughout.'),
        ("3:A/6\n", {"marks": True, "highest": 5}, 1, 3, "A mark from 0 to 5 was expected, and 6 found."),
        ("3:A/5\n2:A\n", {"marks": True, "highest": 5}, 2, None, "Scores were expected on every ballot or on none."),
        ("=A [Ann]\n", {}, 1, 4, "A colon was expected behind the short name, and “[Ann]” found."),
        ("=A:[Ann]\n=A:[Ben]\n", {}, 2, None, "The short name “A” is taken before this line."),
        ("3:A\n=A:[Ann]\n", {}, 2, None, "The short name “A” is taken before this line."),
        ("=A:[Ann]\n=B:[Ann]\n", {}, 2, None, "Two candidates are called “Ann”; give each a name of their own."),
        ("=A:[]\n", {}, 1, 4, "A candidate was expected, and “[]” found."),
        ("{title\n3:A\n", {}, 1, 1, 'A field like {title: "…"} was expected, and “{title” found.'),
        ("{seats: 0}\n3:A\n", {}, 1, None, "The number of seats was expected, as in {seats: 3}."),
        ("{title: 3}\n3:A\n", {}, 1, None, "A title without control characters was expected."),
        (
            '3:A\n{withdrawn: ["B"]}\n',
            {},
            2,
            None,
            'Candidates, each once, were expected, as in {withdrawn: ["Ann", "Ben"]}.',
        ),
        ("# nothing\n3:\n", {}, 2, None, "A candidate was expected in this file, and none found."),
        (
            "600000000:A\n600000000:B\n",
            {},
            2,
            None,
            "The file has 1,200,000,000 ballots up to here; 1,000,000,000 are the most counted.",
        ),
    ],
)
def test_a_bad_line_is_refused_with_its_place(
    content: str, options: dict[str, int], line: int, column: int | None, sentence: str
) -> None:
    assert refusal(content, "bad.abif", **options) == (line, column, sentence)


def test_a_line_of_many_choices_takes_no_longer_than_it_is_long() -> None:
    assert refusal(f"1:{'A  >  ' * 150_000}\n", "long.abif")[2] == "A candidate was expected, and “” found."


def test_what_is_written_is_abif_as_others_read_it() -> None:
    given = BallotFile(
        Profile.of(["Ann", "Ben"], [["Ben", "Ann"], ["Ben", "Ann"], [{"Ann", "Ben"}], []]), 1, 'A "vote"'
    )
    assert write(given, "abif").decode().splitlines() == [
        '{title: "A \\"vote\\""}',
        "{seats: 1}",
        "=c1:[Ann]",
        "=c2:[Ben]",
        "2:c2>c1",
        "1:",
        "1:c1=c2",
    ]


def test_a_name_with_brackets_is_not_written() -> None:
    with pytest.raises(TallyError) as refused:
        write(BallotFile(Profile.of(["Ann [independent]"], [])), "abif")
    assert str(refused.value) == "“Ann [independent]” has “[” in it, which ABIF cannot carry."
