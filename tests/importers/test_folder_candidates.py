"""Candidates' files: name, addresses, facts and statement, and one person in one candidate."""

from __future__ import annotations

from pathlib import Path

import pytest

from election.importers.folders import Folder, Nominee, read
from tests.importers.folders import README, folder, said


def candidates(root: Path, **files: str) -> Folder:
    """The folder with these files; "__" in a keyword stands for the dot of its name."""
    return read(folder(root, README, {name.replace("__", "."): text for name, text in files.items()}))


def one(root: Path, text: str, file: str = "CleoBrook.txt") -> Nominee:
    found = read(folder(root, README, {file: text})).candidates
    assert len(found) == 1
    return found[0]


def test_a_file_gives_name_address_and_statement(tmp_path: Path) -> None:
    cleo = one(
        tmp_path, "Name: Cleo Brook\n\nEmail: Cleo@Saltmarsh.example\n\nBackground:\n\nI keep the tide tables.\n"
    )
    assert (cleo.name, cleo.addresses) == ("Cleo Brook", ("cleo@saltmarsh.example",))
    assert cleo.statement == "## Background\n\nI keep the tide tables."
    assert cleo.source_file == "CleoBrook.txt"


def test_a_candidate_links_to_the_file_beside_the_folder_the_readme_links_to(tmp_path: Path) -> None:
    url = "https://github.com/saltmarsh/community/blob/main/elections/harbour-council-2023-03/CleoBrook.txt"
    assert one(tmp_path, "Name: Cleo Brook\n\nHello.").source_url == url


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Name: Cleo Brook", "Cleo Brook"),
        ("**Name:** Cleo Brook", "Cleo Brook"),
        ("- Full name: `Cleo Brook`", "Cleo Brook"),
        ("Candidate: Cleo Brook <cleo@saltmarsh.example>", "Cleo Brook"),
        ("Name: Brook, Cleo", "Cleo Brook"),
        ("Name: Cleo Brook, [@cleo](https://github.com/cleo).", "Cleo Brook"),
        ("name: Cleo Brook (she/her)", "Cleo Brook"),
        ("Name:\n\nCleo Brook", "Cleo Brook"),
        ("## Name\n\nCleo Brook", "Cleo Brook"),
        ("---\nname: Cleo Brook\ngithub: cleo\n---", "Cleo Brook"),
        ("# Cleo for the Harbour\n\n## Summary\n\nName: Cleo Brook", "Cleo Brook"),
        ("Harbour Council Candidacy Declaration\n\nPlatform: Boats\n\nCandidate: Cleo Brook", "Cleo Brook"),
    ],
)
def test_the_name_stands_anywhere_near_the_top(tmp_path: Path, line: str, name: str) -> None:
    assert one(tmp_path, f"{line}\n\nI stand for the tides.\n").name == name


@pytest.mark.parametrize(
    "lines",
    [
        "Email: cleo at saltmarsh dot example, cb@brook.example",
        "E-mail: <cleo@saltmarsh.example>; cb@brook.example",
        "Email:\n\n- <cleo@saltmarsh.example> (work)\n- <cb@brook.example> (private)",
        "Email: cleo[at]saltmarsh.example and cb@brook.example",
    ],
)
def test_addresses_are_read_however_they_are_hidden(tmp_path: Path, lines: str) -> None:
    cleo = one(tmp_path, f"Name: Cleo Brook\n\n{lines}\n\n## Why\n\nTides.\n")
    assert cleo.addresses == ("cleo@saltmarsh.example", "cb@brook.example")
    assert cleo.statement == "## Why\n\nTides."


def test_an_address_that_cannot_be_read_is_said_by_line(tmp_path: Path) -> None:
    found = candidates(tmp_path, CleoBrook__txt="Name: Cleo Brook\n\nEmail: ask me\n\nHello.")
    assert "CleoBrook.txt:3: “ask me” could not be read as an e-mail address." in said(found)


def test_facts_in_fields_are_kept(tmp_path: Path) -> None:
    cleo = one(
        tmp_path, "Name: Cleo Brook\nAffiliation: Harbour Works\nGitHub: @cleo\nWebsite: https://brook.example\n\nHi."
    )
    assert (cleo.affiliation, cleo.handle) == ("Harbour Works", "cleo")
    assert cleo.links == (("brook.example", "https://brook.example"),)


def test_prompts_become_headings_and_all_else_stays_as_it_was(tmp_path: Path) -> None:
    body = "\n\n* one\n  * two\n\nInterests:\n\nTides and:\n\n    code:\n\nPlatform: Boats\n"
    assert one(tmp_path, f"Name: Cleo Brook\n\nBackground\nI sail.{body}").statement == (
        "## Background\n\nI sail.\n\n* one\n  * two\n\n## Interests\n\nTides and:\n\n    code:\n\nPlatform: Boats"
    )


def test_a_signature_of_dashes_makes_no_heading_of_the_line_above(tmp_path: Path) -> None:
    assert one(tmp_path, "Name: Cleo Brook\n\nThe last word.\n---\nCleo").statement == "The last word.\n\n---\nCleo"


def test_without_a_name_line_the_files_name_is_taken_and_said(tmp_path: Path) -> None:
    found = candidates(tmp_path, CleoBrook__txt="I stand for the tides.\n")
    assert [nominee.name for nominee in found.candidates] == ["Cleo Brook"]
    assert any(line.startswith("CleoBrook.txt:1: No line “Name:”") for line in said(found))


def test_files_that_are_no_candidates_are_left_out_and_said(tmp_path: Path) -> None:
    files = {
        "notes__txt": "Ring the bell.",
        "TEMPLATE__md": "Name: x y",
        "form__txt": "Name: Your name",
        "roll__yaml": "a: b",
    }
    found = candidates(tmp_path, CleoBrook__txt="Name: Cleo Brook\n\nHi.", **files)
    assert [nominee.name for nominee in found.candidates] == ["Cleo Brook"]
    assert {line.partition(":")[0] for line in said(found) if "link" not in line} >= {
        "notes.txt",
        "TEMPLATE.md",
        "form.txt",
        "roll.yaml",
    }


def test_two_files_of_one_person_are_one_candidate(tmp_path: Path) -> None:
    found = candidates(
        tmp_path,
        BrookCleo__txt="Name: Brook, Cleo\n\nEmail: cb@brook.example\n\nShort.",
        CleoBrook__md="Name: Cleo Brook\n\nEmail: cleo@saltmarsh.example\n\nA longer text.",
    )
    assert [(c.name, c.statement) for c in found.candidates] == [("Cleo Brook", "A longer text.")]
    assert found.candidates[0].addresses == ("cb@brook.example", "cleo@saltmarsh.example")
    assert any("both files are one candidate" in line for line in said(found))


def test_a_file_in_another_encoding_is_read_and_said(tmp_path: Path) -> None:
    made = folder(tmp_path, README, {})
    (made / "VeraLund.txt").write_bytes("Name: Véra Lund\n\nHi.\n".encode("cp1252"))
    found = read(made)
    assert found.candidates[0].name == "Véra Lund"
    assert any(line.startswith("VeraLund.txt:1: This is not UTF-8") for line in said(found))


def test_a_family_name_before_a_comma_is_known_as_such(tmp_path: Path) -> None:
    assert one(tmp_path, "Name: Peng, Tara\n\nHi.").family_name == "Peng"


def test_a_farewell_stands_on_its_own_line_and_lists_begin_with_plain_spaces(tmp_path: Path) -> None:
    cleo = one(tmp_path, "Name: Cleo Brook\n\nPlans are\n\u00a0- tides\n\nCheers,\nCleo")
    assert cleo.statement == "Plans are\n - tides\n\nCheers,\\\nCleo"
