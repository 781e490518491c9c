"""Files with voters: CSV with any separator, lists of people in YAML (Kata), `eligible_voters` (Elekto)."""

from election.importers.rolls.files import MOST, Unreadable
from election.importers.rolls.reading import Read, read

__all__ = ["MOST", "Read", "Unreadable", "read"]
