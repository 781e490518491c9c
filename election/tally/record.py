"""An outcome as plain data for JSON, and back. `docs/outcome.schema.json` describes it.

Votes of methods with decimals are strings with all of them ("715.91232"); whole votes are numbers; other fractions are
strings ("22/3"). Nothing is ever a float.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from fractions import Fraction
from typing import Any, TypeVar

from .errors import TallyError
from .rows import Action, Amount, Drop, Duel, Lack, Pairwise, Round, Skip, Transfer, Vacancy
from .ties import By, Purpose, Tie

VERSION = 1
Data = dict[str, Any]
Row = TypeVar("Row")


def written(votes: Amount, places: int) -> int | str:
    """A number of votes as text or number, exact: with the decimals of the method's arithmetic, or as a fraction."""
    if not places:
        return votes if isinstance(votes, int) else str(votes)
    units = Fraction(votes) * 10**places
    sign = "-" if units < 0 else ""
    whole, decimals = divmod(abs(units.numerator) // units.denominator, 10**places)
    return f"{sign}{whole}.{decimals:0{places}d}"


def amount(text: int | str) -> Amount:
    """The number of votes that `written` wrote."""
    votes = Fraction(text)
    return votes.numerator if votes.denominator == 1 else votes


def of(outcome: Any) -> Data:
    """An outcome in dictionaries, lists, strings, whole numbers and None."""
    return {"version": VERSION} | {
        item.name: _plain(getattr(outcome, item.name), outcome.places) for item in fields(outcome)
    }


def read(data: Data) -> Data:
    """The fields of the outcome that `of` wrote. Raises TallyError for data of another shape."""
    if data.get("version") != VERSION:
        raise TallyError(f"This is not an outcome of version {VERSION}.")
    try:
        return _fields({name: value for name, value in data.items() if name != "version"})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise TallyError(f"This is not an outcome as the tally writes it: {error}.") from error


def _plain(value: object, places: int) -> object:
    match value:
        case Round():
            return {item.name: _figures(item.name, getattr(value, item.name), places) for item in fields(value)}
        case Tie() | Skip() | Drop() | Vacancy() | Duel() | Pairwise():
            return {item.name: _plain(getattr(value, item.name), 0) for item in fields(value)}
        case Mapping():
            return {str(key): _plain(item, places) for key, item in value.items()}
        case tuple():
            return [_plain(item, places) for item in value]
        case _:
            return value if value is None or isinstance(value, bool | int) else str(value)


def _figures(name: str, value: Any, places: int) -> object:
    match name:
        case "number" | "action" | "elected" | "excluded" | "ties":
            return _plain(value, places)
        case "votes" | "keep":
            return {candidate: written(votes, places) for candidate, votes in value.items()}
        case "transfers":
            return [{"source": row.source, "to": row.to, "votes": written(row.votes, places)} for row in value]
        case _:
            return None if value is None else written(value, places)


def _fields(data: Data) -> Data:
    pairwise = data["pairwise"]
    return (
        data
        | {name: tuple(data[name]) for name in ("candidates", "elected", "tied", "longer", "withdrawn")}
        | {
            "ranking": tuple(map(tuple, data["ranking"])),
            "rounds": _rows(data["rounds"], _round),
            "ties": _rows(data["ties"], _tie),
            "skips": _rows(data["skips"], lambda row: Skip(**_tuples(row, "continuing", "elected"))),
            "drops": _rows(data["drops"], lambda row: Drop(**row)),
            "vacancies": _rows(data["vacancies"], lambda row: Vacancy(row["seats"], Lack(row["lack"]))),
            "pairwise": None if pairwise is None else _pairwise(pairwise),
        }
    )


def _round(row: Data) -> Round:
    figures = {name: None if row[name] is None else amount(row[name]) for name in ("quota", "surplus")}
    return Round(
        **_tuples(row, "elected", "excluded")
        | figures
        | {name: amount(row[name]) for name in ("exhausted", "lost")}
        | {name: {who: amount(votes) for who, votes in row[name].items()} for name in ("votes", "keep")}
        | {
            "action": Action(row["action"]),
            "ties": _rows(row["ties"], _tie),
            "transfers": _rows(row["transfers"], lambda one: Transfer(**one | {"votes": amount(one["votes"])})),
        }
    )


def _tie(row: Data) -> Tie:
    return Tie(**_tuples(row, "tied", "order") | {"purpose": Purpose(row["purpose"]), "by": By(row["by"])})


def _pairwise(data: Data) -> Pairwise:
    return Pairwise(
        **_tuples(data, "candidates", "worst")
        | {name: tuple(map(tuple, data[name])) for name in ("matrix", "paths")}
        | {"duels": _rows(data["duels"], lambda row: Duel(**row))}
    )


def _tuples(row: Data, *names: str) -> Data:
    return row | {name: tuple(row[name]) for name in names}


def _rows(rows: list[Data], make: Callable[[Data], Row]) -> tuple[Row, ...]:
    return tuple(make(row) for row in rows)
