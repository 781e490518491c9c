"""Links: of Markdown, bare addresses, addresses in angle brackets. Every pattern is bounded: none is quadratic."""

import html
import re
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from election.text.hrefs import is_address, is_safe
from election.text.references import name, trimmed

LINK = r"""(?x) (?P<image>!?) \[ (?:
    (?P<words> (?: [^][] | \[ [^][]*+ \] ){0,999}+ ) \] (?:
        \( \s*+ (?P<url> <[^<>\n]{0,999}+> | (?: [^\s()<>] | \( [^\s()]*+ \) ){0,999}+ )
        (?: \s++ (?: "[^"]{0,999}+" | '[^']{0,999}+' ) )? \s*+ \)
      | \[ (?P<label> [^][]{0,999}+ ) \] )
  | (?P<short> [^][]{1,999}+ ) \] )"""
# What no address holds: white space, angle brackets, quotation marks, and the punctuation of scripts without spaces.
BARE = r"(?<![A-Za-z0-9/.@_-])(?i:https?)://[^\s<>\"`\x02\x03。，、；：！？（）「」『』《》【】“”‘’«»]+"
ANGLE = r"<(?P<url>(?i:https?)://[^\s<>]*+|(?:mailto:)?[^\s<>@:]++@[^\s<>@]++)>"

_ESCAPED = re.compile(r"\x02(\d+)\x03")
_IMAGE = re.compile(r"!\[([^][]{0,999}+)\](?:\([^\s()]{0,999}+\))?")

Found = tuple[Element | str | None, int | None, int | None]
NOTHING: Found = (None, None, None)


class Link(InlineProcessor):
    """[words](address), [words][name], [name], and images, of which only a link with their words remains.

    A link that may not lead where it would keeps its words; brackets that were no link stay as they are.
    """

    ANCESTOR_EXCLUDES = ("a",)

    # The library's name, and the two arguments it gives since 3.0; its stubs know one.
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        words = m["words"] or m["short"] or ""
        url, shown = self._destination(m, words)
        if not is_address(url):
            return NOTHING
        element = Element("a", href=url) if is_safe(url) else Element("span")
        if m["image"] or shown:
            element.text = AtomicString(shown or self._typed(words) or url)
        else:
            element.text = _IMAGE.sub(r"\1", words) if words.strip() else AtomicString(url)
        return element, m.start(), m.end()

    def _destination(self, m: re.Match[str], words: str) -> tuple[str, str]:
        """The address, and what a note's number shows in place of its words."""
        if m["url"] is not None:
            return self._typed(m["url"]).removeprefix("<").removesuffix(">"), ""
        url, shown = self.md.references.get(name(self._typed(m["label"] or words)), ("", ""))
        return html.unescape(url), "" if m["label"] else shown

    def _typed(self, text: str) -> str:
        """`text` without the placeholders of patterns that came first."""
        return html.unescape(_ESCAPED.sub(lambda code: chr(int(code[1])), self.unescape(text)))


class Address(InlineProcessor):
    """An address that stands for itself, bare or in angle brackets."""

    ANCESTOR_EXCLUDES = ("a",)

    # The library's name, and the two arguments it gives since 3.0; its stubs know one.
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        bare = "url" not in m.re.groupindex
        url = trimmed(m[0]) if bare else m["url"]
        href = f"mailto:{url}" if "@" in url and "://" not in url and not url.startswith("mailto:") else url
        if not is_safe(href):
            return NOTHING
        element = Element("a", href=href)
        element.text = AtomicString(url)
        return element, m.start(), m.start() + len(url) if bare else m.end()
