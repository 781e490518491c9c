"""The files of an election's folder, by what they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from election.importers.folder.values import Remark

_TEXTS = {".md", ".txt", ".markdown", ".rst", ".text", ""}
_README = re.compile(r"(?:readme|index)", re.IGNORECASE)
_RESULTS = re.compile(r"results?\b|results?$|[-_ ]results?\b", re.IGNORECASE)
_INSIDE = re.compile(r"candidates?|candidacies|nominees?|nominations?|statements?", re.IGNORECASE)


@dataclass(frozen=True)
class File:
    """One text file, named from the folder on."""

    name: str
    source: str


@dataclass
class Files:
    """The README, the results and the candidates' files; what else there is, is remarked."""

    readme: File | None = None
    results: File | None = None
    candidates: list[File] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(file.name for file in (self.readme, self.results, *self.candidates) if file)


def read_files(folder: Path) -> Files:
    """The files in `folder`, candidates' by name. Raises NotADirectoryError or OSError where it cannot be read."""
    found = Files()
    for path in _paths(folder, found):
        name = path.relative_to(folder).as_posix()
        if path.suffix.casefold() not in _TEXTS:
            found.remarks.append(Remark(name, 0, "This is no text file, so it was not read."))
            continue
        file = File(name, _text(path, name, found))
        if _README.fullmatch(path.stem) and found.readme is None:
            found.readme = file
        elif _RESULTS.search(path.stem) and found.results is None:
            found.results = file
        elif _RESULTS.search(path.stem):
            found.remarks.append(Remark(name, 0, "There is more than one file of results; this one was not read."))
        else:
            found.candidates.append(file)
    return found


def _paths(folder: Path, found: Files) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name.casefold()):
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield path
        elif _INSIDE.fullmatch(path.name):
            yield from _paths(path, found)
        else:
            found.remarks.append(Remark(path.relative_to(folder).as_posix(), 0, "This folder was not read."))


def _text(path: Path, name: str, found: Files) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        found.remarks.append(Remark(name, 0, "This is not UTF-8; it was read as Windows-1252."))
        return raw.decode("cp1252", errors="replace").replace("\r\n", "\n")
