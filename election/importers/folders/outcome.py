"""Who was elected and who withdrew, from what a file of results says and who stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from election.importers.folders import numbers
from election.importers.folders.lines import Statement
from election.importers.folders.people import Slate
from election.importers.folders.results import Named, Results
from election.importers.folders.values import Nominee, Remark
from election.mail import names

_WON = re.compile(
    r"(?<!not )\b(?:re-?)?elected\b|\bwon\b|winners?\b|\b(?:re-?)?admitted\b|\bappointed\b", re.IGNORECASE
)
_LOST = re.compile(r"\bnot\s+(?:re-?)?elected|\bnot\s+appointed", re.IGNORECASE)
_JOY = re.compile(r"congratulations\s+to", re.IGNORECASE)
_LEFT = re.compile(r"withdr[ae]w|withdrawn|stepped\s+(?:down|back)|dropped\s+out", re.IGNORECASE)


@dataclass
class Outcome:
    """Places of those elected and those withdrawn among the candidates, and what to say about it."""

    elected: list[int] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


class Reading:
    """Reads the outcome of one election; `slate` gets whoever only the results name."""

    def __init__(self, told: Results, slate: Slate) -> None:
        self.told, self.slate, self.outcome = told, slate, Outcome()
        self.own = len(slate.candidates)
        self.places = slate.from_results(told.file, told.people)

    def nominated(self) -> list[int]:
        """The places of those the results list as standing."""
        return self._of(self.told.nominated) or self._of(self.told.ranked)

    def read(self, seats: int | None) -> Outcome:
        self.outcome.withdrawn = self._withdrawn()
        self.outcome.elected = self._elected(seats)
        self._compare()
        return self.outcome

    def _of(self, named: Iterable[Named]) -> list[int]:
        lines = {one.line for one in named}
        return list(dict.fromkeys(self.places[at] for at, one in enumerate(self.told.people) if one.line in lines))

    def _say(self, line: int, sentence: str) -> None:
        self.outcome.remarks.append(Remark(self.told.file, line, sentence))

    def _withdrawn(self) -> list[int]:
        told = self._of(self.told.withdrawn)
        for sentence in self.told.prose:
            if _LEFT.search(sentence.text):
                told += [at for at in self._full_names(sentence) if at not in told]
        unnamed = [at for at in range(self.own) if at not in self.nominated()]
        if told or not self.told.withdrew or not self.told.nominated:
            return told
        if len(unnamed) == self.told.withdrew:
            who = " and ".join(self.slate.candidates[at].name for at in unnamed)
            self._say(
                0, f"It says that {_count(self.told.withdrew)} withdrew; {who}, not listed there, was taken for it."
            )
            return unnamed
        self._say(
            0, f"It says that {_count(self.told.withdrew)} withdrew, but not who; nobody was marked as withdrawn."
        )
        return []

    def _elected(self, seats: int | None) -> list[int]:
        if self.told.elected is not None:
            return self._of(self.told.elected)
        if self.told.acclaimed and self.nominated():
            return [at for at in self.nominated() if at not in self.outcome.withdrawn]
        if self.told.ranked:
            return self._first(seats)
        found = self._in_prose()
        if not found and self.told.acclaimed and not self.told.placeholder:
            found = [at for at in range(len(self.slate.candidates)) if at not in self.outcome.withdrawn]
        if not found:
            self._nobody()
        return found

    def _first(self, seats: int | None) -> list[int]:
        places = self._of(self.told.ranked)
        numbered = all(one.rank for one in self.told.ranked)
        if seats is None or (not numbered and len(places) > seats):
            self._say(self.told.ranked[0].line, "Who of these was elected could not be told, so no result is declared.")
            return []
        return places[:seats]

    def _nobody(self) -> None:
        if self.told.placeholder:
            self._say(self.told.placeholder, "This is a template that nobody has filled in, so no result is declared.")
        else:
            self._say(0, "Who was elected could not be told, so no result is declared.")

    def _in_prose(self) -> list[int]:
        """Names in a sentence that says who was elected, or failing that given names in congratulations."""
        for sentence in self.told.prose:
            if _WON.search(sentence.text) and not _LOST.search(sentence.text) and (found := self._full_names(sentence)):
                self._say(sentence.line, f"{self._names(found)} were read as elected from this sentence.")
                return found
        for sentence in self.told.prose:
            if _JOY.search(sentence.text) and (found := self._full_names(sentence) or self._given_names(sentence)):
                self._say(sentence.line, f"{self._names(found)} were read as elected from these congratulations.")
                return found
        return []

    def _names(self, places: list[int]) -> str:
        return ", ".join(self.slate.candidates[at].name for at in places)

    def _full_names(self, sentence: Statement) -> list[int]:
        return self._standing_in(sentence, lambda one: names.key(one.name).split())

    def _given_names(self, sentence: Statement) -> list[int]:
        given = [_folded(one.name).split()[0] for one in self.slate.candidates]
        return self._standing_in(
            sentence,
            lambda one: [_folded(one.name).split()[0]] if given.count(_folded(one.name).split()[0]) == 1 else [],
        )

    def _standing_in(self, sentence: Statement, words: Callable[[Nominee], list[str]]) -> list[int]:
        said = f" {_folded(sentence.text)} "
        found = []
        for at, one in enumerate(self.slate.candidates):
            parts = words(one)
            if parts and all(f" {part} " in said for part in parts):
                found.append((min(said.index(f" {part} ") for part in parts), at))
        return [at for _, at in sorted(found)]

    def _compare(self) -> None:
        count, listed = self.told.count, len(self._of(self.told.nominated))
        left = len(self.outcome.withdrawn) or self.told.withdrew
        if count and listed and count[0] not in {listed, listed + left}:
            self._say(count[1], f"It says {_count(count[0])} stood, but lists {_count(listed)}.")
        if listed:
            known = {*self.nominated(), *self.outcome.withdrawn, *self.outcome.elected}
            for at in range(self.own):
                if at not in known:
                    one: Nominee = self.slate.candidates[at]
                    self._say(0, f"It does not name {one.name}, who has a file of their own ({one.source_file}).")


def _folded(text: str) -> str:
    """Words without accents and punctuation, in their order."""
    return " ".join(names.key(word) for word in re.split(r"[\s`*_,.;:!?()\[\]]+", text) if names.key(word))


def _count(number: int) -> str:
    return numbers.word(number)
