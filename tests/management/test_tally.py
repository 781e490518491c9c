"""`manage.py tally` counts a file of ballots: rules as options, a report or JSON, a sentence for what cannot be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper

from election.management.tallying.progress import Progress, read_so_far
from election.tally import Outcome
from election.tally.report import text

ROOT = Path(__file__).parents[2]

CSV = "Ann,Ben,Cy,Di\n1,2,3,4\n1,2,3,4\n2,1,3,4\n,,1,2\n3,4,2,1\n"

SHARED = "Ann,Ben\n1,2\n2,1\n"

BLT = """4 2
[tie 2 1 3 4]
-4
2 1 2 0
2 2 1 0
1 3 0
1 4 0
0
"Ann" "Ben" "Cy" "Di"
"Council"
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in {"votes.csv": CSV, "shared.csv": SHARED, "votes.blt": BLT}.items():
        Path(name).write_text(content, "utf-8")


def said(*args: object) -> str:
    out = StringIO()
    call_command("tally", *map(str, args), stdout=out, stderr=StringIO())
    return out.getvalue()


def counted(*args: object) -> dict[str, Any]:
    """What the JSON has."""
    outcome: dict[str, Any] = json.loads(said(*args, "--format", "json"))
    return outcome


def refused(*args: object) -> str:
    """The sentence; nothing is printed beside it, and the command would end with 2."""
    out = StringIO()
    with pytest.raises(CommandError) as no:
        call_command("tally", *map(str, args), stdout=out, stderr=StringIO())
    assert (no.value.returncode, out.getvalue()) == (2, "")
    return str(no.value)


# What is counted


def test_json_is_the_whole_outcome() -> None:
    outcome = counted("votes.csv", "--method", "schulze", "--seats", 2)
    assert outcome["elected"] == ["Ann", "Ben"]
    assert outcome["ranking"] == [["Ann"], ["Ben"], ["Cy"], ["Di"]]
    assert (outcome["method"], outcome["ballots"], outcome["blank"], outcome["rounds"]) == ("schulze", 5, 0, [])
    assert Outcome.from_dict(outcome).to_dict() == outcome


def test_text_is_the_report_of_the_same_outcome() -> None:
    outcome = counted("votes.csv", "--method", "scottish", "--seats", 2)
    assert said("votes.csv", "--method", "scottish", "--seats", 2) == text(Outcome.from_dict(outcome))


def test_names_stay_as_they_are_written() -> None:
    Path("votes.csv").write_text("Zoë,Øre\n1,2\n", "utf-8")
    assert '"Zoë"' in said("votes.csv", "--method", "irv", "--format", "json")


def test_unranked_candidates_are_last_unless_left_out() -> None:
    assert counted("votes.csv", "--method", "schulze")["rules"]["unranked"] == "last"
    matrix = counted("votes.csv", "--method", "schulze", "--unranked", "leave-out")["pairwise"]["matrix"]
    assert (matrix[2][0], counted("votes.csv", "--method", "schulze")["pairwise"]["matrix"][2][0]) == (1, 2)


def test_defeats_go_by_winning_votes_unless_by_margins() -> None:
    Path("short.csv").write_text("A,B,C\n" + ",1,2\n" * 5 + ",,1\n" * 3 + "1,,\n" * 6, "utf-8")
    assert counted("short.csv", "--method", "minimax")["elected"] == ["C"]
    assert counted("short.csv", "--method", "minimax", "--by", "margins")["elected"] == ["B"]


def test_ties_stay_shared_unless_a_seed_or_an_order_decides() -> None:
    outcome = counted("shared.csv", "--method", "schulze")
    assert (outcome["elected"], outcome["tied"]) == ([], ["Ann", "Ben"])
    assert counted("shared.csv", "--method", "schulze", "--ties", "order:Ben, Ann")["elected"] == ["Ben"]
    drawn = counted("shared.csv", "--method", "schulze", "--ties", "seed:a seed: 2026")
    assert (len(drawn["elected"]), drawn["rules"]["ties"]) == (1, "by a lot drawn from the seed 'a seed: 2026'")


def test_a_name_with_a_comma_is_quoted_in_an_order_as_in_csv() -> None:
    Path("shared.csv").write_text('"Lee, Ann",Ben\n1,2\n2,1\n', "utf-8")
    order = 'order:"Lee, Ann",Ben'
    assert counted("shared.csv", "--method", "schulze", "--ties", order)["elected"] == ["Lee, Ann"]


def test_a_file_says_its_seats_withdrawals_and_order_of_ties_itself() -> None:
    outcome = counted("votes.blt", "--method", "schulze", "--withdrawn", "Cy")
    assert (outcome["seats"], outcome["withdrawn"]) == (2, ["Cy", "Di"])
    assert outcome["ranking"] == [["Ben"], ["Ann"]]
    assert outcome["rules"]["ties"] == "as drawn: Ben, Ann, Cy, Di"


def test_arguments_go_before_what_the_file_says() -> None:
    outcome = counted("votes.blt", "--method", "schulze", "--seats", 1, "--ties", "shared")
    assert (outcome["seats"], outcome["tied"]) == (1, ["Ann", "Ben"])


def test_the_first_elected_get_the_longer_terms() -> None:
    assert counted("votes.csv", "--method", "schulze", "--seats", 3, "--longer-terms", 2)["longer"] == ["Ann", "Ben"]


def test_none_of_the_above_has_to_be_beaten_by_a_quorum() -> None:
    nota = ("votes.csv", "--method", "schulze", "--seats", 3, "--nota", "Cy")
    assert counted(*nota)["elected"] == ["Ann", "Ben"]
    assert counted(*nota, "--quorum", 4)["drops"][0] == {"candidate": "Ann", "votes": 3, "against": 2, "quorum": 4}


@pytest.mark.parametrize(("method", "elected"), [("plurality", "Ann"), ("approval", "Ann")])
def test_a_cell_is_a_mark_for_methods_by_marks(method: str, elected: str) -> None:
    Path("marks.csv").write_text("Ann,Ben\n1,0\n1,\n0,1\n", "utf-8")
    assert counted("marks.csv", "--method", method)["elected"] == [elected]


def test_scores_go_to_five_or_to_nine() -> None:
    Path("scores.csv").write_text("Ann,Ben\n5,0\n4,3\n", "utf-8")
    assert counted("scores.csv", "--method", "star")["rounds"][0]["votes"] == {"Ann": 9, "Ben": 3}
    Path("scores.csv").write_text("Ann,Ben\n9,0\n", "utf-8")
    assert counted("scores.csv", "--method", "score", "--max-score", 9)["rounds"][0]["votes"] == {"Ann": 9, "Ben": 0}
    assert "a mark from 0 to 5 was expected" in refused("scores.csv", "--method", "score")


# The cap


@pytest.mark.parametrize("header", ["", "name,affiliation\n", "Name,Affiliation\n\n", "\ufeffname,affiliation\n"])
def test_a_cap_reads_who_belongs_where(header: str) -> None:
    Path("affiliations.csv").write_text(f"{header}Ann,Acme\nBen, ACME\nCy,\n", "utf-8")
    cap = ("votes.csv", "--method", "schulze", "--seats", 2, "--cap", 1, "--affiliations", "affiliations.csv")
    outcome = counted(*cap)
    assert (outcome["elected"], outcome["skips"][0]["recounted"]) == (["Ann", "Cy"], False)
    assert counted(*cap, "--cap-rule", "recount")["skips"][0]["recounted"] is True


def test_continuing_members_count_too() -> None:
    Path("affiliations.csv").write_text("Ann,Acme\nBen,Bolt\n", "utf-8")
    Path("continuing.csv").write_text("name,affiliation\nOld,acme\n", "utf-8")
    cap = ("--cap", 1, "--affiliations", "affiliations.csv", "--continuing", "continuing.csv")
    outcome = counted("votes.csv", "--method", "schulze", *cap)
    assert (outcome["elected"], outcome["skips"][0]["continuing"]) == (["Ben"], ["Old"])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("Ann,Acme\nBen\n", "people.csv: Line 2: A name and an affiliation were expected, separated by a comma."),
        (",Acme\n", "people.csv: Line 1: A name and an affiliation were expected, separated by a comma."),
        ("Ann,Acme\nAnn,Bolt\n", "people.csv: Line 2: Ann has another affiliation further up."),
        ("Zoe,Acme\n", "'Zoe' is not among the candidates: Ann, Ben, Cy, Di."),
        ("Ann;Acme\n", "people.csv: Line 1, column 4: The cells are separated by semicolons"),
    ],
)
def test_affiliations_that_cannot_be_read_are_refused(content: str, sentence: str) -> None:
    Path("people.csv").write_text(content, "utf-8")
    said = refused("votes.csv", "--method", "schulze", "--cap", 1, "--affiliations", "people.csv")
    assert said.startswith(sentence)


# Bad input


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("nowhere.csv --method irv", "There is no file nowhere.csv."),
        (". --method irv", ". is a folder; name a file in it."),
        ("votes.csv --method irv --seats 2", "An instant run-off fills one seat, not 2."),
        ("votes.csv --method irv --seats 0", "At least one seat is to be filled, not 0."),
        ("votes.csv --method schulze --quorum 2", "A quorum goes with none of the above: add --nota NAME"),
        ("votes.csv --method schulze --nota Zoe", "'Zoe' is not among the candidates: Ann, Ben, Cy, Di."),
        ("votes.csv --method schulze --withdrawn Zoe", "'Zoe' is not among the candidates: Ann, Ben, Cy, Di."),
        ("votes.csv --method schulze --affiliations votes.csv", "--affiliations goes with a cap: add --cap K"),
        ("votes.csv --method schulze --continuing votes.csv", "--continuing goes with a cap: add --cap K"),
        ("votes.csv --method schulze --cap-rule skip", "--cap-rule goes with a cap: add --cap K"),
        ("votes.csv --method schulze --cap 1", "A cap needs to know who belongs where: add --affiliations FILE.csv."),
        ("votes.csv --method schulze --cap 1 --affiliations nowhere.csv", "There is no file nowhere.csv."),
        (
            "votes.csv --method schulze --longer-terms 2",
            "The first elected get the longer terms: from 0 to 1 of them, not 2.",
        ),
        ("votes.csv --method schulze --ties coin", "--ties is seed:TEXT, order:NAME,NAME,... or shared, and not"),
        ("votes.csv --method schulze --ties seed:", "--ties is seed:TEXT, order:NAME,NAME,... or shared, and not"),
        ("votes.csv --method schulze --ties order:Zoe", "The order of ties names 'Zoe', who is not among the cand"),
        ("votes.csv --method schulze --ties order:Ann,Ann", "The order of ties names Ann twice."),
        ('votes.csv --method schulze --ties order:"Ann', "The order of ties cannot be cut into names"),
        ("shared.csv --method schulze --ties order:Ann", "Ann and Ben are tied, and the order handed in does not name"),
        ("votes.blt --method approval --max-score 9 --seats 0", "At least one seat is to be filled, not 0."),
        ("votes.blt --method star", "STAR adds up scores, and these ballots are rankings, which give none."),
    ],
)
def test_bad_input_is_a_sentence(arguments: str, sentence: str) -> None:
    assert refused(*arguments.split(" ")).startswith(sentence)


def test_a_bad_file_is_refused_with_line_and_column() -> None:
    Path("votes.csv").write_text("Ann,Ben\n1,x\n", "utf-8")
    assert refused("votes.csv", "--method", "irv").startswith("Line 2, column 2: For “Ben”, a rank")


def test_a_file_that_may_not_be_read_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert refused("votes.csv", "--method", "irv") == "votes.csv cannot be read: Permission denied."


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as people run it, beside a database that nobody can reach."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "election.settings", "DATABASE_URL": "postgres://nobody@0/x"}
    return subprocess.run(
        [sys.executable, ROOT / "manage.py", "tally", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def test_it_needs_no_database_and_prints_nothing_but_the_outcome() -> None:
    done = run("votes.csv", "--method", "schulze", "--format", "json")
    assert (done.returncode, done.stderr, json.loads(done.stdout)["elected"]) == (0, "", ["Ann"])


def test_bad_input_ends_with_2_and_its_sentence_on_standard_error() -> None:
    done = run("nowhere.csv", "--method", "schulze")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip().endswith("There is no file nowhere.csv.")
    assert len(done.stderr.splitlines()) == 1


def test_a_method_that_does_not_exist_ends_with_2_and_names_those_that_do() -> None:
    done = run("votes.csv", "--method", "borda")
    assert (done.returncode, done.stdout) == (2, "")
    assert "schulze" in done.stderr
    assert "Traceback" not in done.stderr


# Progress


class Terminal(StringIO):
    """A terminal that keeps all that was sent to it."""

    def isatty(self) -> bool:
        return True


def watched(stream: StringIO, seconds: float) -> str:
    with Progress(OutputWrapper(stream), pause=0.02) as progress:
        progress.counting()
        time.sleep(seconds)
    return stream.getvalue()


def test_what_is_done_at_once_says_nothing_of_progress() -> None:
    assert watched(StringIO(), 0) == watched(Terminal(), 0) == ""


def test_on_a_terminal_progress_is_one_line_that_is_gone_in_the_end() -> None:
    shown = watched(Terminal(), 0.3)
    line = "Counting, 0 s so far"
    assert shown.startswith(f"\r{line}\r{line}")
    assert shown.endswith(f"\r{' ' * len(line)}\r")
    assert "\n" not in shown


def test_elsewhere_progress_is_lines_and_fewer_of_them() -> None:
    lines = watched(StringIO(), 0.3).splitlines()
    assert set(lines) == {"Counting, 0 s so far"}
    assert len(lines) <= 3


def test_reading_is_told_in_megabytes_where_the_file_has_a_length() -> None:
    with Path("large.csv").open("wb+") as file:
        file.truncate(80_000_000)
        file.seek(45_000_000)
        assert read_so_far(file) == "Read 45 of 80 MB"
    read_end, write_end = os.pipe()
    with os.fdopen(read_end, "rb") as pipe:
        assert read_so_far(pipe) == ""
    os.close(write_end)
    assert read_so_far(pipe) == ""


class Gone(StringIO):
    """A stream whose reader has gone."""

    def write(self, _: str) -> int:
        raise BrokenPipeError


def test_nobody_reading_standard_error_does_not_end_the_count() -> None:
    assert watched(Gone(), 0.05) == ""
