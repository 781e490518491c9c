"""Who was elected and who withdrew: the results matched with the people of the election."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from election.importers.folder.mentions import plain
from election.importers.folder.results import Results
from election.importers.folder.sections import Section, Topic
from election.importers.folder.slate import Person, Slate
from election.importers.folder.values import Remark

_WITHDREW = re.compile(r"\bwithdr[ae]wn?\b|\bstepped down\b", re.IGNORECASE)
_WITHDRAWAL = re.compile(r"\bwithdrawals? (?:of|by|from)\b(?P<whom>[^.;,]*)", re.IGNORECASE)
_BROKEN = re.compile(
    r"\bin favou?r of\b(?P<whom>[^.;]*)|\b(?:seat|tie)\b[^.]*\b(?:went to|won by|goes to|given to)\b(?P<who>[^.;]*)",
    re.IGNORECASE,
)


@dataclass
class Outcome:
    """The people elected, in the order of the results; `acclaimed` where there was no vote."""

    elected: list[Person] = field(default_factory=list)
    withdrawn: list[Person] = field(default_factory=list)
    acclaimed: bool = False
    remarks: list[Remark] = field(default_factory=list)


def outcome(results: Results, slate: Slate, seats: int | None) -> Outcome:
    """Who was elected to `seats` seats: whom the results mark as elected; all who stand, where there was no vote; else
    whom the text names; else the first of a ranking, up to a tie that nothing breaks."""
    found = Outcome(withdrawn=list(dict.fromkeys(_withdrawn(results, slate))))
    standing = [person for person in nominees(results, slate) if person not in found.withdrawn]
    _unnamed_withdrawal(results, slate, standing, found)
    marked = [person for person in _marked(results, slate, seats) if person not in found.withdrawn]
    if marked:
        found.elected, found.acclaimed = marked, results.is_acclaimed and len(marked) == len(standing)
    elif standing and (results.is_acclaimed or _all_admitted(results, len(standing), seats)):
        found.elected, found.acclaimed = standing, True
    else:
        named, ranked = _named(results, slate), _ranked(results, slate, seats, found)
        found.elected = named if named and (not ranked or len(named) == seats) else ranked or named
    found.elected = [person for person in dict.fromkeys(found.elected) if person not in found.withdrawn]
    _check(results, found, len(standing) + len(found.withdrawn), seats)
    return found


def nominees(results: Results, slate: Slate) -> list[Person]:
    """All who stand by the results' own list of them, or by every list and file where there is none."""
    listed = _people(results.about(Topic.NOMINEES), slate)
    return listed or list(slate.people)


def _people(sections: list[Section], slate: Slate) -> list[Person]:
    found = [slate.find(one) for section in sections for one in section.people]
    return list(dict.fromkeys(person for person in found if person))


def _marked(results: Results, slate: Slate, seats: int | None) -> list[Person]:
    """Those in a list of the elected, or marked as elected in another list."""
    for section in results.about(Topic.ELECTED):
        chosen = [one for one in section.people if one.elected] or [
            one for one in section.people if one.elected is None
        ]
        if seats and len(chosen) > seats and section.is_ranked:
            chosen = chosen[:seats]
        people = [person for one in chosen if (person := slate.find(one))]
        if people:
            return people
    marked = [one for section in results.sections for one in section.people if one.elected]
    return [person for one in marked if (person := slate.find(one))]


def _all_admitted(results: Results, standing: int, seats: int | None) -> bool:
    """Whether the text says that as many were admitted as stand, and these do not outnumber the seats."""
    return (
        bool(results.admitted)
        and results.admitted is not None
        and results.admitted[0] == standing
        and standing <= (seats or 0)
    )


def _named(results: Results, slate: Slate) -> list[Person]:
    found: list[Person] = []
    for sentence in results.sentences(Topic.ELECTED):
        found += [person for person in slate.mentioned(sentence.text) if person not in found]
    return found


def _ranked(results: Results, slate: Slate, seats: int | None, found: Outcome) -> list[Person]:
    """The first `seats` of the last ranking; those tied across the last seat only where the text says who got it."""
    sections = [one for one in results.about(Topic.RANKING, Topic.UNKNOWN) if one.is_ranked]
    sections = sections or [one for one in results.about(Topic.RANKING) if len(one.people) <= (seats or 0)]
    if not sections:
        return []
    if not seats:
        found.remarks.append(Remark(results.file, 0, "There is a ranking, but no number of seats to go with it."))
        return []
    people = [one for one in sections[-1].people if not one.withdrew and slate.find(one) not in found.withdrawn]
    if all(one.place is None and one.votes is not None for one in people):
        people.sort(key=lambda one: -(one.votes or 0))
    ranked = [(one, person) for one in people if (person := slate.find(one))]
    chosen, rest = ranked[:seats], ranked[seats:]
    if not rest or not _equal(chosen[-1][0], rest[0][0]):
        return [person for _, person in chosen]
    tied = [person for one, person in ranked if _equal(one, chosen[-1][0])]
    sure = [person for _, person in chosen if person not in tied]
    broken = [person for person in _broken(results, slate) if person in tied]
    if len(sure) + len(broken) != seats:
        names = ", ".join(person.nominee.name for person in tied)
        said = f"{names} are tied across the last seat, and it is not clear who got it."
        found.remarks.append(Remark(results.file, chosen[-1][0].line, said))
        return sure
    return sure + broken


def _equal(one: object, other: object) -> bool:
    """Whether two lines have one place, one count, or both say that they are tied."""
    places, votes, ties = ([getattr(line, name) for line in (one, other)] for name in ("place", "votes", "tied"))
    if all(ties):
        return True
    if None not in places:
        return bool(places[0] == places[1])
    return None not in votes and bool(votes[0] == votes[1])


def _broken(results: Results, slate: Slate) -> list[Person]:
    """Those in whose favour the text says a tie was broken, else those it names as elected."""
    for sentence in results.prose:
        if broken := _BROKEN.search(plain(sentence.text)):
            return slate.mentioned(broken["whom"] or broken["who"])
    return _named(results, slate)


def _withdrawn(results: Results, slate: Slate) -> Iterator[Person]:
    for section in results.sections:
        for one in section.people:
            person = slate.find(one)
            if person and (one.withdrew or section.topic is Topic.WITHDRAWN):
                yield person
    for sentence in results.prose:
        text = plain(sentence.text)
        if of := _WITHDRAWAL.search(text):
            yield from slate.mentioned(of["whom"])
        elif withdrew := _WITHDREW.search(text):
            yield from slate.mentioned(
                re.split(r"[;:]|\b(?:elected|and so|because|after|since)\b", text[: withdrew.start()])[-1]
            )


def _unnamed_withdrawal(results: Results, slate: Slate, standing: list[Person], found: Outcome) -> None:
    """Somebody withdrew whom the text does not name: the only one with a file who is not listed, else nobody."""
    said = next((one for one in results.prose if _WITHDREW.search(one.text) or _WITHDRAWAL.search(one.text)), None)
    missing = [person for person in slate.people if person not in standing and person not in found.withdrawn]
    if said and not found.withdrawn and len(missing) == 1 and results.about(Topic.NOMINEES):
        found.withdrawn = missing
        sentence = f"Somebody withdrew; {missing[0].nominee.name}, who is not listed, is taken to be meant."
        found.remarks.append(Remark(results.file, said.line, sentence))
    elif said and not found.withdrawn:
        found.remarks.append(Remark(results.file, said.line, "A candidate withdrew, but it does not say who."))
    elif results.about(Topic.NOMINEES):
        listed = "is not among the nominees listed."
        found.remarks += [Remark(results.file, 0, f"{person.nominee.name} {listed}") for person in missing]


def _check(results: Results, found: Outcome, stood: int, seats: int | None) -> None:
    """Remark what does not fit together."""

    def remark(line: int, sentence: str) -> None:
        found.remarks.append(Remark(results.file, line, sentence))

    if not found.elected:
        remark(0, "It does not say who was elected.")
    elif seats and len(found.elected) > seats:
        remark(0, f"{len(found.elected)} are elected, but there are {seats} seats.")
    if results.admitted and found.elected and results.admitted[0] != len(found.elected):
        remark(
            results.admitted[1], f"It says that {results.admitted[0]} were admitted; {len(found.elected)} are listed."
        )
    if (
        results.received
        and results.received[0] != stood
        and not any(_WITHDREW.search(one.text) for one in results.prose)
    ):
        remark(results.received[1], f"It speaks of {results.received[0]} nominations; {stood} are known.")
