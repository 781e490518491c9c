"""`manage.py import_mail` says what became of every message."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from election.domain import candidacies
from election.models import Answer
from election.timeline import Phase
from tests.cast import cast, now
from tests.mail.letters import ARCHIVED, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def message(tmp_path: Path) -> Path:
    made = cast(Phase.COUNTING)
    candidacies.add(made.election, "Cleo Brook", ["cleo@brook.example"], made.olga, now())
    file = tmp_path / "answer.txt"
    file.write_text(ARCHIVED, encoding="utf-8")
    return file


def said(*args: object) -> str:
    out = StringIO()
    call_command("import_mail", "--election", *map(str, args), stdout=out)
    return out.getvalue()


def test_each_message_is_told_with_what_it_became(message: Path) -> None:
    told = said("council-spring", message)
    assert "3 March 2021, 18:25, zone unknown: An announcement." in told
    assert "Cleo Brook’s answer to question 1. It quotes what it answers." in told
    assert "Matched by address: Cleo Brook, candidate." in told


def test_twice_makes_nothing_and_says_so(message: Path) -> None:
    said("council-spring", message)
    assert said("council-spring", message).strip() == "Nothing new: all of it had been brought in before."
    assert Answer.objects.count() == 1


def test_what_is_new_is_told_beside_what_was_there(message: Path) -> None:
    said("council-spring", message)
    stray = message.with_name("stray.eml")
    stray.write_bytes(sent("Sam <sam@saltmarsh.example>", "Buy boats here.", subject="Offer", identifier="<x@marsh>"))
    told = said("council-spring", message, stray)
    assert "Sam, 3 March 2021, 18:25 UTC: left over. It answers no message" in told
    assert "One message had been brought in before." in told


def test_files_without_text_are_said_to_be_empty(message: Path) -> None:
    message.write_text(" \n", encoding="utf-8")
    assert said("council-spring", message).strip() == "Nothing to read: the files hold no text."


def test_an_unknown_election_and_an_unreadable_file_are_refused_in_a_sentence(message: Path) -> None:
    with pytest.raises(CommandError, match="There is no election at the short address “nowhere”"):
        said("nowhere", message)
    with pytest.raises(CommandError, match="could not be read"):
        said("council-spring", message.with_name("missing.txt"))
