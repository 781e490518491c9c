"""Lists, quotes, code and tables nest as people mean them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.trees import commonmark, nesting
from election.text import render
from tests.text.pages import page, said

# Invented, in the shapes that nomination files, answers and mail have.
TEXTS = {
    "a list right after a line of text": "What I did last year:\n- wrote the guide\n- kept the tests green\n",
    "a list nested by two blanks": "- storage\n  - snapshots\n    - restoring them\n  - quotas\n- network\n",
    "a list nested by three blanks": "1. first\n   1. inner\n   2. inner\n2. second\n",
    "four blanks under a bullet": "* agent\n    * protocol\n    * tests\n* runtime\n",
    "items wrapped with uneven indents": "- A long item that\n goes on\n      here\n-  another one\n   that wraps\n",
    "an answer with two levels": (
        "I see three goals:\n\n1. Stability, that is\n\n   - fewer crashes\n   - better logs\n\n2. Speed\n3. Docs\n"
    ),
    "a fence in an item": "- Run this:\n\n  ```sh\n  make run\n\n  make test\n  ```\n\n  and look.\n- Done\n",
    "a fence that nobody closed": "> ```\n> quoted code\n\nMy words\n",
    "code by indent after a list": "- one\n\n- two\n\n      code in two\n\n    text in two\n\nafter\n",
    "a quote with a list and code": "> Could you\n> - explain\n>   more\n>\n>     make it\n\nYes.\n",
    "quotes of two depths": "> > How often?\n>\n> Weekly.\n\nI agree.\n",
    "a lazy quote": "> I was told\nthat this is fine\n\nIt is.\n",
    "a number in the middle of a paragraph": "We met in\n2019. It was cold, and\n1) we froze.\n",
    "empty items": "-\n- a\n-\n\n  far\n",
    "markers that change": "- a\n- b\n* c\n1. d\n1) e\n",
    "a name below a list": "- one\n- two\n\nCarl\n",
    "rules and headings in lists": "- a\n***\n- b\n  ## Plans\n  text\n---\n",
    "definitions among lists": "- a\n\n[guide]: https://example.org/guide\n- b, see the [guide]\n",
    "a table after text": "Votes:\n\n| who | seats |\n|---|--:|\n| Cleo | 2 |\n\n- list\n",
}
LINES = sorted({line.strip() for text in TEXTS.values() for line in text.splitlines()} - {""})
LINES.remove("> > How often?")  # quotes of two depths stay apart, also where CommonMark runs them together (below)
INDENTED = st.builds(lambda blanks, line: " " * blanks + line, st.sampled_from((0, 1, 2, 3)), st.sampled_from(LINES))
MIXTURES = st.lists(st.one_of(INDENTED, st.just("")), min_size=1, max_size=16).map("\n".join)


@pytest.mark.parametrize("source", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_nests_as_commonmark_nests_it(source: str) -> None:
    assert nesting(render(source)) == nesting(commonmark(source))


@settings(deadline=None)
@given(MIXTURES)
@example("- a\n\n\n  b")
@example("-\n\n  far")
@example("1. a\n\n   > - b\n   >   c")
@example("> - a\nb\n> - c")
def test_any_mixture_of_lines_nests_as_commonmark_nests_it(source: str) -> None:
    assert nesting(render(source)) == nesting(commonmark(source))


def test_a_quoted_line_of_another_depth_stays_apart() -> None:
    quote = page(">> How often do you meet?\n> Every week.\n")[0]
    assert [child.tag for child in quote] == ["blockquote", "p"]
    assert "".join(quote[1].itertext()) == "Every week."


def test_headings_rank_below_those_of_the_page() -> None:
    source = "# One\n## Two\n### Three\n#### Four\n###### Six ##\n\nOver\n====\n\nUnder\n-----\n"
    assert [(heading.tag, heading.text) for heading in page(source)] == [
        ("h3", "One"),
        ("h4", "Two"),
        ("h5", "Three"),
        ("h6", "Four"),
        ("h6", "Six"),
        ("h3", "Over"),
        ("h4", "Under"),
    ]


def test_a_list_starts_at_its_number() -> None:
    assert page("3. third\n4. fourth")[0].get("start") == "3"


def test_items_without_blank_lines_hold_no_paragraphs() -> None:
    assert "<p" not in render("- one\n- two\n  - three\n- four")
    assert render("- one\n\n- two").count("<p") == 2


def test_tasks_have_boxes() -> None:
    assert said("- [ ] write\n- [x] read\n\n1. [X] vote\n\n2. [ ] count") == "☐ write ☑ read ☑ vote ☐ count"


def test_a_heading_without_words_is_a_plain_cell() -> None:
    table = page("| | seats |\n|---|--:|\n| Cleo | 2 |\n")[0]
    assert [cell.tag for cell in table.iter() if cell.tag in {"th", "td"}] == ["td", "th", "td", "td"]


def test_a_table_has_head_cells_and_alignments() -> None:
    table = page("| who | seats |\n|:--|--:|\n| Cleo \\| Carl | 2 |\n| short\n")[0]
    assert [(cell.tag, cell.text, cell.get("align")) for cell in table.iter() if cell.tag in {"th", "td"}] == [
        ("th", "who", "left"),
        ("th", "seats", "right"),
        ("td", "Cleo | Carl", "left"),
        ("td", "2", "right"),
        ("td", "short", "left"),
    ]


def test_code_keeps_every_blank_and_names_its_language() -> None:
    code = page("```python\n\nif a < b:\n    *c*\n```").find("pre/code")
    assert code is not None
    assert code.get("class") == "language-python"
    assert code.text == "\nif a < b:\n    *c*\n"


def test_marks_deeper_than_a_dozen_stay_text() -> None:
    quotes = list(page("> " * 20 + "deep").iter("blockquote"))
    assert len(quotes) == 12
    assert "".join(quotes[-1].itertext()).strip() == "> " * 8 + "deep"
