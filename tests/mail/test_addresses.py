"""Addresses and senders come out alike, however they are written."""

import pytest

from election.mail.addresses import Sender, normalise, parse_sender


@pytest.mark.parametrize(
    "written",
    [
        "cleo_b@brook.example",
        " Cleo_B@Brook.Example ",
        "<cleo_b@brook.example>",
        "cleo_b at brook.example",
        "cleo_b at brook dot example",
        "cleo_b (at) brook (dot) example",
        "cleo_b[at]brook.example",
        "mailto:cleo_b@brook.example",
    ],
)
def test_one_address_in_many_spellings(written: str) -> None:
    assert normalise(written) == "cleo_b@brook.example"


def test_what_is_no_address_is_only_tidied() -> None:
    assert normalise("  Cleo ") == "cleo"


@pytest.mark.parametrize(
    ("line", "name", "address"),
    [
        ("Cleo Brook cleo at brook.example", "Cleo Brook", "cleo@brook.example"),
        ("Brook, Cleo <cleo at brook.example>", "Cleo Brook", "cleo@brook.example"),
        ('"Brook, Cleo" <Cleo@brook.example>', "Cleo Brook", "cleo@brook.example"),
        ("Brook, Cleo (Tidewater) <cleo@brook.example>", "Cleo Brook (Tidewater)", "cleo@brook.example"),
        ("Brook, Cleo [mailto:cleo@brook.example]", "Cleo Brook", "cleo@brook.example"),
        ("cleo at brook.example (Cleo Brook)", "Cleo Brook", "cleo@brook.example"),
        ("cleo@brook.example", "", "cleo@brook.example"),
        ("Cleo Brook", "Cleo Brook", ""),
        ("Carl Reed, Jr. <carl@reed.example>", "Carl Reed, Jr.", "carl@reed.example"),
        ("", "", ""),
    ],
)
def test_a_sender_is_a_readable_name_and_a_plain_address(line: str, name: str, address: str) -> None:
    assert parse_sender(line) == Sender(name, address)


def test_the_address_of_a_list_that_stands_in_for_its_author_is_not_theirs() -> None:
    assert parse_sender("Cleo Brook via marsh-dev <marsh-dev@lists.marsh.example>") == Sender("Cleo Brook", "")
