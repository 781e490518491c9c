"""Who holds the seats that are up for election, and how long a term lasts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from election.importers.folder.lines import Piece, sentences
from election.importers.folder.mentions import plain
from election.importers.folder.wording import NUMBER, number

_HELD = re.compile(r"\b(?:filled|held|occupied)\s+by\b:?", re.IGNORECASE)
_NAMED = re.compile(r"`(?P<code>[^`]+)`(?:\s+\(?@(?P<handle>[\w-]+))?|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]*\)")
_VACANT = re.compile(rf"(?P<count>{NUMBER})[\w\s]*\bvacan", re.IGNORECASE)
_TERM = re.compile(
    rf"(?P<count>{NUMBER}|\ban?)[\s-]*(?P<unit>month|year)s?[\s-]+terms?\b|"
    rf"\bterms?\s+of\s+(?P<count2>{NUMBER}|an?)[\s-]*(?P<unit2>month|year)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Holders:
    """How many seats are named as up for election, vacant ones among them, and the handles given beside names."""

    count: int
    line: int
    handles: tuple[tuple[str, str], ...] = ()


def holders(pieces: Sequence[Piece]) -> Holders:
    """The present holders of the seats; a count of 0 where none are named in a way that can be counted."""
    for piece in pieces:
        for sentence in sentences(piece):
            held = _HELD.search(sentence.text)
            named = list(_NAMED.finditer(sentence.text, held.end())) if held else []
            if held and named:
                vacant = _VACANT.search(sentence.text, held.end())
                count = len(named) + ((number(vacant["count"]) if vacant else None) or 0)
                handles = tuple((one["code"], one["handle"]) for one in named if one["handle"])
                return Holders(count, sentence.line, handles)
    return Holders(0, 0)


def term_months(pieces: Sequence[Piece]) -> int | None:
    """How many months a term lasts: 12 for "another 12 month term" or "a one-year term"; None where nothing says."""
    for piece in pieces:
        for found in _TERM.finditer(plain(piece.text)):
            count, unit = number(found["count"] or found["count2"]), (found["unit"] or found["unit2"]).casefold()
            if count:
                return count * (12 if unit == "year" else 1)
    return None
