"""Texts as plain words."""

import pytest

from election.text import Refused, excerpt, plain

TEXT = """# Plans

I *will* keep the [guide](https://example.org/guide) and <https://example.org/b> up to
date & short.

- first
  - inner `code`
- second
  wrapped

3. third

   more of it

> quoted
> > deeper

| who | seats |
|-----|-------|
| Cleo | 2 |

```
x  = 1
  y
```
"""
WORDS = """Plans

I will keep the guide (https://example.org/guide) and https://example.org/b up to date & short.

- first
  - inner code
- second wrapped

3. third

  more of it

> quoted

> > deeper

who | seats
Cleo | 2

x  = 1
  y"""


def test_a_text_without_its_marks_still_reads_well() -> None:
    assert plain(TEXT) == WORDS


def test_a_list_may_count_from_nought() -> None:
    assert plain("0. none\n1. one\n\n- bullet") == "0. none\n1. one\n\n- bullet"


def test_hard_breaks_end_lines_and_html_is_only_text() -> None:
    assert plain("Cleo  \nCarl <b>&amp;</b>") == "Cleo\nCarl <b>&</b>"


def test_a_mail_address_is_not_said_twice() -> None:
    assert plain("<cleo@example.org>") == "cleo@example.org"


def test_an_excerpt_is_one_line_without_addresses() -> None:
    assert excerpt("# Plans\n\nI keep the [guide](https://example.org/g).") == "Plans I keep the guide."


@pytest.mark.parametrize(
    ("length", "beginning"),
    [
        (9, "We meet…"),
        (14, "We meet every…"),
        (16, "We meet every…"),
        (17, "We meet every day"),
        (200, "We meet every day"),
    ],
)
def test_an_excerpt_ends_after_a_whole_word(length: int, beginning: str) -> None:
    assert excerpt("We meet **every** day", length) == beginning


def test_a_text_without_blanks_is_cut_but_no_letter_is() -> None:
    assert excerpt("投票" * 10, 5) == "投票投票投…"
    assert excerpt("abcde\u0301fgh", 5) == "abcd…"
    assert excerpt("ab👩\u200d💻cd", 4) == "ab…"


def test_what_cannot_be_shown_has_no_plain_words_either() -> None:
    for read in (plain, excerpt):
        with pytest.raises(Refused):
            read("a" * 20_001)
