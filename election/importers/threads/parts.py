"""Cut a message at its quotes of several questions, so that each answer stands under its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from election.importers.threads.topics import Topic
from election.importers.threads.wording import bare, blocks, direct_quote, own_words, passage, quotes, squeezed
from election.mail.lines import Kind, Line, unquoted
from election.mail.markdown import markdown


@dataclass(frozen=True)
class Part:
    """The part of a message that answers one question: the question, and the lines to show."""

    topic: Topic
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The part as Markdown; empty where the author has not written a word of their own in it."""
        own = any(line.kind is Kind.TEXT and squeezed(line.text) for line in self.lines)
        return markdown(self.lines) if own else ""


def parts(text: str, topics: Sequence[Topic]) -> list[Part]:
    """The parts of a message that quotes questions, each quote of one beginning the part that answers it.

    Quotes of the question and of the message that asked it are left out, as these stand above; what comes before the
    first quote belongs to the first part. Empty where no question is quoted by itself.
    """
    found: list[Part] = []
    before: list[Line] = []
    current = before
    passages = blocks(text)
    nearest = min((line.depth for block in passages for line in block if line.kind is Kind.QUOTE), default=0)
    for block in passages:
        asked = _asked_in(block, topics, nearest)
        if len(asked) == 1:
            current = _part_on(asked[0], found).lines
        current.extend(without_question(block, asked))
    if found:
        found[0].lines[:0] = before
    return found


def asked_directly(text: str, topics: Sequence[Topic]) -> list[Topic]:
    """The questions that stand in what a message quotes of the one it answers."""
    return _asked("\n".join(direct_quote(text)), topics)


def without_question(block: Sequence[Line], asked: Sequence[Topic]) -> list[Line]:
    """The lines of a passage that are neither the questions asked in it nor from the messages that ask them."""
    sources = [squeezed(f"{one.text}\n{own_words(one.message.text) if one.message else ''}") for one in asked]
    rest = [line for line in block if not any(_words_of(line) and _words_of(line) in source for source in sources)]
    return rest if any(_words_of(line) for line in rest) else []


def _part_on(topic: Topic, found: list[Part]) -> Part:
    for part in found:
        if part.topic.parent == topic.parent:
            return part
    found.append(Part(topic))
    return found[-1]


def _asked_in(block: Sequence[Line], topics: Sequence[Topic], depth: int) -> list[Topic]:
    """The questions quoted in a passage at `depth`; what is quoted more deeply is what the quoted one answered."""
    if block[0].kind is Kind.QUOTE:
        return _asked(passage(line for line in block if line.depth == depth), topics)
    words = passage(block)
    # Some paste the question above their answer without marking it as a quote.
    return [one for one in topics if squeezed(bare(words)) and squeezed(bare(words)) == squeezed(bare(one.text))][:1]


def _asked(words: str, topics: Sequence[Topic]) -> list[Topic]:
    """The questions that `words` quote, each once; those quoted in full before those quoted in part."""
    found = {one.parent: one for one in topics if quotes(words, one.text)}
    full = [one for one in found.values() if squeezed(bare(one.text)) in squeezed(words)]
    longest = [one for one in full if not any(_within(one, other) for other in full)]
    return longest or list(found.values())


def _within(one: Topic, other: Topic) -> bool:
    inner, outer = squeezed(bare(one.text)), squeezed(bare(other.text))
    return inner != outer and inner in outer


def _words_of(line: Line) -> str:
    return squeezed(bare(unquoted(line)))
