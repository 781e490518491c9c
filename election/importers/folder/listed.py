"""People as results list them: "- [`Cleo Brook`](https://github.com/cleo)", "2) Carl Reed (carl): 34", table rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from election.importers.folder.handles import handle_in
from election.importers.folder.lines import Piece, cells
from election.importers.folder.people import is_name
from election.mail.addresses import tidy_name

_LINKED = re.compile(r"\[(?P<name>[^\]]+)\]\([^)]*\)")
_CODE = re.compile(r"`(?P<name>[^`]+)`")
_STRONG = re.compile(r"\*\*(?P<name>[^*]+)\*\*")
_PLAIN = re.compile(
    r"(?P<name>[^:|(\[<@=]+?)\s*(?:[:|(\[<@=;]|\s-+\s|,\s+\d|\s\d|\s{2,}|\s+[^\w\s'’.-]|\s+(?:loses|wins|with|was|is|withdr\w+|from|and)\b|$)"
)
_PLACE = re.compile(
    r"\s*(?:#|no\.?\s*)?(?P<place>\d{1,2})(?:st|nd|rd|th)?(?:\s+place)?[.):]?(?=\s|$)[\s:-]*", re.IGNORECASE
)
_NOT = re.compile(r"\bnot (?:been )?elected|\bunsuccessful|\brunner-?\s?up|✗|❌|✘", re.IGNORECASE)
_ELECTED = re.compile(r"\b(?:re-?)?elected\b|(?<!condorcet )\bwinner\b|✓|✔|✅|☑|🎉|🏆|\[x\]", re.IGNORECASE)
_WITHDREW = re.compile(r"\bwithdr[ae]w|\bstepped down|\bdeclined", re.IGNORECASE)
_TIED = re.compile(r"\btied?\b", re.IGNORECASE)
_YES = re.compile(
    r"(?:yes|y|x|true|elected|re-?elected|winner|✓|✔|✅|:white_check_mark:|:heavy_check_mark:).*", re.IGNORECASE
)
_COLUMNS = {
    "name": re.compile(r"name|candidate|nominee|member", re.IGNORECASE),
    "place": re.compile(r"rank|place|#|pos(?:ition)?|no\.?", re.IGNORECASE),
    "votes": re.compile(r"votes?|score|points|ballots|first preferences", re.IGNORECASE),
    "elected": re.compile(r"elected\??|result|status|outcome|seat", re.IGNORECASE),
}


@dataclass(frozen=True)
class Listed:
    """One person in a list: the name as written, perhaps only a handle, and what the line says of them.

    `elected` is None where the line itself does not say; `place` is a rank, `votes` a count."""

    name: str
    line: int
    handle: str = ""
    place: int | None = None
    votes: int | None = None
    elected: bool | None = None
    withdrew: bool = False
    tied: bool = False
    strong: bool = False


def listed(piece: Piece) -> Listed | None:
    """The person a list item names, or None where it names nobody."""
    struck = piece.struck if not re.search(r"[^\W\d_]{2}", re.sub(r"\(.*?\)", "", piece.text)) else ""
    text = struck or piece.text
    ranked = _PLACE.match(text)
    body = text[ranked.end() :] if ranked else text
    name = _named(body)
    if not name:
        return None
    place = piece.number if piece.number is not None else (int(ranked["place"]) if ranked else None)
    votes = re.search(r"(?:[:=(-]|\bwith\b)\s*(?P<votes>\d+)\b(?!\s*(?:%|-|month))", body)
    return Listed(
        name=name,
        line=piece.line,
        handle=handle_in(body),
        place=place,
        votes=int(votes["votes"]) if votes else None,
        elected=_says(body),
        withdrew=bool(struck or _WITHDREW.search(body)),
        tied=bool(_TIED.search(body)),
        strong=bool(_STRONG.search(text)),
    )


def table(rows: Sequence[Piece]) -> list[Listed]:
    """The people in a table whose first row names its columns."""
    columns = _columns(cells(rows[0]))
    found = [_row(row, cells(row), columns) for row in rows[0 if not columns else 1 :]]
    return [one for one in found if one]


def _columns(head: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(head):
        kind = next((kind for kind, pattern in _COLUMNS.items() if pattern.fullmatch(cell.strip("*` "))), None)
        if kind and kind not in found:
            found[kind] = place
    return found if "name" in found else {}


def _row(row: Piece, parts: Sequence[str], columns: dict[str, int]) -> Listed | None:
    def cell(kind: str) -> str:
        return parts[columns[kind]] if kind in columns and columns[kind] < len(parts) else ""

    whole = " ".join(parts)
    name = _named(cell("name")) if columns else next((name for part in parts if (name := _named(part))), "")
    if not name:
        return None
    elected = (
        (bool(_YES.fullmatch(cell("elected"))) and not _NOT.search(cell("elected")))
        if cell("elected")
        else _says(whole)
    )
    place, votes = (re.search(r"\d+", cell(kind)) for kind in ("place", "votes"))
    return Listed(
        name=name,
        line=row.line,
        handle=handle_in(whole),
        place=int(place[0]) if place else None,
        votes=int(votes[0]) if votes else None,
        elected=elected if "elected" in columns else _says(whole),
        withdrew=bool(_WITHDREW.search(whole)),
        tied=bool(_TIED.search(whole)),
        strong=bool(_STRONG.search(cell("name"))),
    )


def _says(text: str) -> bool | None:
    if _NOT.search(text):
        return False
    return True if _ELECTED.search(text) else None


def _named(text: str) -> str:
    """The name that a line begins with, in brackets, code or bold, or in plain text; else a handle; else nothing."""
    for pattern in (_LINKED, _CODE, _STRONG):
        found = pattern.search(text)
        if (
            found
            and (name := found["name"].strip("`*_@ "))
            and (is_name(tidy_name(name)) or (pattern is not _STRONG and _is_handle(name)))
        ):
            return tidy_name(name)
    found = _PLAIN.match(text.strip("*_ "))
    name = found["name"].strip(" ,.*_-") if found else ""
    if re.fullmatch(r"[^,]+,\s*[^,\s]+", name) or "," not in name:
        name = tidy_name(name)
    if is_name(name):
        return name
    handle = re.match(r"\s*@(?P<name>[\w-]+)", text)
    if handle:
        return handle["name"]
    is_alone = name == text.strip() and is_name(re.sub(r"[\d-]", "", name).capitalize())
    return name if _is_handle(name) and (is_alone or handle_in(text) == name) else ""


def _is_handle(name: str) -> bool:
    return bool(re.fullmatch(r"[a-zA-Z0-9-]*[a-z0-9][a-zA-Z0-9-]*", name)) and not re.fullmatch(r"\d+", name)
