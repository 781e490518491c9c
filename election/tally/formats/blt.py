"""BLT, the ballot file of the programs for the single transferable vote.

The form goes back to Hill, Wichmann and Woodall's counting program (The Computer Journal 30:3, 1987) and is described
by OpaVote and by Droop, whose options in brackets are read too:

    3 2                     candidates, seats
    -2                      withdrawn
    [tie 3 1 2]             the order in which the tied are drawn; [withdrawn 2] and [nick a b c] as well
    4 1 3 0                 four voters: the first candidate, then the third
    (b7) 2 1=3 0            one voter's ballot by its own name: the second, then the first and third alike
    0                       no more ballots
    "Ann" "Ben" "Cy"        the candidates
    "Committee, 2031"       the title; what follows is for people and not read

It carries everything a `BallotFile` has, except marks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from operator import itemgetter

from ..errors import BadFile
from ..profile import Gatherer
from . import wording
from .ballot_file import BallotFile
from .blt_head import Head
from .blt_tokens import Token, Tokens
from .source import Source
from .wording import Names, shown, single_spaced, speakable

_MOST_WEIGHTS = 10_000
"""So many different numbers of voters are remembered, that a file of ever new ones fills no memory."""


def looks_like_it(head: bytes) -> bool:
    """Whether a file begins with two numbers that stand alone on their line."""
    return re.match(rb"\s*\d+[ \t]+\d+\s*(#.*)?[\r\n]", head) is not None


def read(source: Source) -> BallotFile:
    """The ballots of a BLT file. Raises BadFile for one that is none."""
    return _Reader(source.short_lines()).file()


class _Reader:
    """Reads one file from its first number to its title."""

    def __init__(self, source: Source) -> None:
        self.tokens = Tokens(source)
        self.head = Head(self.tokens)
        self.gatherer = Gatherer([str(number) for number in range(1, self.head.count + 1)])
        self._weights = {b"1": 1}
        self._ids: set[bytes] = set()
        self._ended = 0

    def file(self) -> BallotFile:
        token = self.head.first
        while self._ballot(token):
            self._plain_lines()
            token = self.tokens.need("a ballot, or 0 after the last one,")
        profile = self.gatherer.profile()
        wording.not_too_many(profile.total, self.tokens.number)
        names = self._names()
        return BallotFile(
            replace(profile, candidates=names),
            self.head.seats,
            self._title(),
            tuple(names[number] for number in sorted(self.head.withdrawn)),
            tuple(names[number] for number in self.head.tie_order),
        )

    def _plain_lines(self) -> None:
        """Read on at full speed while each line is one plain ballot; the first that is not is cut into words."""
        if not self.tokens.at_a_line:
            return None
        numbers, weights, ballots = self.head.numbers, self._weights, self.gatherer.ballots
        number = self.tokens.number
        for number, line in self.tokens.lines:
            words = line.split()
            try:
                if len(words) > 3:  # the quickest way to look up more than one
                    ranking = itemgetter(*words[1:-1])(numbers)
                else:
                    ranking = tuple(map(numbers.__getitem__, words[1:-1]))
                voters = weights[words[0]]
            except LookupError:
                return self.tokens.feed(number, line)
            if words[-1] != b"0":
                return self.tokens.feed(number, line)
            if len(set(ranking)) < len(ranking):
                ranking = tuple(dict.fromkeys(ranking))  # who is named again counts where named first
            ballots[ranking] = ballots.get(ranking, 0) + voters
        return self.tokens.feed(number, b"")

    def _ballot(self, token: Token) -> bool:
        """Read one ballot from its first word on, however it is laid out; False if that word ends the ballots."""
        if token.text == b"0":
            self._ended = token.line
            return False
        voters = self._voters(token)
        places: list[int] = []
        seen: set[int] = set()
        while (word := self.tokens.need("the 0 that ends a ballot")).text != b"0":
            members = {self.head.number(word, part) for part in word.text.split(b"=")} if word.text != b"-" else set()
            if members & seen and word.line != token.line:
                raise BadFile(
                    f"Candidate {shown(word.text)} is twice on the ballot that begins on line {token.line}; perhaps the"
                    " 0 that ends it is missing.",
                    word.line,
                    word.column,
                )
            if members - seen:
                places.append(self.gatherer.place(members - seen))
            seen |= members
        self.gatherer.add(tuple(places), voters)
        return True

    def _voters(self, token: Token) -> int:
        if token.text.startswith(b"("):
            self._id(token)
            return 1
        number = wording.voters(token.text, token.line, token.column, ", or 0 after the last ballot,")
        if len(self._weights) < _MOST_WEIGHTS:
            self._weights[token.text] = number
        return number

    def _id(self, token: Token) -> None:
        """Read a ballot's own name, in parentheses."""
        parts = [token.text]
        while not parts[-1].endswith(b")"):
            word = self.tokens.need("the closing parenthesis of a ballot's name")
            if word.line != token.line:
                raise BadFile("The parenthesis opened here is not closed on its line.", token.line, token.column)
            parts.append(word.text)
        name = b" ".join(parts)
        if name in self._ids:
            raise BadFile(f"The ballot {shown(name)} is in the file twice.", token.line, token.column)
        self._ids.add(name)

    def _names(self) -> tuple[str, ...]:
        names = Names()
        for number in range(1, self.head.count + 1):
            token = self.tokens.need(f"the name of candidate {number} of {self.head.count}")
            if token.line == self._ended and token.text.isdigit():
                raise BadFile("A ballot is cast by at least one voter, and this one by 0; take it out.", token.line)
            names.admit(single_spaced(self.tokens.name(token)), token.line, token.column)
        return tuple(names.numbers)

    def _title(self) -> str:
        token = self.tokens.next()
        title = single_spaced(self.tokens.name(token)) if token else ""
        if token and not speakable(title):
            raise BadFile("The title has a control character in it; take it out.", token.line, token.column)
        return title
