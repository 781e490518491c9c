"""What changed between two versions."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from election.text import LIMIT, Piece, difference

WRITTEN = st.text(st.sampled_from("ab \n.é"), max_size=60)


def _sides(pieces: list[Piece]) -> tuple[str, str]:
    before = "".join(piece.text for piece in pieces if piece.kind != "new")
    return before, "".join(piece.text for piece in pieces if piece.kind != "gone")


@settings(deadline=None)
@given(WRITTEN, WRITTEN)
def test_the_pieces_joined_are_both_texts_to_the_character(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert _sides(pieces) == (before, after)
    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


def test_a_changed_word_is_a_changed_word() -> None:
    assert difference("I will meet monthly.\nThanks!", "I will meet weekly.\nThanks!") == [
        Piece("same", "I will meet "),
        Piece("gone", "monthly"),
        Piece("new", "weekly"),
        Piece("same", ".\nThanks!"),
    ]


def test_words_changed_side_by_side_are_one_change() -> None:
    assert difference("a red house here", "a blue boat here") == [
        Piece("same", "a "),
        Piece("gone", "red house"),
        Piece("new", "blue boat"),
        Piece("same", " here"),
    ]


def test_a_new_paragraph_is_new_and_the_others_stay() -> None:
    before, after = "One.\n\nThree.\n", "One.\n\nTwo.\n\nThree.\n"
    assert difference(before, after) == [Piece("same", "One.\n\n"), Piece("new", "Two.\n\n"), Piece("same", "Three.\n")]


def test_the_same_text_has_not_changed() -> None:
    assert difference("same", "same") == [Piece("same", "same")]
    assert difference("", "") == []
    assert difference("", "new") == [Piece("new", "new")]


@pytest.mark.parametrize(
    ("before", "after"),
    [("a " * (LIMIT // 2), "b " * (LIMIT // 2)), ("x y\n" * 5000, "y x\n" * 5000), ("ab " * 6000, "ba\n" * 6000)],
)
def test_texts_with_nothing_in_common_are_compared_as_wholes(before: str, after: str) -> None:
    """The search for a shortest way is given up: it would take as many steps as both texts have words, squared."""
    pieces = difference(before, after)
    assert _sides(pieces) == (before, after)
    assert len(pieces) <= 4


def test_a_word_is_found_in_a_long_text() -> None:
    words = " ".join(f"word{number}" for number in range(2500))
    assert difference(words, words.replace("word1200 ", "")) == [
        Piece("same", words[: words.index("word1200")]),
        Piece("gone", "word1200 "),
        Piece("same", words[words.index("word1201") :]),
    ]
