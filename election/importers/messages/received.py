"""What was given: each message once, with the text it came as; and messages as rows hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from election.mail import charsets, receive
from election.mail.addresses import Sender
from election.mail.message import Message, Origin
from election.models import Message as Row


@dataclass(frozen=True)
class Received:
    """A message that was given. One found quoted in another, or attached to it, has no `raw` of its own: `holder` is
    the digest of the message it was found in."""

    message: Message
    raw: str = ""
    holder: str = ""


def received(files: Iterable[bytes]) -> dict[str, Received]:
    """The messages in `files` by their digest; of several copies the one that was not quoted, else the longest."""
    found: dict[str, Received] = {}
    for raw in files:
        for piece in receive.pieces(raw):
            for one in _in_piece(piece):
                known = found.get(one.message.digest)
                if known is None or worth(one.message) > worth(known.message):
                    found[one.message.digest] = one
    return found


def _in_piece(piece: bytes) -> list[Received]:
    messages = receive.read(piece)
    given = next((one for one in messages if one.origin is not Origin.QUOTED), None)
    text = charsets.decode(piece)[0]
    return [
        Received(one, raw=text) if given is None or one is given else Received(one, holder=given.digest)
        for one in messages
    ]


def worth(message: Message) -> tuple[bool, bool, bool, int]:
    """Sorts the fullest copy of a message last."""
    return message.origin is not Origin.QUOTED, not message.partial, message.at is not None, len(message.text)


def message_of(row: Row) -> Message:
    """The message that a row holds, as it was read."""
    return Message(
        subject=row.subject,
        sender=Sender(row.sender_name, row.sender_address),
        at=row.at,
        sent_text=row.sent,
        message_id=row.message_id,
        in_reply_to=row.in_reply_to,
        references=tuple(row.references),
        text=row.text,
        origin=Origin[row.origin],
        remarks=tuple(row.remark.splitlines()),
        partial=row.partial,
        quoted_in=row.quoted_in,
    )


def columns(message: Message) -> dict[str, Any]:
    """The columns of a row that hold `message`."""
    return {
        "subject": message.subject,
        "sender_name": message.sender.name,
        "sender_address": message.sender.address,
        "at": message.at,
        "sent": message.sent_text,
        "message_id": message.message_id,
        "in_reply_to": message.in_reply_to,
        "references": list(message.references),
        "text": message.text,
        "origin": message.origin.name,
        "remark": "\n".join(message.remarks),
        "partial": message.partial,
        "quoted_in": message.quoted_in,
    }
