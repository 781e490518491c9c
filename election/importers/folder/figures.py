"""How many seats an election fills, in prose: "two of the seven seats", "Seats: 3", "two (corrected: three seats)"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from election.importers.folder.lines import Piece, Shape, cells, sentences
from election.importers.folder.mentions import plain
from election.importers.folder.wording import CHANGED, NUMBER, OLD, number

_SEATS = r"(?:seats?|positions?|vacanc(?:y|ies)|openings|places)\b"
_FILLER = r"(?:\s+(?!(?:and|or|of|with|for|which|are|is|from|to)\b)[\w'’/&-]+){0,5}?"
_UP = (
    r"\b(?:up\b|open\b|available|vacant|contested|to be (?:filled|elected)|being (?:filled|elected)|elected|expir\w+|"
    r"in this election)"
)
_ELECT = rf"\belect(?:ing|s|ed)?\s+(?P<elect>{NUMBER}){_FILLER}\s+(?:members?|people|persons?)\b"
_ELECTED = rf"(?P<elected>{NUMBER}){_FILLER}\s+(?:members?|people|persons?)\s+(?:will|are to|to)\s+be\s+elected"
_LIMIT = re.compile(
    r"\b(?:(?:no |not )?more than|less than|fewer than|at most|at least|up to|maximum(?: of)?|limit(?: of)?)\s*\Z",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:compris\w+|consist\w*|compos\w+|made up|in total|total of)\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:filled|held|occupied)\s+by\b|\bincumbents?\b", re.IGNORECASE)
_PURPOSE = re.compile(rf"{_UP}|\bfill\b|\bfor (?:re-?)?election\b", re.IGNORECASE)
_SHARE = re.compile(
    rf"(?P<part>{NUMBER})\s+(?:out\s+)?of\s+(?:(?:which|these|them|those)\b(?:\s+\w+){{0,2}}?\s+(?!vacant){_UP}|"
    rf"(?:(?:the|its|our|all|these|those)\s+)*{NUMBER}{_FILLER}\s+{_SEATS})",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?P<count>{NUMBER}|\b(?:an|a single|a)\b(?=[\w\s]{{0,40}}\bseat\b)){_FILLER}\s+{_SEATS}", re.IGNORECASE
)
_FIELD = re.compile(
    rf"\b{_SEATS}(?P<field>(?:\s+[\w()]+){{0,5}}?)\s*(?:[:=]|\bis\b|\bare\b)\s*(?P<count>{NUMBER})", re.IGNORECASE
)
_MEMBERS = re.compile(rf"{_ELECT}|{_ELECTED}", re.IGNORECASE)
_NEWS = re.compile(
    rf"\bfrom\s+{NUMBER}(?:\s+seats?)?\s+to\s+(?P<to>{NUMBER})|"
    rf"(?:\bcorrect(?:ed|ion)|\bupdated?|\bnow|\bedit(?:ed)?|\bchanged)\b\s*(?:to)?\s*:?\s*(?P<now>{NUMBER})\s*(?=[).\]]|\Z)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Figure:
    """A stated number of seats; `changed` where the text says that it was changed to this; `is_plain` where it says
    that these are the seats to fill."""

    count: int
    line: int
    changed: bool
    is_plain: bool


def figures(pieces: Sequence[Piece]) -> list[Figure]:
    """What a text says of how many seats are filled, in its order; only what it says plainly, if there is any."""
    found: list[Figure] = []
    heading_changed = False
    for piece in pieces:
        if piece.shape is Shape.HEADING:
            heading_changed = bool(CHANGED.search(piece.text))
        for sentence in sentences(piece):
            found += _figure(sentence, changed=heading_changed)
    return [figure for figure in found if figure.is_plain] or found


def _figure(sentence: Piece, *, changed: bool) -> list[Figure]:
    """The one figure that holds in a sentence: the first, or the last where it says that it was changed."""
    text = plain(": ".join(cells(sentence)) if sentence.shape is Shape.ROW else sentence.text)
    held = _HELD.search(text)
    text = text[: held.start()] if held else text
    news = bool(CHANGED.search(text))
    stated, is_plain = _stated(text, news=news)
    holding = [one for one in sorted(stated) if not _LIMIT.search(text[: one[0]]) and not OLD.search(text[: one[0]])]
    chosen = holding[-1:] if news else holding[:1]
    later = changed or news or bool(sentence.struck)
    return [Figure(count, sentence.line_at(at), later, is_plain) for at, word in chosen if (count := number(word))]


def _stated(text: str, *, news: bool) -> tuple[list[tuple[int, str]], bool]:
    """Where which figures stand, and whether the sentence is plainly about the seats to fill."""
    if share := _SHARE.search(text):
        return [(share.start("part"), share["part"])], True
    found = [(one.start("count"), one["count"]) for pattern in (_COUNT, _FIELD) for one in pattern.finditer(text)]
    is_plain = bool(_PURPOSE.search(text) or _FIELD.search(text))
    if not found:
        found = [(one.start(), one["elect"] or one["elected"]) for one in _MEMBERS.finditer(text)]
        is_plain = is_plain or bool(found)
    if news and (found or re.search(rf"\b{_SEATS}", text, re.IGNORECASE)):
        fresh = [(one.start(one.lastgroup or 0), one["to"] or one["now"]) for one in _NEWS.finditer(text)]
        found, is_plain = found + fresh, is_plain or bool(fresh)
    is_total = _TOTAL.search(text) is not None and not _PURPOSE.search(text)
    return ([] if is_total else found), is_plain and _TOTAL.search(text) is None
