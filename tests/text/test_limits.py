"""A text that would cost too much is refused with a sentence; all others are read with bounded work."""

import pytest

from election.text import LIMIT, Refused, render

UNITS = [
    "[",
    "![",
    "<![",
    "[a](",
    "[a][",
    "(",
    "`",
    "*",
    "_",
    "~~",
    "- ",
    "> ",
    "1. ",
    "#",
    "|",
    "\\",
    "&",
    "<a ",
    "http://a",
]
UNITS += [
    "*a ",
    "**a*",
    "`a",
    "a|b\n-|-\n",
    "- a\n",
    "> - ",
    "  - a\n    - b\n",
    "*a*\n\n",
    "\\*\n\n",
    "> a\n\n",
    "a  \n",
]


def test_a_text_may_be_as_long_as_the_limit() -> None:
    assert render("a" * LIMIT) == f'<p dir="auto">{"a" * LIMIT}</p>'
    assert render("a\r\n" * (LIMIT // 2))


def test_a_longer_text_is_told_how_much_to_cut() -> None:
    with pytest.raises(Refused, match=r"1,234 characters too long.*20,000"):
        render("a" * (LIMIT + 1234))
    with pytest.raises(Refused, match=r"1 character too long"):
        render("a" * (LIMIT + 1))


def test_half_a_character_is_refused_with_its_place() -> None:
    with pytest.raises(Refused, match=r"half a character after “second”\. Please delete it"):
        render("first\nsecond \ud83d third")
    with pytest.raises(ValueError, match=r"half a character\. Please"):
        render("\udc00")


@pytest.mark.parametrize("unit", ["*a ", "`a` ", "\\*"])
def test_a_paragraph_full_of_marks_is_refused_and_told_what_helps(unit: str) -> None:
    with pytest.raises(Refused, match=r"blank lines"):
        render((unit * LIMIT)[:LIMIT])


@pytest.mark.parametrize("unit", ["> a\n\n", "*a*\n\n", "a|b\n-|-\n", "- *a*\n"])
def test_a_text_of_too_many_parts_is_refused_and_told_what_helps(unit: str) -> None:
    with pytest.raises(Refused, match=r"two posts"):
        render((unit * LIMIT)[:LIMIT])


@pytest.mark.parametrize("unit", UNITS)
def test_a_hostile_text_becomes_a_page_of_bounded_size_or_none(unit: str) -> None:
    try:
        html = render((unit * LIMIT)[:LIMIT])
    except Refused:
        return
    assert len(html) < 15 * LIMIT


def test_a_wide_table_head_does_not_fill_up_narrow_rows() -> None:
    source = "|".join("a" * 500) + "\n" + "|".join("-" * 500) + "\n" + "x\n" * 1000
    assert render(source).count("<td") == 1000


def test_emphasis_may_nest_deeply() -> None:
    assert render("*a " * 300 + "b*" * 300).count("<em>") == 300


def test_long_ordinary_texts_pass() -> None:
    item = "- I kept `make check` green, **answered** 12 issues and wrote [the guide](https://example.org/guide).\n"
    assert render(item * (LIMIT // len(item))).count("<li") == LIMIT // len(item)
