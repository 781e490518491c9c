"""The benchmark's own form: what it writes, how it ends. How quick anything is, only `make bench` says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import bench, tally
from benchmarks.elections import CANDIDATES, SEATS, blt, rankings
from benchmarks.figures import Figure, Measured, quickest
from election.tally.formats import read

QUICK = Figure(name="quick", measure=lambda: Measured(2, "theirs: 1 s; ours 2 s", "by daylight"), at_most=2)
MANY = Figure(name="many", measure=lambda: Measured(19.9996, "theirs: 60 s"), at_least=20)


def here(figure: Figure) -> Measured:
    return figure.measure()


def test_the_file_has_each_figure_with_its_bound_and_its_baseline(tmp_path: Path) -> None:
    bench.main([], [QUICK, MANY], here, tmp_path / "latest.json")
    assert json.loads((tmp_path / "latest.json").read_text(encoding="utf-8")) == {
        "quick": {"value": 2, "unit": "times", "at_most": 2, "baseline": "theirs: 1 s; ours 2 s"},
        "many": {"value": 20.0, "unit": "times", "at_least": 20, "baseline": "theirs: 60 s"},
    }


def test_a_bound_that_is_missed_makes_it_fail(tmp_path: Path) -> None:
    assert bench.main([], [QUICK], here, tmp_path / "latest.json") == 0
    assert bench.main([], [QUICK, MANY], here, tmp_path / "latest.json") == 1


def test_a_figure_that_could_not_be_measured_makes_it_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([], [QUICK], lambda _: None, tmp_path / "latest.json") == 1
    assert "not measured" in capsys.readouterr().out


def test_figures_can_be_asked_for_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["quick"], [QUICK, MANY], here, tmp_path / "latest.json") == 0
    assert "many" not in capsys.readouterr().out
    with pytest.raises(SystemExit):
        bench.main(["slow"], [QUICK, MANY], here, tmp_path / "latest.json")
    assert "there is no figure slow" in capsys.readouterr().err


def test_the_table_says_what_the_baseline_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bench.main([], [QUICK, MANY], here, tmp_path / "latest.json")
    quick, note, many = capsys.readouterr().out.splitlines()
    assert quick.split(maxsplit=6) == ["quick", "2", "times", "≤", "2", "holds", "theirs: 1 s; ours 2 s"]
    assert note.strip() == "by daylight"
    assert many.split()[3:6] == ["≥", "20", "MISSED"]


def test_a_figure_has_one_bound() -> None:
    with pytest.raises(ValueError, match="one bound"):
        Figure(name="loose", measure=QUICK.measure)
    with pytest.raises(ValueError, match="one bound"):
        Figure(name="loose", measure=QUICK.measure, at_most=1, at_least=1)


def test_no_two_figures_share_a_name() -> None:
    assert len({figure.name for figure in bench.FIGURES}) == len(bench.FIGURES)


def test_each_work_has_its_turn_in_every_round() -> None:
    turns: list[str] = []
    assert len(quickest(2, lambda: turns.append("ours"), lambda: turns.append("theirs"))) == 2
    assert turns == ["ours", "theirs", "ours", "theirs"]


def test_the_same_election_comes_out_in_every_run(tmp_path: Path) -> None:
    ballots = list(rankings(20))
    assert ballots == list(rankings(20))
    assert all(sorted(ballot) == list(range(CANDIDATES)) for ballot in ballots)
    with blt(tmp_path, 20).open("rb") as stream:
        file = read(stream, "20.blt")
    assert (set(file.ballots.ballots), file.ballots.total, file.seats) == (set(ballots), 20, SEATS)


@pytest.mark.parametrize("method", ["scottish", "meek"])
def test_reading_and_counting_is_measured_beside_a_bare_loop(method: str) -> None:
    measured = tally.method_vs_parse(method, voters=200)
    assert measured.value > 0
    assert "bare split and int" in measured.baseline
    assert "the counting alone" in measured.note


def test_time_for_one_ballot_is_measured_at_few_and_at_many() -> None:
    measured = tally.linear(few=50, many=200)
    assert measured.value > 0
    assert "at 50;" in measured.baseline


def test_memory_is_that_of_a_process_of_its_own() -> None:
    script = "from benchmarks import tally; print(tally.peak_memory(voters=200).value)"
    peak = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert 1 < float(peak) < 1024
