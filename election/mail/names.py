"""People's names as they are spelled in mail headers, files and result tables."""

import re
import unicodedata
from functools import lru_cache
from itertools import permutations

# Letters that Unicode does not decompose into a base letter and an accent.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|（[^（）]*）")
_NO_LETTER = re.compile(r"[\W_]+")
_MANY_PARTS = 4


def key(name: str) -> str:
    """What all spellings of one name have in common: its words without case, accents and punctuation, sorted.

    >>> key("Peng, Tao") == key("tao peng") == key("Tao  Péng")
    True

    Text in brackets (a handle, an employer) does not count, unless nothing else is there.
    """
    return " ".join(sorted(_parts(name)))


def same_person(a: str, b: str) -> bool:
    """Whether two spellings may be one person: equal words in any order, written together ("TaoPeng"), with or
    without umlauts ("Müller", "Mueller"), or with a further given name on one side (two words at least in common).
    An empty name is nobody's.
    """
    return any(_agree(left, right) for left in _spellings(a) for right in _spellings(b))


@lru_cache(maxsize=4096)
def _spellings(name: str) -> frozenset[tuple[str, ...]]:
    composed = unicodedata.normalize("NFKC", name).casefold()
    return frozenset({_parts(name), _parts(composed.translate(_UMLAUTS))})


def _parts(name: str) -> tuple[str, ...]:
    outside = _BRACKETS.sub(" ", name)
    folded = unicodedata.normalize("NFKD", outside if _NO_LETTER.sub("", outside) else name).casefold()
    letters = "".join(letter for letter in folded.translate(_LETTERS) if not unicodedata.combining(letter))
    return tuple(_NO_LETTER.sub(" ", letters.replace("'", "").replace("’", "")).split())


def _agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not left or not right:
        return False
    if sorted(left) == sorted(right) or _together(left, right) or _together(right, left):
        return True
    fewer, more = sorted((set(left), set(right)), key=len)
    return len([part for part in fewer if len(part) > 1]) > 1 and fewer < more


def _together(one: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether `one` is a single word made of all `parts`, in some order."""
    if len(one) != 1 or not 1 < len(parts) <= _MANY_PARTS:
        return False
    return any("".join(order) == one[0] for order in permutations(parts))
