"""Messages as a mailing-list archive shows them: subject, "Name name at host", date, and the body below."""

import re
from dataclasses import dataclass

from election.mail import dates
from election.mail.addresses import holds_address, parse_sender
from election.mail.message import Message, Origin

_DATE = re.compile(r"\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2}\s+\d{1,2} \d{2}:\d{2}:\d{2} (?:\S+ )?\d{4}\s*")
_LONGEST_SENDER = 200


@dataclass(frozen=True)
class _Head:
    start: int
    sender: int
    body: int


def is_archived(text: str) -> bool:
    """Whether `text` begins as an archive's page does."""
    heads = _heads(text.split("\n"))
    return bool(heads) and not "".join(text.split("\n")[: heads[0].start]).strip()


def pages(text: str) -> list[str]:
    """The pages in `text`, each with its head, untouched; `read` finds one message in each."""
    lines = text.split("\n")
    starts = [head.start for head in _heads(lines)]
    ends = [*starts[1:], len(lines)]
    return ["\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def read(text: str, remarks: tuple[str, ...] = ()) -> list[Message]:
    """The messages in `text`, which may hold several pages one below the other, each body untouched.

    `remarks` on how the text was read go to each of them.
    """
    lines = text.split("\n")
    heads = _heads(lines)
    ends = [head.start for head in heads[1:]] + [len(lines)]
    return [_message(lines, head, end, remarks) for head, end in zip(heads, ends, strict=True)]


def _heads(lines: list[str]) -> list[_Head]:
    found = []
    for number in range(1, len(lines)):
        sender = lines[number - 1]
        if _DATE.fullmatch(lines[number]) and len(sender) <= _LONGEST_SENDER and holds_address(sender):
            found.append(_Head(_subject_line(lines, number - 1), number - 1, number + 1))
    return found


def _subject_line(lines: list[str], sender: int) -> int:
    """The number of the line with the subject: right above the sender or over one or two blank lines."""
    for number in range(sender - 1, max(sender - 4, -1), -1):
        if lines[number].strip():
            return number
    return sender


def _message(lines: list[str], head: _Head, end: int, remarks: tuple[str, ...]) -> Message:
    date = dates.find(lines[head.body - 1])
    return Message(
        subject=lines[head.start].strip() if head.start < head.sender else "",
        sender=parse_sender(lines[head.sender]),
        at=date.at,
        sent_text=date.text,
        message_id="",
        in_reply_to="",
        references=(),
        text="\n".join(lines[head.body : end]),
        origin=Origin.ARCHIVE,
        remarks=remarks,
    )
