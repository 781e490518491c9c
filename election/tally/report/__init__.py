"""The report of a count in plain text, for auditors to print, at most 100 columns wide.

Candidates have numbers in it, in the order of the ranking; tables may cut a long name, and the ranking has it whole.
"""

from __future__ import annotations

from itertools import chain

from ..outcome import Outcome
from . import comparisons, head, people, rounds
from .layout import clean

__all__ = ["text"]


def text(outcome: Outcome) -> str:
    """The whole report: who is elected, and every figure of the outcome; ends with a line feed."""
    sections = (head.lines, people.lines, rounds.lines, comparisons.lines)
    lines = chain.from_iterable(section(outcome) for section in sections)
    return "".join(f"{clean(line).rstrip()}\n" for line in lines)
