"""Count an election again, by yourself, with nothing but Python (3.9 or later).

    python recount.py election.json

This file shares no code with the program that counted first. It is written to be read from top to bottom and checked
against the rules by anybody who doubts a result, so it goes the plain way everywhere, never the clever one. All numbers
are exact: whole numbers, or fractions where a rule divides. Nothing depends on the order of ballots or candidates.

    {"candidates": ["Ann", "Ben", "Cy"], "seats": 1, "method": "irv", "ties": ["seed", "12 34 56"],
     "ballots": [{"voters": 3, "ranking": [["Ann"], ["Ben", "Cy"]]}, {"voters": 2, "ranking": [["Cy"]]}]}

A ranking lists its ranks, best first, each with the candidates in it; `[]` is a blank ballot. For plurality, approval,
score and star a ballot has `"marks": {"Ann": 5, "Ben": 2}` instead. Further entries are the arguments of `recount`.
"""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

Ranking = tuple[tuple[str, ...], ...]  # one ballot's ranks, best first, and the candidates in each
Groups = list[list[str]]  # candidates from the best place down; those who share a place are in one list
Votes = dict[str, Any]  # by candidate: whole numbers or fractions
Ballots = list[tuple[int, Any]]  # how many voters, and their ballot: a Ranking, or marks by candidate

MOST_WAYS = 1_000


# 1. Ties


class LeftOpen(Exception):
    """A count cannot go on before somebody decides between the candidates named, and nobody is to decide."""


class Draw:
    """Decides between candidates who are tied: by a lot, by a given order, or not at all.

    `ties` is ("seed", text), ("order", names) or ("shared",). The first one drawn gets what the tie is about: the
    better place, the exclusion, or the first transfer. Where ties stay open, `choices` says how to go on at each tie
    met, one after the other; `every_way` below goes through all of them.
    """

    def __init__(self, ties: Sequence[Any], choices: Iterable[str] = ()) -> None:
        self.kind: str = ties[0]
        self.given: Any = ties[-1]
        self.open = self.kind == "shared"
        self.choices = iter(choices)
        if {"shared": 1, "seed": 2, "order": 2}.get(self.kind) != len(ties):
            raise ValueError(
                f"Ties are shared, or settled by a seed or an order with its text or names, not by {ties}."
            )

    def number(self, name: str) -> Any:
        """What a candidate draws; the lowest is first."""
        if self.kind == "seed":
            return hashlib.sha256(f"{self.given}\n{unicodedata.normalize('NFC', name)}".encode()).hexdigest()
        if name not in self.given:
            raise ValueError(f"{name} is tied, and the order of drawing does not name them.")
        return self.given.index(name)

    def order(self, tied: Collection[str]) -> list[str]:
        return sorted(tied, key=self.number) if len(tied) > 1 else list(tied)

    def first(self, tied: Collection[str]) -> str:
        if len(tied) == 1 or not self.open:
            return self.order(tied)[0]
        for choice in self.choices:
            return choice
        raise LeftOpen(*sorted(tied))


def look_back(tied: Iterable[str], history: Sequence[Votes], best: Callable[[list[Any]], Any]) -> list[str]:
    """Those who have the most (`best` is max) or fewest (min) votes: now, of these the round before, and so on.

    Going backwards, whoever did not have the most (or fewest) of those still tied is out; a round in which the tied
    ones were equal changes nothing. Several are left only if they were equal in every round.
    """
    left = sorted(tied)
    for votes in reversed(history):
        wanted = best([votes[name] for name in left])
        left = [name for name in left if votes[name] == wanted]
    return left


# 2. What every method is given


@dataclass
class Contest:
    """Candidates who stand, ballots that name nobody else, and what to count them by. Methods fill in the rounds."""

    standing: list[str]
    ballots: Ballots
    seats: int
    unranked: str
    by: str
    highest: int
    draw: Draw
    rounds: list[dict[str, Any]] = field(default_factory=list)
    ranking: Groups = field(default_factory=list)

    def exclude(self, tied: list[str], votes: Votes, continuing: set[str], vacancies: int) -> list[str]:
        """Take the first one drawn of the tied ones out of those who continue.

        Where ties stay open, tied ones without any vote go together if enough others are left: nothing is passed on.
        """
        together = self.draw.open and not any(votes[name] for name in tied)
        out = tied if together and len(continuing) - len(tied) >= vacancies else [self.draw.first(tied)]
        continuing.difference_update(out)
        self.rounds[-1]["excluded"] = out
        return out


def grouped(names: Iterable[str], figure: Mapping[str, Any], lowest_first: bool = False) -> Groups:
    """The candidates by their figure, the highest first; equal ones share a place."""
    figures = sorted({figure[name] for name in names}, reverse=not lowest_first)
    return [sorted(name for name in names if figure[name] == value) for value in figures]


def prefers(ballot: Any, one: str, other: str, unranked: str) -> bool:
    """Whether this ballot puts one candidate above the other."""
    if isinstance(ballot, dict):
        return bool(ballot.get(one, 0) > ballot.get(other, 0))
    for rank in ballot:
        if other in rank:
            return False
        if one in rank:
            return unranked == "last" or any(other in lower for lower in ballot)
    return False


def how_many_prefer(ballots: Ballots, one: str, other: str, unranked: str = "last") -> int:
    return how_many((voters, ballot) for voters, ballot in ballots if prefers(ballot, one, other, unranked))


def how_many(ballots: Iterable[tuple[int, Any]]) -> int:
    return sum(voters for voters, _ in ballots)


# 3. Methods that compare candidates in pairs


def comparisons(contest: Contest) -> dict[str, dict[str, int]]:
    """How many voters prefer the first candidate to the second."""
    prefer = {name: dict.fromkeys(contest.standing, 0) for name in contest.standing}
    for voters, ranking in contest.ballots:
        below = set(contest.standing)
        if contest.unranked == "leave-out":  # who is not ranked is compared with nobody
            below = {name for rank in ranking for name in rank}
        for rank in ranking:
            below.difference_update(rank)
            for name in rank:
                row = prefer[name]
                for other in below:
                    row[other] += voters
    return prefer


def defeats(contest: Contest) -> dict[tuple[str, str], int]:
    """Who defeats whom, and how strong each defeat is: the votes for the winner, or the lead."""
    prefer = comparisons(contest)
    contest.rounds.append({"prefer": prefer})
    strength = {}
    for one in contest.standing:
        for other in contest.standing:
            votes, against = prefer[one][other], prefer[other][one]
            if votes > against:
                strength[one, other] = votes if contest.by == "winning-votes" else votes - against
    return strength


def schulze(contest: Contest) -> Groups:
    """A stands before B if the strongest path of defeats from A to B is stronger than that from B to A.

    A path is as strong as its weakest defeat. The fewer stand before a candidate, the better their place.
    """
    names = contest.standing
    direct = defeats(contest)
    path = {one: {other: direct.get((one, other), 0) for other in names} for one in names}
    for between in names:
        for one in names:
            for other in names:
                path[one][other] = max(path[one][other], min(path[one][between], path[between][other]))
    before = {name: sum(path[other][name] > path[name][other] for other in names if other != name) for name in names}
    return grouped(names, before, lowest_first=True)


def minimax(contest: Contest) -> Groups:
    """The milder a candidate's worst defeat, the better their place; who is not defeated has 0."""
    worst = dict.fromkeys(contest.standing, 0)
    for (_, loser), strength in defeats(contest).items():
        worst[loser] = max(worst[loser], strength)
    return grouped(contest.standing, worst, lowest_first=True)


def reached_from(start: str, pairs: Iterable[tuple[str, str]]) -> set[str]:
    """Everybody to whom a chain of these pairs leads."""
    reached: set[str] = set()
    todo = [start]
    while todo:
        one = todo.pop()
        new = {loser for winner, loser in pairs if winner == one} - reached
        reached |= new
        todo += new
    return reached


def ranked_pairs(contest: Contest) -> Groups:
    """Lock defeats from the strongest down, leaving out what would close a circle.

    Of equally strong defeats, first those that lie on no circle whatever the order. The others go by their winners, in
    the order in which these are drawn; `drawn` has who was drawn before whom, so that all draws make one order.
    """
    strength = defeats(contest)
    locked: set[tuple[str, str]] = set()
    drawn: set[tuple[str, str]] = set()
    for level in sorted(set(strength.values()), reverse=True):
        equal = [pair for pair in strength if strength[pair] == level and pair[0] not in reached_from(pair[1], locked)]
        together = locked | set(equal)
        rest = [pair for pair in equal if pair[0] in reached_from(pair[1], together)]
        locked |= set(equal).difference(rest)
        while rest:
            winners = {winner for winner, _ in rest}
            able = [one for one in winners if not any(one in reached_from(other, drawn) for other in winners)]
            first = contest.draw.first(able)
            drawn |= {(first, other) for other in winners if other != first}
            locked |= {pair for pair in rest if pair[0] == first and first not in reached_from(pair[1], locked)}
            rest = [pair for pair in rest if pair[0] != first]
    contest.rounds.append({"locked": sorted(locked)})
    before: Counter[str] = Counter()
    for name in contest.standing:
        before.update(reached_from(name, locked))
    return grouped(contest.standing, before, lowest_first=True)


# 4. Methods by marks


def sums(contest: Contest) -> Votes:
    return {name: sum(voters * marks.get(name, 0) for voters, marks in contest.ballots) for name in contest.standing}


def by_sums(contest: Contest) -> Groups:
    """Plurality, approval and score: whoever has the highest sum of marks is first."""
    contest.rounds.append({"votes": sums(contest)})
    return grouped(contest.standing, sums(contest))


def star(contest: Contest) -> Groups:
    """Score, then automatic run-off; every further place in the same way among those who are left (Bloc STAR).

    Whoever has no point reaches no run-off: the last places are theirs together. Where ties stay open and a draw would
    be needed after the seats are filled, those who are left are placed by their sums.
    """
    sum_of = sums(contest)
    ranking: Groups = []
    left = [name for name in contest.standing if sum_of[name]]
    while left:
        try:
            winner = star_winner(contest, left, sum_of)
        except LeftOpen:
            if len(ranking) < contest.seats:
                raise
            ranking += grouped(left, sum_of)
            break
        ranking.append([winner])
        left.remove(winner)
    nothing = [name for name in contest.standing if not sum_of[name]]
    return ranking + ([nothing] if nothing else [])


def star_winner(contest: Contest, left: list[str], sum_of: Votes) -> str:
    """The winner of one run-off. Who is preferred by more wins; then the higher sum, more highest marks, the draw."""
    finalists: list[str] = []
    for tied in grouped(left, sum_of):
        finalists += star_finalists(contest, tied, 2 - len(finalists))
    if len(finalists) == 1:
        return finalists[0]
    one, other = finalists
    prefer = {one: how_many_prefer(contest.ballots, one, other), other: how_many_prefer(contest.ballots, other, one)}
    contest.rounds.append({"votes": {name: sum_of[name] for name in left}, "run-off": prefer})
    top = top_marks(contest, finalists)
    best = grouped(finalists, {name: (prefer[name], sum_of[name], top[name]) for name in finalists})[0]
    return contest.draw.first(best)


def star_finalists(contest: Contest, tied: list[str], places: int) -> list[str]:
    """Who of those with equal sums takes the places in the run-off that are left.

    As the Equal Vote Coalition's Official Tiebreaker Protocol (https://www.starvoting.org/ties) is read here:
    1. Compare the tied ones with each other. Those who lost the most match-ups are out, again and again. (If that
       leaves fewer than there are places, these have theirs, and those just out compete for the rest.)
    2. (The higher sum, which is equal here.)
    3. Those with the most highest marks stay. (Again, if they are fewer than the places, these have theirs.)
    4. One is drawn and has a place; with the others begin again, for the places left.
    """
    if len(tied) <= places:
        return tied
    if places == 0:
        return []
    lost = dict.fromkeys(tied, 0)
    for one in tied:
        for other in tied:
            if how_many_prefer(contest.ballots, one, other) < how_many_prefer(contest.ballots, other, one):
                lost[one] += 1
    stay = [name for name in tied if lost[name] < max(lost.values())]
    if stay:
        out = [name for name in tied if name not in stay]
        ahead = star_finalists(contest, stay, places)
        return ahead + star_finalists(contest, out, places - len(ahead))
    most = grouped(tied, top_marks(contest, tied))[0]
    if len(most) <= places:
        out = [name for name in tied if name not in most]
        return most + star_finalists(contest, out, places - len(most))
    drawn = contest.draw.first(most)
    return [drawn, *star_finalists(contest, [name for name in most if name != drawn], places - 1)]


def top_marks(contest: Contest, names: Iterable[str]) -> Votes:
    """How many voters gave each the highest mark there is."""
    highest = contest.highest
    return {name: sum(voters for voters, marks in contest.ballots if marks.get(name) == highest) for name in names}


# 5. Methods that pass votes on


def highest_rank(ranking: Ranking, among: Collection[str]) -> list[str]:
    """The candidates at the first rank of a ballot that has any of these; none if it has none of them."""
    for rank in ranking:
        found = [name for name in rank if name in among]
        if found:
            return found
    return []


def irv(contest: Contest) -> Groups:
    """Instant run-off: exclude the one with the fewest votes until somebody has more than half of those that count.

    A ballot counts for the highest of its candidates who continue, in equal parts if they are several at one rank. Of
    those with the fewest votes, whoever had the fewest in the latest earlier round goes; then the draw.
    """
    continuing = set(contest.standing)
    history: list[Votes] = []
    excluded: Groups = []
    votes: Votes = {}
    while continuing:
        votes = dict.fromkeys(sorted(continuing), 0)
        for voters, ranking in contest.ballots:
            holders = highest_rank(ranking, continuing)
            for name in holders:
                votes[name] += voters if len(holders) == 1 else Fraction(voters, len(holders))
        history.append(votes)
        contest.rounds.append({"votes": votes})
        if len(continuing) == 1 or 2 * max(votes.values()) > sum(votes.values()):
            break
        excluded.insert(0, contest.exclude(look_back(continuing, history, min), votes, continuing, 1))
    return grouped(continuing, votes) + excluded


class Papers:
    """The papers of a Scottish count, in piles. A vote is worth 100,000 here: five decimals become whole numbers."""

    VOTE = 100_000

    def __init__(self, contest: Contest) -> None:
        self.cast = contest.ballots
        self.piles: dict[str, Counter[tuple[int, int]]] = {name: Counter() for name in contest.standing}
        self.votes: Votes = dict.fromkeys(contest.standing, 0)
        self.exhausted = 0
        everybody = Counter({(number, self.VOTE): voters for number, (voters, _) in enumerate(contest.ballots)})
        self.hand_out(everybody, set(contest.standing))

    def lost(self) -> int:
        """What was cut off so far."""
        return how_many(self.cast) * self.VOTE - sum(self.votes.values()) - self.exhausted

    def hand_out(self, papers: Mapping[tuple[int, int], int], continuing: Collection[str]) -> None:
        """Give papers to the next continuing candidate, in equal parts (cut off) if there are several at that rank.

        `papers` says for each ballot and value how many there are.
        """
        for (ballot, value), voters in papers.items():
            holders = highest_rank(self.cast[ballot][1], continuing)
            for name in holders:
                part = value // len(holders)
                self.piles[name][ballot, part] += voters
                self.votes[name] += voters * part
            if not holders:
                self.exhausted += voters * value

    def transfer_surplus(self, name: str, quota: int, continuing: Collection[str]) -> None:
        """Every paper goes on at surplus times its value divided by the candidate's votes, cut to five decimals."""
        total = self.votes[name]
        lighter: Counter[tuple[int, int]] = Counter()
        for (ballot, value), voters in self.piles[name].items():
            lighter[ballot, (total - quota) * value // total] += voters
        self.piles[name] = Counter()
        self.votes[name] = quota
        self.hand_out(lighter, continuing)

    def pass_on(self, names: Iterable[str], continuing: Collection[str]) -> None:
        """Every paper goes on at the value with which it came."""
        for name in names:
            papers, self.piles[name] = self.piles[name], Counter()
            self.votes[name] = 0
            self.hand_out(papers, continuing)


def scottish(contest: Contest) -> Groups:
    """The single transferable vote by the Scottish Local Government Elections Order 2007, rules 45 to 52."""
    papers = Papers(contest)
    votes = papers.votes
    quota = (how_many(contest.ballots) // (contest.seats + 1) + 1) * Papers.VOTE
    continuing = set(contest.standing)
    pending: set[str] = set()
    elected: Groups = []
    excluded: Groups = []
    history: list[Votes] = []
    while True:
        history.append(dict(votes))
        reached = {name for name in continuing if votes[name] >= quota}
        elected += grouped(reached, votes)
        continuing -= reached
        pending |= reached
        note(contest, Papers.VOTE, votes, quota=quota, exhausted=papers.exhausted, lost=papers.lost())
        vacancies = contest.seats - sum(map(len, elected))
        if len(continuing) <= vacancies or vacancies == 0:
            return elected + grouped(continuing, votes) + excluded
        if pending:
            first = first_surplus(pending, history, quota, contest.draw)
            pending.remove(first)
            papers.transfer_surplus(first, quota, continuing)
        else:
            tied = look_back(continuing, history, min)
            excluded.insert(0, contest.exclude(tied, votes, continuing, vacancies))
            papers.pass_on(excluded[0], continuing)


def first_surplus(pending: Iterable[str], history: Sequence[Votes], quota: int, draw: Draw) -> str:
    """The largest surplus; of equal ones by the most votes in the latest earlier stage; then by the draw."""
    tied = look_back(pending, history, max)
    nothing_to_move = history[-1][tied[0]] == quota
    return tied[0] if draw.open and nothing_to_move else draw.first(tied)


def note(contest: Contest, unit: int, votes: Votes, **figures: int) -> None:
    """Write down the figures of a round, as exact fractions of a vote."""
    contest.rounds.append({name: Fraction(amount, unit) for name, amount in figures.items()})
    contest.rounds[-1]["votes"] = {name: Fraction(amount, unit) for name, amount in votes.items()}


ONE = 1_000_000_000  # in a Meek count: nine decimals as whole numbers
OMEGA = 1_000  # 0.000001


def meek(contest: Contest) -> Groups:
    """Meek's method by the Proportional Representation Foundation's reference rule; its steps are named as there."""
    keep = dict.fromkeys(contest.standing, ONE)  # A
    hopeful = set(contest.standing)
    elected: Groups = []
    excluded: Groups = []
    votes = meek_votes(contest, meek_condensed(contest, hopeful, keep), keep)
    while True:
        already = [name for group in elected for name in group]
        if len(already) == contest.seats or len(already) + len(hopeful) <= contest.seats:  # B.1
            return elected + grouped(hopeful, votes) + excluded  # C
        condensed = meek_condensed(contest, hopeful, keep)
        before = None
        while True:  # B.2
            votes = meek_votes(contest, condensed, keep)  # B.2.a
            quota = sum(votes.values()) // (contest.seats + 1) + 1  # B.2.b
            reached = {name for name in hopeful if votes[name] >= quota}  # B.2.c
            surplus = max(0, sum(votes[name] - quota for name in already))  # B.2.d
            if reached or surplus < OMEGA or (before is not None and surplus >= before):  # B.2.e
                break
            before = surplus
            for name in already:  # B.2.f
                keep[name] = rounded_up(rounded_up(keep[name] * quota, ONE) * ONE, votes[name])
        note(contest, ONE, votes, quota=quota)
        elected += grouped(reached, votes)
        hopeful -= reached
        if not reached:  # B.3
            lowest = min(votes[name] for name in hopeful)
            tied = sorted(name for name in hopeful if votes[name] <= lowest + surplus)
            excluded.insert(0, contest.exclude(tied, votes, hopeful, contest.seats - len(already)))
            keep.update(dict.fromkeys(excluded[0], 0))


def rounded_up(amount: int, divisor: int) -> int:
    return -(-amount // divisor)


def meek_condensed(contest: Contest, hopeful: set[str], keep: Mapping[str, int]) -> Counter[Ranking]:
    """The ballots as far as a vote can get: without the excluded, down to the first rank that has a hopeful candidate.

    A hopeful candidate keeps all that reaches them. So ballots that agree down to there can be put together.
    """
    condensed: Counter[Ranking] = Counter()
    for voters, ranking in contest.ballots:
        ranks = []
        for rank in ranking:
            there = tuple(name for name in rank if keep[name])
            if there:
                ranks.append(there)
            if not hopeful.isdisjoint(there):
                break
        condensed[tuple(ranks)] += voters
    return condensed


def meek_votes(contest: Contest, ballots: Mapping[Ranking, int], keep: Mapping[str, int]) -> Votes:
    """Everybody's votes, when each keeps the share `keep` of what reaches them and the rest goes down the ballot.

    What one candidate keeps is rounded up to nine decimals; what several at one rank keep and let through is cut.
    """
    votes: Votes = dict.fromkeys(contest.standing, 0)
    known: dict[tuple[str, ...], dict[str, Fraction]] = {}
    for ranking, voters in ballots.items():
        weight = ONE
        for rank in ranking:
            if len(rank) == 1:
                kept = rounded_up(weight * keep[rank[0]], ONE)
                votes[rank[0]] += voters * kept
                weight -= kept
            else:
                shares = shares_of_equals(rank, keep, known)
                for name in rank:
                    votes[name] += voters * int(weight * shares[name])
                weight = int(weight * (1 - sum(shares.values())))
    return votes


def shares_of_equals(rank: tuple[str, ...], keep: Mapping[str, int], known: dict[Any, Any]) -> dict[str, Fraction]:
    """What each of several candidates at one rank keeps, if every order of them is equally likely.

    Each is as likely to come first as any other. Whoever does keeps their share, and the rest reaches the others, in
    every order of those. `known` are the shares already worked out.
    """
    if rank not in known:
        shares = dict.fromkeys(rank, Fraction(0))
        for first in rank:
            kept = Fraction(keep[first], ONE)
            shares[first] += kept / len(rank)
            others = tuple(name for name in rank if name != first and kept < 1)
            for name, share in shares_of_equals(others, keep, known).items():
                shares[name] += (1 - kept) * share / len(rank)
        known[rank] = shares
    return dict(known[rank])


METHODS: dict[str, Callable[[Contest], Groups]] = {
    "plurality": by_sums,
    "approval": by_sums,
    "score": by_sums,
    "star": star,
    "irv": irv,
    "scottish": scottish,
    "meek": meek,
    "schulze": schulze,
    "minimax": minimax,
    "ranked-pairs": ranked_pairs,
}


# 6. From the ballots to the seats


def read(candidates: Collection[str], ballots: Iterable[tuple[int, Any]], highest: int) -> Ballots:
    """The ballots, each once with the number of voters who cast it: marks if there is a highest one, else rankings.

    Marks of 0 are left out. Raises ValueError for what is not a ballot.
    """
    gathered: Counter[Any] = Counter()
    for voters, ballot in ballots:
        if voters < 1 or isinstance(ballot, Mapping) != (highest > 0):
            raise ValueError(f"{voters}: {ballot} is not so many voters and their {'marks' if highest else 'ranking'}.")
        if highest:
            check(ballot, candidates)
            check(ballot.values(), range(highest + 1), once=False)
            gathered[tuple(sorted((name, mark) for name, mark in ballot.items() if mark))] += voters
        else:
            ranks = [(rank,) if isinstance(rank, str) else tuple(sorted(rank)) for rank in ballot]
            check([name for rank in ranks for name in rank], candidates)
            gathered[tuple(rank for rank in ranks if rank)] += voters
    return [(voters, dict(ballot) if highest else ballot) for ballot, voters in gathered.items()]


def check(given: Iterable[Any], known: Collection[Any], once: bool = True) -> None:
    """Raise ValueError for what is not known, or given twice."""
    for one, times in Counter(list(given)).items():
        if one not in known or isinstance(one, float):
            raise ValueError(f"{one!r} is not among {', '.join(sorted(map(str, known)))}.")
        if once and times > 1:
            raise ValueError(f"{one!r} is there twice.")


def only(standing: set[str], ballots: Ballots) -> Ballots:
    """The ballots without everybody else; those that then name nobody count for nothing."""
    kept: Ballots = []
    for voters, ballot in ballots:
        left: Any
        if isinstance(ballot, dict):
            left = {name: mark for name, mark in ballot.items() if name in standing}
        else:
            ranks = [tuple(name for name in rank if name in standing) for rank in ballot]
            left = tuple(rank for rank in ranks if rank)
        if left:
            kept.append((voters, left))
    return kept


def not_above(none: str, standing: Iterable[str], ballots: Ballots, unranked: str, quorum: int) -> list[str]:
    """Who is not preferred to none of the above by more voters than the other way round, and by the quorum at least.

    Debian's constitution, A.5 (once A.6), steps 2 and 3.
    """
    dropped = []
    for name in standing:
        above = how_many_prefer(ballots, name, none, unranked)
        if above <= how_many_prefer(ballots, none, name, unranked) or above < quorum:
            dropped.append(name)
    return dropped


def every_way(contest: Contest, method: str, ties: Sequence[Any]) -> list[Contest]:
    """The contest counted for every way in which ties left open could go; first that of the first ones by name.

    Where ties are settled there is one way, and a draw breaks up places that are shared.
    """
    ways: list[Contest] = []
    todo: list[list[str]] = [[]]
    while todo:
        choices = todo.pop()
        way = replace(contest, draw=Draw(ties, choices), rounds=[])
        try:
            way.ranking = METHODS[method](way)
            ways.append(way)
        except LeftOpen as tie:
            todo += [[*choices, name] for name in reversed(tie.args)]
        if not way.draw.open:
            way.ranking = [[name] for group in way.ranking for name in way.draw.order(group)]
        if len(ways) + len(todo) > MOST_WAYS:
            raise ValueError(f"The ties could go more than {MOST_WAYS} ways; draw a lot.")
    return ways


class Cap:
    """At most `most` members of one affiliation, continuing members included; None sets no limit."""

    def __init__(self, most: int | None, affiliations: Mapping[str, str], continuing: Iterable[Sequence[str]]) -> None:
        self.most = most
        self.affiliations = {name: self.same(affiliation) for name, affiliation in affiliations.items()}
        self.sitting = Counter(self.same(affiliation) for _, affiliation in continuing)

    @staticmethod
    def same(affiliation: str | None) -> str:
        """Case and white space make no difference."""
        return " ".join((affiliation or "").split()).casefold()

    def team(self, name: str) -> tuple[str, str]:
        """The affiliation that counts for a candidate; somebody to whom no limit applies is a team of one."""
        affiliation = self.affiliations.get(name, "")
        return (affiliation, "") if affiliation and self.most is not None else ("", name)

    def room(self, name: str) -> int:
        """How many of the candidate's team may be elected."""
        affiliation, _ = self.team(name)
        return max(0, (self.most or 0) - self.sitting[affiliation]) if affiliation else 1

    def too_many(self, elected: Iterable[str]) -> list[str]:
        """The elected members, in order, of affiliations with more of them than there is room for."""
        number = Counter(map(self.team, elected))
        return [name for name in elected if number[self.team(name)] > self.room(name)]


@dataclass
class Filled:
    """Who has a seat, who competes for the contested ones, who was passed over because of the cap."""

    elected: list[str]
    tied: list[str]
    contested: int
    skipped: list[str]


def fill(ranking: Groups, seats: int, cap: Cap) -> Filled:
    """Go down the ranking. Those of a shared place who do not all fit compete for the seats that are left.

    Likewise those of one affiliation at one place compete among themselves for what the cap leaves them.
    """
    filled = Filled([], [], 0, [])
    room = {cap.team(name): cap.room(name) for group in ranking for name in group}
    for group in ranking:
        left = seats - len(filled.elected) - filled.contested
        if left == 0:
            break
        filled.skipped += [name for name in group if not room[cap.team(name)]]
        able = [name for name in group if room[cap.team(name)]]
        teams = Counter(map(cap.team, able))
        fitting = {team: min(number, room[team]) for team, number in teams.items()}
        seated = min(left, sum(fitting.values()))
        all_fit = seated == sum(fitting.values())
        sure = [name for name in able if all_fit and fitting[cap.team(name)] == teams[cap.team(name)]]
        filled.elected += sure
        filled.tied += [name for name in able if name not in sure]
        filled.contested += seated - len(sure)
        for team, number in fitting.items():
            room[team] -= number
    return filled


def together(ways: Sequence[Filled]) -> Filled:
    """Elected is who is elected whichever way ties go; tied who is elected, or tied, in some of them."""
    first = ways[0]
    elected = [name for name in first.elected if all(name in way.elected for way in ways)]
    possible = {name for way in ways for name in way.elected + way.tied}
    contested = len(first.elected) + first.contested - len(elected)
    return Filled(elected, sorted(possible.difference(elected)), contested, first.skipped)


def recount(
    candidates: Sequence[str],
    ballots: Iterable[tuple[int, Any]],
    method: str,
    seats: int,
    *,
    unranked: str = "last",
    by: str = "winning-votes",
    highest: int = 5,
    withdrawn: Collection[str] = (),
    none_of_the_above: str | None = None,
    quorum: int = 0,
    cap: int | None = None,
    affiliations: Mapping[str, str] | None = None,
    continuing: Iterable[Sequence[str]] = (),
    cap_rule: str = "skip",
    ties: Sequence[Any] = ("shared",),
) -> dict[str, Any]:
    """Count, and say who is elected and everything that decides it.

    `ballots` are pairs of a number of voters and their ballot: ranks, best first, or marks by name. `unranked`
    candidates come "last" on a ballot, or "leave-out" compares them with nobody on it. `by` ("winning-votes" or
    "margins") is the strength of a defeat, `highest` the highest mark. `withdrawn` candidates are taken out, lower
    preferences kept. `none_of_the_above` is the candidate whom to beat, by at least `quorum` voters. At most `cap`
    members of one of the `affiliations` (by candidate), `continuing` members (name, affiliation) included, may be in
    the body: the next is passed over ("skip"), or the lowest placed of too many is taken out and everything counted
    again ("recount"). `ties` are settled as `Draw` says.

    The answer has `elected` in order; `tied`, who compete for the `contested` seats a tie leaves open; `vacancies`;
    `ranking`, in groups; `skipped` because of the cap; `dropped` because of none of the above; the number of `ballots`,
    of `blank` ones, of `invalid` ones (too many marks); and the `rounds` of the last count.
    Raises ValueError for what cannot be counted.
    """
    none = none_of_the_above
    check(candidates, candidates)
    check([*withdrawn, *([none] if none else [])], candidates)
    check([method], METHODS)
    check([unranked, by, cap_rule], ["last", "leave-out", "winning-votes", "margins", "skip", "recount"])
    if seats < 1 or (method == "irv" and seats > 1):
        raise ValueError(f"{method} does not fill {seats} seats.")
    highest = {"plurality": 1, "approval": 1, "score": highest, "star": highest}.get(method, 0)
    cast = read(set(candidates), ballots, highest)
    valid = [(voters, ballot) for voters, ballot in cast if method != "plurality" or len(ballot) <= seats]
    limit, no_limit = Cap(cap, affiliations or {}, continuing), Cap(None, {}, [])
    removed: list[str] = []
    while True:
        standing = sorted(set(candidates).difference(withdrawn, removed, [none]))
        dropped = not_above(none, standing, valid, unranked, quorum) if none else []
        standing = [name for name in standing if name not in dropped]
        contest = Contest(standing, only(set(standing), valid), seats, unranked, by, highest, Draw(ties))
        ways = every_way(contest, method, ties)
        fills = [fill(way.ranking, seats, limit if cap_rule == "skip" else no_limit) for way in ways]
        filled = together(fills)
        over = limit.too_many(filled.elected)
        if not over:
            break
        rivals = [name for name in over if limit.team(name) == limit.team(over[-1])]
        beside = any(over[-1] in group and set(group).intersection(rivals[:-1]) for group in ways[0].ranking)
        lowest = {name for each in fills for name in limit.too_many(each.elected)[-1:]}
        if limit.room(over[-1]) and (beside or len(lowest) > 1):
            raise ValueError(f"Of {', '.join(rivals)}, who share a place, not all fit under the cap; draw a lot.")
        removed.append(over[-1])
    last = [sorted(removed), [none] if none else [], dropped]
    return {
        "elected": filled.elected,
        "tied": filled.tied,
        "contested": filled.contested,
        "vacancies": seats - len(filled.elected) - filled.contested,
        "ranking": ways[0].ranking + [group for group in last if group],
        "skipped": removed or filled.skipped,
        "dropped": dropped,
        "ballots": how_many(cast),
        "blank": how_many((voters, ballot) for voters, ballot in cast if not ballot),
        "invalid": how_many(cast) - how_many(valid),
        "rounds": ways[0].rounds,
    }


# 7. On the command line


def told(answer: Mapping[str, Any]) -> str:
    """The answer in plain lines."""
    lines = [f"{answer['ballots']} ballots, {answer['blank']} of them blank and {answer['invalid']} invalid."]
    lines += [f"Elected: {name}" for name in answer["elected"]]
    if answer["contested"]:
        lines.append(f"Tied for seats left open ({answer['contested']}): {', '.join(answer['tied'])}")
    if answer["vacancies"]:
        lines.append(f"Vacant seats: {answer['vacancies']}")
    lines += [f"Not elected because of the cap: {name}" for name in answer["skipped"]]
    lines += [f"Not above none of the above: {name}" for name in answer["dropped"]]
    return "\n".join([*lines, "Ranking:", *(f"  {' = '.join(group)}" for group in answer["ranking"])])


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print("Say which file to count: python recount.py election.json", file=sys.stderr)
        return 2
    try:
        election = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
        ballots = [(one["voters"], one["marks" if "marks" in one else "ranking"]) for one in election.pop("ballots")]
        print(told(recount(ballots=ballots, **election)))
    except (OSError, ValueError, TypeError, KeyError) as error:
        print(f"{arguments[0]} cannot be counted: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
