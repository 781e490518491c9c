"""What was counted, how, and how many ballots there were."""

from __future__ import annotations

from ..methods import METHODS
from ..outcome import Outcome
from .layout import WIDTH, width, wrapped

LABEL = 14


def lines(outcome: Outcome) -> list[str]:
    """The report's head."""
    method = METHODS[outcome.method]
    title = f"Outcome by {method.name}"
    rows = [
        ("Method", f"{method.key}: {method.name}"),
        ("Seats", str(outcome.seats)),
        ("Candidates", _candidates(outcome)),
        ("Ballots", _ballots(outcome)),
        *_rules(outcome),
        ("Bad ballots", method.invalid),
    ]
    return [title, "=" * min(width(title), WIDTH), *(line for label, said in rows for line in labelled(label, said))]


def labelled(label: str, said: str) -> list[str]:
    """A line with its label before it."""
    return wrapped(said, f"{label.ljust(LABEL)}")


def _candidates(outcome: Outcome) -> str:
    withdrawn = f", of whom {len(outcome.withdrawn)} withdrew" if outcome.withdrawn else ""
    default = ", none of the above included" if outcome.none_of_the_above else ""
    return f"{len(outcome.candidates)}{default}{withdrawn}"


def _ballots(outcome: Outcome) -> str:
    """How many were cast, and what they were. Spent ones name only candidates who do not stand."""
    return (
        f"{outcome.ballots} cast: {outcome.blank} blank, {outcome.invalid} invalid, {outcome.spent} spent"
        f" (naming nobody who stands), {outcome.valid} valid"
    )


def _rules(outcome: Outcome) -> list[tuple[str, str]]:
    """The rules chosen, as far as they bear on this method."""
    family = METHODS[outcome.method].family
    idle = {"unranked", "by", "highest"}
    if family == "pairwise":
        idle -= {"unranked", "by"}
    if outcome.none_of_the_above and family != "marks":
        idle -= {"unranked"}
    if outcome.method in ("score", "star"):
        idle -= {"highest"}
    chosen = [f"{name}: {said}" for name, said in sorted(outcome.rules.items()) if name not in idle]
    return [("Rules" if not at else "", said) for at, said in enumerate(chosen)]
