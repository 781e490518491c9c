"""What a folder says about one election."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Stage(StrEnum):
    """What a date in a timetable is for."""

    NOMINATION = "nomination"
    QA = "qa"
    VOTING = "voting"
    RESULT = "result"
    OTHER = "other"


WINDOWS = (Stage.NOMINATION, Stage.QA, Stage.VOTING)
"""The stages that are windows, in the order in which they usually open."""


@dataclass(frozen=True)
class Remark:
    """Something to look at, with its file and line (from 1; 0 for the file as a whole)."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}" if self.line else f"{self.file}: {self.sentence}"


@dataclass(frozen=True)
class Window:
    """A half-open span in UTC; an edge the text does not state is None."""

    opens: datetime | None
    closes: datetime | None


@dataclass(frozen=True)
class Nominee:
    """One candidate. `statement` is Markdown, empty where only the results name them."""

    name: str
    addresses: tuple[str, ...] = ()
    affiliation: str = ""
    statement: str = ""
    links: tuple[tuple[str, str], ...] = ()
    handle: str = ""
    source_file: str = ""
    source_url: str = ""
    family_name: str = ""


@dataclass(frozen=True)
class Folder:
    """One election as its folder tells it.

    `elected` and `withdrawn` are names of `candidates`; `elected` is empty where nothing is declared. `seats` and
    `term_months` are None where nothing states them. `results_due` is the day the README promises the results for.
    """

    slug: str
    title: str
    body_name: str
    seats: int | None
    windows: Mapping[Stage, Window]
    candidates: tuple[Nominee, ...]
    elected: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    acclaimed: bool = False
    declared_on: date | None = None
    results_due: date | None = None
    result_text: str = ""
    result_url: str = ""
    text: str = ""
    term_months: int | None = None
    sources: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())
