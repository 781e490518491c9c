"""Files with voters: every kind that communities hand over is read, and what is no such file is refused at once."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile

import pytest

from election.domain.roll import Line
from election.importers import rolls
from election.importers.rolls import Unreadable

TABLE = "name{0}email\nAdä{0}Ada@x.example\nBo{0}bo@x.example\n"
READ = [Line(2, "Adä", ("Ada@x.example",)), Line(3, "Bo", ("bo@x.example",))]

PEOPLE = """---
# The electorate
- github_id: AdaL
  name: "Ada Lovelace"   # first
  email: ada@x.example
  emails:
    - ada@x.example
    - ada@work.example
  commit_count: 17
- name: O'Neil
  github_id: 583231
  email: ~
  emails: [bo@x.example, 'bo@y.example']
"""

HANDLES = """# The history of this file
eligible_voters:
- BenTheElder
- "196Ikuchil"
- x-y # a note
other: thing
things:
- nothing
"""


def read(text: str, encoding: str = "utf-8") -> list[Line]:
    return rolls.read(text.encode(encoding)).lines


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_is_read_whatever_stands_between_its_cells(separator: str, encoding: str) -> None:
    assert read(TABLE.format(separator), encoding) == READ


def test_an_old_encoding_is_guessed_and_said() -> None:
    found = rolls.read(TABLE.format(";").encode("cp1252"))
    assert found.lines == READ
    assert "Windows-1252" in found.remark


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "GitHub ID,Name,E-Mails\nAdaL,Ada,a@x.example; b@x.example\n",
            Line(2, "Ada", ("github:AdaL", "a@x.example", "b@x.example")),
        ),
        ("email,votes\na@x.example,17\n", Line(2, "", ("a@x.example",))),
        ('name,email\n"Lovelace, Ada",a@x.example\n', Line(2, "Lovelace, Ada", ("a@x.example",))),
        ("name,handle\n'=Ada,'@ada\n", Line(2, "=Ada", ("@ada",))),
        ("github,gitlab\nada,https://gitlab.com/ada\n", Line(2, "", ("github:ada", "https://gitlab.com/ada"))),
        ("Ada,a@x.example,b@x.example\n", Line(1, "Ada", ("a@x.example", "b@x.example"))),
        ("a@x.example\n", Line(1, "", ("a@x.example",))),
        ("# roll\n\nAda L. <a@x.example>\n", Line(3, "Ada L.", ("a@x.example",))),
        ("ada\nbo\n", Line(1, "", ("ada",))),
        ("name,email\nAda\n", Line(2, "Ada")),
        ("name,email\nAda,not yet\n", Line(2, "Ada", ("not", "yet"), "“not” is not an e-mail address.")),
        ("name,email\nAda,a@x.example,more\n", Line(2, fault="This line has 3 cells, and there are 2 headings.")),
        (f"name,email\nAda,{'x' * 1001}\n", Line(2, fault="A cell has more than 1000 characters.")),
    ],
)
def test_headings_say_what_a_cell_is_and_without_them_it_is_seen(text: str, line: Line) -> None:
    assert read(text)[0] == line


def test_a_list_of_people_is_read_with_all_their_addresses() -> None:
    assert read(PEOPLE) == [
        Line(3, "Ada Lovelace", ("github:AdaL", "ada@x.example", "ada@work.example")),
        Line(10, "O'Neil", ("github#583231", "bo@x.example", "bo@y.example")),
    ]


def test_a_list_of_eligible_voters_is_read_and_nothing_beside_it() -> None:
    assert read(HANDLES) == [Line(3, "", ("BenTheElder",)), Line(4, "", ("196Ikuchil",)), Line(5, "", ("x-y",))]
    assert read("eligible_voters: [ada, bo]\n") == [Line(1, "", ("ada",)), Line(1, "", ("bo",))]
    assert read("eligible_voters:\n  - ada\n  - bo\n")[1] == Line(3, "", ("bo",))


def test_an_item_that_nobody_understands_is_said_by_its_line() -> None:
    (line,) = read("- name: Ada\n  odd thing\n")
    assert line.fault == "Line 2 says nothing that a list of voters needs."


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("roll.csv", "a" * 10_000_000)
    return file.getvalue()


LAUGHS = "eligible_voters:\n- &a lol\n" + "".join(
    f"- &{b} [*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

HOSTILE = {
    "20 MB": (b"a@x.example\n" * 1_700_000, "larger than 5 MB"),
    "many lines": (b"a@x.example\n" * 400_000, "more than 50000 voters"),
    "empty lines": (b",,,\n" * 1_000_000, "more than 250000 lines"),
    "blank": (b"\n \n" * 1_000, "empty"),
    "commas": (b"," * 4_900_000, "empty"),
    "dashes": (b"- " * 2_400_000, "too long"),
    "items": (b"-\n" * 2_400_000, "lines"),
    "NUL": (b"name,email\nAda,a\0@x.example\n", "bytes in it that no text has"),
    "a long cell": (b"name,email\nAda," + b"x" * 1_000_000, "Line 2 cannot be read"),
    "a long item": (b"- " + b"x" * 1_000_000, "too long"),
    "a quotation mark": (b'name,email\n"Ada,a@x.example\nBo,b@x.example\n', "never closed"),
    "zip": (zipped(), "zip archive"),
    "gzip": (b"\x1f\x8b\x08aaaa", "Unpack it"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "half of UTF-16": (b"\xff\xfea\0b", "breaks off"),
    "laughs": (LAUGHS.encode(), "YAML’s own language"),
    "a tag": (b"- !!python/object/apply:os.system [ls]\n", "YAML’s own language"),
    "brackets": (b"- [a, [b, [c]]]\n", "bracket"),
    "lists in lists": (b"- - - a\n", "list in a list"),
    "headings": (b"name,email\n", "nothing under them"),
    "no list": (b"---\nname: x\n", "no list of people"),
    "a tab": (b"- name: a\n\temail: b\n", "tab"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_soon_with_a_sentence(kind: str) -> None:
    data, words = HOSTILE[kind]
    began = time.monotonic()
    with pytest.raises(Unreadable, match=words):
        rolls.read(data)
    assert time.monotonic() - began < 2


def test_refusing_takes_little_memory() -> None:
    data = b"a@x.example\n" * 410_000
    tracemalloc.start()
    with pytest.raises(Unreadable):
        rolls.read(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 60_000_000
