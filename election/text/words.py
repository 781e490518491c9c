"""The words of a text that was rendered: HTML of ours in, lines out."""

import re
from html.parser import HTMLParser

_PARAGRAPHS = {"p", "pre", "blockquote", "table", "h3", "h4", "h5", "h6"}
_LISTS = {"ul", "ol"}


class Words(HTMLParser):
    """Reads the HTML of `render`; `.lines` are its words, items and quotes with their marks before them."""

    def __init__(self, *, addresses: bool) -> None:
        """With `addresses`, a link is followed by where it leads, unless its words say that."""
        super().__init__()
        self.lines = [""]
        self._addresses = addresses
        self._numbers: list[int | None] = []  # of the open lists: the next item's number, None in those without
        self._quotes = 0
        self._marker = ""  # of an item whose first words have not come yet
        self._preformatted = False
        self._href, self._said = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in _LISTS:
            self._begin(blank=not self._numbers)
            self._numbers.append(int(found.get("start") or 1) if tag == "ol" else None)
        elif tag == "li":
            self._begin(blank=False)
            self._marker = self._next_marker()
        elif tag in _PARAGRAPHS and not self._marker:
            self._begin(blank=True)
        elif tag in {"br", "tr"}:
            self._begin(blank=False)
        elif tag in {"td", "th"} and self.lines[-1].strip("> "):
            self.lines[-1] = f"{self.lines[-1].rstrip()} | "
        self._quotes += tag == "blockquote"
        self._preformatted |= tag == "pre"
        if tag == "a":
            self._href, self._said = found.get("href") or "", ""

    def handle_endtag(self, tag: str) -> None:
        self._quotes -= tag == "blockquote"
        self._preformatted &= tag != "pre"
        if tag == "a" and self._addresses and self._said not in {self._href, self._href.removeprefix("mailto:")}:
            self._write(f" ({self._href})")
        if tag in _LISTS:
            self._numbers.pop()
        if tag == "li":
            self._marker = ""
        if (tag in _LISTS and not self._numbers) or tag in _PARAGRAPHS:
            self._begin(blank=True)

    def handle_data(self, data: str) -> None:
        self._said += data
        if not self._preformatted:
            self._write(re.sub(r"\s+", " ", data))
            return
        first, *others = data.removesuffix("\n").split("\n")
        self._write(first)
        for line in others:
            self._begin(blank=False)
            self._write(line)

    def _next_marker(self) -> str:
        number = self._numbers.pop()
        self._numbers.append(None if number is None else number + 1)
        return "- " if number is None else f"{number}. "

    def _begin(self, *, blank: bool) -> None:
        """Begin a line, after a blank one if so told; a line still empty is used."""
        if self.lines[-1]:
            self.lines.append("")
        if blank and len(self.lines) > 1 and self.lines[-2]:
            self.lines.append("")

    def _write(self, text: str) -> None:
        if not self.lines[-1]:
            text = text if self._preformatted else text.lstrip()
            if not text:
                return
            depth = len(self._numbers) - bool(self._marker)
            self.lines[-1] = "> " * self._quotes + "  " * depth + self._marker
            self._marker = ""
        self.lines[-1] += text
