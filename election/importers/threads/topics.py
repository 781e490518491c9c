"""The questions that messages can answer: those that stand already, and those that the messages themselves ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from election.importers.threads.people import Author, Match, People, Role, same_sender
from election.importers.threads.proposals import Asked, Found, Kind, Parent, Proposal
from election.importers.threads.questions import Wording, questions
from election.importers.threads.wording import bare, direct_quote, squeezed
from election.mail.addresses import Sender
from election.mail.message import Message, Origin, topic
from election.mail.trim import shown

_BY_OFFICIAL = "An official wrote it, and it starts a thread."
_BY_STARTER = "Whoever started the thread counts as an official, as none is known among the authors."
_ASKS = "It is a “Q.” paragraph of its message."


@dataclass(frozen=True)
class Topic:
    """A question to answer: where it stands, its words, the message that asks it, and who has answered already."""

    parent: Parent
    text: str
    message: Message | None = None
    answered: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Openings:
    """What starts threads: the proposals, the topics, and the digests of the messages that became these."""

    proposals: tuple[Proposal, ...]
    topics: tuple[Topic, ...]
    digests: frozenset[str]


def opener(messages: Sequence[Message], people: People) -> Sender | None:
    """Who counts as an official where none is among the authors: whoever starts a thread and is no candidate, the
    first of them who asks a "Q." there; None where an official is among the authors or nobody starts one.
    """
    roles = [people.author(message.sender).role for message in messages]
    if Role.OFFICIAL in roles:
        return None
    starters = [
        message
        for message, role in zip(messages, roles, strict=True)
        if role is Role.OTHER and (message.sender.name or message.sender.address) and _starts(message)
    ]
    asking = (message.sender for message in starters if questions(message.text))
    return next(asking, starters[0].sender if starters else None)


def openings(messages: Sequence[Message], people: People, standing: Sequence[Asked]) -> Openings:
    """The announcements and questions among `messages`. A question that stands already is not asked again."""
    starter = opener(messages, people)
    proposals: list[Proposal] = []
    topics = [Topic(Parent(question=one.key), one.text, None, one.answered) for one in standing]
    digests: dict[str, str] = {}
    for message in messages:
        author = people.author(message.sender)
        acts = author.role is Role.OFFICIAL or (starter is not None and same_sender(message.sender, starter))
        if author.role is Role.CANDIDATE or not _opens(message, acts=acts, opened=set(digests.values())):
            continue
        digests[message.digest] = topic(message.subject)
        if acts and not message.partial:
            proposals.append(_announcement(message, author))
        for number, wording in enumerate(questions(message.text)):
            topics.append(_topic(message, number, wording, topics))
            if topics[-1].parent.proposal:
                proposals.append(_question(message, author, number, wording))
    return Openings(tuple(proposals), tuple(topics), frozenset(digests))


def _starts(message: Message) -> bool:
    return not message.is_reply and not direct_quote(message.text)


def _opens(message: Message, *, acts: bool, opened: set[str]) -> bool:
    """Whether a message starts something. Archives and quotes drop "Re:", so there a known subject means a reply."""
    if not (message.sender.name or message.sender.address):
        return False
    asks = bool(questions(message.text))
    if message.partial:
        return acts and asks
    fresh = _starts(message) and (message.origin is Origin.RFC5322 or topic(message.subject) not in opened)
    return (fresh or asks) if acts else (fresh and asks)


def _announcement(message: Message, author: Author) -> Proposal:
    return Proposal(
        key=f"{message.digest}:announcement",
        kind=Kind.ANNOUNCEMENT,
        message=message,
        author=author,
        title=message.title,
        text=shown(message.text),
        how=Found.START,
        said=_BY_STARTER if author.match is Match.UNKNOWN else _BY_OFFICIAL,
    )


def _question(message: Message, author: Author, number: int, wording: Wording) -> Proposal:
    return Proposal(
        key=_question_key(message, number),
        kind=Kind.QUESTION,
        message=message,
        author=author,
        text=wording.text,
        background=wording.background,
        how=Found.START,
        said=_ASKS,
    )


def _question_key(message: Message, number: int) -> str:
    return f"{message.digest}:question-{number + 1}"


def _topic(message: Message, number: int, wording: Wording, topics: Sequence[Topic]) -> Topic:
    whole = wording.background or wording.text
    for one in topics:
        if squeezed(bare(one.text)) in {squeezed(whole), squeezed(wording.text)}:
            return Topic(one.parent, whole, message, one.answered)
    return Topic(Parent(proposal=_question_key(message, number)), whole, message)
