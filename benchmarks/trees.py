"""Ways to render a text, and the nesting of lists, items, quotes and code in what they wrote."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import html5lib
from markdown import markdown
from markdown_it import MarkdownIt

from election.text import Refused, render

Render = Callable[[str], str]
Tree = tuple[str, tuple["Tree", ...]]

_NESTING = {"ul", "ol", "li", "blockquote", "pre"}
_COMMONMARK = MarkdownIt("commonmark", {"html": False})


def commonmark(text: str) -> str:
    """The reference."""
    return str(_COMMONMARK.render(text))


def stock(text: str) -> str:
    """Python-Markdown as it comes, with its own extensions for lists, tables and fences: the baseline."""
    return markdown(text, extensions=["sane_lists", "tables", "fenced_code"])


def ours(text: str) -> str:
    """What the site shows; nothing for a text it refuses."""
    try:
        return render(text)
    except Refused:
        return ""


def nesting(html: str) -> tuple[Tree, ...]:
    """The lists, items, quotes and code blocks of a page, as a browser nests them."""
    return _nested(html5lib.parseFragment(html, namespaceHTMLElements=False))


def _nested(element: Element) -> tuple[Tree, ...]:
    found: list[Tree] = []
    for child in element:
        inner = _nested(child)
        found.extend([(child.tag, inner)] if child.tag in _NESTING else inner)
    return tuple(found)
