"""Reads the demo's content from the TOML files beside this module; README.md there says what every key means."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

Table = dict[str, Any]

HERE = Path(__file__).parent
_NOT_ELECTIONS = frozenset({"people", "bodies", "voters"})


def people() -> dict[str, Table]:
    """Everybody in the demo by key; who has a `persona` is somebody whom a visitor can be."""
    return _read(HERE / "people.toml")


def bodies() -> list[Table]:
    found: list[Table] = _read(HERE / "bodies.toml")["body"]
    return found


def voters() -> Table:
    """The names from which rolls are filled up."""
    return _read(HERE / "voters.toml")


def elections() -> list[Table]:
    """Each election with all its questions in order of time, those in files of their own too."""
    files = [path for path in sorted(HERE.glob("*.toml")) if path.stem not in _NOT_ELECTIONS]
    return [_with_questions(_read(path), path.with_suffix("")) for path in files]


def _with_questions(election: Table, folder: Path) -> Table:
    apart = [_read(path) for path in sorted(folder.glob("*.toml"))]
    questions = [*election.get("question", []), *apart]
    return {**election, "question": sorted(questions, key=lambda question: question["at"])}


def _read(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))
