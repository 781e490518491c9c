"""One person under several spellings is one person; two persons stay two."""

import pytest

from election.mail.names import key, same_person


@pytest.mark.parametrize(
    "other",
    ["Brook, Cleo", "Cleo Brook", "cleo brook", "Brook Cleo", "Cléo Brook", "Cleo  Brook (Tidewater)", "cleo_brook"],
)
def test_order_case_accents_and_punctuation_do_not_make_another_person(other: str) -> None:
    assert key(other) == key("Cleo Brook")
    assert same_person(other, "Cleo Brook")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("CleoBrook", "Brook Cleo"),
        ("Carl Müller", "Carl Mueller"),
        ("Søren Łukasz", "Soren Lukasz"),
        ("Carl Anton Reed", "Carl Reed"),
        ("Cleo O'Brook", "Cleo O’Brook"),
    ],
)
def test_spellings_that_may_be_one_person(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Cleo Brook", "Carl Brook"), ("Cleo", "Cleo Brook"), ("", ""), ("...", "..."), ("C Brook", "C A Brook")],
)
def test_a_shared_word_is_not_enough(a: str, b: str) -> None:
    assert not same_person(a, b)


def test_a_name_wholly_in_brackets_still_counts() -> None:
    assert key("(Cleo Brook)") == key("Cleo Brook")
