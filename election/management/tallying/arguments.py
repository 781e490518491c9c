"""The arguments of `manage.py tally`, and the rules of a count that they make."""

from __future__ import annotations

import csv
from argparse import ArgumentParser
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from election.tally import METHODS, Cap, CapRule, Decision, Lot, Rules, Shared, Strength, TallyError, Unranked
from election.tally.formats import BallotFile
from election.tally.formats.wording import single_spaced
from election.tally.ties import Ties

from .affiliations import listed

Options = Mapping[str, Any]

SCORED = ("score", "star")


def add(parser: ArgumentParser) -> None:
    """Tell the parser all of them."""
    parser.add_argument("file", metavar="FILE", help="ballots: BLT, CSV, ABIF, PrefLib or JSON")
    parser.add_argument("--method", choices=list(METHODS), required=True, help="how to count")
    parser.add_argument("--seats", type=int, metavar="N", help="seats to fill (default: the file's, or 1)")
    parser.add_argument(
        "--unranked",
        choices=list(Unranked),
        default=Unranked.LAST,
        help="what a ballot says of candidates it does not rank, compared in pairs (default: last)",
    )
    parser.add_argument(
        "--by",
        choices=list(Strength),
        default=Strength.WINNING_VOTES,
        help="what makes a defeat strong (default: winning-votes)",
    )
    parser.add_argument("--max-score", type=int, choices=[5, 9], default=5, help="the highest score (default: 5)")
    parser.add_argument("--withdrawn", action="append", default=[], metavar="NAME", help="takes a candidate out")
    parser.add_argument("--longer-terms", type=int, default=0, metavar="K", help="the first K elected get longer terms")
    parser.add_argument(
        "--ties",
        metavar="seed:TEXT|order:NAME,NAME,...|shared",
        help="what settles ties: a lot drawn from a seed, an order of names as in CSV, or nothing"
        " (default: the order that the file gives, or shared)",
    )
    _add_cap(parser)
    _add_none_of_the_above(parser)


def _add_cap(parser: ArgumentParser) -> None:
    parser.add_argument("--cap", type=int, metavar="K", help="no more than K members of one affiliation")
    parser.add_argument("--affiliations", type=Path, metavar="FILE.csv", help="candidates: name,affiliation")
    parser.add_argument("--continuing", type=Path, metavar="FILE.csv", help="continuing members: name,affiliation")
    parser.add_argument(
        "--cap-rule", choices=list(CapRule), help="pass over who is beyond the cap, or remove and count again"
    )


def _add_none_of_the_above(parser: ArgumentParser) -> None:
    parser.add_argument("--nota", metavar="NAME", help="the candidate who stands for none of the above")
    parser.add_argument("--quorum", type=int, metavar="N", help="voters who must prefer a candidate to it")


def rules(options: Options) -> Rules:
    """The rules as far as the arguments have them, for `completed` to add what a file says.

    Raises TallyError for arguments that do not fit each other, and for lists that cannot be read.
    """
    if options["quorum"] is not None and not options["nota"]:
        raise TallyError("A quorum goes with none of the above: add --nota NAME, or leave out --quorum.")
    return Rules(
        method=options["method"],
        seats=1 if options["seats"] is None else options["seats"],
        unranked=options["unranked"],
        by=options["by"],
        highest=options["max_score"],
        none_of_the_above=options["nota"],
        quorum=options["quorum"] or 0,
        cap=_cap(options),
        ties=_ties(options["ties"] or "shared"),
    )


def completed(rules: Rules, options: Options, file: BallotFile) -> Rules:
    """The rules with the file's seats and order of ties where no argument says otherwise, and its withdrawals.

    Raises TallyError for an order of ties that names somebody unknown, and for more longer terms than seats.
    """
    order = options["ties"] is None and file.tie_order
    whole = replace(
        rules,
        seats=options["seats"] or file.seats or 1,
        withdrawn=tuple(dict.fromkeys([*file.withdrawn, *map(single_spaced, options["withdrawn"])])),
        ties=Decision(file.tie_order) if order else rules.ties,
        longer=options["longer_terms"],
    )
    if isinstance(whole.ties, Decision):
        _check_order(whole.ties.names, file.ballots.candidates)
    return whole


def marks(options: Options) -> tuple[bool, int]:
    """Whether the method counts marks, and how high these go."""
    highest = options["max_score"] if options["method"] in SCORED else 1
    return METHODS[options["method"]].ballot == "marks", highest


def _cap(options: Options) -> Cap | None:
    if options["cap"] is None:
        for name in ("affiliations", "continuing", "cap_rule"):
            if options[name] is not None:
                raise TallyError(f"--{name.replace('_', '-')} goes with a cap: add --cap K, or leave it out.")
        return None
    if options["affiliations"] is None:
        raise TallyError("A cap needs to know who belongs where: add --affiliations FILE.csv.")
    continuing = {} if options["continuing"] is None else listed(Path(options["continuing"]))
    rule = options["cap_rule"] or CapRule.SKIP
    return Cap(options["cap"], listed(Path(options["affiliations"])), continuing, rule)


def _ties(asked: str) -> Ties:
    kind, _, text = asked.partition(":")
    if asked == "shared":
        return Shared()
    if kind == "seed" and text:
        return Lot(text)
    if kind == "order" and text.strip():
        return Decision(_names(text))
    raise TallyError(f"--ties is seed:TEXT, order:NAME,NAME,... or shared, and not {asked!r}.")


def _names(text: str) -> tuple[str, ...]:
    """Names separated by commas; one that has a comma itself stands in quotation marks."""
    try:
        cells = next(csv.reader([text], skipinitialspace=True, strict=True))
    except csv.Error as error:
        raise TallyError(f"The order of ties cannot be cut into names ({error}): {text}") from error
    return tuple(map(single_spaced, cells))


def _check_order(names: tuple[str, ...], candidates: Collection[str]) -> None:
    for name in names:
        if name not in candidates:
            raise TallyError(f"The order of ties names {name!r}, who is not among the candidates.")
        if names.count(name) > 1:
            raise TallyError(f"The order of ties names {name} twice.")
