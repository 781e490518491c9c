"""A message as it was received: who, when, what, and how it came here."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property

from election.mail import names
from election.mail.addresses import Sender
from election.mail.lines import Kind
from election.mail.trim import classify

_REPLY = re.compile(
    r"\s*(?:re|aw|sv|vs|antw|antwort|fwd?|wg|tr|rv|回复|答复|转发)\s*(?:\[\d+\])?\s*[:：]\s*", re.IGNORECASE
)
_TAG = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*")
_WRAPPED = {Kind.FOOTER, Kind.DELIMITER, Kind.BLANK}


class Origin(Enum):
    """How a message came here."""

    ARCHIVE = "as a mailing-list archive shows it"
    RFC5322 = "as sent"
    QUOTED = "quoted in another message"
    PLAIN = "as text without sender and date"


@dataclass(frozen=True)
class Message:
    """One message. `text` is its whole body, untouched.

    `at` is the instant in UTC, None where none is known; `sent_text` says the date in words in either case.
    `partial` says that only some passages of it are known, because whoever quotes it answers between them.
    `quoted_in` is the digest of the message that quotes this one, if that is where it was found.
    """

    subject: str
    sender: Sender
    at: datetime | None
    sent_text: str
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    text: str
    origin: Origin
    remarks: tuple[str, ...] = ()
    partial: bool = False
    quoted_in: str = ""

    @cached_property
    def digest(self) -> str:
        """A hash (SHA-256, hexadecimal) that copies of one message share: over the subject without "Re:" and list
        names, the sender, and the words without white space and what lists and archives add.
        """
        sender = self.sender.address or names.key(self.sender.name)
        words = " ".join(
            word for line in classify(self.text) if line.kind not in _WRAPPED for word in line.text.split()
        )
        return hashlib.sha256("\0".join((topic(self.subject), sender, words)).encode()).hexdigest()

    @property
    def title(self) -> str:
        """The subject without "Re:" and list names."""
        return title(self.subject)

    @property
    def is_reply(self) -> bool:
        """Whether the message says that it answers another, by its header or its subject."""
        return bool(self.in_reply_to or self.references or _REPLY.match(_TAG.sub("", self.subject, count=1)))


def title(subject: str) -> str:
    """A subject without the marks that replying and lists put before it."""
    rest, before = " ".join(subject.split()), ""
    while rest != before:
        before = rest
        rest = _TAG.sub("", _REPLY.sub("", rest, count=1), count=1) if _TAG.match(rest) or _REPLY.match(rest) else rest
    return rest or before


def topic(subject: str) -> str:
    """What the subjects of one thread have in common: the title in lower case."""
    return title(subject).casefold()
