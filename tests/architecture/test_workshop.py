"""What `make run` says where something is missing: one sentence, and how to get it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.site import ROOT, command, refused

TOOLS = ("sh", "cat", "cksum", "dirname", "mkdir", "rm", "ps", "sed")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The requirements and the script that installs them, with a PATH of their own that has no Python and no uv."""
    for name in ("tools", "bin"):
        (tmp_path / name).mkdir()
    shutil.copy(ROOT / "tools" / "environment", tmp_path / "tools")
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    for tool in filter(shutil.which, TOOLS):
        (tmp_path / "bin" / tool).symlink_to(str(shutil.which(tool)))
    return tmp_path


def program(file: Path, script: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def install(clone: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "tools/environment", "requirements.txt"],
        cwd=clone,
        env={"PATH": str(clone / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_python_it_says_which_and_how_to_get_it(clone: Path) -> None:
    tried = install(clone)
    assert tried.returncode == 1
    assert "needs Python 3.11 or newer" in tried.stderr
    assert "apt install python3" in tried.stderr


def test_a_python_that_is_too_old_or_does_not_run_is_none(clone: Path) -> None:
    program(clone / "bin" / "python3.13", "exit 127")
    program(
        clone / "bin" / "python3",
        f'[ "$1" != -c ] || set -- -c "import sys; sys.version_info = (3, 10); $2"; exec {sys.executable} "$@"',
    )
    assert "needs Python 3.11 or newer" in install(clone).stderr


def test_a_python_that_can_install_nothing_is_named(clone: Path) -> None:
    for module in ("ensurepip", "pip"):
        (clone / "hidden" / module).mkdir(parents=True)
        (clone / "hidden" / module / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    program(clone / "bin" / "python3", f'PYTHONPATH={clone / "hidden"} exec {sys.executable} "$@"')
    tried = install(clone)
    assert tried.returncode == 1
    assert "neither the venv module nor pip" in tried.stderr
    assert not (clone / ".venv").exists()


def test_packages_that_cannot_be_had_are_not_taken_for_installed(clone: Path) -> None:
    program(clone / ".venv" / "bin" / "python", '[ "$1" = -c ] && exit 0; exit 1')
    tried = install(clone)
    assert tried.returncode == 1
    assert "could not be installed" in tried.stderr
    assert not (clone / ".venv" / "requirements.txt.installed").exists()


def test_what_is_installed_is_not_installed_again(clone: Path) -> None:
    program(clone / ".venv" / "bin" / "python", f'echo "$@" >>asked; exec {sys.executable} "$@"')
    sums = subprocess.run(
        ["sh", "-c", "cat requirements.txt requirements.txt | cksum"], cwd=clone, capture_output=True, check=True
    )
    (clone / ".venv" / "requirements.txt.installed").write_bytes(sums.stdout)
    assert install(clone).returncode == 0
    assert (clone / "asked").read_text(encoding="utf-8") == "-c import django\n"


def test_a_port_in_use_is_named_before_anything_is_done(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        complaint = refused(command(tmp_path, "tools/run.py", str(port)))
    assert f"Port {port} cannot be used" in complaint
    assert "make run PORT=" in complaint
    assert "Traceback" not in complaint


@pytest.mark.parametrize("port", ["http", "70000"])
def test_a_port_that_is_none_is_refused_with_a_sentence(tmp_path: Path, port: str) -> None:
    complaint = refused(command(tmp_path, "tools/run.py", port))
    assert port in complaint
    assert "Traceback" not in complaint
