"""The two brooms: characters that have no place in a text, and HTML that has no place on a page."""

import re

import nh3

from election.text.hrefs import is_safe

_HEADINGS = ("h3", "h4", "h5", "h6")
_BLOCKS = ("p", "ul", "ol", "li", "blockquote", "pre", "table", "th", "td", *_HEADINGS)
TAGS = {*_BLOCKS, "br", "hr", "code", "em", "strong", "del", "a", "thead", "tbody", "tr"}
ATTRIBUTES: dict[str, set[str]] = {tag: {"dir"} for tag in _BLOCKS} | {
    "ol": {"dir", "start"},
    "th": {"dir", "align"},
    "td": {"dir", "align"},
    "a": {"href"},
    "code": {"class"},
}
SCHEMES = {"http", "https", "mailto"}
REL = "nofollow noopener noreferrer ugc"

# Every block has a direction of its own (directions.py), so what embeds, overrides, isolates or marks directions only
# serves to show another text than was written. Joiners (U+200C, U+200D) stay: Persian and emoji are spelt with them.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufff9-\ufffb\ufffe\uffff"  # U+FFFE and U+FFFF are no characters in XML
_HARMFUL = re.compile(f"[{_BIDI}{_CONTROLS}]")
_LANGUAGE = re.compile(r"language-[\w+#.-]{1,40}")


def characters(text: str) -> str:
    """`text` with plain line ends and without control characters, those for the direction of writing among them."""
    return _HARMFUL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def html(dirty: str) -> str:
    """`dirty` with our tags, attributes and addresses only; entities bring back nothing that characters() took."""
    return _HARMFUL.sub(
        "",
        nh3.clean(
            dirty,
            tags=TAGS,
            clean_content_tags=set(),
            attributes=ATTRIBUTES,
            attribute_filter=_attribute,
            url_schemes=SCHEMES,
            url_relative="deny",
            link_rel=REL,
        ),
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    match name:
        case "href":
            return value if is_safe(value) else None
        case "rel":
            return REL
        case "class":
            return value if _LANGUAGE.fullmatch(value) else None
        case "dir":
            return value if value in {"auto", "rtl"} else None
        case "start":
            return value if value.isdecimal() else None
    return value if value in {"left", "right", "center"} else None
