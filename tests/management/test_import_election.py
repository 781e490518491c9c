"""`manage.py import_election` says what became of a folder, as text or as one JSON object."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from election.models import Body, Election, JournalEntry
from tests.importers.folders import ELECTED, FILES, README, folder

pytestmark = pytest.mark.django_db


def run(path: Path, *options: str) -> tuple[str, str]:
    """What the command says: to stdout and to stderr."""
    out, err = StringIO(), StringIO()
    call_command("import_election", str(path), *options, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_json_is_one_object_with_everything_that_was_read(tmp_path: Path) -> None:
    out, _ = run(folder(tmp_path, files={**FILES, "Results.md": ELECTED}), "--format", "json")
    assert json.loads(out) == {
        "slug": "harbour-council-2023-03",
        "title": "Harbour Council Elections: March 2023",
        "seats": 2,
        "candidates": ["Carl Dunn", "Cleo Brook", "Vera Lund"],
        "elected": ["Vera Lund", "Cleo Brook"],
        "windows": {
            "nomination": {"opens": "2023-03-01T15:00:00Z", "closes": "2023-03-08T15:00:00Z"},
            "qa": {"opens": "2023-03-09T15:00:00Z", "closes": "2023-03-16T15:00:00Z"},
            "voting": {"opens": "2023-03-17T15:00:00Z", "closes": "2023-03-24T15:00:00Z"},
        },
    }


def test_json_leaves_open_what_is_not_stated(tmp_path: Path) -> None:
    readme = README.replace("* March 9", "* Some day").replace("March 16, 2023 14:59 UTC", "later")
    out, err = run(folder(tmp_path, readme), "--format=json")
    told = json.loads(out)
    assert (told["windows"]["qa"], told["elected"]) == ({"opens": None, "closes": None}, [])
    assert "When the Q&A opens and closes could not be read." in err


def test_remarks_of_json_go_to_stderr_by_file_and_line(tmp_path: Path) -> None:
    out, err = run(folder(tmp_path, README.replace("March 8, 2023", "March 8, 2022")), "--format", "json")
    json.loads(out)
    assert "README.md:10: 8 March is dated 2022 here" in err


def test_text_tells_what_became_what(tmp_path: Path) -> None:
    out, _ = run(folder(tmp_path, files={**FILES, "Results.md": ELECTED}))
    assert "voting: 17 March 2023, 15:00 UTC to 24 March 2023, 15:00 UTC" in out
    assert "Made the election “Harbour Council Elections: March 2023” at /e/harbour-council-2023-03/." in out
    assert "Added Cleo Brook as a candidate." in out
    assert "Declared elected: Vera Lund, Cleo Brook." in out


def test_a_second_time_says_that_nothing_is_new(tmp_path: Path) -> None:
    path = folder(tmp_path)
    first, second = run(path, "--format", "json")[0], run(path, "--format", "json")[0]
    assert first == second
    assert "Nothing new" in run(path)[0]


def test_a_dry_run_tells_the_same_and_changes_nothing(tmp_path: Path) -> None:
    path = folder(tmp_path)
    out, _ = run(path, "--dry-run", "--format", "json")
    assert not Body.objects.exists()
    assert not Election.objects.exists()
    assert not JournalEntry.objects.exists()
    assert out == run(path, "--format", "json")[0]
    assert "this was a dry run" in run(path, "--dry-run")[0]


def test_a_missing_folder_or_readme_is_a_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        run(tmp_path / "nowhere")
    with pytest.raises(CommandError, match=r"has no README\.md"):
        run(tmp_path)


def test_an_election_that_cannot_be_made_is_a_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Plan at least one window"):
        run(folder(tmp_path, "# Council Elections: March 2023\n\nTwo seats are up for election.\n", {}))
    assert not Body.objects.exists()
