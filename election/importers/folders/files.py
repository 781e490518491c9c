"""The files of a folder: which are what, their text, and the address they have on the web."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from election.importers.folders.values import Remark, Unreadable

_TEXTS = {".txt", ".md", ".markdown"}
_ASIDE = re.compile(
    r"^(?:licen[cs]e|contributing|code_of_conduct|changelog|security|\.|_)|template|example", re.IGNORECASE
)
_TREE = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+)/(?:tree|blob)/([\w.-]+)/([^\s)#?\]>\"]+)")
_LARGEST = 1_000_000


@dataclass
class Files:
    """What lies in the folder: README, results (empty names where there are none), and one file for each candidate."""

    folder: str
    readme: str = ""
    results: str = ""
    candidates: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The folder's address on GitHub, told from a link in its README to it or to the folder above; "" if none."""
        for repository, branch, path in _TREE.findall(self.texts[self.readme]):
            plain = path.rstrip("/.")
            last = plain.rpartition("/")[2]
            if last == self.folder:
                return f"https://github.com/{repository}/tree/{branch}/{plain}"
            if "." not in last:
                return f"https://github.com/{repository}/tree/{branch}/{plain}/{self.folder}"
        return ""

    def url_of(self, file: str) -> str:
        """The address of one file; "" where the folder's is unknown."""
        return f"{self.url}/{file}".replace("/tree/", "/blob/", 1) if self.url else ""


def look(folder: Path) -> Files:
    """The files of `folder` with their texts. Raises Unreadable where it is none, or has no README."""
    if not folder.is_dir():
        raise Unreadable(f"There is no folder {folder}.")
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise Unreadable(f"The folder {folder} cannot be read: {error.strerror}.") from error
    files = Files(folder.resolve().name)
    for path in paths:
        _sort(files, path)
    if not files.readme:
        raise Unreadable(f"{folder} has no README.md, which should say how many seats are filled, and when.")
    return files


def _sort(files: Files, path: Path) -> None:
    name = path.name
    if path.is_dir() or name.startswith(".") or path.suffix.lower() not in _TEXTS:
        if not name.startswith("."):
            files.remarks.append(
                Remark(name, 0, "This was not read: only .txt and .md files of the folder itself are.")
            )
        return
    if _ASIDE.search(name):
        files.remarks.append(Remark(name, 0, "This was not read: going by its name it is no candidate's."))
        return
    text = _text(files, path)
    if text is None:
        return
    if path.stem.casefold() == "readme":
        _one(files, "readme", name, text)
    elif re.search(r"results?\b|results?$", path.stem, re.IGNORECASE):
        _one(files, "results", name, text)
    else:
        files.candidates.append(name)
        files.texts[name] = text


def _one(files: Files, what: str, name: str, text: str) -> None:
    known = getattr(files, what)
    if known and known.endswith(".md"):
        files.remarks.append(Remark(name, 0, f"This was not read, as {known} was."))
        return
    setattr(files, what, name)
    files.texts[name] = text


def _text(files: Files, path: Path) -> str | None:
    """The text with plain line ends; None, with a remark, where there is none."""
    try:
        if path.stat().st_size > _LARGEST:
            files.remarks.append(Remark(path.name, 0, "This was not read: it is far too large for a text."))
            return None
        raw = path.read_bytes()
    except OSError as error:
        files.remarks.append(Remark(path.name, 0, f"This could not be read: {error.strerror}."))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        files.remarks.append(
            Remark(path.name, line, "This is not UTF-8; it was read as Windows-1252. Look at its accents.")
        )
        text = raw.decode("cp1252", errors="replace")
    return text.replace("\x00", " ").replace("\r\n", "\n").replace("\r", "\n")
