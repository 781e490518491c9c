"""Directions of writing: every block finds its own."""

import unicodedata
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

_CONTAINERS = {"ul", "ol", "li", "blockquote", "table"}
_BLOCKS = _CONTAINERS | {"p", "pre", "th", "td", "h3", "h4", "h5", "h6"}
_LEFT, _RIGHT = {"L"}, {"R", "AL"}


class Directions(Treeprocessor):
    """`dir="auto"` on every block.

    "auto" looks past descendants that have a `dir` themselves
    (https://html.spec.whatwg.org/multipage/dom.html#the-dir-attribute), so a container says itself when its text
    begins from the right: its bullets, bar or columns belong there.
    """

    def run(self, root: Element) -> None:
        from_right = any(unicodedata.bidirectional(character) in _RIGHT for character in set("".join(root.itertext())))
        for element in root.iter():
            if element.tag in _BLOCKS:
                rtl = from_right and element.tag in _CONTAINERS and _begins_right(element.itertext())
                element.set("dir", "rtl" if rtl else "auto")


def _begins_right(texts: Iterable[str]) -> bool:
    """Whether the first letter that has a direction runs from the right."""
    for text in texts:
        for character in text:
            if (kind := unicodedata.bidirectional(character)) in _LEFT | _RIGHT:
                return kind in _RIGHT
    return False
