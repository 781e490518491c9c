"""One person, one candidate: names in the results matched to the files, whatever their spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from election.importers.folders import nominees, persons
from election.importers.folders.persons import Person
from election.importers.folders.results import Named
from election.importers.folders.values import Nominee, Remark
from election.mail import names

_LONG_ENOUGH, _LONG = 3, 8


@dataclass
class Slate:
    """The candidates so far; whoever is named is found among them, or added. `texts` are their files, by file name."""

    texts: dict[str, str]
    candidates: list[Nominee] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def from_files(self, found: Iterable[Nominee]) -> None:
        for nominee in found:
            place = next((at for at, one in enumerate(self.candidates) if _one_person(one, nominee)), None)
            if place is None:
                self.candidates.append(nominee)
                continue
            first = self.candidates[place]
            self.candidates[place] = nominees.merged(first, nominee)
            sentence = f"This is {first.name} of {first.source_file} again, so both files are one candidate."
            self.remarks.append(Remark(nominee.source_file, 0, sentence))

    def from_results(self, file: str, named: Sequence[Named]) -> dict[int, int]:
        """Finds or adds everybody named. Gives the candidate's place by the place in `named`."""
        found = self._found(file, named)
        for at, one in enumerate(named):
            if at in found:
                continue
            again = next(
                (found[b] for b in range(at) if b in found and _named_alike(named[b].person, one.person)), None
            )
            found[at] = self._add(file, one) if again is None else again
        for at, place in found.items():
            self._complete(place, named[at].person)
        return found

    def _found(self, file: str, named: Sequence[Named]) -> dict[int, int]:
        found: dict[int, int] = {}
        for rule in (self._by_name, self._by_handle, self._by_file_name, self._by_typo):
            for at, one in enumerate(named):
                if at not in found:
                    known = {found[b] for b in found if not _named_alike(named[b].person, one.person)}
                    left = [place for place in range(len(self.candidates)) if place not in known]
                    places = rule(one.person, left)
                    if len(places) == 1:
                        found[at] = places[0]
                        self._explain(
                            file, one, self.candidates[places[0]], guessed=rule in (self._by_handle, self._by_typo)
                        )
        return found

    def _by_name(self, person: Person, left: list[int]) -> list[int]:
        exact = [at for at in left if person.name and names.key(self.candidates[at].name) == names.key(person.name)]
        return exact or [at for at in left if persons.same(self.candidates[at].name, person.name)]

    def _by_handle(self, person: Person, left: list[int]) -> list[int]:
        if not person.handle:
            return []
        if person.name:  # links to profiles are copied wrongly, so a handle does not outweigh quite another name
            left = [at for at in left if _shares_a_word(self.candidates[at].name, person.name)]
        own = [at for at in left if self.candidates[at].handle.casefold() == person.handle.casefold()]
        stem = [at for at in left if _stem(self.candidates[at]).casefold() == person.handle.casefold()]
        return own or stem or [at for at in left if self._mentions(self.candidates[at], person.handle)]

    def _by_file_name(self, person: Person, left: list[int]) -> list[int]:
        return [at for at in left if persons.same(persons.of_file_name(_stem(self.candidates[at])), person.name)]

    def _by_typo(self, person: Person, left: list[int]) -> list[int]:
        return [at for at in left if close(self.candidates[at].name, person.name)]

    def _mentions(self, nominee: Nominee, handle: str) -> bool:
        """Whether a file signs with the handle: "Slack: cleo", "@cleo"; or has it in an address."""
        word = re.escape(handle)
        text = self.texts.get(nominee.source_file, "")
        signed = rf"(?i)(?:@|github\.com/|(?:irc|slack|github)[^\n]{{0,20}}[:/@]\s*){word}(?![\w-])"
        local = {address.partition("@")[0] for address in nominee.addresses}
        return handle.casefold() in local or re.search(signed, text) is not None

    def _explain(self, file: str, one: Named, nominee: Nominee, *, guessed: bool) -> None:
        name = one.person.name or f"@{one.person.handle}"
        if guessed and not persons.same(name, nominee.name):
            sentence = (
                f"{name} was taken for {nominee.name} of {nominee.source_file}. Correct it if these are two people."
            )
            if Remark(file, one.line, sentence) not in self.remarks:
                self.remarks.append(Remark(file, one.line, sentence))

    def _add(self, file: str, one: Named) -> int:
        person = one.person
        name = person.name or person.handle
        self.candidates.append(Nominee(name, person.family_name, person.addresses, "", "", person.links, person.handle))
        sentence = f"{name} is named here only: there is no file of theirs, so this candidate has no statement."
        self.remarks.append(Remark(file, one.line, sentence))
        return len(self.candidates) - 1

    def _complete(self, place: int, person: Person) -> None:
        """A handle alone becomes a name once one is known."""
        known = self.candidates[place]
        if not known.source_file and known.name == known.handle and person.name:
            self.candidates[place] = Nominee(
                person.name, person.family_name, known.addresses, "", "", known.links, known.handle
            )


def close(a: str, b: str) -> bool:
    """Whether two names differ by one or two letters of one word, all other words being equal."""
    left, right = names.key(a).split(), names.key(b).split()
    if len(left) != len(right) or len(left) < 2:
        return False
    ours, theirs = [word for word in left if word not in right], [word for word in right if word not in left]
    if len(ours) != 1 or len(theirs) != 1:
        return False
    allowed = 1 if len(ours[0]) < _LONG else 2
    return min(len(ours[0]), len(theirs[0])) >= _LONG_ENOUGH and distance(ours[0], theirs[0]) <= allowed


def distance(a: str, b: str) -> int:
    """How many letters must be changed, put in, left out or swapped with the next to make `a` into `b`."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, start=1):
        row = [i]
        for j, y in enumerate(b, start=1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y)))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


def _one_person(a: Nominee, b: Nominee) -> bool:
    handles = bool(a.handle) and a.handle.casefold() == b.handle.casefold()
    return persons.same(a.name, b.name) or handles or bool(set(a.addresses) & set(b.addresses))


def _named_alike(a: Person, b: Person) -> bool:
    if a.name and b.name:
        return persons.same(a.name, b.name)
    return bool(a.handle) and a.handle.casefold() == b.handle.casefold()


def _shares_a_word(a: str, b: str) -> bool:
    return bool(set(names.key(a).split()) & set(names.key(b).split()))


def _stem(nominee: Nominee) -> str:
    return nominee.source_file.rpartition(".")[0]
