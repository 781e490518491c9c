"""A text as plain words, for notices, titles and calendars."""

import unicodedata

from election.text.rendering import render
from election.text.words import Words

_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
_END = "…"


def plain(source: str) -> str:
    """`source` without the marks of Markdown: blocks parted by blank lines, items and quotes with their marks.

    A link's address follows it in brackets. Raises Refused where `render` does.
    """
    return "\n".join(_lines(source, addresses=True))


def excerpt(source: str, length: int = 200) -> str:
    """The first words of `source` in one line: all, or at most `length` characters and "…". Raises Refused."""
    words = " ".join(" ".join(_lines(source, addresses=False)).split())
    if len(words) <= length:
        return words
    return words[: _end(words, length)].rstrip(" ,;:–—-([") + _END


def _lines(source: str, *, addresses: bool) -> list[str]:
    reader = Words(addresses=addresses)
    reader.feed(render(source))
    reader.close()
    return "\n".join(line.rstrip() for line in reader.lines).strip("\n").split("\n")


def _end(words: str, length: int) -> int:
    """Where to cut: after a word, or where none ends in the last half, not before what combines with a letter."""
    space = words.rfind(" ", length // 2, length + 1)
    if space > 0:
        return space
    end = length
    while end > 1 and (unicodedata.combining(words[end]) or words[end] in _JOINERS or words[end - 1] == "\u200d"):
        end -= 1
    return end
