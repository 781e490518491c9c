"""One candidate per person, whichever way files and results spell them."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from election.importers.folder.handles import may_be, profile
from election.importers.folder.listed import Listed
from election.importers.folder.people import accented, family_name, is_slip
from election.importers.folder.values import Nominee, Remark
from election.mail.names import key, same_person


@dataclass(eq=False)
class Person:
    """A candidate with all spellings of their name and all handles seen."""

    nominee: Nominee
    names: list[str]
    handles: list[str] = field(default_factory=list)

    def is_named(self, name: str) -> bool:
        return any(same_person(own, name) for own in self.names)

    def has_handle(self, handle: str) -> bool:
        return bool(handle) and handle.casefold() in {own.casefold() for own in (*self.handles, *self.names)}

    def may_have(self, handle: str) -> bool:
        return may_be(handle, self.nominee.name, self.nominee.addresses)


class Slate:
    """The people of one election, and what was remarked while finding them."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.remarks: list[Remark] = []

    def add_file(self, nominee: Nominee) -> None:
        """A candidate's own file; a second one of the same person adds to the first."""
        handles = [nominee.handle] if nominee.handle else []
        known = self._one(lambda person: person.is_named(nominee.name))
        if known is None:
            self.people.append(Person(nominee, [nominee.name], handles))
            return
        first = known.nominee
        said = f"This and {first.source_file} are of one person; the longer statement is taken."
        self.remarks.append(Remark(nominee.source_file, 0, said))
        better = nominee if len(nominee.statement) > len(first.statement) else first
        addresses = tuple(dict.fromkeys((*first.addresses, *nominee.addresses)))
        known.nominee = replace(better, addresses=addresses)
        known.names.append(nominee.name)
        known.handles += handles

    def add_listed(self, file: str, listed: Sequence[Listed]) -> None:
        """All whom the results list: matched by name, by handle, as a slip where only one can be meant, else added."""
        by_file = len(self.people)
        unknown = [one for one in listed if not self._recognise(one)]
        fits = len(listed) - len(unknown) + len({key(one.name) for one in unknown}) <= by_file or not by_file
        for one in unknown:
            if not self._recognise(one) and not (fits and self._slip(file, one, listed)):
                self._add(file, one)

    def find(self, one: Listed) -> Person | None:
        """Whom a line of a list means."""
        ways: tuple[Callable[[Person], bool], ...] = (
            lambda person: key(one.name) in {key(name) for name in person.names},
            lambda person: person.is_named(one.name),
            lambda person: person.has_handle(one.handle) or person.has_handle(one.name),
            lambda person: " " not in one.name and (person.may_have(one.name) or person.may_have(one.handle)),
            lambda person: " " not in one.name and key(one.name) in key(person.nominee.name).split(),
        )
        return next((person for way in ways if (person := self._one(way))), None)

    def mentioned(self, text: str) -> list[Person]:
        """Those whom `text` names, in its order: by full name, either way round, by handle, or by a name nobody else
        has."""
        words = f" {_folded(text)} "
        found = [(words.find(f" {form} "), person) for person in self.people for form in self._forms(person)]
        return list(dict.fromkeys(person for at, person in sorted(found, key=lambda one: one[0]) if at >= 0))

    def _forms(self, person: Person) -> Iterable[str]:
        for name in person.names:
            parts = _folded(name).split()
            yield " ".join(parts)
            yield " ".join([*parts[1:], *parts[:1]])
        yield from (_folded(handle) for handle in person.handles)
        others = {
            word
            for other in self.people
            if other is not person
            for name in other.names
            for word in _folded(name).split()
        }
        yield from (word for word in _folded(person.nominee.name).split() if word not in others and len(word) > 2)

    def nominee(self, person: Person, text: str) -> Nominee:
        """The person as they are shown: with the accents that `text` has, and with one handle."""
        own = person.nominee
        fitting = [handle for handle in person.handles if person.may_have(handle)]
        handle = own.handle or next(iter(fitting or person.handles), "")
        links = tuple(dict.fromkeys((*profile(handle), *own.links)))
        family = accented(own.family_name, text)
        return replace(own, name=accented(own.name, text), family_name=family, handle=handle, links=links)

    def _one(self, fits: Callable[[Person], bool]) -> Person | None:
        found = [person for person in self.people if fits(person)]
        return found[0] if len(found) == 1 else None

    def _recognise(self, one: Listed) -> bool:
        person = self.find(one)
        if person is None:
            return False
        person.names += [one.name] if " " in one.name and one.name not in person.names else []
        person.handles += [one.handle] if one.handle and not person.has_handle(one.handle) else []
        return True

    def _slip(self, file: str, one: Listed, listed: Sequence[Listed]) -> bool:
        """Whether `one` is a person of a file whom the results do not name otherwise, misspelled."""
        named = [person for other in listed if (person := self.find(other))]
        free = [person for person in self.people if person not in named and is_slip(person.nominee.name, one.name)]
        rivals = {key(other.name) for other in listed if not self.find(other)} - {key(one.name)}
        if len(free) != 1 or any(is_slip(free[0].nominee.name, rival) for rival in rivals):
            return False
        said = f"“{one.name}” is taken to be {free[0].nominee.name} of {free[0].nominee.source_file}."
        self.remarks.append(Remark(file, one.line, said))
        free[0].names.append(one.name)
        return self._recognise(one)

    def _add(self, file: str, one: Listed) -> None:
        nominee = Nominee(name=one.name, handle=one.handle, family_name=family_name(one.name))
        self.people.append(Person(nominee, [one.name], [one.handle] if one.handle else []))
        said = f"{one.name} has no file of their own, so this candidate has no statement and no address."
        self.remarks.append(Remark(file, one.line, said))


def _folded(text: str) -> str:
    return " ".join(" ".join(key(word).split()) for word in re.findall(r"[\w'’]+", text))
