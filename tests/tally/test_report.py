"""The report an auditor prints: every figure of an outcome, in lines of at most 100 columns."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings

from election.tally import Cap, CapRule, Lot, Outcome, Profile, Rules, count
from election.tally.report import text
from election.tally.report.layout import WIDTH, Column, clean, left, table, width, wrapped
from tests.tally.elections import TENNESSEE, outcome
from tests.tally.marked import stars
from tests.tally.methods.test_schulze import PAPER
from tests.tally.outcomes import outcomes

TITLES = {
    *("Elected", "Ranking", "Withdrawn", "None of the above", "Affiliation cap", "Vacant seats", "Ties for places"),
    *("Sums of marks", "Votes", "Keep factors", "Round by round"),
    *("Comparisons", "Strongest paths", "Worst defeats", "Defeats"),
}


def section(report: str, title: str) -> list[str]:
    """The lines of a section, without empty ones."""
    lines = report.splitlines()
    start = lines.index(title) + 2
    end = next((at for at in range(start, len(lines)) if lines[at] in TITLES), len(lines))
    return [line for line in lines[start:end] if line]


SCOTTISH = "9: Ann > Ben\n4: Ben\n4: Cy > Ben\n3: Di > Cy\n1: Eve > Di"


def test_the_head_says_method_seats_ballots_and_rules() -> None:
    report = text(outcome("4: Ann > Ben\n2: Eve\n1: ", "schulze", seats=2, withdrawn=("Eve",), ties=Lot("2026")))
    assert report.splitlines()[:9] == [
        "Outcome by Schulze",
        "==================",
        "Method        schulze: Schulze",
        "Seats         2",
        "Candidates    3, of whom 1 withdrew",
        "Ballots       7 cast: 1 blank, 0 invalid, 2 spent (naming nobody who stands), 4 valid",
        "Rules         by: winning-votes",
        "              ties: by a lot drawn from the seed '2026'",
        "              unranked: last",
    ]


def test_rules_that_do_not_bear_on_the_method_are_left_out() -> None:
    assert "winning-votes" not in text(outcome(SCOTTISH, "scottish"))
    assert "highest: 5" in text(count(stars({(5, 0): 1}), Rules(method="star")))


def test_the_elected_and_the_ranking_are_listed_with_what_became_of_each() -> None:
    cap = Cap(1, {"Ann": "Acme", "Ben": "Acme"})
    report = text(outcome("5: Ann > Ben > Cy = Di\n1: Di = Cy", "schulze", seats=2, cap=cap, longer=1))
    assert section(report, "Elected") == [
        "1.  Ann",
        "Cy and Di are tied for 1 further seat.",
        "Longer terms: Ann.",
    ]
    assert section(report, "Ranking") == [
        "No.  Place  Candidate",
        "  1     1   Ann (elected, longer term)",
        "  2     2   Ben (passed over)",
        "  3     3=  Cy (tied)",
        "  4     3=  Di (tied)",
    ]
    assert section(report, "Affiliation cap")[0].startswith("Ben is passed over: the body takes no more than 1 of Acme")


def test_a_cap_that_nobody_was_beyond_and_an_option_that_all_beat_are_said_too() -> None:
    cap = Cap(1, {"Ann": "Acme"}, rule=CapRule.RECOUNT)
    report = text(outcome("5: Ann > Nobody", "schulze", cap=cap, none_of_the_above="Nobody"))
    assert section(report, "Affiliation cap") == ["Nobody was beyond the cap."]
    assert section(report, "None of the above") == [
        "Nobody stands for none of the above.",
        "Everybody was preferred to Nobody by enough voters.",
    ]


def test_rounds_are_a_table_of_candidates_by_rounds_to_the_last_decimal() -> None:
    assert section(text(outcome(SCOTTISH, "scottish", seats=2)), "Votes") == [
        "Votes at the end of each round; + elected in it, x excluded in it.",
        "Round                    1          2          3          4          5          6",
        "----------------------------------------------------------------------------------",
        "1 Ann              9.00000+   8.00000    8.00000    8.00000    8.00000    8.00000",
        "2 Cy               4.00000    4.00000    4.00000    7.00000    7.00000    7.00000+",
        "3 Ben              4.00000    4.99999    4.99999    4.99999    0.00000x",
        "4 Di               3.00000    3.00000    4.00000    0.00000x",
        "5 Eve              1.00000    1.00000    0.00000x",
        "----------------------------------------------------------------------------------",
        "Exhausted          0.00000    0.00000    0.00000    1.00000    5.99999    5.99999",
        "Lost to rounding   0.00000    0.00001    0.00001    0.00001    0.00001    0.00001",
        "In all            21.00000   21.00000   21.00000   21.00000   21.00000   21.00000",
        "Quota              8.00000    8.00000    8.00000    8.00000    8.00000    8.00000",
        "Surplus                       1.00000",
    ]


def test_each_round_is_told_in_words_with_its_transfers_and_ties() -> None:
    assert section(text(outcome(SCOTTISH, "scottish", seats=2)), "Round by round") == [
        "1.  First preferences are counted.",
        "    Elected: Ann (9.00000).",
        "2.  Ann's surplus of 1.00000 goes on: 0.99999 to Ben, 0.00001 lost to rounding.",
        "3.  Eve (1.00000) is excluded: 1.00000 to Di.",
        "4.  Di (4.00000) is excluded: 3.00000 to Cy, 1.00000 exhausted.",
        "    In round 4, Cy and Di were tied for exclusion; in round 2, the latest that tells them apart, Di",
        "    had the fewest votes.",
        "5.  Ben (4.99999) is excluded: 4.99999 exhausted.",
        "6.  No more candidates are left than seats.",
        "    Elected: Cy (7.00000).",
    ]


def test_meeks_rounds_have_keep_factors() -> None:
    report = text(outcome("6: A\n4: B > A\n2: C > D\n3: D", "meek", seats=2))
    assert section(report, "Keep factors") == [
        "Round            1            2            3",
        "--------------------------------------------",
        "1 A    1.000000000  0.750000158  0.750000158",
    ]
    assert "Keep factors are lowered until somebody has the quota." in report


def test_an_instant_run_off_has_no_quota_and_nothing_lost() -> None:
    lines = section(text(outcome(TENNESSEE, "irv")), "Votes")
    assert [line.split()[0] for line in lines[-2:]] == ["Exhausted", "In"]


def test_the_matrix_and_the_strongest_paths_star_the_stronger_of_two() -> None:
    report = text(outcome(PAPER, "schulze"))
    assert section(report, "Comparisons")[1:] == [
        "      1    2    3    4    5",
        "----------------------------",
        "1 E   -   23*  21   27*  31*",
        "2 A  22    -   26*  20   30*",
        "3 C  24*  19    -   29*  17",
        "4 B  18   25*  16    -   33*",
        "5 D  14   15   28*  12    -",
    ]
    assert section(report, "Strongest paths")[-5:] == [
        "1 E   -   25*  28*  28*  31*",
        "2 A  24    -   28*  28*  30*",
        "3 C  24   25    -   29*  29*",
        "4 B  24   25   28    -   33*",
        "5 D  24   25   28   28    -",
    ]


def test_ranked_pairs_list_the_defeats_and_minimax_the_worst_ones() -> None:
    circle = "5: B > C\n3: C\n6: A"
    assert section(text(outcome(circle, "ranked-pairs")), "Defeats")[-3:] == [
        "1.  C over A, 8 to 6: locked",
        "2.  A over B, 6 to 5: locked",
        "3.  B over C, 5 to 3: left out",
    ]
    assert section(text(outcome(circle, "minimax")), "Worst defeats")[-3:] == [
        "1 C              5",
        "2 B              6",
        "3 A              8",
    ]


def test_stars_run_offs_are_told() -> None:
    report = text(count(stars({(5, 4, 0): 3, (0, 4, 5): 3, (1, 5, 0): 2}), Rules(method="star")))
    assert section(report, "Sums of marks")[-3:] == ["1 B   34", "2 A   17", "3 C   15"]
    assert section(report, "Round by round")[1:3] == [
        "2.  Run-off: 5 for B, 3 for A, 0 voters without a preference; B wins.",
        "    B is elected.",
    ]


def test_thirty_candidates_stay_in_blocks_of_columns_that_repeat_the_names() -> None:
    names = [f"Candidate {chr(65 + at)} with a rather long and dignified name" for at in range(26)]
    ballots = [[*names[at:], *names[:at]] for at in range(26) for _ in range(at + 1)]
    report = text(count(Profile.of(names, ballots), Rules(method="meek", seats=3, ties=Lot("2026"))))
    heads = [line.split() for line in report.splitlines() if line.startswith("Round ") and "by" not in line]
    assert max(map(len, report.splitlines())) <= WIDTH
    assert [int(number) for head in heads for number in head[1:]][:8] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert "1 Candidate Z with a rather … " in report
    assert names[25] in report


def test_more_than_a_hundred_candidates_are_left_to_the_json() -> None:
    many = Profile.of([f"C{at}" for at in range(101)], [["C1", "C2"]])
    report = text(count(many, Rules(method="schulze")))
    assert section(report, "Comparisons") == [
        "101 candidates make tables too large for this report; the outcome as JSON has them."
    ]


@settings(max_examples=100, deadline=None)
@given(outcomes())
def test_no_line_of_any_report_is_wider_than_a_page(counted: Outcome) -> None:
    report = text(counted)
    assert all(width(line) <= WIDTH and line == line.rstrip() for line in report.splitlines())
    assert all(name in report for name in counted.candidates)


# Lines


@pytest.mark.parametrize(("name", "columns"), [("Ann", 3), ("Åsa", 3), ("A\u030asa", 3), ("王力", 4), ("a\u200db", 2)])
def test_a_name_takes_the_columns_it_is_printed_in(name: str, columns: int) -> None:
    assert width(name) == columns
    assert width(left(name, 10)) == 10


def test_a_name_is_cut_where_it_does_not_fit() -> None:
    assert left("Cleopatra", 5) == "Cleo…"
    assert left("王力宏明", 6) == "王力… "


def test_words_wrap_behind_what_stands_first_and_are_parted_where_too_long() -> None:
    lines = wrapped(" ".join(["word"] * 40) + " " + "x" * 150, "12.  ")
    assert lines[0].startswith("12.  word word")
    assert all(line.startswith("     ") and len(line) <= WIDTH for line in lines[1:])
    assert "".join(lines).count("x") == 150


def test_names_cannot_command_a_terminal_or_turn_the_figures_beside_them() -> None:
    assert clean("Ann\x1b[31m\x07") == "Ann\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}"
    assert clean("\u202eAnn\u2066 12") == "Ann 12"
    assert clean("Zoë a\u200db 王") == "Zoë a\u200db 王"


def test_lines_with_nothing_in_a_block_are_left_out_of_it() -> None:
    wide = "9" * 60
    assert table("", ["Ann", "Ben"], [Column("1", [wide, "1"]), Column("2", [wide, None])])[6:] == [
        f"{'':3}{'2':>62}",
        "-" * 65,
        f"Ann  {wide}",
    ]


def test_the_order_of_candidates_and_ballots_changes_nothing_in_a_report() -> None:
    ballots = [["Ann", "Ben"], ["Ben"], ["Cy", "Ann"]]
    reports = {
        text(count(Profile.of(list(names), ballots), Rules(method="schulze")))
        for names in permutations(["Ann", "Ben", "Cy"])
    }
    assert len(reports) == 1
