"""HTML mail as plain text: paragraphs, lists, quotes and links keep their marks."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = {
    "p",
    "div",
    "br",
    "tr",
    "table",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
_APART = {"p", "ul", "ol", "blockquote", "pre", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"script", "style", "head", "title", "template"}
_DEEPEST = 20
_DECLARATION = re.compile(r"<[!?][^<>]*>")
# What no ">" closes before the next "<" is no tag; the parser would look for its end again and again.
_UNCLOSED = re.compile(r"<(?![^<>]*>)|<(?=[!?])")


def text(html: str) -> str:
    """The words of an HTML message: list items begin with "- " or a number, quotes with "> ", and a link whose words
    are not its address is followed by it in angle brackets.
    """
    reader = _Reader()
    # Declarations and comments, also those for one mail program, say nothing; the parser raises on broken ones.
    reader.feed(_UNCLOSED.sub("&lt;", _DECLARATION.sub("", _without_comments(html))))
    reader.close()
    return reader.result()


def _without_comments(html: str) -> str:
    first, *rest = html.split("<!--")
    return "".join([first, *(part.partition("-->")[2] if "-->" in part else part for part in rest)])


@dataclass
class _Reader(HTMLParser):
    lines: list[str] = field(default_factory=list)
    words: str = ""
    lists: list[int | None] = field(default_factory=list)
    quotes: int = 0
    silent: int = 0
    verbatim: int = 0
    link: str = ""
    bullet: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        if tag in _BLOCKS:
            self._break(apart=(tag in _APART and not self.lists) or (tag == "br" and not self.words.strip()))
        if tag in {"ul", "ol"}:
            self.lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self.bullet = self._next_bullet()
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "pre":
            self.verbatim += 1
        elif tag == "a":
            self.link = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(self.silent - 1, 0)
        if tag == "a":
            self._close_link()
        if tag in _BLOCKS and tag != "br":
            self._break(apart=False)
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        elif tag == "blockquote":
            self.quotes = max(self.quotes - 1, 0)
        elif tag == "pre":
            self.verbatim = max(self.verbatim - 1, 0)
        if tag in _APART and not self.lists:
            self._break(apart=True)

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if not self.verbatim:
            self.words += re.sub(r"[ \t\r\n]+", " ", data)
            return
        first, *rest = data.split("\n")
        self.words += first
        for line in rest:
            self._line()
            self.words = line

    def result(self) -> str:
        """All lines read so far."""
        self._break(apart=False)
        while self.lines and not self.lines[-1].strip("> "):
            self.lines.pop()
        return "\n".join(self.lines).lstrip("\n") + "\n"

    def _break(self, *, apart: bool) -> None:
        if self.words.strip():
            self._line()
        self.words = ""
        if apart and self.lines and self.lines[-1].strip("> "):
            self.lines.append(("> " * min(self.quotes, _DEEPEST)).rstrip())

    def _line(self) -> None:
        indent = "  " * min(max(len(self.lists) - (1 if self.bullet else 0), 0), _DEEPEST)
        words = self.words.rstrip() if self.verbatim else self.words.strip()
        self.lines.append(f"{'> ' * min(self.quotes, _DEEPEST)}{indent}{self.bullet}{words}".rstrip())
        self.bullet = ""

    def _next_bullet(self) -> str:
        number = self.lists[-1] if self.lists else None
        if number is None:
            return "- "
        self.lists[-1] = number + 1
        return f"{number}. "

    def _close_link(self) -> None:
        if self.link.startswith(("http://", "https://")) and not self.words.rstrip().endswith(self.link):
            self.words = f"{self.words.rstrip()} <{self.link}>"
        self.link = ""
