"""What a text may cost: its length, the depth of its containers, the work of its marks."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

LIMIT = 20_000  # characters a post
DEPTH = 12  # containers in each other; deeper marks stay text
WORK = 30_000_000  # marks of a paragraph times its length; real texts stay below a hundredth
PARTS = 8_000  # blocks, texts with markup, and marks; real texts stay below an eighth

_MARKS = re.compile(r"[*_~\\]")
_TOO_DENSE = (
    "There is too much markup in one paragraph to show it. Part the text with blank lines, "
    "or put code and logs between two lines of ``` each."
)
_TOO_MANY = (
    "This text has too many lists, tables or marked words to show it. Please make two posts of it, or simplify it."
)


class Refused(ValueError):
    """A text that cannot be shown; the message tells its author what is wrong and how to mend it."""


def admit(source: str) -> None:
    """Let pass what has at most LIMIT characters, all of them whole. Raises Refused."""
    if (over := len(source) - LIMIT) > 0:
        characters = "1 character" if over == 1 else f"{over:,} characters"
        raise Refused(f"This text is {characters} too long. Please shorten it to {LIMIT:,}.")
    try:
        source.encode()
    except UnicodeEncodeError as wrong:
        before = source[: wrong.start].splitlines()[-1:]
        place = f" after “{before[0][-20:].strip()}”" if before and before[0].strip() else ""
        raise Refused(f"This text holds half a character{place}. Please delete it and type it again.") from wrong


def weigh(root: Element, marked: Iterable[str]) -> None:
    """Let pass what can be shown in a fraction of a second: the blocks below `root`, and their texts that hold markup.

    Each block and each text costs something; the inline patterns rewrite a text at each mark, and look for the end of
    a code span from each of its backticks. Raises Refused.
    """
    work, parts = 0, sum(1 for _ in root.iter())
    for text in marked:
        marks, backticks = len(_MARKS.findall(text)), text.count("`")
        work += len(text) * (marks + 10 * backticks)
        parts += 2 + marks + backticks
    if work > WORK:
        raise Refused(_TOO_DENSE)
    if parts > PARTS:
        raise Refused(_TOO_MANY)
