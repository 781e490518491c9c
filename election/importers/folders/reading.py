"""Read a folder in the layout of Kata Containers' elections: README, one file for each candidate, results."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from election.importers.folders import files, kinds, lines, nominees, readme, results, seats, windows, years
from election.importers.folders.counts import Count
from election.importers.folders.files import Files
from election.importers.folders.lines import Statement
from election.importers.folders.outcome import Outcome, Reading
from election.importers.folders.people import Slate
from election.importers.folders.results import Results
from election.importers.folders.values import Folder, Remark
from election.importers.folders.windows import Dates
from election.importers.folders.years import Anchor


def read(folder: Path) -> Folder:
    """The election in `folder`. Raises Unreadable where there is no such folder, or no README in it."""
    return _Folder(files.look(folder)).read()


@dataclass
class _Folder:
    files: Files
    remarks: list[Remark] = field(default_factory=list)

    def read(self) -> Folder:
        source = self.files.texts[self.files.readme]
        found = lines.statements(source)
        title = readme.title(found, self.files.folder)
        dates, anchor = self._dates(found, title)
        slate = self._slate()
        told = results.read(self.files.results, self.files.texts[self.files.results]) if self.files.results else None
        count, outcome = self._result(found, slate, told)
        candidates = slate.candidates
        return Folder(
            slug=slug(self.files.folder),
            title=title,
            body_name=readme.body_name(title, found, self.files.folder),
            seats=count,
            windows=dates.windows,
            candidates=tuple(sorted(candidates, key=lambda one: _plain(one.name))),
            elected=tuple(candidates[at].name for at in outcome.elected),
            withdrawn=tuple(candidates[at].name for at in outcome.withdrawn),
            holders=tuple(seats.holders(found)[0]),
            acclaimed=bool(told and told.acclaimed and outcome.elected),
            declared_on=self._declared(told, anchor),
            results_on=dates.results_on,
            result_file=self.files.results,
            result_text=self._result_text(),
            result_url=self.files.url_of(self.files.results) if self.files.results else "",
            text=readme.text(source, found),
            term_months=(told.term_months if told else None) or results.term(found),
            source_url=self.files.url,
            remarks=tuple(dict.fromkeys([*self.files.remarks, *self.remarks])),
        )

    def _say(self, file: str, line: int, sentence: str) -> None:
        self.remarks.append(Remark(file, line, sentence))

    def _dates(self, found: list[Statement], title: str) -> tuple[Dates, Anchor | None]:
        dated = list(kinds.dated(found))
        stated = [one for chain in dated for one in chain.chain]
        anchor = years.choose([years.of_title(title), years.of_folder(self.files.folder), years.of_dates(stated)])
        reader = windows.Reader(self.files.readme, anchor, kinds.mentioned(found), windows.usual_clock(found))
        dates = reader.read(dated)
        self.remarks += dates.remarks
        return dates, anchor

    def _slate(self) -> Slate:
        slate = Slate(self.files.texts)
        read = [nominees.read(file, self.files.texts[file], self.files.url_of(file)) for file in self.files.candidates]
        self.remarks += [remark for _, remarks in read for remark in remarks]
        slate.from_files(nominee for nominee, _ in read if nominee)
        if not self.files.url:
            self._say(
                self.files.readme,
                0,
                "It does not link to the folder's address, so candidates get no link to their source.",
            )
        return slate

    def _result(self, found: list[Statement], slate: Slate, told: Results | None) -> tuple[int | None, Outcome]:
        count = Count(self.files.readme, found)
        if told is None:
            planned = count.planned()
            self.remarks += [*slate.remarks, *count.remarks]
            return planned, Outcome()
        reading = Reading(told, slate)
        agreed = count.agreed(told, reading.nominated())
        outcome = reading.read(agreed)
        filled = count.filled(agreed, len(outcome.elected), told)
        self.remarks += [*count.remarks, *slate.remarks, *outcome.remarks]
        return filled, outcome

    def _declared(self, told: Results | None, anchor: Anchor | None) -> date | None:
        if told is None or told.declared is None:
            return None
        day = years.settle(told.declared, anchor)
        if day and told.declared.year and day.year != told.declared.year:
            why = f"{day.day} {day:%B} is dated {told.declared.year} here, which does not fit the election's dates"
            self._say(told.file, told.declared_line, f"{why}; {day.year} was taken.")
        return day

    def _result_text(self) -> str:
        text = self.files.texts[self.files.results] if self.files.results else ""
        return re.sub(r"\A\s*#[^\n]*\n", "", text).strip()


def slug(folder: str) -> str:
    """The folder's name as a short address: "arch-committee-2021-09"."""
    return re.sub(r"[^a-z0-9]+", "-", _plain(folder)).strip("-")[:60].strip("-") or "election"


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
