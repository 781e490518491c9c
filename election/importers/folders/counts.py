"""The number of seats agreed between README and results; where they disagree, what was taken and why."""

from __future__ import annotations

from collections.abc import Sequence

from election.importers.folders import numbers, seats
from election.importers.folders.lines import Statement
from election.importers.folders.results import Results
from election.importers.folders.values import Remark

_UNCHANGED = "nothing says that it was changed"


class Count:
    """The seats of one election, told by its README and, later, by its results."""

    def __init__(self, readme: str, found: Sequence[Statement]) -> None:
        self.readme, self.found = readme, found
        self.stated = seats.figures(found)
        self.figure = seats.settle(self.stated)
        self.remarks: list[Remark] = []

    def planned(self, *, silent: bool = False) -> int | None:
        """The seats the README says are filled."""
        figure = self.figure
        if figure is None:
            if not silent:
                self._say(self.readme, 0, "It does not say how many seats are filled.")
            return None
        told = f"{_seats(figure.seats)} on line {figure.line}"
        for other in self.stated:
            if other.up and not other.new and not figure.new and other.seats != figure.seats:
                sentence = f"It says {_seats(other.seats)} here but {told}, and {_UNCHANGED}"
                self._say(self.readme, other.line, f"{sentence}; {_seats(figure.seats)} was taken.")
        holding, line = seats.holders(self.found)
        if len(holding) > figure.seats:
            self._say(
                self.readme, line, f"It names {numbers.word(len(holding))} who hold the seats now, but says {told}."
            )
        return figure.seats

    def agreed(self, told: Results, nominated: Sequence[int]) -> int | None:
        """README and results compared: the results' figure holds where it says that it was changed, where the README
        has none, or where the README's cannot be true, as more were elected."""
        other = seats.settle(told.seats)
        planned = self.planned(silent=other is not None)
        if other is None or other.seats == planned:
            return planned
        if planned is None or self.figure is None or other.new:
            return other.seats
        elected = len(nominated) if told.acclaimed else len(told.elected or ())
        fits = planned < elected <= other.seats
        taken = other.seats if fits else planned
        why = f"as {numbers.word(elected)} were elected" if fits else f"as {_UNCHANGED}"
        place = f"line {self.figure.line} of {self.readme} {_seats(planned)}"
        self._say(told.file, other.line, f"It says {_seats(other.seats)}, {place}; {why}, {_seats(taken)} was taken.")
        return taken

    def filled(self, agreed: int | None, elected: int, told: Results) -> int | None:
        """At least as many seats as people were elected to them."""
        if elected <= (agreed or 0):
            return agreed
        stated = f"only {_seats(agreed)}" if agreed else "no number of seats"
        many = numbers.word(elected).capitalize()
        self._say(told.file, 0, f"{many} were elected, but {stated} could be read; {_seats(elected)} was taken.")
        return elected

    def _say(self, file: str, line: int, sentence: str) -> None:
        self.remarks.append(Remark(file, line, sentence))


def _seats(number: int) -> str:
    return f"{numbers.word(number)} {'seat' if number == 1 else 'seats'}"
