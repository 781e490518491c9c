"""A rendered text as a browser reads it."""

from xml.etree.ElementTree import Element

import html5lib

from election.text import render


def page(source: str) -> Element:
    """The tree of what `render` wrote, its root a fragment."""
    fragment: Element = html5lib.parseFragment(render(source), namespaceHTMLElements=False)
    return fragment


def links(source: str) -> list[tuple[str, str]]:
    """The words and the address of every link."""
    return [("".join(link.itertext()), link.get("href", "")) for link in page(source).iter("a")]


def said(source: str) -> str:
    """All words of the page."""
    return " ".join("".join(page(source).itertext()).split())
