"""What a file of results says: who was nominated, who was elected, whether a vote was needed, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from election.importers.folders import numbers, persons, seats
from election.importers.folders.lines import Statement, statements
from election.importers.folders.moments import Stated, chains
from election.importers.folders.persons import Person
from election.importers.folders.seats import Figure

ACCLAIMED = re.compile(
    r"bypassed|over\s+sooner|ended\s+(?:early|sooner)|skipped|acclaim|uncontested|unopposed|without\s+(?:a\s+)?(?:vote|voting|election)"
    r"|match(?:e[sd])?\s+the\s+number\s+of|(?:no|not)\s+(?:further\s+)?(?:need|necessary|required|vote|voting|elections?|ballot)\b"
    r"|were\s+(?:all\s+|automatically\s+)*appointed|by\s+default|equal(?:s|led|ed)?\s+(?:to\s+)?the\s+number|cancell?ed\s+the\s+vot"
    r"|did\s+not\s+exceed|fewer\s+(?:nominations|candidates|nominees)|as\s+many\s+(?:nominations|candidates|nominees)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"so\s+(?:an\s+)?elections?\s+(?:was|were)\s+held|(?:vote|voting|election|poll)s?\s+(?:was|were|took)\s+(?:held|place)",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    r"(?<!not )(?<!up for )\b(?:re-?)?elected\b|winners?\b|\bwon\b|\b(?:re-?)?admitted|appointed|new\s+members|"
    r"successful|members\s+(?:are|elect)|\bseated\b|congratulations",
    re.IGNORECASE,
)
_NOT_ELECTED = re.compile(
    r"not\s+(?:been\s+)?elected|unsuccessful|runners?[- ]up|did\s+not\s+win|not\s+selected|withdrew|withdrawn",
    re.IGNORECASE,
)
_FINAL = re.compile(r"\bfinal\b|nominations?\s+(?:were|was)", re.IGNORECASE)
_NOMINATED = re.compile(r"nominat|nominees?\b|candidates?\b|candidac|applica|stood|running", re.IGNORECASE)
_RANKED = re.compile(r"results?\b|ranking|ranked|order|outcome|votes\b|tally|scores?", re.IGNORECASE)
_WITHDREW = re.compile(r"withdr[ae]w|withdrawn|stepped\s+down|dropped\s+out", re.IGNORECASE)
_DECIDED = re.compile(
    r"admitted|elected|appointed|declared|announced|certified|confirmed|concluded|took\s+office|seated", re.IGNORECASE
)
_TERM = re.compile(
    rf"({numbers.PATTERN})[\s-]+(month|year)s?(?:[\s-]+long)?\s+terms?|terms?\s+of\s+({numbers.PATTERN})[\s-]+(month|year)s?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"({numbers.PATTERN}){numbers.BRACKETED}\s+(?:valid\s+)?(?:nominations?|nominees|candidates|candidacies|applications)\b",
    re.IGNORECASE,
)
_RANK = re.compile(r"^\s*(\d{1,3})[.)]\s+")
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_LOSES = re.compile(r"\s+(?:loses\s+to|defeats|beats)\b.*$|\s*\((?:condorcet|not\s+defeated)[^)]*\)?.*$", re.IGNORECASE)
_VOTES = re.compile(r"[\s,:;–—-]+\(?\d+(?:[.,]\d+)?\s*(?:%|votes?|points?|ballots?)?\)?\s*$", re.IGNORECASE)
_MARKED = re.compile(r"\(\s*(?:re-?)?elected\s*\)|[✓✔✅🏆]|\belected\s*$|:\s*elected\b|—\s*elected\b", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A person on a list of the results: where, with which rank, and whether the line itself says elected."""

    person: Person
    line: int
    rank: int | None = None
    marked: bool = False


@dataclass
class Results:
    """What the file says. `elected` is None where no list says it; `ranked` is a list in the order of the count."""

    file: str
    text: str
    nominated: list[Named] = field(default_factory=list)
    elected: list[Named] | None = None
    ranked: list[Named] = field(default_factory=list)
    withdrawn: list[Named] = field(default_factory=list)
    prose: list[Statement] = field(default_factory=list)
    acclaimed: bool = False
    withdrew: int = 0
    seats: list[Figure] = field(default_factory=list)
    declared: Stated | None = None
    declared_line: int = 0
    term_months: int | None = None
    placeholder: int = 0
    count: tuple[int, int] | None = None

    @property
    def people(self) -> list[Named]:
        return [*self.nominated, *(self.elected or []), *self.ranked, *self.withdrawn]


def read(file: str, text: str) -> Results:
    """The results in one file."""
    found = statements(text.lstrip("\ufeff"))
    results = Results(file, text)
    _lists(results, found)
    results.prose = [sentence for one in found if not one.item and not one.row for sentence in one.sentences()]
    whole = " ".join(one.text for one in found)
    results.acclaimed = bool(ACCLAIMED.search(whole)) and not _HELD.search(whole)
    results.withdrew = _withdrew(results.prose)
    results.seats = seats.figures(one for one in found if not one.heading)
    results.term_months = term(found)
    _day(results)
    _count(results)
    return results


def term(found: Iterable[Statement]) -> int | None:
    """The length of a term in months: "for another 12 month term", "a term of two years"."""
    for one in found:
        if told := _TERM.search(one.text):
            return numbers.value(told[1] or told[3]) * (12 if (told[2] or told[4]).casefold() == "year" else 1)
    return None


def _lists(results: Results, found: list[Statement]) -> None:
    lead, heading = "", ""
    group: list[Statement] = []
    for one in [*found, Statement("", ((0, 0),))]:
        if one.item or one.row:
            group.append(one)
            continue
        if group:
            _file(results, lead or heading, heading, group)
            group, lead = [], ""
        if one.heading:
            heading, lead = one.text, ""
        elif one.text:
            lead = one.text


def _file(results: Results, lead: str, heading: str, group: list[Statement]) -> None:
    named = _table(group) if group[0].row else [person for one in group if (person := _named(one))]
    results.placeholder = next(
        (one.line for one in named if persons.is_placeholder(one.person.name)), results.placeholder
    )
    named = [one for one in named if not persons.is_placeholder(one.person.name)]
    if not named:
        return
    last = list(Statement(lead, ((0, 0),)).sentences())
    said = last[-1].text if last and lead.rstrip().endswith((":", ".")) else lead
    told = " ".join([said, heading]) if not _kind(said) else said
    kind = _kind(told, names_those_below=told.rstrip().endswith(":") or lead == heading)
    marked = [one for one in named if one.marked]
    if marked and kind != "elected":
        results.nominated += named
        results.elected = (results.elected or []) + marked
    elif kind == "elected":
        results.elected = (results.elected or []) + named
    elif kind == "out":
        results.nominated += named
        results.withdrawn += named if _WITHDREW.search(told) else []
    elif kind == "ranked" or (kind == "" and all(one.rank for one in named)):
        results.ranked += named
    else:
        results.nominated += named


def _kind(lead: str, *, names_those_below: bool = True) -> str:
    if names_those_below and _NOT_ELECTED.search(lead) and not _FINAL.search(lead):
        return "out"
    if _ELECTED.search(lead):
        return "elected"
    if _NOMINATED.search(lead):
        return "nominated"
    return "ranked" if _RANKED.search(lead) else ""


def _named(one: Statement) -> Named | None:
    rank = _RANK.match(one.text)
    text = _ITEM.sub("", one.text)
    marked = bool(_MARKED.search(text))
    text = _LOSES.sub("", _MARKED.sub("", text))
    person = persons.person(_VOTES.sub("", text))
    plausible = (person.handle and not person.name) or _may_be_name(person.name)
    return Named(person, one.line, int(rank[1]) if rank else None, marked) if plausible else None


def _may_be_name(name: str) -> bool:
    return (
        persons.looks_like_name(name)
        or persons.is_placeholder(name)
        or bool(re.fullmatch(r"[^\W\d_]+(?:[ .'’-][^\W\d_]+\.?){0,4}", name))
    )


def _table(rows: list[Statement]) -> list[Named]:
    """The people in a table whose head names a column for them."""
    cells = [[cell.strip(" *`") for cell in row.text.strip().strip("|").split("|")] for row in rows]
    head = [cell.casefold() for cell in cells[0]]
    who = next(
        (place for place, cell in enumerate(head) if re.search(r"name|candidate|nominee|member|who", cell)), None
    )
    if who is None:
        return []
    rank = next((place for place, cell in enumerate(head) if re.search(r"rank|place\b|^#$|position", cell)), None)
    won = next((place for place, cell in enumerate(head) if re.search(r"elected|outcome|result|seated", cell)), None)
    found = []
    for row, texts in list(zip(rows, cells, strict=True))[1:]:
        if len(texts) <= who or not texts[who]:
            continue
        number = re.match(r"\d+", texts[rank]) if rank is not None and rank < len(texts) else None
        marked = won is not None and won < len(texts) and bool(_YES.match(texts[won]))
        found.append(Named(persons.person(texts[who]), row.line, int(number[0]) if number else None, marked))
    return sorted(found, key=lambda one: one.rank or 0) if rank is not None else found


_YES = re.compile(r"(?:yes|y|x|true|(?:re-?)?elected|won|winner|✓|✔|✅)\b|[✓✔✅]", re.IGNORECASE)


def _withdrew(prose: list[Statement]) -> int:
    """How many candidates the prose says withdrew without naming them."""
    for one in prose:
        told = re.search(
            rf"\b({numbers.PATTERN})\s+(?:of\s+(?:the\s+|our\s+)?)?(?:candidates?|nominees?|of\s+them)\s+(?:has\s+|have\s+)?{_WITHDREW.pattern}",
            one.text,
            re.IGNORECASE,
        )
        if told:
            return numbers.value(told[1])
    return 0


def _day(results: Results) -> None:
    """The day of the decision: in a sentence that tells of it, or on a line of its own."""
    whole = [one for one in results.prose if _DECIDED.search(one.text)]
    alone = [one for one in results.prose if len(one.text) < 60]
    for one in [*whole, *(line for statement in alone for line in statement.lines())]:
        dates = [stated for chain in chains(one.text) for stated in chain if not stated.old]
        if dates:
            results.declared, results.declared_line = dates[0], one.line_at(dates[0].start)
            return


def _count(results: Results) -> None:
    for one in results.prose:
        if told := _COUNT.search(one.text):
            results.count = numbers.value(told[1]), one.line_at(told.start())
            return
