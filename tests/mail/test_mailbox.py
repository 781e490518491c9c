"""The demo's mailbox: mail kept in files is read back, the newest first, with its code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection
from pytest_django.fixtures import Settings

from election.mail import mailbox


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return tmp_path


def send(*subjects: str, text: str = "Hello") -> None:
    connection = get_connection("django.core.mail.backends.filebased.EmailBackend")
    letters = [EmailMessage(subject, text, "site@b.example", ["mia@b.example"]) for subject in subjects]
    connection.send_messages(letters)


def test_a_letter_is_read_as_it_was_written(folder: Path) -> None:
    send("Grüße", text="Žofie schrieb:\n\n    123456\n\nEnde")
    letter = mailbox.letters()[0]
    assert (letter.to, letter.subject) == ("mia@b.example", "Grüße")
    assert letter.text.strip() == "Žofie schrieb:\n\n    123456\n\nEnde"
    assert letter.code == "123456"


def test_a_number_inside_a_line_is_no_code(folder: Path) -> None:
    send("One", text="There were 123456 of them.\n1234567\n")
    assert mailbox.letters()[0].code == ""


def test_the_newest_comes_first_whether_in_one_file_or_in_two(folder: Path) -> None:
    send("First", "Second")
    for file in folder.iterdir():
        os.utime(file, (1, 1))
    send("Third")
    assert [letter.subject for letter in mailbox.letters()] == ["Third", "Second", "First"]


def test_a_line_of_dashes_in_a_letter_does_not_end_it(folder: Path) -> None:
    send("One", text=f"above\n{'-' * 79}\nbelow")
    assert len(mailbox.letters()) == 1
    assert "below" in mailbox.letters()[0].text


def test_no_more_are_shown_than_can_be_read(folder: Path) -> None:
    send(*map(str, range(mailbox.MOST + 1)))
    assert len(mailbox.letters()) == mailbox.MOST


def test_without_mail_there_are_no_letters(settings: Settings, tmp_path: Path) -> None:
    settings.EMAIL_FILE_PATH = None
    assert mailbox.letters() == []
    settings.EMAIL_FILE_PATH = str(tmp_path / "none")
    assert mailbox.letters() == []
