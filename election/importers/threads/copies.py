"""One message is one, however often it is given: as sent, as archived, and quoted in others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from election.importers.threads.people import same_sender
from election.importers.threads.wording import own_lines, own_words, share, squeezed
from election.mail.message import Message, Origin, topic

_SAME = 0.8
_CLOSE = timedelta(minutes=1)
_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Copy:
    """A message that is left out, and the one that stands for it."""

    message: Message
    original: Message


def once(messages: Sequence[Message]) -> tuple[list[Message], list[Copy]]:
    """Each message once, in the order of writing, and the copies that are left out.

    A message given whole stands for what others quote of it. A message whose date states no zone is ordered by what
    stands near it: a quoted one comes before the one that quotes it.
    """
    ordered = _ordered(messages)
    chosen: list[int] = []
    copies: list[Copy] = []
    for number in sorted(range(len(ordered)), key=lambda number: _worth(ordered[number])):
        original = next((ordered[other] for other in chosen if _is_copy(ordered[number], ordered[other])), None)
        if original:
            copies.append(Copy(ordered[number], original))
        else:
            chosen.append(number)
    return [ordered[number] for number in sorted(chosen)], copies


def _worth(message: Message) -> tuple[bool, bool, int]:
    """Sorts the fullest and surest copy of a message first."""
    return message.origin is Origin.QUOTED, message.partial, -len(message.text)


def _is_copy(message: Message, other: Message) -> bool:
    if message.digest == other.digest or (message.message_id and message.message_id == other.message_id):
        return True
    if not same_sender(message.sender, other.sender):
        return False
    if message.origin is not Origin.QUOTED and not _same_moment(message, other):
        return False
    lines = own_lines(message.text)
    return squeezed("\n".join(lines)) == squeezed(own_words(other.text)) or share(lines, own_words(other.text)) >= _SAME


def _same_moment(message: Message, other: Message) -> bool:
    if message.at is None or other.at is None:
        return False
    return abs(message.at - other.at) < _CLOSE and topic(message.subject) == topic(other.subject)


def _ordered(messages: Sequence[Message]) -> list[Message]:
    known = {message.digest: message for message in messages}
    moments: list[datetime] = []
    for message in messages:
        before = moments[-1] if moments else _EARLIEST
        moments.append(message.at or _moment_of_quoter(message, known) or before)
    return [messages[number] for number in sorted(range(len(messages)), key=lambda number: (moments[number], number))]


def _moment_of_quoter(message: Message, known: dict[str, Message]) -> datetime | None:
    seen = set()
    quoter = known.get(message.quoted_in)
    while quoter and quoter.digest not in seen:
        if quoter.at:
            return quoter.at
        seen.add(quoter.digest)
        quoter = known.get(quoter.quoted_in)
    return None
