"""Results: who was elected, whether a vote was needed, when; and nobody twice under two spellings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from election.importers.folders import Folder, Unreadable, read
from tests.importers.folders import ELECTED, FILES, README, folder, said

NOMINATED = (
    "Three nominations were received:\n\n- [`Carl Dunn`](https://github.com/carldunn)\n- Cleo Brook\n- Vera Lund\n\n"
)


def results(root: Path, text: str, files: dict[str, str] | None = None, name: str = "Results.md") -> Folder:
    return read(folder(root, README, {**(FILES if files is None else files), name: text}))


def names(found: Folder) -> list[str]:
    return [nominee.name for nominee in found.candidates]


def test_those_listed_as_elected_are_elected_in_that_order(tmp_path: Path) -> None:
    found = results(tmp_path, ELECTED)
    assert found.elected == ("Vera Lund", "Cleo Brook")
    assert (found.acclaimed, found.declared_on, found.term_months) == (False, date(2023, 3, 26), 12)
    assert names(found) == ["Carl Dunn", "Cleo Brook", "Vera Lund"]


def test_without_results_nobody_is_elected(tmp_path: Path) -> None:
    assert read(folder(tmp_path)).elected == ()


def test_of_a_numbered_list_as_many_are_elected_as_there_are_seats(tmp_path: Path) -> None:
    ranking = "1) Vera Lund (vlund)\n2) Carl Dunn (carldunn)\n3) Cleo Brook"
    text = f"Harbour Council Election\nMarch 25, 2023\n\nResults:\n{ranking}"
    found = results(tmp_path, text, name="2023-03-Results.txt")
    assert (found.elected, found.declared_on) == (("Vera Lund", "Carl Dunn"), date(2023, 3, 25))


@pytest.mark.parametrize(
    "text",
    [
        "| Candidate | Elected |\n|---|---|\n| Vera Lund | yes |\n| Carl Dunn | ✓ |\n| Cleo Brook | no |\n",
        "| Rank | Candidate |\n|---|---|\n| 2 | Carl Dunn |\n| 1 | Vera Lund |\n| 3 | Cleo Brook |\n",
        "- Vera Lund (elected)\n- Carl Dunn (elected)\n- Cleo Brook\n",
        "Vera Lund and Carl Dunn were elected. Cleo Brook was not elected.\n",
        "Congratulations to our new members `Vera` and `Carl`!\n",
        (
            "1. Vera Lund (Condorcet winner: wins contests with all other choices)\n"
            "2. Carl Dunn loses to Vera Lund by 9–7\n3. Cleo Brook loses to Vera Lund by 9–1\n"
        ),
        "## Elected\n\n* Lund, Vera - 9 votes\n* Carl Dunn - 7 votes\n\n## Not elected\n\n* Cleo Brook - 1 vote\n",
    ],
)
def test_the_elected_are_found_however_they_are_told(tmp_path: Path, text: str) -> None:
    found = results(tmp_path, f"# Results\n\n{text}")
    assert found.elected == ("Vera Lund", "Carl Dunn")
    assert names(found) == ["Carl Dunn", "Cleo Brook", "Vera Lund"]


@pytest.mark.parametrize(
    "words",
    [
        "the question and voting phases of the elections were bypassed",
        "elections were over sooner",
        "the voting phase was skipped and all the nominated individuals were appointed",
        "all were acclaimed",
        "the nominees were elected unopposed",
    ],
)
def test_where_no_vote_was_needed_all_nominees_are_elected(tmp_path: Path, words: str) -> None:
    text = f"Two nominations were received:\n\n- Carl Dunn\n- Cleo Brook\n\nTwo seats were available, so {words}.\n"
    found = results(tmp_path, text, {name: FILES[name] for name in ("CarlDunn.txt", "CleoBrook.txt")})
    assert (found.elected, found.acclaimed) == (("Carl Dunn", "Cleo Brook"), True)


def test_who_withdrew_is_not_acclaimed(tmp_path: Path) -> None:
    text = (
        "Three nominations were received, however Vera Lund withdrew. The final list is:\n\n"
        "- Carl Dunn\n- Cleo Brook\n\nTwo seats were available, so the vote was skipped.\n"
    )
    found = results(tmp_path, text)
    assert (found.elected, found.withdrawn) == (("Carl Dunn", "Cleo Brook"), ("Vera Lund",))


def test_who_withdrew_without_being_named_is_the_one_not_listed(tmp_path: Path) -> None:
    text = (
        "Three nominations were received, however one of the candidates withdrew. The final list is:\n\n"
        "- Carl Dunn\n- Cleo Brook\n\nSo the voting phase was skipped.\n"
    )
    found = results(tmp_path, text)
    assert found.withdrawn == ("Vera Lund",)
    assert any("Vera Lund, not listed there, was taken for it" in line for line in said(found))


def test_a_nominee_whom_only_the_results_name_has_no_statement_and_it_is_said(tmp_path: Path) -> None:
    found = results(tmp_path, f"{NOMINATED}- Sam Fell\n\nThe nominees elected were:\n\n- Sam Fell\n")
    sam = next(nominee for nominee in found.candidates if nominee.name == "Sam Fell")
    assert (sam.statement, sam.source_file, found.elected) == ("", "", ("Sam Fell",))
    assert any(line.startswith("Results.md:7: Sam Fell is named here only") for line in said(found))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Name: Aurélie Brook", "Aurelie Brook"),
        ("Name: Peng, Tara", "Peng Tara"),
        ("Name: Tara Peng", "Peng Tara"),
        ("Name: Tara Peng (tpeng)", "@tpeng"),
        ("Name: Tara Peng\nGitHub: tpeng", "[`tpeng`](https://github.com/tpeng)"),
        ("Name: Tara Peng\nEmail: tpeng@saltmarsh.example", "tpeng"),
        ("Name: Tara Anne Peng", "Tara Peng"),
    ],
)
def test_one_person_under_two_spellings_is_one_candidate(tmp_path: Path, ours: str, theirs: str) -> None:
    found = results(
        tmp_path, f"The nominees elected to the positions were:\n\n- {theirs}\n", {"A.txt": f"{ours}\n\nHi."}
    )
    assert len(found.candidates) == 1
    assert found.elected == (found.candidates[0].name,)


def test_a_handle_may_be_the_name_of_the_file(tmp_path: Path) -> None:
    found = results(tmp_path, "The nominees elected were:\n\n- tpeng\n", {"tpeng.md": "Name: Tara Peng\n\nHi."})
    assert found.elected == ("Tara Peng",)


def test_a_slip_of_the_pen_is_one_person_and_said(tmp_path: Path) -> None:
    found = results(tmp_path, "The nominees elected were:\n\n- Xleo Brook\n")
    assert found.elected == ("Cleo Brook",)
    assert any(line.startswith("Results.md:3: Xleo Brook was taken for Cleo Brook") for line in said(found))


def test_two_people_of_similar_names_stay_two(tmp_path: Path) -> None:
    files = {"a.txt": "Name: Jan Holm\n\nHi.", "b.txt": "Name: Jana Holm\n\nHi."}
    found = results(tmp_path, "Nominees:\n\n- Jan Holm\n- Jana Holm\n\nElected:\n\n- Jana Holm\n", files)
    assert (names(found), found.elected) == (["Jan Holm", "Jana Holm"], ("Jana Holm",))


def test_a_wrong_link_does_not_make_two_people_one(tmp_path: Path) -> None:
    wrong = "[`Cleo Brook`](https://github.com/carldunn)"
    right = "[`Carl Dunn`](https://github.com/carldunn)"
    text = f"Nominees:\n\n- {wrong}\n- {right}\n- Vera Lund\n\nElected:\n\n- {wrong}\n"
    found = results(tmp_path, text)
    assert (len(found.candidates), found.elected) == (3, ("Cleo Brook",))


def test_a_link_to_a_candidates_profile_does_not_outweigh_quite_another_name(tmp_path: Path) -> None:
    found = results(tmp_path, "The nominees elected were:\n\n- [`Olga Brandt`](https://github.com/cleobrook)\n")
    assert found.elected == ("Olga Brandt",)
    assert len(found.candidates) == 4


def test_a_template_nobody_filled_in_declares_nothing(tmp_path: Path) -> None:
    text = "[NUMBER OF] nominations were received:\n\n- [`NAME`](LINK TO USER)\n\nThree seats were available, and ...\n"
    found = results(tmp_path, text)
    assert (names(found), found.elected) == (["Carl Dunn", "Cleo Brook", "Vera Lund"], ())
    assert any("template" in line for line in said(found))


def test_a_ranking_without_numbers_is_not_taken_for_a_result(tmp_path: Path) -> None:
    found = results(tmp_path, "Results:\n\n- Vera Lund\n- Carl Dunn\n- Cleo Brook\n")
    assert found.elected == ()
    assert any("could not be told" in line for line in said(found))


def test_a_day_with_a_wrong_year_is_put_right_and_said(tmp_path: Path) -> None:
    found = results(tmp_path, ELECTED.replace("2023-03-26", "2022-03-26"))
    assert found.declared_on == date(2023, 3, 26)
    assert any(line.startswith("Results.md:16: 26 March is dated 2022 here") for line in said(found))


def test_counts_that_do_not_agree_are_named(tmp_path: Path) -> None:
    found = results(tmp_path, ELECTED.replace("Three nominations", "Four nominations"))
    assert "Results.md:3: It says four stood, but lists three." in said(found)


def test_a_folder_is_needed_and_a_readme_in_it(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="There is no folder"):
        read(tmp_path / "nowhere")
    with pytest.raises(Unreadable, match=r"has no README\.md"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("# Harbour Council Elections: March 2023", "Harbour Council"),
        ("Harbour Council Election, Sept. 2023\n====", "Harbour Council"),
        ("# 2023 H1 Harbour Council Election", "Harbour Council"),
        ("# Elections for the Harbour Council, March 2023", "Harbour Council"),
        ("# Elections: March 2023", "Harbour Council"),
    ],
)
def test_the_body_is_told_by_title_or_seats(tmp_path: Path, title: str, body: str) -> None:
    text = README.replace("# Harbour Council Elections: March 2023", title)
    assert read(folder(tmp_path, text, {})).body_name == body
