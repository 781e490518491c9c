"""A folder, read as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from election.importers.folder.candidates import read_candidate
from election.importers.folder.files import Files, read_files
from election.importers.folder.handles import may_be
from election.importers.folder.outcome import Outcome, outcome
from election.importers.folder.people import order
from election.importers.folder.readme import Readme, read_readme
from election.importers.folder.results import Results, read_results
from election.importers.folder.seats import seats
from election.importers.folder.sections import Topic
from election.importers.folder.slate import Person, Slate
from election.importers.folder.values import Folder, Nominee, Remark
from election.mail.names import same_person


@dataclass
class _Reading:
    """What the steps of reading one folder find."""

    slug: str
    files: Files
    readme: Readme
    slate: Slate = field(default_factory=Slate)
    results: Results | None = None
    outcome: Outcome = field(default_factory=Outcome)
    seats: int | None = None
    remarks: list[Remark] = field(default_factory=list)

    def url(self, file: str) -> str:
        """Where `file` stands at GitHub, where the README says in which repository it is kept."""
        return f"{self.readme.repository}/{self.slug}/{file}" if self.readme.repository else ""

    def nominee(self, person: Person) -> Nominee:
        return self.slate.nominee(person, self.results.source if self.results else "")

    def names(self, people: list[Person]) -> tuple[str, ...]:
        return tuple(self.nominee(person).name for person in people)


def read(folder: Path) -> Folder:
    """The election that `folder` holds: `README.md`, one text file per candidate, `Results.md` if there.

    Nothing is written, nothing is looked up anywhere else. What could not be read, what contradicts itself and what was
    guessed stands in the remarks, with file and line. Raises OSError where the folder cannot be read.
    """
    slug, files = folder.resolve().name, read_files(folder)
    name, source = (files.readme.name, files.readme.source) if files.readme else ("README.md", "")
    reading = _Reading(slug, files, read_readme(slug, name, source))
    _candidates(reading)
    _results(reading)
    return _folder(reading)


def _candidates(reading: _Reading) -> None:
    for file in reading.files.candidates:
        filed = read_candidate(file.name, file.source, reading.url(file.name))
        reading.remarks += filed.remarks
        if filed.nominee:
            reading.slate.add_file(filed.nominee)


def _results(reading: _Reading) -> None:
    readme, file = reading.readme, reading.files.results
    if file:
        around = readme.timetable.around
        results = reading.results = read_results(file.name, file.source, around, readme.title)
        people = [one for section in results.sections if section.topic is not Topic.OTHER for one in section.people]
        reading.slate.add_listed(file.name, people)
    reading.seats, remarks = seats(readme, reading.results, reading.slate)
    reading.remarks += remarks
    reading.remarks += _handles(reading)
    if reading.results:
        reading.outcome = outcome(reading.results, reading.slate, reading.seats)
        reading.remarks += [*reading.results.remarks, *reading.outcome.remarks]


def _handles(reading: _Reading) -> Iterator[Remark]:
    """Where README and results give one person different names at GitHub, the one that fits the person is kept."""
    for name, handle in reading.readme.holders.handles:
        for person in reading.slate.people:
            if not same_person(person.nominee.name, name) or person.has_handle(handle):
                continue
            others = ", ".join(person.handles)
            if person.handles and may_be(handle, name, person.nominee.addresses):
                said = f"{name} is @{handle} here and @{others} in the results; @{handle} is taken."
                yield Remark(reading.readme.file, reading.readme.holders.line, said)
            person.handles.append(handle)


def _folder(reading: _Reading) -> Folder:
    readme, results, files = reading.readme, reading.results, reading.files
    windows = readme.timetable.windows() if files.readme else {}
    nominees = sorted(map(reading.nominee, reading.slate.people), key=lambda nominee: order(nominee.name))
    return Folder(
        slug=reading.slug,
        title=readme.title,
        body_name=readme.body_name,
        seats=reading.seats,
        windows=windows,
        candidates=tuple(nominees),
        elected=reading.names(reading.outcome.elected),
        withdrawn=reading.names(reading.outcome.withdrawn),
        acclaimed=reading.outcome.acclaimed,
        declared_on=results.declared if results else None,
        results_due=readme.timetable.results_due,
        result_text=results.source if results else "",
        result_url=reading.url(results.file) if results else "",
        text=readme.source,
        term_months=readme.term_months or (results.term_months if results else None),
        sources=files.names,
        remarks=tuple(_sorted(reading)),
    )


def _sorted(reading: _Reading) -> list[Remark]:
    """All remarks once: the README's, then the others by file and line."""
    missing = []
    if not reading.files.readme:
        missing.append(Remark(reading.readme.file, 0, "There is no README, so seats and dates are not known."))
    elif reading.seats is None:
        missing.append(Remark(reading.readme.file, 0, "The number of seats is not stated."))
    every = [
        *missing,
        *reading.readme.timetable.remarks,
        *reading.files.remarks,
        *reading.slate.remarks,
        *reading.remarks,
    ]
    return sorted(
        dict.fromkeys(every), key=lambda remark: (remark.file != reading.readme.file, remark.file, remark.line)
    )
