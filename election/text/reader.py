"""Which parts of Python-Markdown read a text, and in which order."""

import string

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SubstituteTagInlineProcessor

from election.text.blocks import Blocks
from election.text.directions import Directions
from election.text.links import ANGLE, BARE, LINK, Address, Link

_REPLACED = (
    "link",
    "reference",
    "short_reference",
    "image_link",
    "image_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "linebreak",
    "html",
)
_HARD_BREAK = r"(?:(?<! ) {2,}|\\)\n"


class People(Extension):
    """What people write on code forges and in mail; raw HTML stays text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        md.parser = Blocks(md)
        md.preprocessors.deregister("html_block")
        for pattern in _REPLACED:
            md.inlinePatterns.deregister(pattern)
        md.inlinePatterns.register(Link(LINK, md), "link", 160)
        md.inlinePatterns.register(Address(ANGLE, md), "angle", 120)
        md.inlinePatterns.register(Address(BARE, md), "bare", 115)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(_HARD_BREAK, "br"), "linebreak", 100)
        md.ESCAPED_CHARS = list(string.punctuation)
        if md.delimiters is not None:
            md.delimiters.add("~", "del", double=True)
        md.treeprocessors.register(Directions(md), "directions", 30)
