"""What the fields of many forms take, and what they refuse with which words."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from election.forms.fields import LineField, MarkdownField, ReasonField

NOTHING = ("", " ", "\n \n", "\u200b", "\u200b\u200d\ufeff", "\u2800", "\u3164", "\xa0")


@pytest.mark.parametrize("nothing", [*NOTHING, "\u200b" * 500, "&#8203;"])
def test_a_text_that_nobody_can_see_is_no_text(nothing: str) -> None:
    with pytest.raises(ValidationError, match="required"):
        MarkdownField().clean(nothing)
    assert MarkdownField(required=False).clean("") == ""


@pytest.mark.parametrize("nothing", NOTHING)
def test_a_line_that_nobody_can_see_is_no_line(nothing: str) -> None:
    with pytest.raises(ValidationError, match="wonder why"):
        ReasonField().clean(nothing)


@pytest.mark.parametrize("odd", ["a\x07b", "a\x1bb", "a\u202eb", "a\u2066b", "a\x00b", "\ud800"])
def test_a_line_refuses_what_steers_instead_of_saying(odd: str) -> None:
    with pytest.raises(ValidationError):
        LineField().clean(odd)


@pytest.mark.parametrize("said", ["👩‍🚀?", "مرحبا", "Füße", "?", "東京", "a‌b"])
def test_a_line_takes_every_script_joiners_and_signs(said: str) -> None:
    assert LineField().clean(f"  {said}\n ") == said


@given(st.text())
def test_a_line_is_one_line_or_refused(typed: str) -> None:
    try:
        line = LineField(required=False).clean(typed)
    except ValidationError:
        return
    assert line.splitlines() in ([], [line])
    assert line == line.strip()


@given(st.text())
def test_a_text_is_rendered_or_refused_and_never_breaks(typed: str) -> None:
    try:
        source = MarkdownField().clean(typed)
    except ValidationError:
        return
    assert "\r" not in source


def test_a_text_of_twenty_thousand_characters_is_taken_and_one_more_is_not() -> None:
    assert len(MarkdownField().clean("x" * 20_000)) == 20_000
    with pytest.raises(ValidationError, match="1 character too long"):
        MarkdownField().clean("x" * 20_001)


def test_line_ends_of_forms_do_not_count_twice() -> None:
    assert MarkdownField().clean("x\r\n" * 9_999 + "x") == "x\n" * 9_999 + "x"


def test_the_first_lines_indent_is_kept_as_it_may_be_code() -> None:
    assert MarkdownField().clean("\n    code\n\n") == "    code"
