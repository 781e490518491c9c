"""The head of a BLT file: numbers of candidates and seats, nicknames, who has withdrawn, who is drawn first."""

from __future__ import annotations

import re

from ..errors import BadFile
from ..profile import MOST_CANDIDATES
from .blt_tokens import Token, Tokens
from .wording import MOST_VOTERS, shown, whole

_FOR_OTHERS = b"droop", b"undeclared"
"""Options that tell another program how to count, not what is on the ballots."""

_NO_NICK = re.compile(rb"[-+]?\d*|.*[=\[\]()\"].*", re.DOTALL)


class Head:
    """What stands before the ballots; `first` is the word behind it, `numbers` are candidates by all their names."""

    def __init__(self, tokens: Tokens) -> None:
        """Raises BadFile for a head that is none."""
        self._tokens = tokens
        self.count = self._count("the number of candidates", MOST_CANDIDATES)
        self.seats = self._count("the number of seats", MOST_VOTERS)
        self.numbers = {str(number + 1).encode(): number for number in range(self.count)}
        self.withdrawn: set[int] = set()
        self.tie_order: list[int] = []
        self.first = self._options()

    def number(self, token: Token, text: bytes) -> int:
        """The candidate who is called this in a word. Raises BadFile for nobody."""
        number = self.numbers.get(text)
        if number is None:
            raise refused(token, f"A candidate (1 to {self.count})")
        return number

    def _count(self, what: str, most: int) -> int:
        token = self._tokens.need(what)
        number = whole(token.text, most)
        if not number:
            raise refused(token, f"{what[0].upper()}{what[1:]} (1 to {most:,})")
        return number

    def _options(self) -> Token:
        """Read the options and withdrawn candidates; the word behind them comes back."""
        while True:
            token = self._tokens.need("a ballot, or 0 after the last one,")
            if token.text.startswith(b"["):
                self._option(token)
            elif token.text.startswith(b"-"):
                self.withdrawn.add(self.number(token, token.text[1:]))
            else:
                return token

    def _option(self, token: Token) -> None:
        name, words = self._bracketed(token)
        if name == b"withdrawn":
            self.withdrawn.update(self.number(word, word.text) for word in words)
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
            words.append(self._tokens.need("the closing bracket of an option"))
        words[-1] = words[-1]._replace(text=words[-1].text[:-1])
        return words[0].text, [word for word in words[1:] if word.text]

    def _tie(self, words: list[Token]) -> None:
        for word in words:
            number = self.number(word, word.text)
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


def refused(token: Token, expected: str) -> BadFile:
    """What to raise for a word that is not what was expected."""
    return BadFile(f"{expected} was expected, and {shown(token.text)} found.", token.line, token.column)
