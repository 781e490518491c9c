"""Who may import whom, and what stands without Django."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_import_contracts_are_kept() -> None:
    linted = python(LINT)
    assert linted.returncode == 0, linted.stdout


def test_no_file_stands_outside_the_layers() -> None:
    (layers,) = (contract for contract in CONTRACTS if contract["type"] == "layers")
    assert layers["exhaustive"] is True
    assert "ignore_imports" not in layers


@pytest.mark.parametrize("package", ["timeline", "text"])
def test_the_pure_parts_work_where_django_does_not_exist(package: str) -> None:
    alone = python(f"import sys; sys.modules['django'] = None; import election.{package}")
    assert alone.returncode == 0, alone.stderr


def test_the_package_itself_is_empty() -> None:
    assert (ROOT / "election" / "__init__.py").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    "file", sorted((ROOT / "election").rglob("*.py")), ids=lambda file: str(file.relative_to(ROOT))
)
def test_a_module_is_short_enough_to_be_read_at_once(file: Path) -> None:
    if "migrations" not in file.parts:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 250
