"""Which format a file has, and what is refused before any is asked."""

from __future__ import annotations

import io
from typing import BinaryIO

import pytest

from election.tally import Marks, Profile, TallyError
from election.tally.formats import BallotFile, read, write
from tests.tally.formats.reading import ballots, file, ranks, refusal

GIVEN = BallotFile(Profile.of(["Ann", "Ben"], [["Ann", "Ben"], ["Ann", "Ben"], ["Ben", "Ann"]]), seats=1)


@pytest.mark.parametrize("form", ["blt", "csv", "abif", "json", "preflib", "soc"])
def test_the_ending_says_which_format_it_is_and_so_may_the_caller(form: str) -> None:
    written = write(GIVEN, form)
    ending = "soc" if form == "preflib" else form
    for name, asked in ((f"ballots.{ending}", None), (f"BALLOTS.{ending.upper()}", None), ("ballots.txt", form)):
        assert ballots(read(io.BytesIO(written), name, form=asked)) == {ranks("Ann > Ben"): 2, ranks("Ben > Ann"): 1}


@pytest.mark.parametrize("form", ["blt", "abif", "json", "preflib"])
def test_a_file_of_another_ending_is_known_by_its_beginning(form: str) -> None:
    assert ballots(file(write(GIVEN, form), "ballots.txt")) == ballots(file(write(GIVEN, form), f"ballots.{form}"))


def test_a_file_without_an_ending_may_be_csv() -> None:
    assert ballots(file("Ann,Ben\n1,2\n", "ballots")) == {ranks("Ann > Ben"): 1}


@pytest.mark.parametrize("content", ["Dear all,\nplease vote.\n", "\n\n# nothing\n", "Ann\n1\n"])
def test_a_file_of_another_kind_is_told_the_endings(content: str) -> None:
    assert refusal(content, "letter.txt") == (
        1,
        None,
        (
            "“letter.txt” does not say which format it has; the endings known are .blt, .csv, .abif, .preflib, .json,"
            " .soc, .soi, .toc, .toi."
        ),
    )


def test_a_format_nobody_knows_is_refused() -> None:
    for asked in ("xlsx", "", "x" * 99):
        with pytest.raises(TallyError, match="is no format of ballots"):
            write(GIVEN, asked)
    with pytest.raises(TallyError, match="“xlsx” is no format of ballots; these are: blt, csv, abif"):
        file("Ann\n", "ballots.csv", form="xlsx")


@pytest.mark.parametrize("form", ["blt", "preflib", "toi"])
def test_marks_are_not_written_where_only_rankings_can_be(form: str) -> None:
    with pytest.raises(TallyError, match="Ballots with marks cannot be written as"):
        write(BallotFile(Marks(("Ann",), {(1,): 1}), seats=1), form)


def test_a_blt_file_needs_its_seats() -> None:
    with pytest.raises(TallyError, match="A BLT file says how many seats are filled; give their number"):
        write(BallotFile(Profile.of(["Ann"], [])), "blt")


@pytest.mark.parametrize("name", ["a.blt", "a.csv", "a.abif", "a.soc", "a.json", "a.txt"])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty; ballots were expected."),
        (b"\xef\xbb\xbf \r\n\n", "The file is empty; ballots were expected."),
        (b"PK\x03\x04\x14\x00", "This file is a spreadsheet or another archive; export the ballots as CSV."),
        (b"\xd0\xcf\x11\xe0\xa1", "This file is a spreadsheet of the old kind; export the ballots as CSV."),
        (b"%PDF-1.7", "This file is a PDF; the ballots are needed as CSV or BLT."),
        (b"\x1f\x8b\x08", "This file is compressed; unpack it first."),
        ("Ann,Ben\n".encode("utf-16"), "This file is encoded in UTF-16; save it in UTF-8."),
    ],
)
def test_what_is_no_text_is_refused_in_every_format(name: str, content: bytes, sentence: str) -> None:
    assert refusal(content, name) == (1, None, sentence)


def test_a_file_larger_than_the_limit_is_refused_and_not_read_on() -> None:
    class Endless(io.RawIOBase):
        """A stream that never ends; it counts what is taken from it."""

        taken = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.taken += size
            return b"1 1 0\n" * (size // 6)

    endless = Endless()
    with pytest.raises(TallyError, match="The file goes on beyond 3 MiB, the most that is read"):
        read(endless, "a.blt", limit=3 * 2**20)  # type: ignore[arg-type]
    assert endless.taken < 8 * 2**20


def test_a_stream_that_cannot_be_rewound_is_read_like_a_file() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    pipe: BinaryIO = Pipe(write(GIVEN, "blt"))
    assert ballots(read(pipe, "a.blt")) == ballots(GIVEN)


def test_reading_begins_where_the_stream_stands() -> None:
    stream = io.BytesIO(b"before" + write(GIVEN, "csv"))
    stream.seek(6)
    assert ballots(read(stream, "a.csv")) == ballots(GIVEN)
