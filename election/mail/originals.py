"""The messages that another one quotes whole below "On … wrote:" or a block of header fields."""

import re

from election.mail.attribution import Attribution
from election.mail.lines import Kind, Line, dequote
from election.mail.message import Message, Origin
from election.mail.trim import Trimmed, quote_runs, trim

_DEEPEST = 10
_ASKS = re.compile(r"(?m)^[^\w\n]*Q(?:uestion)?\s?#?\d{0,2}\s?[.:)]")


def originals(message: Message, depth: int = 0) -> list[Message]:
    """The quoted messages, the oldest first, each with its author and date as the quote states them.

    A quote cut up by the words that answer it is no whole message: it counts only if it holds a "Q." paragraph.
    """
    if depth >= _DEEPEST:
        return []
    found: list[Message] = []
    trimmed = trim(message.text)
    for number, above in enumerate(trimmed.attributions):
        text, whole = _quoted_text(message.text, trimmed, number)
        if text.strip() and (whole or _ASKS.search(text)):
            original = _message(message, above, text, whole=whole)
            found = [*originals(original, depth + 1), original, *found]
    return found


def _quoted_text(text: str, trimmed: Trimmed, number: int) -> tuple[str, bool]:
    """What the attribution with this number stands above, without its quote marks, and whether it is in one piece."""
    above = trimmed.attributions[number]
    following = trimmed.attributions[number + 1 :]
    lines = trimmed.lines
    end = following[0].lines.start if following else len(lines)
    if any(line.kind is Kind.HISTORY for line in lines[above.lines.stop : end]):
        return text[lines[above.lines.stop - 1].end :], True
    runs = quote_runs(lines, above.lines.stop, end)
    return "\n\n".join(_run_text(lines, run) for run in runs), len(runs) == 1


def _run_text(lines: tuple[Line, ...], run: list[int]) -> str:
    return dequote("\n".join(line.text for line in lines[run[0] : run[-1] + 1]))


def _message(outer: Message, above: Attribution, text: str, *, whole: bool) -> Message:
    return Message(
        subject=above.subject or outer.title,
        sender=above.sender,
        at=above.date.at,
        sent_text=above.date.text,
        message_id="",
        in_reply_to="",
        references=(),
        text=text,
        origin=Origin.QUOTED,
        remarks=() if whole else ("Only the quoted passages of it are known.",),
        partial=not whole,
        quoted_in=outer.digest,
    )
