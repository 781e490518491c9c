"""What a text may cost: its length, the depth of its containers, the work of its marks."""

import re
from collections.abc import Iterable

LIMIT = 20_000  # characters a post
DEPTH = 12  # containers in each other; deeper marks stay text
WORK = 80_000_000  # marks of a paragraph times its length; real texts stay below a thirtieth of it

_MARKS = re.compile(r"[*_~\\]")
_TOO_MUCH = (
    "There is too much markup in one paragraph to show it. Part the text with blank lines, "
    "or put code and logs between two lines of ``` each."
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


def weigh(paragraphs: Iterable[str]) -> None:
    """Let pass what the inline patterns can read in a fraction of a second. Raises Refused.

    They rewrite a paragraph at each mark, and look for the end of a code span from each of its backticks.
    """
    if sum(len(text) * (len(_MARKS.findall(text)) + 10 * text.count("`")) for text in paragraphs) > WORK:
        raise Refused(_TOO_MUCH)
