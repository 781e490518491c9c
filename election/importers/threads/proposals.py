"""What messages would become: proposals for officials to look at, correct and confirm."""

from dataclasses import dataclass
from enum import Enum

from election.importers.threads.copies import Copy
from election.importers.threads.people import Author
from election.mail.message import Message


class Kind(Enum):
    """What a message, or a part of one, would become."""

    ANNOUNCEMENT = "announcement"
    QUESTION = "question"
    ANSWER = "answer"
    REPLY = "reply"
    LEFT_OVER = "left over"


class Found(Enum):
    """How it was found where a message belongs."""

    START = "by its place at the start"
    QUOTE = "by its quote"
    REFERENCES = "by its references"
    SUBJECT = "by its subject alone"
    NOWHERE = "not found"


@dataclass(frozen=True)
class Asked:
    """A question that stands already: its number, the key of its row, its text, and which candidates have answered."""

    number: int
    key: int
    text: str
    answered: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Parent:
    """What an answer or a reply goes under: another proposal, by its key, or a question that stands, by its row's."""

    proposal: str = ""
    question: int | None = None


@dataclass(frozen=True)
class Proposal:
    """What one message, or a part of it, would become.

    `key` is the same each time the same message is read, so that nothing is made twice. `title` is an announcement's;
    `text` is Markdown, except a question's, which is one plain sentence with the rest in `background`.
    `keys` holds that key and those it has when only a copy of the message is read, say a quote of it.
    `said` is a sentence on how it was found; `reason` says why something is left over.
    """

    key: str
    kind: Kind
    message: Message
    author: Author
    text: str = ""
    title: str = ""
    background: str = ""
    parent: Parent | None = None
    how: Found = Found.NOWHERE
    said: str = ""
    reason: str = ""
    keys: frozenset[str] = frozenset()

    @property
    def candidate(self) -> int | None:
        """The key of the candidate whose answer this is; None for everything else."""
        return self.author.key if self.kind is Kind.ANSWER else None


@dataclass(frozen=True)
class Plan:
    """All that was read: what would be made, parents before what goes under them; what fits nowhere; and copies."""

    proposals: tuple[Proposal, ...]
    left_over: tuple[Proposal, ...]
    doubles: tuple[Copy, ...]
