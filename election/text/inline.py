"""Text between blocks and words: what the inline patterns have to read at all."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

_MARKUP = re.compile(r"[\\`*_~\[<&]|://|  \n")


def marked(root: Element) -> Iterator[str]:
    """The texts below `root` that hold markup; all others are marked as done, which spares most of the work."""
    for element in root.iter():
        for place in ("text", "tail"):
            text = getattr(element, place)
            if not text or isinstance(text, AtomicString):
                continue
            if _MARKUP.search(text):
                yield text
            else:
                setattr(element, place, AtomicString(text))
