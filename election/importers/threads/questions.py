"""The questions in a message: its "Q." paragraphs."""

import re
from dataclasses import dataclass

from election.mail.lines import Kind, Line
from election.mail.trim import kept

LONGEST = 300
_START = re.compile(r"\W*Q(?:uestion)?\s?#?\d{0,2}\s?[.:)]\s*(?P<rest>\S.*)", re.IGNORECASE)
_SENTENCE_END = re.compile("(?<=[.?!])\\s+|(?<=[\u3002\uff1f\uff01])")


@dataclass(frozen=True)
class Wording:
    """A question: one sentence of at most `LONGEST` characters, and its whole text where that is longer."""

    text: str
    background: str


def questions(text: str) -> list[Wording]:
    """The "Q." paragraphs that the author of a message wrote, in order, their line breaks taken out."""
    found: list[list[str]] = []
    inside = False
    for line in kept(text):
        start = _opening(line)
        if start:
            found.append([start])
            inside = True
        elif inside and line.kind is Kind.TEXT:
            found[-1].append(line.text)
        else:
            inside = False
    return [wording(" ".join(" ".join(lines).split())) for lines in found]


def wording(whole: str) -> Wording:
    """A question in the form that stands as its heading. One too long keeps its first sentences, best one that asks;
    where the first is too long by itself it is cut at a word.
    """
    if len(whole) <= LONGEST:
        return Wording(whole, "")
    sentences = _SENTENCE_END.split(whole)
    asking = next((one for one in sentences if one.endswith(("?", "\uff1f")) and len(one) <= LONGEST), "")
    return Wording(asking or _first(sentences), whole)


def _opening(line: Line) -> str:
    found = _START.fullmatch(line.text) if line.kind is Kind.TEXT else None
    return found["rest"] if found else ""


def _first(sentences: list[str]) -> str:
    taken = ""
    for sentence in sentences:
        longer = f"{taken} {sentence}".strip()
        if len(longer) > LONGEST:
            break
        taken = longer
    return taken or f"{sentences[0][: LONGEST - 1].rpartition(' ')[0] or sentences[0][: LONGEST - 1]}…"
