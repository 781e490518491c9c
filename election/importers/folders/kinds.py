"""What a date in prose is of: nomination, Q&A, voting, or something else; and whether it opens or closes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from election.importers.folders.lines import Statement
from election.importers.folders.moments import Stated, chains
from election.importers.folders.values import NOMINATION, QA, VOTING

RESULTS, OTHER = "results", "other"
OPENS, CLOSES = "opens", "closes"

_KINDS = {
    OTHER: r"officials?\b|electorate|eligib|voter\s+(?:roll|list|registration)|electoral\s+roll|\broll\b|opt[- ]in"
    r"|takes?\s+office|terms?\s+(?:start|begin|end)|reminder|\bcommits\b",
    RESULTS: r"results?\b(?:\s+of\s+(?:the\s+)?(?:vote|voting|elections?|poll|ballot)\b)?|winners?\b|outcome",
    QA: r"q\s*&(?:amp;)?\s*a\b|\bq\s*/\s*a\b|\bqa\b|\bq\s+and\s+a\b|questions?\b|debat|campaign|discussion|\bama\b"
    r"|town\s*hall|hustings|candidate\s+forum|hearing",
    NOMINATION: r"nominat|candidac|candidature"
    r"|(?:call\s+for|(?:submission|registration)\s+of|register\w*)\s+candidates?"
    r"|candidates?\s+(?:registration|submission|application|sign-?up|announcement)|applications?\b",
    VOTING: r"\bvot(?:e|es|ing)\b|ballot|\bpoll(?:s|ing)?\b|casting",
}
_WORD = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()), re.IGNORECASE)
_ELECTION = re.compile(
    r"\belections?\b(?!\s+(?:dates?|officials?|results?|process|folder|timeline|schedule))", re.IGNORECASE
)
_EDGE = re.compile(
    r"(?P<closes>clos\w*|ends?\b|ending|until|till|\bby\b|deadline|\bdue\b|last\s+(?:day|call)|extend\w*|through\b|before|finish\w*)"
    r"|(?P<opens>open\w*|begin\w*|began|starts?\b|starting|\bfrom\b|commenc\w*|launch\w*|kicks?\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dated:
    """One chain of dates: what it is of ("" where nothing says so), where it stands, and for a single date, which edge
    it is (None where nothing says so)."""

    kind: str
    chain: tuple[Stated, ...]
    line: int
    edge: str | None
    text: str


def dated(statements: list[Statement]) -> Iterator[Dated]:
    """All dates of a text in its order. A heading, or what came before in the same statement, says what dates are of
    that do not say so themselves."""
    under = ""
    for statement in statements:
        if statement.heading:
            under = _only_kind(statement.text)
        last = under
        for sentence in _thoughts(statement):
            found = list(_of_sentence(sentence, last))
            yield from found
            last = found[-1].kind if found else _only_kind(sentence.text) or last


def mentioned(statements: list[Statement]) -> dict[str, int]:
    """On which line each kind is first spoken of in an item, row or heading, or before a colon."""
    found: dict[str, int] = {}
    for statement in statements:
        for line in statement.lines():
            told = statement.item or statement.row or statement.heading or ":" in line.text
            if told and (word := _WORD.search(line.text)):
                found.setdefault(str(word.lastgroup), line.line)
    return found


def _only_kind(text: str) -> str:
    kinds = {kind for kind, _ in _words(text)}
    return kinds.pop() if len(kinds) == 1 else ""


def _thoughts(statement: Statement) -> Iterator[Statement]:
    """Lines that each have a date and say of what are thoughts of their own; everything else falls into sentences."""
    lines = statement.lines()
    whole = [bool(chains(line.text)) and bool(_words(line.text)) for line in lines]
    if len(lines) > 1 and all(whole):
        yield from lines
    else:
        yield from statement.sentences()


def _words(text: str) -> list[tuple[str, int]]:
    found = [(str(word.lastgroup), word.start()) for word in _WORD.finditer(text)]
    return found or [(VOTING, word.start()) for word in _ELECTION.finditer(text)]


def _of_sentence(sentence: Statement, under: str) -> Iterator[Dated]:
    text, words = sentence.text, _words(sentence.text)
    found = [part for chain in chains(text) for part in _apart(text, chain)]
    leading = bool(words) and bool(found) and words[0][1] < found[0][0].start
    end = 0
    for chain in found:
        start = chain[0].start
        kind = _kind(words, start, leading=leading) or under
        edge = _edge(text[end:start], text[chain[-1].end :]) if len(chain) == 1 else None
        yield Dated(kind, tuple(chain), sentence.line_at(start), edge, text)
        end = chain[-1].end


def _apart(text: str, chain: list[Stated]) -> Iterator[list[Stated]]:
    """A chain, parted where another window is named between two dates: "until March 16, and voting from March 17"."""
    part: list[Stated] = []
    for stated in chain:
        if part and _WORD.search(text[part[-1].end : stated.start]):
            yield part
            part = []
        part.append(stated)
    yield part


def _kind(words: list[tuple[str, int]], start: int, *, leading: bool) -> str:
    before = [kind for kind, at in words if at < start]
    after = [kind for kind, at in words if at > start]
    if leading:
        return before[-1] if before else ""
    return after[0] if after else before[-1] if before else ""


def _edge(before: str, after: str) -> str | None:
    """The last word before a date that says so, or else the first after it."""
    told = [str(word.lastgroup) for word in _EDGE.finditer(before)]
    if told:
        return told[-1]
    word = _EDGE.search(after)
    return str(word.lastgroup) if word else None
