"""Names of people: what looks like one, its family name, its best spelling, and whether two are one with a slip."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from election.mail.names import key

_PARTICLES = {
    "van",
    "von",
    "de",
    "der",
    "den",
    "da",
    "di",
    "del",
    "della",
    "la",
    "le",
    "bin",
    "ibn",
    "al",
    "el",
    "dos",
    "du",
    "ten",
    "ter",
    "y",
}
_NO_NAMES = re.compile(
    r"\b(?:results?|votes?|total|ballots?|candidates?|election|elections|committee|officials?|seats?|winners?|none|nobody|"
    r"nominations?|voting|question|period|background|council|the|a|an|for|and|with|were|was|poll|architecture|elected|"
    r"nominees?|members?|january|february|march|april|june|july|august|september|october|november|december|utc|tb[ad]|see|of|"
    r"tie|tied|runners?|congratulations|thanks|thank|invalid|abstentions?|turnout|electorate|choice|rank|name)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?d)\.?", re.IGNORECASE)


def is_name(text: str) -> bool:
    """Whether `text` looks like a person's name: up to five words in capitals or in a script without them."""
    words = text.strip(" .,").split()
    if not 0 < len(words) <= 5 or re.search(r"[\d@:/\\<>{}|!?=+*#;\"“”…]", text) or _NO_NAMES.search(text):
        return False
    return all(word[0].isalpha() and (not word[0].islower() or word in _PARTICLES) for word in words)


def family_name(written: str) -> str:
    """A guess: what stands before the comma, else the last word with its particles ("van Beek")."""
    family, comma, given = (part.strip() for part in written.partition(","))
    if comma and given and not _SUFFIX.fullmatch(given):
        return family
    words = [word for word in family.split() if not _SUFFIX.fullmatch(word)]
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(words[start:]) if words else ""


def accented(name: str, text: str) -> str:
    """`name` with the accents that `text` writes on its words: "Aurelien" becomes "Aurélien"."""
    spellings = {key(word): word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()}
    words: list[str] = re.split(r"(\W+)", name)
    return "".join(spellings.get(key(word), word) if word.isascii() else word for word in words)


def is_slip(one: str, other: str) -> bool:
    """Whether two names share a word and differ in the rest by a letter or two, or by a short form ("Dave")."""
    left, right = set(key(one).split()), set(key(other).split())
    if not left & right:
        return False
    rest, more = " ".join(sorted(left - right)), " ".join(sorted(right - left))
    return bool(rest and more) and any(_alike(a, b) for a in rest.split() for b in more.split())


def order(name: str) -> str:
    """A name for ordering, without accents, in one case."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)
    ).casefold()


def only(found: Iterable[str]) -> str:
    """The one name in `found`, or nothing where there is none or several."""
    names = list(dict.fromkeys(found))
    return names[0] if len(names) == 1 else ""


def _alike(one: str, other: str) -> bool:
    longer = max(len(one), len(other))
    same = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return longer - same <= max(1, longer // 3) or (one[:3] == other[:3] and min(len(one), len(other)) > 2)
