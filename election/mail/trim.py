"""Tell what its author wrote from what a message carries along. Nothing is deleted: lines are only told apart."""

import re
from dataclasses import dataclass
from itertools import pairwise

from election.mail import wrapping
from election.mail.attribution import Attribution, attribution, header_block
from election.mail.lines import Kind, Line, mark, next_filled, split
from election.mail.markdown import markdown

_ORIGINAL = re.compile(
    r"[-_\s]*(?:Original Message|Forwarded message|Original-Nachricht|Ursprüngliche Nachricht|Message d'origine|"
    r"Message transféré|Mensaje original|Messaggio originale|原始邮件|原始郵件|元のメッセージ)[-_\s:]*",
    re.IGNORECASE,
)
_SHORT_QUOTE = 6  # lines: a quote as short as this gives the answer below it its context


@dataclass(frozen=True)
class Span:
    """A stretch of the untouched text, from `start` up to `end`, whose lines are all of one kind and depth."""

    kind: Kind
    depth: int
    start: int
    end: int


@dataclass(frozen=True)
class Trimmed:
    """The lines of a message and the attributions among them, in order."""

    lines: tuple[Line, ...]
    attributions: tuple[Attribution, ...]


def trim(text: str) -> Trimmed:
    """The lines of `text`, each with its kind, and who the quoted parts are by.

    What follows a block of header fields (or a sentence like "On … wrote:") without quote marks is HISTORY to the end.
    """
    lines = split(text)
    wrapping.footers(lines)
    found = _attributions(lines)
    wrapping.disclaimers(lines)
    wrapping.signatures(lines)
    return Trimmed(tuple(lines), tuple(found))


def classify(text: str) -> list[Line]:
    """The lines of `text`, each with its kind."""
    return list(trim(text).lines)


def spans(text: str) -> tuple[Span, ...]:
    """The stretches of one kind; together they cover the text without gap or overlap."""
    found: list[Span] = []
    for line in classify(text):
        last = found[-1] if found else None
        if last and (last.kind, last.depth) == (line.kind, line.depth):
            found[-1] = Span(last.kind, last.depth, last.start, line.end)
        else:
            found.append(Span(line.kind, line.depth, line.start, line.end))
    return tuple(found)


def kept(text: str) -> list[Line]:
    """The lines to show: the author's own, and the quotes that stand between them.

    A whole quoted message under its attribution is left out, and so is what is quoted after the author's last words;
    a short quote above the words that answer it stays.
    """
    trimmed = trim(text)
    whole = _whole_quotes(trimmed)
    return [
        line
        for number, line in enumerate(trimmed.lines)
        if line.kind in {Kind.TEXT, Kind.BLANK} or (line.kind is Kind.QUOTE and number not in whole)
    ]


def shown(text: str) -> str:
    """The Markdown source of what the author wrote, without wrapping and history; see `kept` for the quotes."""
    return markdown(kept(text))


def _attributions(lines: list[Line]) -> list[Attribution]:
    found: list[Attribution] = []
    number = 0
    while number < len(lines):
        block = header_block(lines, number) if lines[number].kind is Kind.TEXT else None
        above = block or (attribution(lines, number) if lines[number].kind is Kind.TEXT else None)
        if not above:
            number += 1
            continue
        found.append(above)
        number = above.lines.stop
        mark(lines, above.lines, Kind.HEADER if above.block else Kind.ATTRIBUTION)
        _mark_delimiter(lines, above.lines.start)
        following = next_filled(lines, number)
        if following < len(lines) and lines[following].kind is not Kind.QUOTE:
            mark(lines, (n for n in range(number, len(lines)) if lines[n].kind is not Kind.FOOTER), Kind.HISTORY)
            break
    return found


def _mark_delimiter(lines: list[Line], start: int) -> None:
    above = start - 1
    while above >= 0 and (
        lines[above].kind is Kind.BLANK
        or (
            lines[above].kind is Kind.TEXT
            and (wrapping.RULE.fullmatch(lines[above].text) or _is_original(lines[above]))
        )
    ):
        mark(lines, [above], Kind.DELIMITER)
        above -= 1


def _is_original(line: Line) -> bool:
    return _ORIGINAL.fullmatch(line.text) is not None


def _whole_quotes(trimmed: Trimmed) -> set[int]:
    """The numbers of the quoted lines under an attribution that are not interleaved with the author's words."""
    lines = trimmed.lines
    starts = [above.lines.start for above in trimmed.attributions]
    left_out: set[int] = set()
    for start, end in pairwise([*starts, len(lines)]):
        runs = quote_runs(lines, start, end)
        if runs and not _text_after(lines, runs[-1][-1], end):
            left_out.update(runs.pop())
        if len(runs) == 1 and len(runs[0]) > _SHORT_QUOTE:
            left_out.update(runs[0])
    return left_out


def quote_runs(lines: tuple[Line, ...], start: int, end: int) -> list[list[int]]:
    """The quoted lines from `start` up to `end`, in runs that only the author's own words part."""
    runs: list[list[int]] = []
    fresh = True
    for number in range(start, end):
        if lines[number].kind is Kind.QUOTE:
            if fresh:
                runs.append([])
            runs[-1].append(number)
            fresh = False
        elif lines[number].kind is Kind.TEXT:
            fresh = True
    return runs


def _text_after(lines: tuple[Line, ...], number: int, end: int) -> bool:
    return any(line.kind is Kind.TEXT for line in lines[number + 1 : end])
