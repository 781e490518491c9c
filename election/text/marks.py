"""What begins a line, after https://spec.commonmark.org/0.31.2/ and, for tables, https://github.github.com/gfm/."""

import re

CODE_INDENT = "    "
QUOTE = re.compile(r" {0,3}> ?")
ITEM = re.compile(r" {0,3}(?P<marker>(?P<bullet>[-+*])|(?P<number>\d{1,9})[.)])(?P<space> +|$)")
RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
HEADING = re.compile(r" {0,3}(?P<level>#{1,6})(?: +(?P<title>.*))?$")
UNDERLINE = re.compile(r" {0,3}(?P<line>=+|-+) *$")
FENCE = re.compile(r"(?P<indent> {0,3})(?P<fence>`{3,}(?=[^`]*$)|~{3,}) *(?P<language>[\w+#.-]{0,40})")
COLUMNS = re.compile(r" {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$")
TASK = re.compile(r"\[(?P<done>[ xX])\] +(?=\S)")

_CLOSING_HASHES = re.compile(r"(?:^|\s)#+\s*$")
_CELL_END = re.compile(r"(?<!\\)\|")


def title(heading: re.Match[str]) -> str:
    """The words of a heading: "Seats" of "## Seats ##"."""
    return _CLOSING_HASHES.sub("", heading["title"] or "").strip()


def cells(row: str) -> list[str]:
    """The cells of a table's row, with or without bars at its ends."""
    row = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace(r"\|", "|") for cell in _CELL_END.split(row)]


def is_head(above: str, line: str) -> bool:
    """Whether `line` makes `above` the head of a table."""
    return bool(COLUMNS.match(line)) and "|" in above + line and len(cells(above)) == len(cells(line))
