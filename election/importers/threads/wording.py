"""Compare wordings: whether one text quotes another, however it was wrapped and typeset on the way."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from election.mail.lines import Kind, Line, dequote, unquoted
from election.mail.trim import classify, kept, trim

_SHORTEST = 12  # letters: shorter texts stand in others by chance
_WORDS_SHARED = 0.8
_FEWEST_WORDS = 5
_PREFIX = re.compile(r"\A\W*Q(?:uestion)?\s?#?\d{0,2}\s?[.:)]\s*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """The letters and digits of `text`, without case, white space and punctuation."""
    return "".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def bare(text: str) -> str:
    """A question without the "Q." before it."""
    return _PREFIX.sub("", text, count=1)


def quotes(passage: str, text: str) -> bool:
    """Whether `passage` quotes `text`, or a good part of it: one stands in the other, or nearly all words agree."""
    inner, outer = squeezed(bare(passage)), squeezed(bare(text).rstrip("…"))
    if not inner or not outer:
        return False
    if inner == outer or (len(outer) >= _SHORTEST and outer in squeezed(passage)):
        return True
    if len(inner) >= _SHORTEST and inner in outer:
        return True
    shared, all_words = _words(passage) & _words(text), _words(passage) | _words(text)
    return len(shared) >= _FEWEST_WORDS and len(shared) >= _WORDS_SHARED * len(all_words)


def share(passage: Iterable[str], text: str) -> float:
    """How much of the lines of `passage` stands in `text`, from 0 to 1; 0 where too little is there to tell."""
    lines = [squeezed(line) for line in passage]
    letters = sum(len(line) for line in lines)
    if letters < _SHORTEST:
        return 0.0
    return sum(len(line) for line in lines if line in squeezed(text)) / letters


@lru_cache(maxsize=1024)
def own_lines(text: str) -> tuple[str, ...]:
    """The lines that the author of a message wrote."""
    return tuple(line.text for line in classify(text) if line.kind is Kind.TEXT)


def own_words(text: str) -> str:
    """What the author of a message wrote, as one text."""
    return "\n".join(own_lines(text))


@lru_cache(maxsize=1024)
def direct_quote(text: str) -> tuple[str, ...]:
    """The lines that a message quotes from the one it answers, not those quoted in that one in turn."""
    trimmed = trim(text)
    quoted = [line for line in trimmed.lines if line.kind is Kind.QUOTE]
    if quoted:
        depth = min(line.depth for line in quoted)
        nearest = "\n".join(unquoted(line) for line in quoted if line.depth == depth)
        return own_lines(dequote(nearest))
    history = next((above for above in trimmed.attributions), None)
    if history is None:
        return ()
    return own_lines(text[trimmed.lines[history.lines.stop - 1].end :])


def blocks(text: str) -> list[list[Line]]:
    """The lines to show of a message, cut into passages: quotes, and paragraphs of the author's own."""
    found: list[list[Line]] = []
    for line in kept(text):
        last = found[-1][-1].kind if found else None
        if last is None or (line.kind is not Kind.BLANK and line.kind is not last):
            found.append([])
        found[-1].append(line)
    return found


def passage(block: Iterable[Line]) -> str:
    """The words of a passage without quote marks."""
    return "\n".join(unquoted(line) for line in block)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", unicodedata.normalize("NFKC", bare(text)).casefold()))
