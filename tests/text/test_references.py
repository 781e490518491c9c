"""Numbers in mail lead where the line with that number says."""

import pytest

from tests.text.pages import links, page, said

REPORT = "https://example.org/report"


@pytest.mark.parametrize(
    "note", [f"[1] {REPORT}", f"[1]: {REPORT}", f"[1] The report: <{REPORT}>.", f"[1]: {REPORT} (2020)"]
)
def test_a_number_links_to_the_address_on_its_line_which_stays(note: str) -> None:
    source = f"As we reported [1], all is well.\n\n{note}\n"
    assert links(source) == [("[1]", REPORT), (REPORT, REPORT)]
    assert said(source).startswith("As we reported [1], all is well. [1]")


def test_the_notes_of_a_paragraph_stand_on_lines_of_their_own() -> None:
    source = "See [1] and [2].\n--\n[1] https://example.org/a\n[2] https://example.org/b\n"
    assert links(source)[:2] == [("[1]", "https://example.org/a"), ("[2]", "https://example.org/b")]
    assert len(list(page("[1] https://example.org/a\n[2] https://example.org/b").iter("br"))) == 1


def test_ones_own_note_wins_over_that_of_a_quoted_message() -> None:
    source = "> [1] https://example.org/theirs\n\nI meant [1].\n\n[1] https://example.org/mine\n"
    assert ("[1]", "https://example.org/mine") in links(source)


def test_the_first_of_two_definitions_wins() -> None:
    source = "[rules]\n\n[rules]: https://example.org/a\n[Rules]: https://example.org/b\n"
    assert links(source) == [("rules", "https://example.org/a")]


def test_a_number_without_a_line_or_a_line_without_an_address_stays_text() -> None:
    source = "See [1] and [^2].\n\n[1] The minutes.\n\n[^2]: By hand."
    assert links(source) == []
    assert said(source) == " ".join(source.split())
