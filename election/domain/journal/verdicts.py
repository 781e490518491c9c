"""Verdicts: what a verification of the journal found, in a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Flaw:
    """The first bad entry, and why it is bad, as it continues "Entry 7 …"."""

    number: int
    why: str


@dataclass(frozen=True)
class Verdict:
    """What a verification found: how many entries hold, how many of them had their words erased, the first flaw."""

    entries: int
    erased: int = 0
    unrecorded: tuple[int, ...] = ()
    flaw: Flaw | None = None

    @property
    def holds(self) -> bool:
        return self.flaw is None

    @property
    def sentence(self) -> str:
        """The verdict for people."""
        if self.flaw:
            return f"The journal was changed: entry {self.flaw.number} {self.flaw.why}."
        acts = "1 act" if self.entries == 1 else f"{self.entries} acts"
        return f"The journal holds: {acts}, each as it was written.{self._erasures}"

    @property
    def _erasures(self) -> str:
        if not self.erased:
            return ""
        without = ", ".join(str(number) for number in self.unrecorded)
        note = f", without an act on record for {without}" if without else ", each by an act on record"
        return f" The words of {self.erased} were erased{note}."
