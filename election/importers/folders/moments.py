"""Dates of a sentence as they are stated, in chains: "A - B" is one chain of two, "A, later B" are two of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from election.importers.folders.tokens import Sort, Token, tokens

_NEAR = 3


@dataclass
class Stated:
    """A date as stated: the year may be missing, so may the clock. `new`: the text says it was changed to this;
    `old`: it says that this no longer holds."""

    start: int = 0
    end: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: Token | None = None
    new: bool = False
    old: bool = False

    @property
    def dated(self) -> bool:
        return self.day is not None


@dataclass
class _Reader:
    """Puts tokens together, one after the other."""

    chains: list[list[Stated]] = field(default_factory=list)
    held: Stated = field(default_factory=Stated)
    joined: bool = False
    mode: Sort | None = None
    moving: bool = False
    year: Token | None = None
    before: Token | None = None
    perhaps: Token | None = None
    stamped: bool = False

    def read(self, token: Token) -> None:
        getattr(self, f"_{token.sort.name.lower()}")(token)
        self.before = token

    def _date(self, token: Token) -> None:
        if self.stamped:  # the day on which somebody changed the text
            self.stamped = False
            return
        if self.held.dated:
            self._finish()
        self._open(token)
        self.held.month, self.held.day = token.month, token.day
        self.held.year = token.year or (self.year.year if self.year and token.start - self.year.end <= _NEAR else None)
        self._days_before(token)
        self.year = None

    def _days_before(self, token: Token) -> None:
        """ "8-16 September": the day that stands before has the same month."""
        if self.joined and self.chains and self.chains[-1][-1].month is None:
            self.chains[-1][-1].month = token.month

    def _day(self, token: Token) -> None:
        after_join = self.before and self.before.sort is Sort.JOIN and token.start - self.before.end <= _NEAR
        if after_join and self.joined and self.chains:
            self._open(token)
            self.held.day, self.held.month = token.day, self.chains[-1][-1].month
        elif not self.held.dated:
            self.perhaps = token

    def _open(self, token: Token) -> None:
        if self.held.clock is None:
            self.held.start = token.start
        self.held.end = token.end
        self.held.new, self.held.old = self.mode is Sort.NEW, self.mode is Sort.OLD

    def _year(self, token: Token) -> None:
        if self.held.dated and self.held.year is None:
            self.held.year, self.held.end = token.year, token.end
        elif self.chains and not self.held.dated and self.chains[-1][-1].year is None and self._goes_on:
            self.chains[-1][-1].year = token.year
        elif not self.held.dated:
            self.year = token

    @property
    def _goes_on(self) -> bool:
        """Whether nothing but a bracket stands between the last date and here: "March 8 (noon), 2027"."""
        return self.before is not None and self.before.sort is Sort.CLOSE

    def _clock(self, token: Token) -> None:
        last = self.chains[-1][-1] if self.chains else None
        behind_pipe = self.before is not None and self.before.sort is Sort.PIPE
        if not self.held.dated and behind_pipe and last and last.clock is None:
            last.clock = token
            return
        if self.held.clock is not None:
            self._finish()
        if not self.held.dated:
            self.held.start = token.start
        self.held.clock, self.held.end = token, token.end

    def _join(self, token: Token) -> None:
        if self.perhaps and not self.held.dated and token.start - self.perhaps.end <= _NEAR:
            self._open(self.perhaps)
            self.held.day = self.perhaps.day
        self.perhaps = None
        if self.held.dated or (self.chains and self._goes_on and self.held.clock is None):
            self._finish()
            self.joined = True
            if self.moving:
                self.mode, self.moving = Sort.NEW, False

    _pipe = _join

    def _marked(self, mode: Sort) -> None:
        if self.held.dated:
            self._finish()
        self.mode = mode

    def _stamp(self, token: Token) -> None:
        self._marked(Sort.NEW)
        self.stamped = True

    def _new(self, token: Token) -> None:
        self._marked(Sort.NEW)

    def _old(self, token: Token) -> None:
        self._marked(Sort.OLD)

    def _moved(self, token: Token) -> None:
        self._marked(Sort.OLD)
        self.moving = True

    def _close(self, token: Token) -> None:
        self.end()

    def end(self) -> None:
        """A bracket, a part of the sentence or all of it ends. "(updated)" speaks of what stands before it."""
        if not self.held.dated and self.before and self.before.sort is Sort.NEW and self.chains:
            for stated in self.chains[-1]:
                stated.new = True
        self._finish()
        if not self.stamped:
            self.mode, self.moving = None, False

    def _finish(self) -> None:
        if self.held.dated:
            if self.joined and self.chains:
                self.chains[-1].append(self.held)
            else:
                self.chains.append([self.held])
        self.held, self.joined = Stated(), False


def chains(text: str) -> list[list[Stated]]:
    """The dates of a sentence, in chains, in the order of the text."""
    return _chained(tokens(text))


def _chained(stream: Iterable[Token]) -> list[list[Stated]]:
    reader = _Reader()
    for token in stream:
        reader.read(token)
    reader.end()
    whole = [[stated for stated in chain if stated.month] for chain in reader.chains]
    return [chain for chain in whole if chain]
