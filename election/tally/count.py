"""A count from ballots to outcome: who is taken out before, what the method says, how the seats are filled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from . import forks
from .contest import Contest, Placing
from .errors import TallyError
from .methods import METHODS, Method
from .none_of_the_above import dropped
from .outcome import Outcome
from .profile import Ballots
from .rows import Drop, Lack, Skip, Vacancy
from .rules import Cap, CapRule, Rules
from .seats import Body, agreed, beyond, fill, skip
from .ties import By, Purpose, Tie

Names = tuple[str, ...]


def count(ballots: Ballots, rules: Rules) -> Outcome:
    """Count ballots by these rules. Equal ballots and rules give an equal outcome, however either was put together.

    Raises TallyError for rules that do not fit the ballots or each other, and for ties that a count cannot leave open.
    """
    method = _method(rules.method)
    _check(ballots, rules)
    drops = dropped(ballots, rules)
    gone = {*rules.withdrawn, *(drop.candidate for drop in drops)}
    standing = tuple(
        number for number, name in enumerate(ballots.candidates) if name not in gone and name != rules.none_of_the_above
    )
    course = _recounted(ballots, rules, method, standing)
    return _outcome(ballots, rules, course, drops)


@dataclass(frozen=True, slots=True)
class _Course:
    """A method's placing, the body it makes, and who had to be removed for it."""

    placing: Placing
    groups: tuple[Names, ...]
    ties: tuple[Tie, ...]
    body: Body
    removed: tuple[Skip, ...] = ()


def _recounted(ballots: Ballots, rules: Rules, method: Method, standing: tuple[int, ...]) -> _Course:
    """Count, and again without whoever is beyond the cap, until the body keeps it."""
    removed: tuple[Skip, ...] = ()
    while True:
        course = _counted(ballots, rules, method, standing)
        over = _over(course, rules.cap)
        if rules.cap is None or over is None:
            return replace(course, removed=removed)
        removed += (skip(rules.cap, over, course.body.elected, recounted=True),)
        standing = tuple(number for number in standing if ballots.candidates[number] != over)


def _over(course: _Course, cap: Cap | None) -> str | None:
    if cap is None or cap.rule is CapRule.SKIP:
        return None
    over = beyond(course.body.elected, cap)
    rivals = next((group for group in course.groups if over in group), ())
    same = [name for name in rivals if over and cap.affiliation(name) == cap.affiliation(over)]
    if len(same) > 1 and len(cap.members(cap.affiliation(same[0]))) < cap.most:
        raise TallyError(
            f"{' and '.join(sorted(same))} share a place, and the affiliation cap leaves room for fewer of them."
            " Let a lot decide: hand in a seed, or the order in which candidates are drawn."
        )
    return over


def _counted(ballots: Ballots, rules: Rules, method: Method, standing: tuple[int, ...]) -> _Course:
    contest = Contest(
        names=ballots.candidates,
        standing=standing,
        seats=rules.seats,
        ties=rules.ties,
        unranked=rules.unranked,
        by=rules.by,
        highest=rules.highest,
    )
    found = forks.courses(method.place, ballots, contest)
    drawn = [_drawn(contest, placing.groups) for placing in found]
    groups, ties = drawn[0]
    body = agreed([fill(ranking, rules.seats, rules.cap) for ranking, _ in drawn])
    if len(found) > 1:
        uncapped = agreed([fill(ranking, rules.seats, None) for ranking, _ in drawn])
        groups = forks.common([ranking for ranking, _ in drawn], uncapped.elected, uncapped.tied)
    if body.tied:
        ties += (Tie(tuple(sorted(body.tied)), Purpose.PLACE, By.OPEN),)
    return _Course(found[0], groups, (*found[0].decided, *ties), body)


def _drawn(contest: Contest, groups: Iterable[Sequence[int]]) -> tuple[tuple[Names, ...], tuple[Tie, ...]]:
    """The groups in names, shared places drawn where there is somebody or something to draw."""
    named: list[Names] = []
    ties: list[Tie] = []
    for group in groups:
        if len(group) == 1 or contest.stays_open:
            named.append(contest.named(contest.alphabetical(group)))
        else:
            order, tie = contest.draw(group, Purpose.PLACE)
            named += [(contest.names[number],) for number in order]
            ties.append(tie)
    return tuple(named), tuple(ties)


def _outcome(ballots: Ballots, rules: Rules, course: _Course, drops: tuple[Drop, ...]) -> Outcome:
    body, placing = course.body, course.placing
    longer, open_terms = _longer(course, rules.longer)
    removed = tuple(sorted(row.candidate for row in course.removed))
    default = (rules.none_of_the_above,) if rules.none_of_the_above else ()
    behind = (removed, default, tuple(row.candidate for row in drops))
    skips = (*course.removed, *body.skips)
    return Outcome(
        method=rules.method,
        seats=rules.seats,
        candidates=ballots.candidates,
        ballots=ballots.total,
        blank=ballots.blank,
        invalid=placing.invalid,
        spent=placing.spent,
        places=placing.places,
        elected=tuple(body.elected),
        tied=tuple(sorted(body.tied)),
        contested=body.contested,
        ranking=(*course.groups, *(group for group in behind if group)),
        longer=longer,
        rounds=placing.rounds,
        pairwise=placing.pairwise,
        ties=(*course.ties, *open_terms),
        withdrawn=tuple(sorted(rules.withdrawn)),
        skips=skips,
        drops=drops,
        vacancies=_vacancies(body, skips, drops),
        none_of_the_above=rules.none_of_the_above,
        rules=rules.chosen(),
    )


def _longer(course: _Course, longer: int) -> tuple[Names, tuple[Tie, ...]]:
    """Who gets the longer terms, and the tie where a shared place leaves that open."""
    elected = course.body.elected
    at = 0
    for group in course.groups:
        here = tuple(name for name in group if name in elected)
        if at < longer < at + len(here):
            return tuple(elected[:at]), (Tie(here, Purpose.TERM, By.OPEN),)
        at += len(here)
    return tuple(elected[:longer]), ()


def _vacancies(body: Body, skips: tuple[Skip, ...], drops: tuple[Drop, ...]) -> tuple[Vacancy, ...]:
    if body.free <= 0:
        return ()
    lack = Lack.CAP if skips else Lack.NONE_OF_THE_ABOVE if drops else Lack.CANDIDATES
    return (Vacancy(body.free, lack),)


def _method(key: str) -> Method:
    if key not in METHODS:
        raise TallyError(f"There is no method {key!r}. Choose one of {', '.join(METHODS)}.")
    return METHODS[key]


def _check(ballots: Ballots, rules: Rules) -> None:
    known = set(ballots.candidates)
    named = [*rules.withdrawn, *([rules.none_of_the_above] if rules.none_of_the_above else ())]
    named += rules.cap.affiliations if rules.cap else ()
    for name in named:
        if name not in known:
            raise TallyError(f"{name!r} is not among the candidates: {_list(ballots.candidates)}.")
    if rules.none_of_the_above in rules.withdrawn:
        raise TallyError(f"{rules.none_of_the_above} stands for none of the above and cannot withdraw.")


def _list(names: Names) -> str:
    return ", ".join(names[:10]) + (f" and {len(names) - 10} more" if len(names) > 10 else "")
