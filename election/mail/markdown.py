"""Lines of a message as Markdown that looks as they were meant."""

import re
from collections.abc import Sequence

from election.mail.lines import Kind, Line, unquoted

_FENCE = re.compile(r"\s{0,3}(?:[-*+]\s+|\d+[.)]\s+)?(?P<fence>`{3,}|~{3,})")
_TIGHT_ITEM = re.compile(r"\A(?P<indent>[ ]{0,3})-(?=[^\W\d_])")
_ROUND_BULLET = re.compile(r"\A(?P<indent>\s*)(?:•\s*|[·●▪◦‣]\s+)(?=\S)")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{1,2})\s*")
_DASHES = re.compile(r"\s{0,3}(?:-\s?){3,}")
_QUESTION = re.compile(r"\A\s*(?=Q(?:uestion)?\s?#?\d{0,2}\s?[.:)])")


def markdown(lines: Sequence[Line]) -> str:
    """The Markdown source of `lines`, words and line breaks as they are.

    Only marks are touched: "-Name" under another such becomes a list item, a line of dashes never underlines a
    heading, a "Q." paragraph stands by itself and is no code however far it is set in, a quote ends where it ended,
    and blanks at the ends of lines (a line break in Markdown) go. Fenced code stays as it is.
    """
    out: list[str] = []
    fence = ""
    for number, line in enumerate(lines):
        found = _FENCE.match(line.text)
        if found and (not fence or found["fence"].startswith(fence)):
            fence = "" if fence else found["fence"]
        elif not fence:
            _part(out, lines[number - 1] if number else None, line)
            out.append(_mended(lines, number))
            continue
        out.append(line.text.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip("\n")


def _part(out: list[str], above: Line | None, line: Line) -> None:
    """Set a blank line where Markdown would run two lines together: below a quote, above a line of dashes or "Q."."""
    if above is None or Kind.BLANK in (above.kind, line.kind):
        return
    if above.kind is Kind.QUOTE and line.depth < above.depth:
        out.append("> " * line.depth)
    elif line.kind is Kind.TEXT and (_DASHES.fullmatch(line.text) or _QUESTION.match(line.text)):
        out.append("")


def _mended(lines: Sequence[Line], number: int) -> str:
    line = lines[number]
    if line.kind is Kind.QUOTE:
        inner = unquoted(line)
        return f"{'>' * line.depth} {_QUESTION.sub('', inner)}".rstrip()
    if _UNDERLINE.fullmatch(line.text):
        return f"\\{line.text.strip()}"
    text = _QUESTION.sub("", line.text)
    text = _ROUND_BULLET.sub(r"\g<indent>- ", text)
    if _TIGHT_ITEM.match(text) and _beside_tight_item(lines, number):
        text = _TIGHT_ITEM.sub(r"\g<indent>- ", text)
    return text.rstrip()


def _beside_tight_item(lines: Sequence[Line], number: int) -> bool:
    beside = [lines[n] for n in (number - 1, number + 1) if 0 <= n < len(lines)]
    return any(line.kind is Kind.TEXT and _TIGHT_ITEM.match(line.text) for line in beside)
