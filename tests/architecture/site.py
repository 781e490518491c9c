"""The program in a process of its own, on an empty site: what is decided at start cannot be tried twice in one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def command(data_dir: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """Starts this Python with these arguments and no other settings than those given."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**inherited, "DATA_DIR": str(data_dir), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(process: subprocess.Popen[str]) -> str:
    """What it wrote, once it has ended well."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out.strip()


def refused(process: subprocess.Popen[str]) -> str:
    """What it complained of, once it has ended badly."""
    _, err = process.communicate(timeout=120)
    assert process.returncode not in (0, None)
    return err


def setting(data_dir: Path, expression: str, **environment: str) -> str:
    """The value of an expression over the settings, as text."""
    return said(command(data_dir, "-c", f"from election import settings; print({expression})", **environment))
