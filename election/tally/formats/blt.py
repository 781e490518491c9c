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
from ..profile import MOST_CANDIDATES, Gatherer
from . import wording
from .ballot_file import BallotFile
from .blt_tokens import Token, Tokens
from .source import Source
from .wording import Names, shown, speakable, whole

_FOR_OTHERS = b"droop", b"undeclared"
"""Options that tell another program how to count, not what is on the ballots."""

_MOST_WEIGHTS = 10_000
_NO_NICK = re.compile(rb"[-+]?\d*|.*[=\[\]()\"].*", re.DOTALL)


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
        self.count = self._head("the number of candidates", MOST_CANDIDATES)
        self.seats = self._head("the number of seats", wording.MOST_VOTERS)
        self.gatherer = Gatherer([str(number) for number in range(1, self.count + 1)])
        self.numbers = {name.encode(): number for name, number in self.gatherer.numbers.items()}
        self.withdrawn: set[int] = set()
        self.tie_order: list[int] = []
        self._weights = {b"1": 1}
        self._ids: set[bytes] = set()

    def file(self) -> BallotFile:
        token = self._options()
        while self._ballot(token):
            self._plain_lines()
            token = self.tokens.need("a ballot, or 0 after the last one,")
        profile = self.gatherer.profile()
        wording.not_too_many(profile.total, self.tokens.number)
        names = self._names()
        return BallotFile(
            replace(profile, candidates=names),
            self.seats,
            self._title(),
            tuple(names[number] for number in sorted(self.withdrawn)),
            tuple(names[number] for number in self.tie_order),
        )

    def _head(self, what: str, most: int) -> int:
        token = self.tokens.need(what)
        number = whole(token.text, most)
        if not number:
            raise refused(token, f"{what[0].upper()}{what[1:]} (1 to {most:,})")
        return number

    def _options(self) -> Token:
        """Read the options and withdrawn candidates; the word behind them comes back."""
        while True:
            token = self.tokens.need("a ballot, or 0 after the last one,")
            if token.text.startswith(b"["):
                self._option(token)
            elif token.text.startswith(b"-"):
                self.withdrawn.add(self._number(token, token.text[1:]))
            else:
                return token

    def _option(self, token: Token) -> None:
        name, words = self._bracketed(token)
        if name == b"withdrawn":
            self.withdrawn.update(self._number(word, word.text) for word in words)
        elif name == b"tie":
            self._tie(words)
        elif name == b"nick":
            self._nick(token, words)
        elif name not in _FOR_OTHERS:
            raise refused(token, "One of the options [tie …], [withdrawn …] and [nick …]")

    def _bracketed(self, token: Token) -> tuple[bytes, list[Token]]:
        """What an option is called, and the words up to its closing bracket."""
        words = [token._replace(text=token.text[1:])]
        while not words[-1].text.endswith(b"]"):
            if len(words) > 2 * MOST_CANDIDATES:
                raise BadFile("The bracket opened here is not closed with ].", token.line, token.column)
            words.append(self.tokens.need("the closing bracket of an option"))
        words[-1] = words[-1]._replace(text=words[-1].text[:-1])
        return words[0].text, [word for word in words[1:] if word.text]

    def _tie(self, words: list[Token]) -> None:
        for word in words:
            number = self._number(word, word.text)
            if number in self.tie_order:
                raise BadFile(f"Candidate {shown(word.text)} is in the tie order twice.", word.line, word.column)
            self.tie_order.append(number)

    def _nick(self, token: Token, words: list[Token]) -> None:
        if len(words) != self.count:
            raise BadFile(
                f"A nickname for each of the {self.count} candidates was expected, and {len(words)} found.",
                token.line,
                token.column,
            )
        for number, word in enumerate(words):
            if _NO_NICK.fullmatch(word.text) or word.text in self.numbers:
                raise refused(word, "A nickname that is no number, no sign and nobody else's")
            self.numbers[word.text] = number

    def _plain_lines(self) -> None:
        """Read on at full speed while each line is one plain ballot; the first that is not is cut into words."""
        if not self.tokens.at_a_line:
            return None
        numbers, weights, ballots = self.numbers, self._weights, self.gatherer.ballots
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
            return False
        voters = self._voters(token)
        places: list[int] = []
        seen: set[int] = set()
        while (word := self.tokens.need("the 0 that ends a ballot")).text != b"0":
            members = {self._number(word, part) for part in word.text.split(b"=")} if word.text != b"-" else set()
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

    def _number(self, token: Token, text: bytes) -> int:
        number = self.numbers.get(text)
        if number is None:
            raise refused(token, f"A candidate (1 to {self.count})")
        return number

    def _names(self) -> tuple[str, ...]:
        names = Names()
        for number in range(1, self.count + 1):
            token = self.tokens.need(f"the name of candidate {number} of {self.count}")
            names.admit(self.tokens.name(token), token.line, token.column)
        return tuple(names.numbers)

    def _title(self) -> str:
        token = self.tokens.next()
        title = self.tokens.name(token) if token else ""
        if token and not speakable(title):
            raise BadFile("The title has a control character in it; take it out.", token.line, token.column)
        return title


def refused(token: Token, expected: str) -> BadFile:
    return BadFile(f"{expected} was expected, and {shown(token.text)} found.", token.line, token.column)
