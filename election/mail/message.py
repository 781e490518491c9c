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

_TAG = r"\[[^\[\]]{1,40}\]\s*(?=\S)"
_ANSWERS = r"(?:re|aw|sv|vs|antw|antwort|tr|rv|回复|答复)\s*(?:\[\d+\])?\s*[:：]\s*"
_FORWARDS = r"(?:fwd?|wg|转发)\s*[:：]\s*"
_REPLY = re.compile(rf"\s*(?:{_TAG})*{_ANSWERS}", re.IGNORECASE)
_MARKS = re.compile(rf"\s*(?:{_TAG}|{_ANSWERS}|{_FORWARDS})*", re.IGNORECASE)
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
        return bool(self.in_reply_to or self.references or _REPLY.match(self.subject))


def title(subject: str) -> str:
    """A subject without the marks that replying and lists put before it."""
    return _MARKS.sub("", " ".join(subject.split()), count=1)


def topic(subject: str) -> str:
    """What the subjects of one thread have in common: the title in lower case."""
    return title(subject).casefold()
