"""A reply begins with what it answers."""

from election.text import quote
from tests.text.pages import page


def test_every_line_of_a_quote_is_marked() -> None:
    assert quote("One\r\n\r\n- two\n> three") == "> One\n>\n> - two\n> > three"


def test_a_quote_shows_the_text_one_level_deeper() -> None:
    source = "First\n\n- a\n  - b\n\n```\ncode\n```"
    (block,) = page(quote(source))
    assert [child.tag for child in block] == [child.tag for child in page(source)]
