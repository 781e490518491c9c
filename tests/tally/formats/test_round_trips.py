"""What is written is read back equal: ballots, the number of their voters, and what the format carries beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from election.tally import Marks, Profile
from election.tally.formats import BallotFile, write
from tests.tally.formats.reading import ballots, file

EXAMPLES = 60

_ANY = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=12)
_TRAPS = st.sampled_from(
    [
        "=1+1",
        "-Ann",
        "'=x",
        "''",
        "'t Hooft",
        "#1",
        "# 1",
        "/* x */",
        '"',
        '\\"',
        "\\",
        "{",
        "}",
        "1,2",
        "1;2",
        "a:b",
        "0",
    ]
)
PLAIN = (_ANY | _TRAPS).map(lambda text: " ".join(text.split())).filter(bool)
WITHOUT_BRACKETS = PLAIN.filter(lambda name: not set(name) & set("[]"))
OF_CSV = PLAIN | st.sampled_from(["\tAnn", "\rBen", "Cy\nCarter", "'\tDee"])


@st.composite
def files(draw: st.DrawFn, names: st.SearchStrategy[str], *, blank: bool = True) -> BallotFile:
    """Files with rankings, everything that can stand beside them included."""
    candidates = draw(st.lists(names, min_size=1, max_size=6, unique=True))
    ballot = st.permutations(candidates).flatmap(lambda order: _cut(order, blank=blank))
    cast = draw(st.lists(st.tuples(ballot, st.integers(1, 4)), max_size=8))
    return BallotFile(
        Profile.of(candidates, [each for each, voters in cast for _ in range(voters)]),
        draw(st.integers(1, 9)),
        draw(st.just("") | names),
        tuple(name for name in candidates if draw(st.booleans())),
        tuple(draw(st.just(()) | st.permutations(candidates))),
    )


def _cut(order: list[str], *, blank: bool) -> st.SearchStrategy[tuple[tuple[str, ...], ...]]:
    """A ranking of some of these, in this order, with or without equals."""
    cuts = st.lists(st.integers(0 if blank else 1, len(order)), min_size=1, max_size=len(order), unique=True).map(
        sorted
    )
    return cuts.map(lambda ends: tuple(tuple(order[a:b]) for a, b in zip([0, *ends], ends, strict=False) if a < b))


@st.composite
def marked(draw: st.DrawFn, names: st.SearchStrategy[str]) -> BallotFile:
    candidates = draw(st.lists(names, min_size=1, max_size=6, unique=True))
    marks = st.tuples(*[st.integers(0, 5) for _ in candidates])
    return BallotFile(Marks(tuple(candidates), draw(st.dictionaries(marks, st.integers(1, 4), max_size=8)), 5))


def same(read: BallotFile, written: BallotFile) -> None:
    assert ballots(read) == ballots(written)
    assert read.ballots.candidates == written.ballots.candidates
    assert replace(read, ballots=written.ballots) == written


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(files(PLAIN))
def test_blt_carries_everything(written: BallotFile) -> None:
    in_order = tuple(name for name in written.ballots.candidates if name in written.withdrawn)
    same(file(write(written, "blt"), "a.blt"), replace(written, withdrawn=in_order))


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(files(OF_CSV))
def test_json_carries_everything(written: BallotFile) -> None:
    written = replace(written, title=" ".join(written.title.split()))
    same(file(write(written, "json"), "a.json"), written)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(files(WITHOUT_BRACKETS))
def test_abif_carries_everything(written: BallotFile) -> None:
    same(file(write(written, "abif"), "a.abif"), written)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(files(OF_CSV))
def test_csv_carries_names_and_ballots(written: BallotFile) -> None:
    read = file(write(replace(written, withdrawn=()), "csv"), "a.csv")
    same(read, BallotFile(written.ballots))


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(files(PLAIN, blank=False))
def test_preflib_carries_names_ballots_and_the_title(written: BallotFile) -> None:
    read = file(write(replace(written, withdrawn=()), "preflib"), "a.toi")
    same(read, BallotFile(written.ballots, title=written.title))


@pytest.mark.parametrize(("form", "names"), [("csv", OF_CSV), ("abif", WITHOUT_BRACKETS), ("json", OF_CSV)])
def test_marks_come_back(form: str, names: st.SearchStrategy[str]) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
    @given(marked(names))
    def come_back(written: BallotFile) -> None:
        assert file(write(written, form), f"a.{form}", marks=True, highest=5) == written

    come_back()


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(files(WITHOUT_BRACKETS, blank=False))
def test_what_is_written_does_not_depend_on_the_order_of_casting(written: BallotFile) -> None:
    profile = written.ballots
    assert isinstance(profile, Profile)
    turned = Profile.of(profile.candidates, dict(reversed(_one_by_one(profile).items())))
    for form in ("blt", "abif", "json"):
        assert write(replace(written, ballots=turned), form) == write(written, form)


def _one_by_one(profile: Profile) -> dict[Any, int]:
    return {profile.groups(ranking): voters for ranking, voters in profile.ballots.items()}
