"""Ten thousand mutated files: whatever was done to one, it is read, or refused in a sentence with its place."""

from __future__ import annotations

import io
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from election.tally import BadFile
from election.tally.formats import BallotFile, read

BLT = rb"""3 2 # a committee
[nick a b c]
[tie c a b]
-2
4 1 3 0
(b1) b=c a 0
2 - 2 0
/* and the
last */ 1 0
0
"Ann \"Annie\" Archer"
"Ben"
"Zo\xc3\xab"
"Committee"
"""
RANKS = b'Ann,"Baker, Ben",\'=Cy\n1,2,No opinion\n"1",1,3\n,,\n12,3,7\n'
MARKS = b"Ann,Ben,Cy\nx,yes,no\n1,0,\nTRUE,false,No opinion\n"
LONG = b"ballot_id,rank,choice\n1,1,Ann\n1,2,$OVERVOTE\n2,1,Ben\n2,3,Cy\n1,3,Ben\n3,1,$UNDERVOTE\n"
ABIF = """{title: "Committee"}
{"seats": 2, "withdrawn": ["Ann"]}
=A:[Ann]
="B":[Ben #2]
4: A>"B"=[Zoë] # of the north
2 * B > A
1:
""".encode()
SCORES = b"=A:[Ann]\n3: A/5, B/3, C/0\n2: B/5>C/1=A/1\n1:\n"
PRESENT = b"""# TITLE: Committee
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 6
# ALTERNATIVE NAME 1: Ann
# ALTERNATIVE NAME 2: Ben
# ALTERNATIVE NAME 3: Cy
4: 1,{2,3}
2: 3
"""
FORMER = b"3\n1,Ann\n2,Ben\n3,Cy\n6,6,2\n4,1,{2,3}\n2,3\n"
JSON = b"""{"format": "hustings-ballots", "version": 1, "title": "Committee", "seats": 2,
"candidates": ["Ann", "Ben"], "withdrawn": ["Ben"], "tie_order": ["Ben", "Ann"],
"ballots": [{"voters": 3, "ranking": [["Ann"], ["Ben"]]}, {"ranking": [["Ann", "Ben"]]}, {"ranking": []}]}
"""
JSON_MARKS = b'{"format": "hustings-ballots", "version": 1, "ballots": [{"marks": {"A": 5}}], "candidates": ["A"]}'

AS_MARKS: dict[str, Any] = {"marks": True, "highest": 5}
SEEDS: dict[str, tuple[bytes, str, dict[str, Any]]] = {
    "blt": (BLT, "a.blt", {}),
    "ranks": (RANKS, "a.csv", {}),
    "marks": (MARKS, "a.csv", {"marks": True}),
    "long": (LONG, "a.csv", {}),
    "abif": (ABIF, "a.abif", {}),
    "scores": (SCORES, "a.abif", AS_MARKS),
    "present": (PRESENT, "a.toi", {}),
    "former": (FORMER, "a.soi", {}),
    "json": (JSON, "a.json", {}),
    "json-marks": (JSON_MARKS, "a.json", AS_MARKS),
}
MUTATIONS = 1_000

INSERTED = [
    *(bytes([byte]) for byte in b"\0\t\n\r \"#'()*+,-./0:;<=>@[\\]{}\x1b\x7f\x80\x92\xc3\xff"),
    *(
        b"\xef\xbb\xbf",
        b"\xe2\x80\xa8",
        b"\xed\xa0\x80",
        b"0 ",
        b" 0\n",
        b"\n\n",
        b"-0",
        b"1e9",
        b"NaN",
        b"null",
        b"\\u0000",
    ),
    *(b"9" * 30, b"9" * 5_000, b"[" * 3_000, b"{" * 3_000, b'"' * 300, b" " * 3_000, b"1=2=3", b"/*", b"*/", b"True"),
]


def mutated(seed: bytes, chance: random.Random) -> bytes:
    """The file with one to six stretches deleted, doubled, replaced or moved, or something put in."""
    data = seed
    for _ in range(chance.randint(1, 6)):
        start, end = sorted(chance.choices(range(len(data) + 1), k=2))
        end = min(end, start + chance.choice([1, 2, 8, 80]))
        other = chance.choice(list(SEEDS.values()))[0]
        a, b = sorted(chance.choices(range(len(other)), k=2))
        middle = chance.choice(
            [b"", data[start:end] * 2, chance.choice(INSERTED), other[a:b], chance.randbytes(3), data[end:start]]
        )
        data = data[:start] + middle + data[end:]
    return data


def outcome(data: bytes, name: str, options: dict[str, Any]) -> BallotFile | BadFile:
    try:
        return read(io.BytesIO(data), name, **options)
    except BadFile as refused:
        return refused


@pytest.mark.parametrize("seed", SEEDS)
def test_the_files_before_mutation_are_good(seed: str) -> None:
    assert isinstance(outcome(*SEEDS[seed]), BallotFile)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mutated_file_is_read_or_refused_with_its_place(seed: str) -> None:
    data, name, options = SEEDS[seed]

    @settings(max_examples=MUTATIONS, deadline=None, derandomize=True, database=None)
    @given(st.integers(0, 2**64))
    def read_or_refused(number: int) -> None:
        _holds(outcome(mutated(data, random.Random(number)), name, options))  # noqa: S311

    read_or_refused()


def _holds(outcome: BallotFile | BadFile) -> None:
    """A refusal is one short printable sentence with a place; what is read can be counted."""
    if isinstance(outcome, BadFile):
        assert outcome.line >= 1
        assert outcome.column is None or outcome.column >= 1
        assert str(outcome).isprintable()
        assert len(str(outcome)) < 300
    else:
        assert outcome.ballots.candidates
        assert set(outcome.withdrawn) <= set(outcome.ballots.candidates)
        assert all(voters > 0 for voters in outcome.ballots.ballots.values())
