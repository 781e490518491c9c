"""PrefLib's orders, in the present form and in the former one."""

from __future__ import annotations

import pytest

from election.tally import Profile, TallyError
from election.tally.formats import BallotFile, write
from tests.tally.formats.reading import ballots, file, ranks, refusal

PRESENT = """\
# FILE NAME: committee.toi
# TITLE: Committee: 2031
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 6
# NUMBER UNIQUE ORDERS: 2
# ALTERNATIVE NAME 1: Ann Archer
# ALTERNATIVE NAME 2: Ben Baker
# ALTERNATIVE NAME 3: Cy: Carter
4: 1,{2,3}
2: 3
"""
FORMER = """\
3
1,Ann Archer
2,Ben Baker
3,Cy: Carter
6,6,2
4,1,{2,3}
2,3
"""
HEAD = "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Ben\n"


@pytest.mark.parametrize(
    "content", [PRESENT, FORMER, PRESENT.replace("\n", "\r\n"), FORMER.replace(",{2,3}", " , { 2 , 3 } ")]
)
@pytest.mark.parametrize("ending", ["soc", "soi", "toc", "toi", "TOI"])
def test_both_forms_say_the_same(content: str, ending: str) -> None:
    read = file(content, f"committee.{ending}")
    assert read.ballots.candidates == ("Ann Archer", "Ben Baker", "Cy: Carter")
    assert ballots(read) == {ranks("Ann Archer > Ben Baker = Cy: Carter"): 4, ranks("Cy: Carter"): 2}
    assert read.title == ("" if content.startswith("3") else "Committee: 2031")


@pytest.mark.parametrize(
    ("ballot", "read"),
    [("1: 2,1", "Ben > Ann"), ("1: {2,1}", "Ann = Ben"), ("1:2,1,2", "Ben > Ann"), ("1: {2}", "Ben"), ("1:", "")],
)
def test_orders_are_read_as_ballots(ballot: str, read: str) -> None:
    assert ballots(file(f"{HEAD}{ballot}\n", "a.toi")) == {ranks(read): 1}


@pytest.mark.parametrize(
    ("content", "line", "column", "sentence"),
    [
        ("three\n", 1, 1, "The number of candidates (1 to 1,000) was expected, and “three” found."),
        (
            "# NUMBER ALTERNATIVES: 1001\n",
            1,
            24,
            "The number of candidates (1 to 1,000) was expected, and “1001” found.",
        ),
        (
            "# TITLE: nobody\n1: 1\n",
            1,
            None,
            'The line "# NUMBER ALTERNATIVES: …" was expected at the head of the file.',
        ),
        ("# TITLE: \x1b\n1: 1\n", 1, None, "The title has a control character in it; take it out."),
        (
            "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: Ann\n1: 1\n",
            2,
            None,
            "The names of 2 candidates were expected, and 1 found.",
        ),
        ("# ALTERNATIVE NAME 2: Ben\n", 1, None, "Candidate 1 was expected, and candidate “2” found."),
        (HEAD.replace("Ben", "Ann"), 3, None, "Two candidates are called “Ann”; give each a name of their own."),
        (f"{HEAD}1: 1,3\n", 4, 6, "A candidate (1 to 2) was expected, and “3” found."),
        (f"{HEAD}1: 1,\n", 4, 6, "A candidate (1 to 2) was expected, and “” found."),
        (f"{HEAD}1: 1,{{2\n", 4, 6, "A candidate, or a group in braces, was expected, and “{2” found."),
        (f"{HEAD}1: {{}}\n", 4, 3, "A candidate (1 to 2) was expected, and “” found."),
        (f"{HEAD}1 2\n", 4, 1, "“:” was expected on this line, and “1 2” found."),
        (
            f"{HEAD}0: 1\n",
            4,
            1,
            "The number of voters who cast this ballot (1 to 1,000,000,000) was expected, and “0” found.",
        ),
        (f"# NUMBER VOTERS: 3\n{HEAD}1: 1\n1: 2\n", 6, None, "3 ballots were expected, as the head says, and 2 found."),
        ("2\n1,Ann\n", 2, None, "The file ends where the name of candidate 2 was expected."),
        ("1\n1,Ann\n3,3,1\n2,1\n", 4, None, "3 ballots were expected, as the head says, and 2 found."),
    ],
)
def test_a_bad_line_is_refused_with_its_place(content: str, line: int, column: int | None, sentence: str) -> None:
    assert refusal(content, "bad.toi") == (line, column, sentence)


@pytest.mark.parametrize(
    ("ranked", "kinds"),
    [
        ([["Ann", "Ben"]], ("soc", "soi", "toc", "toi")),
        ([["Ann"]], ("soi", "toi")),
        ([[{"Ann", "Ben"}]], ("toc", "toi")),
        ([[{"Ann", "Ben"}], ["Ann"]], ("toi",)),
    ],
)
def test_the_kind_of_file_is_the_narrowest_or_the_one_asked_for(
    ranked: list[list[str]], kinds: tuple[str, ...]
) -> None:
    given = BallotFile(Profile.of(["Ann", "Ben"], ranked))
    assert write(given, "preflib").startswith(f"# DATA TYPE: {kinds[0]}\n".encode())
    for kind in ("soc", "soi", "toc", "toi"):
        if kind in kinds:
            assert write(given, kind).startswith(f"# DATA TYPE: {kind}\n".encode())
        else:
            with pytest.raises(
                TallyError, match=f"These ballots do not fit into {kind}, only into {' and '.join(kinds)}"
            ):
                write(given, kind)


def test_blank_ballots_and_withdrawals_are_not_lost_silently() -> None:
    profile = Profile.of(["Ann", "Ben"], [[]])
    with pytest.raises(
        TallyError, match="1 ballots are blank, which PrefLib cannot carry; write BLT, ABIF or JSON instead"
    ):
        write(BallotFile(profile), "preflib")
    with pytest.raises(TallyError, match="PrefLib cannot carry that Ann withdrew"):
        write(BallotFile(profile, withdrawn=("Ann",)), "preflib")
