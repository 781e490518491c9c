"""What a folder of an election says: plain values, nothing of it saved anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

NOMINATION, QA, VOTING = "nomination", "qa", "voting"
KINDS = (NOMINATION, QA, VOTING)


class Unreadable(ValueError):
    """The folder holds no election that could be read; the message says why and what is expected."""


@dataclass(frozen=True)
class Remark:
    """What could not be read, or was decided, in a sentence. Lines count from 1; 0 is the file as a whole."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.sentence}"


@dataclass(frozen=True)
class Span:
    """When a window opens and closes, in UTC; None where the text does not say."""

    opens: datetime | None = None
    closes: datetime | None = None


@dataclass(frozen=True)
class Nominee:
    """Somebody who stands: from a file of their own, or (with an empty `source_file`) named in the results only."""

    name: str
    family_name: str = ""
    addresses: tuple[str, ...] = ()
    affiliation: str = ""
    statement: str = ""
    links: tuple[tuple[str, str], ...] = ()
    handle: str = ""
    source_file: str = ""
    source_url: str = ""


@dataclass(frozen=True)
class Folder:
    """An election as its folder tells it. `elected` and `withdrawn` are names of `candidates`; `elected` is empty where
    no result is declared, and `acclaimed` says that those elected needed no vote. `results_on` is the day the plan
    gives for the results, `holders` are those whose seats are up. `seats` and `term_months` are None where nothing
    states them."""

    slug: str
    title: str
    body_name: str
    seats: int | None
    windows: Mapping[str, Span]
    candidates: tuple[Nominee, ...] = ()
    elected: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    acclaimed: bool = False
    declared_on: date | None = None
    results_on: date | None = None
    result_file: str = ""
    result_text: str = ""
    result_url: str = ""
    text: str = ""
    term_months: int | None = None
    source_url: str = ""
    remarks: tuple[Remark, ...] = ()
