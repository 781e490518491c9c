"""What lies in containers: paragraphs, code, tables; each takes lines until it is closed."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString, code_escape

from election.text import marks

_ALIGNMENTS = {":-": "left", "-:": "right", "::": "center"}


class Paragraph:
    """Lines of text, which an underline can still make a heading, or a line of dashes the head of a table."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.lines: list[str] = []

    def takes(self, line: str) -> bool:
        return False

    def heading(self, underline: re.Match[str]) -> None:
        self.element.tag = "h3" if underline["line"].startswith("=") else "h4"

    def finish(self) -> None:
        self.element.text = "\n".join(self.lines).rstrip()


class Code:
    """Code by its indent of four blanks."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.lines: list[str] = []

    def takes(self, line: str) -> bool:
        if line.strip(" ") and not line.startswith(marks.CODE_INDENT):
            return False
        self.lines.append(line[4:])
        return True

    def finish(self) -> None:
        _code(self.element, "\n".join(self.lines).strip("\n"))


class Fence:
    """Code between fences; takes everything up to the closing one."""

    def __init__(self, element: Element, opening: re.Match[str]) -> None:
        self.element, self.opening = element, opening
        self.lines: list[str] = []
        self.closed = False

    def takes(self, line: str) -> bool:
        if self.closed:
            return False
        mark, fence = marks.FENCE.match(line), self.opening["fence"]
        if mark and mark["fence"].startswith(fence) and not line.strip(f" {fence[0]}"):
            self.closed = True
        else:
            self.lines.append(line[min(len(self.opening["indent"]), len(line) - len(line.lstrip(" "))) :])
        return True

    def finish(self) -> None:
        _code(self.element, "\n".join(self.lines), self.opening["language"])


class Table:
    """A head, its alignments, and rows as long as lines follow."""

    def __init__(self, element: Element, head: str, columns: str) -> None:
        self._align = [_ALIGNMENTS.get(cell[0] + cell[-1]) for cell in marks.cells(columns)]
        self._row(SubElement(element, "thead"), "th", head)
        self._element = element
        self._body: Element | None = None

    def takes(self, line: str) -> bool:
        return False

    def add(self, line: str) -> None:
        if self._body is None:
            self._body = SubElement(self._element, "tbody")
        self._row(self._body, "td", line)

    def finish(self) -> None:
        """Nothing is left to do."""

    def _row(self, part: Element, tag: str, line: str) -> None:
        """Short rows stay short: filled up, a wide head over many of them would make a small text a huge page.

        A heading without words is a plain cell: there is nothing that a screen reader could read out above its column.
        """
        row = SubElement(part, "tr")
        for align, text in zip(self._align, marks.cells(line), strict=False):
            SubElement(row, tag if text else "td", {"align": align} if align else {}).text = text


Leaf = Paragraph | Code | Fence | Table


def _code(pre: Element, text: str, language: str = "") -> None:
    code = SubElement(pre, "code", {"class": f"language-{language}"} if language else {})
    code.text = AtomicString(code_escape(text) + "\n")
