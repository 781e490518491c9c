"""The block pass: lines become lists, quotes, code and paragraphs as in CommonMark.

After the parsing strategy in its appendix, https://spec.commonmark.org/0.31.2/#phase-1-block-structure: each line first
continues open containers, then opens new ones, and what is left of it belongs to a leaf.
"""

from collections.abc import Iterable
from re import Match
from xml.etree.ElementTree import Element, ElementTree

from markdown.blockparser import BlockParser

from election.text import inline, limits, marks, references
from election.text.containers import Containers
from election.text.leaves import Code, Fence, Leaf, Paragraph, Table


class Blocks(BlockParser):
    """Python-Markdown's block parser, replaced: its own reads four blanks as the only way into a list."""

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - the name Python-Markdown calls
        """The tree of a whole text, its paragraphs ready for the inline patterns. Raises limits.Refused."""
        root = Element(self.md.doc_tag)
        self._containers = Containers(root)
        self._leaf: Leaf | None = None
        self._references = references.References()
        for line in lines:
            self._line(line)
        self._close_leaf()
        self._containers.tighten()
        self.md.references.update(self._references.found())
        limits.weigh(root, inline.marked(root))
        return ElementTree(root)

    def _line(self, line: str) -> None:
        number, line = self._containers.going_on(line, with_leaf=self._leaf is not None)
        if isinstance(self._leaf, Paragraph) and self._references.end(self._leaf.lines, line):
            self._close_leaf()
        inside = number == len(self._containers.open)
        if inside and self._leaf and self._leaf.takes(line):
            return
        opened, line = self._open(line, number)
        if opened and not line.strip(" "):
            return
        if not line.strip(" "):
            self._blank(number)
        else:
            self._place(line, len(self._containers.open) if opened else number)
            self._containers.after_blank = False

    def _open(self, line: str, number: int) -> tuple[bool, str]:
        """Open the quotes and items that begin here; whether there were any, and what is left of the line."""
        opened = False
        while line.strip(" ") and self._has_room(number, opened) and not line.startswith(marks.CODE_INDENT):
            if mark := marks.QUOTE.match(line):
                self._close(None if opened else number)
                self._containers.quote()
                line = line[mark.end() :]
            elif (mark := marks.ITEM.match(line)) and self._begins_item(mark, line, number):
                self._close(None if opened else number)
                self._containers.item(mark, line[mark.end() :])
                line = line[self._containers.open[-1].indent :]
            else:
                break
            opened, self._containers.after_blank = True, False
        return opened, line

    def _has_room(self, number: int, opened: bool) -> bool:
        return (len(self._containers.open) if opened else number) <= limits.DEPTH

    def _begins_item(self, mark: Match[str], line: str, number: int) -> bool:
        if marks.RULE.match(line):
            return False
        inside = number == len(self._containers.open)
        if not (inside and isinstance(self._leaf, Paragraph | Table)):
            return True
        # Within a paragraph only what is surely an item: no "2." of a wrapped line, nothing empty, no underline.
        return bool(mark["space"] and line[mark.end() :]) and int(mark["number"] or 1) == 1

    def _blank(self, number: int) -> None:
        self._close(number)
        self._containers.after_blank = True

    def _place(self, line: str, number: int) -> None:
        """Put what is left of a line into the open leaf or a new one."""
        inside = number == len(self._containers.open)
        if isinstance(self._leaf, Paragraph) and self._goes_on(self._leaf, line, number, inside=inside):
            return
        if isinstance(self._leaf, Table) and inside and not _begins_block(line):
            self._leaf.add(line)
            return
        self._close(number)
        self._begin(line)

    def _goes_on(self, paragraph: Paragraph, line: str, number: int, *, inside: bool) -> bool:
        """Whether `line` belongs to the open paragraph, also where its containers' marks were left out."""
        if inside and (underline := marks.UNDERLINE.match(line)):
            paragraph.heading(underline)
            self._close_leaf()
        elif inside and marks.is_head(paragraph.lines[-1], line):
            self._table(paragraph, line)
        elif _begins_block(line) or self._is_apart(number):
            return False
        else:
            paragraph.lines.append(line.lstrip(" "))
        return True

    def _is_apart(self, number: int) -> bool:
        """A quoted line of another depth is another person's: nobody leaves out half the marks of a quote."""
        quotes = self._containers.quotes(number)
        return 0 < quotes < self._containers.quotes(len(self._containers.open))

    def _table(self, paragraph: Paragraph, columns: str) -> None:
        head = paragraph.lines.pop()
        self._close_leaf()
        self._leaf = Table(self._containers.add("table"), head, columns)

    def _begin(self, line: str) -> None:
        if line.startswith(marks.CODE_INDENT):
            self._leaf = Code(self._containers.add("pre"))
            self._leaf.takes(line)
        elif marks.RULE.match(line):
            self._containers.add("hr")
        elif heading := marks.HEADING.match(line):
            # A post's headings rank below those of the page it stands on.
            level = min(len(heading["level"]) + 2, 6)
            self._containers.add(f"h{level}").text = marks.title(heading)
        elif fence := marks.FENCE.match(line):
            self._leaf = Fence(self._containers.add("pre"), fence)
        else:
            self._leaf = Paragraph(self._containers.add("p"))
            self._leaf.lines.append(line.lstrip(" "))

    def _close(self, number: int | None) -> None:
        """Close the open leaf, and all containers but the lowest `number`."""
        self._close_leaf()
        if number is not None:
            self._containers.close(number)

    def _close_leaf(self) -> None:
        leaf, self._leaf = self._leaf, None
        if leaf is None:
            return
        leaf.finish()
        if isinstance(leaf, Paragraph):
            self._settle(leaf.element)

    def _settle(self, element: Element) -> None:
        """Take definitions of links out of a paragraph, and the paragraph where nothing else was in it."""
        parent = self._containers.top
        depth = self._containers.quotes(len(self._containers.open))
        element.text = self._references.take(element.text or "", depth)
        if not element.text:
            self._containers.drop()
        elif parent.tag == "li" and parent[0] is element:
            element.text = marks.TASK.sub(_box, element.text, count=1) if element.text.startswith("[") else element.text


def _begins_block(line: str) -> bool:
    if line.startswith(marks.CODE_INDENT):
        return False
    return any(mark.match(line) for mark in (marks.RULE, marks.HEADING, marks.FENCE))


def _box(task: Match[str]) -> str:
    return "☐ " if task["done"] == " " else "☑ "
