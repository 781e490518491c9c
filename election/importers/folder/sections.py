"""What the lists in a results file are lists of: nominees, the elected, a ranking, the withdrawn."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from election.importers.folder.lines import Piece, Shape, sentences
from election.importers.folder.listed import Listed, listed, table
from election.importers.folder.mentions import plain


class Topic(Enum):
    """What a list is about."""

    NOMINEES = "nominees"
    ELECTED = "elected"
    RANKING = "ranking"
    BEATEN = "not elected"
    WITHDRAWN = "withdrawn"
    OTHER = "other"
    UNKNOWN = "unknown"


_WORDS = {
    Topic.OTHER: r"officials?|(?:continuing|remaining|current) members|members (?:not|who)|thanks?|electorate",
    Topic.BEATEN: r"not (?:been )?elected|unsuccessful|runners?[- ]up|(?:other|remaining) candidates",
    Topic.WITHDRAWN: r"withdr[ae]wn?|stepped down",
    Topic.ELECTED: (
        r"(?<!to be )elected|winn(?:ers?|ing)|appointed|new members?|admitted|congratulat\w+|successful|acclaimed|"
        r"will (?:serve|join)"
    ),
    Topic.RANKING: r"rank\w*|votes?|tally|scores?|order(?:ed)?|final standings|place",
    Topic.NOMINEES: r"nominat\w+|nominees?|candidates?|candidac\w+|applica\w+|stood|running|ran",
}
_TOPICS = [(topic, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for topic, words in _WORDS.items()]
_TOPICS.append((Topic.RANKING, re.compile(r"\b(?:results?|outcome)\b", re.IGNORECASE)))


@dataclass(frozen=True)
class Section:
    """A list of people, what it is about, and the sentence that says so."""

    topic: Topic
    people: tuple[Listed, ...]
    lead: str = ""

    @property
    def is_ranked(self) -> bool:
        """Whether each person has a place or a count."""
        return all(one.place is not None for one in self.people) or all(one.votes is not None for one in self.people)


def sections(pieces: Sequence[Piece]) -> list[Section]:
    """The lists of people in a results file, in its order."""
    found: list[Section] = []
    for lead, group in _groups(pieces):
        people = table(group) if group[0].shape is Shape.ROW else [one for piece in group if (one := listed(piece))]
        if people:
            found.append(_marked(Section(topic(lead), tuple(people), lead)))
    return found


def topic(lead: str) -> Topic:
    """What a list below `lead` is about: by its last sentence, else by all of it."""
    last = re.split(r"(?<=[.!?;])\s+", plain(lead).strip())[-1]
    for text in (last, lead):
        for kind, pattern in _TOPICS:
            if pattern.search(text):
                return kind
    return Topic.UNKNOWN


def _groups(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Items or rows that follow each other, with the text above them."""
    lead, group = "", list[Piece]()
    for piece in pieces:
        if piece.shape in (Shape.ITEM, Shape.ROW):
            if group and group[-1].shape is not piece.shape:
                yield lead, group
                group = []
            group.append(piece)
            continue
        if group:
            yield lead, group
            lead, group = "", []
        lead = piece.text
    if group:
        yield lead, group


def _marked(section: Section) -> Section:
    """Where the lead says that those in bold are elected, they are."""
    if not re.search(r"\bin bold\b|\bbold(?:ed)?\b", section.lead, re.IGNORECASE):
        return section
    return replace(section, people=tuple(replace(one, elected=one.strong) for one in section.people))


def prose(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The sentences that are no list items."""
    for piece in pieces:
        if piece.shape is Shape.TEXT:
            yield from sentences(piece)
