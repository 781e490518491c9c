"""What an election's README says: title, body, seats, dates, and which repository it is kept in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from election.importers.folder.anchors import slug_hint, title_hint
from election.importers.folder.days import MONTH
from election.importers.folder.figures import Figure, figures
from election.importers.folder.lines import Piece, Shape, pieces
from election.importers.folder.mentions import plain
from election.importers.folder.terms import Holders, holders, term_months
from election.importers.folder.timetable import Timetable, timetable
from election.importers.folder.values import Remark

_REPOSITORY = re.compile(
    r"https?://github\.com/(?P<owner>[\w.-]+)/(?P<name>[\w.-]+)/(?:tree|blob)/(?P<branch>[\w.-]+)/(?P<path>[\w./-]*elections?)\b"
)
_WHEN = re.compile(
    rf"(?:{MONTH}|\b(?:spring|summer|autumn|fall|winter|H[12]|Q[1-4])\b)?[\s,]*\b20\d\d\b|{MONTH}", re.IGNORECASE
)
_ELECTION = re.compile(
    r"\b(?:re-?)?elections?\b|\bresults?\b|\b(?:spring|summer|autumn|fall|winter|H[12])\b", re.IGNORECASE
)
_EDGES = re.compile(r"^(?:[\W_]+|(?:for|of|to|the|in)\b\s*)+|[\W_]+$", re.IGNORECASE)


@dataclass(frozen=True)
class Readme:
    """An election's README as read; `repository` is the address, at GitHub, of the folder that holds all elections."""

    file: str
    source: str
    title: str
    body_name: str
    figures: tuple[Figure, ...]
    holders: Holders
    timetable: Timetable
    term_months: int | None
    repository: str

    @property
    def seats(self) -> Figure | None:
        """The stated number of seats: the last that the text says was changed, else the first."""
        changed = [figure for figure in self.figures if figure.changed]
        return changed[-1] if changed else next(iter(self.figures), None)

    def seat_remarks(self) -> list[Remark]:
        """Where the text contradicts itself about seats without saying that anything was changed."""
        chosen = self.seats
        if chosen is None:
            return []
        said = f"Line {chosen.line} states {chosen.count} seats"
        others = [one for one in self.figures if one.count != chosen.count and not chosen.changed]
        found = [Remark(self.file, one.line, f"{said}, this one {one.count}.") for one in others]
        if self.holders.count > chosen.count:
            found.append(Remark(self.file, self.holders.line, f"{said}, but {self.holders.count} are listed here."))
        return found


def read_readme(slug: str, file: str, source: str) -> Readme:
    """What the README `source` of the folder `slug` says. Without a heading the title is made from `slug`."""
    parts = pieces(source)
    title = _title(parts) or slug.replace("-", " ").replace("_", " ").capitalize()
    hints = [hint for hint in (title_hint(title), slug_hint(slug)) if hint]
    return Readme(
        file=file,
        source=source,
        title=title,
        body_name=body_name(title),
        figures=tuple(figures(parts)),
        holders=holders(parts),
        timetable=timetable(file, parts, hints),
        term_months=term_months(parts),
        repository=_repository(source),
    )


def body_name(title: str) -> str:
    """The body to be elected: "Architecture Committee" for "Architecture Committee Elections: September 2020"."""
    without = _ELECTION.sub(" ", _WHEN.sub(" ", title))
    name = " ".join(_EDGES.sub("", " ".join(without.split())).split())
    return re.sub(r"\s+([:,])", r"\1", name) or title


def _title(parts: Sequence[Piece]) -> str:
    heading = next((part for part in parts if part.shape is Shape.HEADING), None)
    if heading is None and parts and len(parts[0].text) < 100 and title_hint(parts[0].text):
        heading = parts[0]
    return " ".join(re.sub(r"[\[\]]", "", plain(heading.text)).split()) if heading else ""


def _repository(source: str) -> str:
    found = _REPOSITORY.search(source)
    if not found:
        return ""
    return f"https://github.com/{found['owner']}/{found['name']}/blob/{found['branch']}/{found['path']}"
