"""Who is elected, where everybody stands, and what was decided beside the count."""

from __future__ import annotations

from ..outcome import Outcome
from ..reasons import beside, drawn
from ..reasons.words import counted, names
from .layout import heading, wrapped


def lines(outcome: Outcome) -> list[str]:
    """The sections on people: elected, ranking, and those that apply of the others."""
    said = [
        ("Withdrawn", [beside.withdrew(outcome.withdrawn)] if outcome.withdrawn else []),
        ("None of the above", _none_of_the_above(outcome)),
        ("Affiliation cap", _cap(outcome)),
        ("Vacant seats", [beside.vacant(row) for row in outcome.vacancies]),
        ("Ties for places", _ties(outcome)),
    ]
    beside_it = [
        line
        for title, sentences in said
        if sentences
        for line in (*heading(title), *(line for sentence in sentences for line in wrapped(sentence)))
    ]
    return [*heading("Elected"), *_elected(outcome), *heading("Ranking"), *_ranking(outcome), *beside_it]


def numbers(outcome: Outcome) -> dict[str, int]:
    """The candidates' numbers in this report: the order of the ranking, then those who withdrew."""
    ranked = [name for group in outcome.ranking for name in group]
    return {name: number for number, name in enumerate([*ranked, *outcome.withdrawn], 1)}


def label(name: str, number: dict[str, int]) -> str:
    """A candidate in a table: the number, and the name behind it."""
    return f"{number[name]:>{len(str(len(number)))}} {name}"


def _elected(outcome: Outcome) -> list[str]:
    if not outcome.elected:
        lines = ["Nobody."]
    else:
        size = len(str(len(outcome.elected)))
        lines = [line for at, name in enumerate(outcome.elected, 1) for line in wrapped(name, f"{at:>{size}}.  ")]
    if outcome.tied:
        lines += wrapped(f"{names(outcome.tied)} are tied for {counted(outcome.contested, 'further seat')}.")
    if outcome.longer:
        lines += wrapped(f"Longer terms: {names(outcome.longer)}.")
    return lines


def _ranking(outcome: Outcome) -> list[str]:
    """Everybody who stood: the number, the place (= where it is shared), the name, and what became of it."""
    number = numbers(outcome)
    size = len(str(len(number)))
    lines = [f"{'No.':>{size + 2}}  {'Place':>{size + 4}}  Candidate"]
    for group in outcome.ranking:
        place = f"{outcome.place(group[0])}{'=' if len(group) > 1 else ' '}"
        for name in group:
            status = _status(outcome, name)
            said = f"{name} ({status})" if status else name
            lines += wrapped(said, f"{number[name]:>{size + 2}}  {place:>{size + 4}}  ")
    return lines


def _status(outcome: Outcome, name: str) -> str:
    if name in outcome.elected:
        return "elected, longer term" if name in outcome.longer else "elected"
    if name in outcome.tied:
        return "tied"
    if name == outcome.none_of_the_above:
        return "none of the above"
    if any(name == row.candidate for row in outcome.drops):
        return "did not get past none of the above"
    for row in outcome.skips:
        if row.candidate == name:
            return "removed, counted again" if row.recounted else "passed over"
    return ""


def _none_of_the_above(outcome: Outcome) -> list[str]:
    option = outcome.none_of_the_above
    if option is None:
        return []
    got = [] if outcome.drops else [f"Everybody was preferred to {option} by enough voters."]
    return [f"{option} stands for none of the above.", *got, *(beside.dropped(outcome, row) for row in outcome.drops)]


def _cap(outcome: Outcome) -> list[str]:
    if "cap" not in outcome.rules:
        return []
    return [beside.skipped(outcome, row) for row in outcome.skips] or ["Nobody was beyond the cap."]


def _ties(outcome: Outcome) -> list[str]:
    """Ties outside any round; whoever is tied for seats is named with the elected."""
    return [drawn.settled(outcome, tie) for tie in outcome.ties if drawn.says_more(tie)]
