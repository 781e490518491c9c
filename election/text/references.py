"""Where links lead that name a line elsewhere: "[rules]: https://…" of Markdown, "[1] https://…" of mail."""

import re
from collections.abc import Sequence

from election.text.hrefs import is_address

_DEFINITION = re.compile(
    r"""\[(?P<label>[^][]+)\]:\s*(?P<url><[^<>\n]*>|\S+)(?:\s+(?:"[^"]*"|'[^']*'))?[ ]*(?:\n|$)""",
)
_NOTE = re.compile(
    r"^\[(?P<label>\^?\d{1,3})\](?P<colon>:?)(?P<words>[ ]++(?:[^\n]{0,200}?[ ])??<?)(?P<url>https?://[^\s<>\x02\x03]+)",
    re.MULTILINE,
)
HARD_BREAK = "\\\n"
_ENDS = ".,;:!?'\"*_~"


def name(label: str) -> str:
    """A label as it is compared: case and blanks do not matter."""
    return " ".join(label.casefold().split())


def trimmed(url: str) -> str:
    """An address as it was meant, without the punctuation and the closing bracket of the sentence around it."""
    surplus = {closing: url.count(closing) - url.count(opening) for opening, closing in ("()", "[]")}
    while url and (url[-1] in _ENDS or surplus.get(url[-1], 0) > 0):
        if url[-1] in surplus:
            surplus[url[-1]] -= 1
        url = url[:-1]
    return url


class References:
    """All addresses of one text that its links can name."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, str, str]] = {}

    def take(self, text: str, depth: int) -> str:
        """`text` without the definitions at its head; numbered notes stay, each on a line of its own.

        What stands in fewer quotes (`depth`) wins: the writer's own [1], not that of the message they answer.
        """
        while (found := _DEFINITION.match(text)) and _is_definition(found):
            self._put(found["label"], depth, found["url"].strip("<>"), "")
            text = text[found.end() :]
        if "://" not in text or "[" not in text:
            return text
        for note in _NOTE.finditer(text):
            self._put(note["label"], depth, trimmed(note["url"]), f"[{note['label'].lstrip('^')}]")
        return _NOTE.sub(_shown, text)

    @staticmethod
    def end(lines: Sequence[str], line: str) -> bool:
        """Whether `lines` are a whole definition, which `line` does not continue by a title: no paragraph goes on."""
        if len(lines) != 1 or not lines[0].startswith("[") or line.lstrip(" ").startswith(('"', "'")):
            return False
        found = _DEFINITION.fullmatch(lines[0])
        return found is not None and _is_definition(found)

    def found(self) -> dict[str, tuple[str, str]]:
        """By name: the address, and what a mere "[1]" shows (nothing where the label itself is to be shown)."""
        return {label: (url, shown) for label, (_, url, shown) in self._found.items()}

    def _put(self, label: str, depth: int, url: str, shown: str) -> None:
        key = name(label)
        if key not in self._found or depth < self._found[key][0]:
            self._found[key] = (depth, url, shown)


def _is_definition(found: re.Match[str]) -> bool:
    """Not a numbered note, which readers of mail want to see, nor a word after a colon, as in "[Update]: solved"."""
    return not found["label"].lstrip("^").isdecimal() and is_address(found["url"])


def _shown(note: re.Match[str]) -> str:
    """A note begins a line, and its number is no link to itself."""
    is_first = note.start() == 0 or note.string.endswith(("  \n", "\\\n"), 0, note.start())
    return f"{'' if is_first else HARD_BREAK}\\[{note['label']}\\]{note['colon']}{note['words']}{note['url']}"
