"""Files opened, or a sentence on why they cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from election.tally import TallyError


def opened(path: Path) -> BinaryIO:
    """The file, open for reading. Raises TallyError where there is none, or none that can be read."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise TallyError(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise TallyError(f"{path} is a folder; name a file in it.") from None
    except OSError as error:
        raise TallyError(f"{path} cannot be read: {error.strerror}.") from error
