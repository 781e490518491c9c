"""What messages would become: announcements, questions, answers, replies; nothing is dropped silently."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from election.importers.threads import places
from election.importers.threads.copies import Copy, once
from election.importers.threads.parts import Part, asked_directly, parts
from election.importers.threads.people import People, Role
from election.importers.threads.proposals import Asked, Found, Kind, Parent, Plan, Proposal
from election.importers.threads.topics import Openings, Topic, openings
from election.importers.threads.wording import direct_quote, own_words, share, squeezed
from election.mail.message import Message
from election.mail.trim import shown

_SAID = {
    Found.QUOTE: "It quotes what it answers.",
    Found.REFERENCES: "Its header names the message it answers.",
    Found.SUBJECT: "Only its subject says so.",
}
_FIRST_OF_MANY = "It answers a message with several questions and stands under the first."


def plan(messages: Sequence[Message], people: People, standing: Sequence[Asked] = ()) -> Plan:
    """Propose what each message becomes, given the people of the election and the questions that stand in it.

    An official's message that starts a thread is an announcement, its "Q." paragraphs are questions to all. What
    answers a question (found by its quote, by References, by its subject as the last resort) is the answer if a
    candidate wrote it and has not answered yet, else a reply; what answers an answer or a reply is a reply to that.
    Proposals come parents first. Give the messages of earlier imports along with new ones, so that replies find them:
    a proposal has one of the same `keys` whatever else is read beside it.
    """
    chosen, copies = once(messages)
    planner = _Planner(chosen, people, openings(chosen, people, standing))
    for message in chosen:
        planner.place(message)
    made = [_with_keys(one, copies) for one in (*planner.opened.proposals, *planner.made)]
    return Plan(
        tuple(one for one in made if one.kind is not Kind.LEFT_OVER),
        tuple(one for one in made if one.kind is Kind.LEFT_OVER),
        tuple(copies),
    )


@dataclass
class _Planner:
    messages: Sequence[Message]
    people: People
    opened: Openings
    made: list[Proposal] = field(default_factory=list)
    placed: set[str] = field(default_factory=set)

    def place(self, message: Message) -> None:
        """Propose what `message` becomes, after the message it answers."""
        if message.digest in self.placed or message.digest in self.opened.digests:
            return
        self.placed.add(message.digest)
        reason = _unusable(message)
        if reason:
            self._leave(message, reason)
            return
        ways: tuple[Callable[[Message], bool], ...] = (
            self._by_question,
            self._by_quote,
            self._by_header,
            self._by_subject,
        )
        if not any(way(message) for way in ways):
            self._leave(
                message, "It answers no message given here and no question, and it starts no thread of its own."
            )

    def _by_question(self, message: Message) -> bool:
        found = [part for part in parts(message.text, self.opened.topics) if part.text]
        for part in found:
            self._answer(message, part, Found.QUOTE)
        return bool(found) or self._on(message, asked_directly(message.text, self.opened.topics), Found.QUOTE)

    def _by_quote(self, message: Message) -> bool:
        return self._under(message, places.quoted_message(message, self.messages), Found.QUOTE)

    def _by_header(self, message: Message) -> bool:
        return self._under(message, places.referred_message(message, self.messages), Found.REFERENCES)

    def _by_subject(self, message: Message) -> bool:
        topics = places.same_subject(message, self.opened.topics)
        if topics and squeezed("".join(direct_quote(message.text))):
            # It quotes something that is not known here, so it may well answer that and not the question.
            self._reply(message, topics[0].parent, Found.SUBJECT)
            return True
        return self._on(message, topics, Found.SUBJECT)

    def _under(self, message: Message, above: Message | None, how: Found) -> bool:
        """Put `message` under the one it answers, if that has a place."""
        if above is None:
            return False
        self.place(above)
        if above.digest in self.opened.digests:
            return self._on(message, [one for one in self.opened.topics if one.message is above], how)
        posts = [one for one in self.made if one.message is above and one.kind is not Kind.LEFT_OVER]
        if posts:
            self._reply(message, Parent(proposal=_nearest(message, posts).key), how)
        return bool(posts)

    def _on(self, message: Message, topics: Sequence[Topic], how: Found) -> bool:
        """Put `message` under the one question it can answer; a candidate's that may answer several is left over."""
        if len(_parents(topics)) > 1 and self.people.author(message.sender).role is Role.CANDIDATE:
            self._leave(message, "It answers several questions at once and does not say where each answer begins.")
        elif len(_parents(topics)) > 1:
            self._reply(message, topics[0].parent, how, _FIRST_OF_MANY)
        elif topics:
            self._answer(message, Part(topics[0]), how)
        return bool(topics)

    def _answer(self, message: Message, part: Part, how: Found) -> None:
        author = self.people.author(message.sender)
        if author.role is not Role.CANDIDATE or self._has_answered(author.key, part.topic):
            self._reply(message, part.topic.parent, how, text=part.text)
            return
        self._make(message, Kind.ANSWER, part.topic.parent, how, part.text)

    def _has_answered(self, candidate: int | None, topic: Topic) -> bool:
        return candidate in topic.answered or any(
            one.candidate == candidate and one.parent == topic.parent for one in self.made if one.kind is Kind.ANSWER
        )

    def _reply(self, message: Message, parent: Parent, how: Found, said: str = "", text: str = "") -> None:
        self._make(message, Kind.REPLY, parent, how, text, said)

    def _make(self, message: Message, kind: Kind, parent: Parent, how: Found, text: str, said: str = "") -> None:
        number = sum(1 for one in self.made if one.message is message) + 1
        self.made.append(
            Proposal(
                key=f"{message.digest}:post-{number}",
                kind=kind,
                message=message,
                author=self.people.author(message.sender),
                text=text or shown(message.text),
                parent=parent,
                how=how,
                said=" ".join(filter(None, (_SAID[how], said))),
            )
        )

    def _leave(self, message: Message, reason: str) -> None:
        author = self.people.author(message.sender)
        key = f"{message.digest}:left-over"
        self.made.append(
            Proposal(key, Kind.LEFT_OVER, message, author, shown(message.text), message.title, reason=reason)
        )


def _with_keys(proposal: Proposal, copies: Iterable[Copy]) -> Proposal:
    part = proposal.key.partition(":")[2]
    digests = {proposal.message.digest, *(copy.message.digest for copy in copies if copy.original is proposal.message)}
    return replace(proposal, keys=frozenset(f"{digest}:{part}" for digest in digests))


def _unusable(message: Message) -> str:
    if not (message.sender.name or message.sender.address):
        return "It does not say who wrote it."
    if message.partial:
        return "Only passages of it are quoted, so it is not known whole."
    if not squeezed(own_words(message.text)):
        return "It holds no words of its author's own above what it quotes."
    return ""


def _nearest(message: Message, posts: Sequence[Proposal]) -> Proposal:
    """Of the parts of one message the one that `message` quotes most of; the first if it quotes none."""
    return max(posts, key=lambda one: share(direct_quote(message.text), one.text))


def _parents(topics: Iterable[Topic]) -> set[Parent]:
    return {one.parent for one in topics}
