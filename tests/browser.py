"""The machine's Chromium, for the journeys: where it is, and what to say where there is none."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")

MISSING = (
    "No Chromium on this machine: `apt install chromium` (or your system's package), "
    "or HUSTINGS_CHROMIUM=/path/to/chrome"
)


def executable() -> str | None:
    """The path of the browser that HUSTINGS_CHROMIUM names, or of the first that is on the PATH."""
    named = os.environ.get("HUSTINGS_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def required() -> bool:
    """Whether its absence is a failure: in continuous integration, or where HUSTINGS_BROWSER=required."""
    return os.environ.get("CI") == "true" or os.environ.get("HUSTINGS_BROWSER") == "required"


def arguments() -> list[str]:
    """What it needs in a container: little shared memory there, and no sandbox for root."""
    return ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
