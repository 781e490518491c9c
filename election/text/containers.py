"""Quotes and list items, open one in another while a text is read line by line."""

from dataclasses import dataclass, field
from re import Match
from xml.etree.ElementTree import Element, SubElement

from election.text import marks


@dataclass(frozen=True)
class Container:
    """An open element and how far its content is set in (0 where it is no list item)."""

    element: Element
    indent: int = 0


@dataclass
class Items:
    """One list: its marker and its items; loose as soon as a blank line parts what it holds."""

    marker: str
    loose: bool = False
    items: list[Element] = field(default_factory=list)


class Containers:
    """The stack of what is open, the document lowest."""

    def __init__(self, root: Element) -> None:
        self.open = [Container(root)]
        self.lists: dict[Element, Items] = {}
        self._list_of: dict[Element, Items] = {}
        self.after_blank = False

    @property
    def top(self) -> Element:
        return self.open[-1].element

    def going_on(self, line: str, *, with_leaf: bool) -> tuple[int, str]:
        """How many containers `line` continues, and what is left of it. An item may begin with one blank line only."""
        for number, container in enumerate(self.open[1:], 1):
            element, indent = container.element, container.indent
            if element.tag == "blockquote" and (mark := marks.QUOTE.match(line)):
                line = line[mark.end() :]
            elif (
                element.tag == "li" and not line[:indent].strip(" ") and (line.strip(" ") or len(element) or with_leaf)
            ):
                line = line[indent:]
            else:
                return number, line
        return len(self.open), line

    def quotes(self, number: int) -> int:
        """How many of the lowest `number` containers are quotes."""
        return sum(container.element.tag == "blockquote" for container in self.open[:number])

    def close(self, number: int) -> None:
        """Leave the lowest `number` open."""
        del self.open[number:]

    def add(self, tag: str) -> Element:
        """A new block in the innermost container; a blank line before it makes its list loose."""
        if self.after_blank and len(self.top) and self.top in self._list_of:
            self._list_of[self.top].loose = True
        return SubElement(self.top, tag)

    def drop(self) -> None:
        """Take out the newest block of the innermost container; a list before it does not go on after it."""
        del self.top[-1]
        if len(self.top) and self.top[-1] in self.lists:
            self.lists[self.top[-1]].marker = ""

    def quote(self) -> None:
        self.open.append(Container(self.add("blockquote")))

    def item(self, mark: Match[str], rest: str) -> None:
        """Open an item: of the list just above if that has the same marker, or of a new one."""
        found = self._list(mark["marker"][-1], mark["number"])
        element = SubElement(found, "li")
        self.lists[found].items.append(element)
        self._list_of[element] = self.lists[found]
        narrow = rest and len(mark["space"]) < 5
        self.open.append(Container(element, mark.end() if narrow else mark.end("marker") + 1))

    def _list(self, marker: str, number: str | None) -> Element:
        last = self.top[-1] if len(self.top) else None
        if last is not None and last in self.lists and self.lists[last].marker == marker:
            self.lists[last].loose |= self.after_blank
            return last
        element = self.add("ol" if number else "ul")
        if number and int(number) != 1:
            element.set("start", str(int(number)))
        self.lists[element] = Items(marker)
        return element

    def tighten(self) -> None:
        """In lists without blank lines, paragraphs are bare text of their items."""
        for found in self.lists.values():
            for item in [] if found.loose else found.items:
                _tighten(item)


def _tighten(item: Element) -> None:
    kept: list[Element] = []
    for child in item:
        if child.tag != "p":
            kept.append(child)
        elif not kept and not item.text:
            item.text = child.text
        elif kept and kept[-1].tag != "p" and not kept[-1].tail:
            kept[-1].tail = child.text
        else:
            kept.append(child)
    item[:] = kept
