"""What an election's results file says, before its names are matched with anybody's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from election.importers.folder.anchors import Hint, settled, title_hint
from election.importers.folder.days import MONTH
from election.importers.folder.figures import Figure, figures
from election.importers.folder.lines import Piece, Shape, pieces, sentences
from election.importers.folder.mentions import mentions, plain
from election.importers.folder.sections import Section, Topic, sections, topic
from election.importers.folder.terms import term_months
from election.importers.folder.values import Remark
from election.importers.folder.wording import NUMBER, number

_STOOD = r"nomin\w+|candida\w+|applica\w+|people|persons|contributors"
_PHASE = r"phases?|vot\w+|elections?|poll"
_NOT_HELD = r"(?:not|n't) (?:be )?(?:needed|necessary|required|held|take place)"
_ACCLAIMED = re.compile(
    r"\bbypassed\b|\bover sooner\b|\bunopposed\b|\buncontested\b|\bacclamation\b|\bacclaimed\b|\bautomatically\b|"
    rf"\b(?:{_PHASE})\b[^.]*\b(?:skipped|cancel\w+|unnecessary|{_NOT_HELD})|"
    r"\bno (?:election|vote|voting|ballot|poll)\b[^.]*\b(?:needed|necessary|required|held|took place)|"
    r"\bno need (?:for|to)\b|\bwithout (?:a |an )?(?:vote|voting|election|ballot)\b|\b(?:not|n't) (?:exceed|outnumber)|"
    r"\b(?:match\w*|equal\w*(?: to)?|same (?:number )?as) the number of\b|"
    rf"\ball (?:of )?(?:the )?(?:\w+ )?(?:{_STOOD})\b[^.]*\b(?:appointed|elected|admitted)",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\belections? (?:was|were) held\b|\bvotes? (?:was|were) (?:held|cast|counted)\b", re.IGNORECASE)
_DECLARED = re.compile(
    r"\b(?:admitted|appointed|elected|declared|certified|announced|concluded|ended|closed)\b", re.IGNORECASE
)
_RECEIVED = re.compile(rf"(?P<count>{NUMBER})\s+(?:\w+\s+)?(?:{_STOOD})\b[^.]*\breceived\b", re.IGNORECASE)
_ADMITTED = re.compile(
    rf"(?P<count>{NUMBER})\s+(?:\w+\s+)?(?:members|{_STOOD})\s+(?:were|was|are|have been)\s+\(?(?:re-?\)?-?\s?)?"
    r"(?:admitted|elected|appointed)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(rf"{MONTH},?\s+20\d\d\b", re.IGNORECASE)


@dataclass(frozen=True)
class Results:
    """A results file as read. `is_acclaimed` where it says that there was no vote; `declared` the day it gives."""

    file: str
    source: str
    sections: tuple[Section, ...]
    prose: tuple[Piece, ...]
    figures: tuple[Figure, ...]
    is_acclaimed: bool
    declared: date | None
    term_months: int | None
    received: tuple[int, int] | None
    admitted: tuple[int, int] | None
    remarks: tuple[Remark, ...] = ()

    def about(self, *topics: Topic) -> list[Section]:
        """The lists about any of `topics`."""
        return [section for section in self.sections if section.topic in topics]

    def sentences(self, kind: Topic) -> list[Piece]:
        """The sentences, outside lists, that speak of `kind`."""
        return [sentence for sentence in self.prose if topic(sentence.text) is kind]


def read_results(file: str, source: str, around: date | None, title: str) -> Results:
    """What the results file `source` says; `around` is a day in the election's midst, `title` the election's."""
    parts = pieces(source)
    text = [sentence for part in parts if part.shape is Shape.TEXT for sentence in sentences(part)]
    words = " ".join(plain(sentence.text) for sentence in text)
    declared, remarks = _declared(file, parts, text, around)
    return Results(
        file=file,
        source=source,
        sections=tuple(sections(parts)),
        prose=tuple(text),
        figures=tuple(figures(text)),
        is_acclaimed=bool(_ACCLAIMED.search(words)) and not _VOTED.search(words),
        declared=declared,
        term_months=term_months(parts),
        received=_counted(_RECEIVED, text),
        admitted=_counted(_ADMITTED, text),
        remarks=(*remarks, *_other_time(file, parts, title)),
    )


def _declared(
    file: str, parts: Sequence[Piece], text: Sequence[Piece], around: date | None
) -> tuple[date | None, list[Remark]]:
    """The day beside a word such as "admitted", else the first day in the file."""
    spoken = [sentence for sentence in text if _DECLARED.search(sentence.text)]
    for piece in (*spoken, *parts):
        for mention in mentions(piece.text):
            day = settled(mention, around)
            if day and mention.year and mention.year != day.year:
                said = f"The year {mention.year} does not fit the election; it is read as {day.year}."
                return day, [Remark(file, piece.line_at(mention.start), said)]
            if day:
                return day, []
    return None, []


def _counted(pattern: re.Pattern[str], text: Sequence[Piece]) -> tuple[int, int] | None:
    """The number a sentence gives, and its line."""
    for sentence in text:
        found = pattern.search(plain(sentence.text))
        if found and (count := number(found["count"])):
            return count, sentence.line_at(found.start())
    return None


def _other_time(file: str, parts: Sequence[Piece], title: str) -> list[Remark]:
    """A month and year that are not the title's."""
    own = title_hint(title)
    if own is None or own.month is None:
        return []
    found: list[Remark] = []
    for piece in parts:
        for when in _WHEN.finditer(plain(piece.text)):
            if title_hint(when[0]) != Hint(own.year, own.month):
                said = f"It speaks of {when[0]}, the election is of another time by its title: “{title}”."
                found.append(Remark(file, piece.line_at(when.start()), said))
    return found
