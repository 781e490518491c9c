"""How quick and how frugal the tally is."""

from __future__ import annotations

import resource
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import rivals
from benchmarks.elections import NAMES, SEATS, Ranking, blt, rankings
from benchmarks.figures import Figure, Measured, Work, quickest
from election.tally import Lot, Outcome, Profile, Rules, count
from election.tally.formats import read

ROUNDS = 5
_SLOW_ROUNDS = 2  # where the other side takes half a minute
_MANAGE = Path(__file__).parent.parent / "manage.py"
_MIB = 2**20 if sys.platform == "darwin" else 2**10  # units of ru_maxrss: bytes there, KiB elsewhere


def schulze_vs_numpy(voters: int = 100_000) -> Measured:
    """A whole count, profile and paths included, over the bare matrix."""
    ballots = list(rankings(voters))
    outcome = _counted("schulze", ballots)
    if outcome.pairwise is None or [list(row) for row in outcome.pairwise.matrix] != rivals.numpy_matrix(ballots):
        raise AssertionError("The baseline's matrix is not ours.")
    ours, theirs = quickest(ROUNDS, partial(_counted, "schulze", ballots), partial(rivals.numpy_matrix, ballots))
    return Measured(
        ours / theirs, f"{rivals.version('numpy')}, bare pairwise matrix: {theirs:.3f} s; ours {ours:.3f} s"
    )


def method_vs_parse(method: str, voters: int = 100_000) -> Measured:
    """Reading a BLT file and counting it, over splitting its lines into numbers."""
    with TemporaryDirectory() as folder:
        path = blt(Path(folder), voters)
        ballots = _read(path)

        def both() -> Outcome:
            return count(_read(path), _rules(method))

        def counting() -> Outcome:
            return count(ballots, _rules(method))

        ours, theirs, alone = quickest(ROUNDS, both, partial(rivals.split_and_int, path, voters), counting)
    return Measured(
        ours / theirs,
        f"bare split and int over the file: {theirs:.3f} s; ours {ours:.3f} s",
        f"the counting alone: {alone:.3f} s, {alone / theirs:.2f} times the baseline",
    )


def schulze_vs_votelib(voters: int = 100_000) -> Measured:
    """Their time over ours, each from the ballots in memory."""
    ballots = list(rankings(voters))
    elected = {NAMES[number] for number in rivals.votelib_schulze(ballots[:1000], SEATS)}
    if elected != set(_counted("schulze", ballots[:1000]).elected):
        raise AssertionError("votelib elects others than we do.")
    return _over_ours("votelib", "schulze", ballots, partial(rivals.votelib_schulze, ballots, SEATS))


def scottish_vs_pyrankvote(voters: int = 100_000) -> Measured:
    """The same; their rule is a simpler one, with floats and without look-back, so that who is elected may differ."""
    ballots = list(rankings(voters))
    return _over_ours("pyrankvote", "scottish", ballots, partial(rivals.pyrankvote_stv, ballots, SEATS))


def peak_memory(voters: int = 1_000_000) -> Measured:
    """The most memory that `manage.py tally` holds while it reads a BLT file and counts it by the Scottish rules.

    Linux lends a new process its parent's peak; so this is true only where the parent has been small all the time, as
    `bench.alone` sees to.
    """
    with TemporaryDirectory() as folder:
        path = blt(Path(folder), voters)
        size = path.stat().st_size / 2**20
        seconds = quickest(1, partial(_by_command, path))[0]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _MIB
    return Measured(peak, f"the file has {size:.0f} MiB", f"manage.py tally took {seconds:.1f} s")


def linear(few: int = 10_000, many: int = 1_000_000) -> Measured:
    """The time for one ballot of many over that for one of few; few are counted more often, as they are quick."""
    ballots = list(rankings(many))
    small = partial(_counted, "schulze", ballots[:few])
    whole, *repeated = quickest(3, partial(_counted, "schulze", ballots), *[small] * 10)
    each, baseline = whole / many, min(repeated) / few
    return Measured(
        each / baseline,
        f"{baseline * 1e6:.2f} µs a ballot at {few:,}; {each * 1e6:.2f} µs at {many:,}",
        f"{many:,} ballots in {whole:.1f} s",
    )


def _counted(method: str, ballots: list[Ranking]) -> Outcome:
    return count(Profile.of(NAMES, ballots), _rules(method))


def _by_command(path: Path) -> None:
    options = ["--method", "scottish", "--seats", str(SEATS), "--ties", "seed:benchmark"]
    done = subprocess.run(
        [sys.executable, _MANAGE, "tally", path, *options], check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"manage.py tally failed: {done.stderr}")


def _rules(method: str) -> Rules:
    return Rules(method=method, seats=SEATS, ties=Lot("benchmark"))


def _read(path: Path) -> Profile:
    with path.open("rb") as stream:
        ballots = read(stream, path.name).ballots
    if not isinstance(ballots, Profile):
        raise TypeError(f"{path} has no rankings.")
    return ballots


def _over_ours(rival: str, method: str, ballots: list[Ranking], work: Work) -> Measured:
    ours, theirs = quickest(_SLOW_ROUNDS, partial(_counted, method, ballots), work)
    return Measured(theirs / ours, f"{rivals.version(rival)}: {theirs:.1f} s; ours {ours:.3f} s")


FIGURES = (
    Figure(name="schulze_30x100k_vs_numpy", measure=schulze_vs_numpy, at_most=3),
    Figure(name="scottish_30x100k_vs_parse", measure=partial(method_vs_parse, "scottish"), at_most=2),
    Figure(name="meek_30x100k_vs_parse", measure=partial(method_vs_parse, "meek"), at_most=4),
    Figure(name="schulze_30x100k_vs_votelib", measure=schulze_vs_votelib, at_least=20),
    Figure(name="scottish_30x100k_vs_pyrankvote", measure=scottish_vs_pyrankvote, at_least=15),
    Figure(name="count_30x1m_peak_mib", measure=peak_memory, unit="MiB", at_most=1024),
    Figure(name="tally_linear_10k_1m", measure=linear, at_most=1.3),
)
