"""Numbers as people write them: "3", "three", "three (3)", "a"."""

from __future__ import annotations

import re

_WORDS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_VALUES = {word: value for value, word in enumerate(_WORDS)} | {"zero": 0, "a": 1, "single": 1, "sole": 1, "both": 2}

PATTERN = rf"(?:\d{{1,3}}|{'|'.join(sorted(_WORDS[1:], key=len, reverse=True))}|a\s+single|a\s+sole|single)"
"""Matches a number from 1 on, without "a" alone."""

BRACKETED = r"(?:\s*\(\s*\d{1,3}\s*\))?"
"""The figure that often follows the word: "four (4)"."""


def value(words: str) -> int:
    """The number that `words`, a match of PATTERN, stand for. Raises KeyError for other words."""
    last = re.split(r"\s+", words.strip().casefold())[-1]
    return int(last) if last.isdigit() else _VALUES[last]


def word(number: int) -> str:
    """The number in words up to twenty: "three"."""
    return _WORDS[number] if 0 < number < len(_WORDS) else str(number)
