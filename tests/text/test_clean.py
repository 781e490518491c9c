"""Whatever is written, a page shows it and nothing else."""

import re
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from election.text import Refused, render
from tests.text.pages import page, said

ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}, "code": {"class"}}
BLOCKS = {"p", "ul", "ol", "li", "blockquote", "pre", "table", "th", "td", "h3", "h4", "h5", "h6"}
OTHERS = {"hr", "br", "code", "em", "strong", "del", "a", "thead", "tbody", "tr"}
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
PARTS = ["<script>", "</p>", "<img src=x onerror=a()>", "<!--", "-->", "<![CDATA[", "&#60;", "&lt;", "&#x202e;", "&#0;"]
PARTS += ["[a](", "javascript:", "https://a.b", ")", "![", "]", "`", "```", "\n", "\n\n", "    ", "> ", "- ", "1. "]
PARTS += ["*", "**", "_", "~~", "|", "|-|-|\n", "\\", '"', "'", "\x02", "\x03", "\x02klzzwxh:0000\x03", "\x02amp\x03"]
PARTS += [
    "\x02wzxhzdk:0\x03",
    "\x0260\x03",
    "\u202e",
    "\u2066",
    "א",
    "ا",
    "é",
    "\ud800",
    "\ufeff",
    "\r",
    "\t",
    "[1] ",
    "#",
]
HOSTILE = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=3)), max_size=40).map("".join)


@settings(deadline=None)
@given(HOSTILE)
def test_no_text_brings_a_foreign_tag_attribute_or_address(source: str) -> None:
    try:
        html = render(source)
    except ValueError:
        assert "\ud800" in source
        return
    assert not UNSEEN.search(html)
    for element in page(source).iter():
        _is_ours(element)


def _is_ours(element: Element) -> None:
    if element.tag == "DOCUMENT_FRAGMENT":
        return
    assert element.tag in BLOCKS | OTHERS
    allowed = ATTRIBUTES.get(element.tag, set()) | ({"dir"} if element.tag in BLOCKS else set())
    assert set(element.attrib) <= allowed
    assert re.match("https?://|mailto:", element.get("href", "https://"), re.IGNORECASE)
    assert re.fullmatch(r"language-[\w+#.-]+", element.get("class", "language-c"))


@settings(deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text_renders_or_is_refused_with_a_sentence(source: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in source):
        with pytest.raises(Refused, match=r"half a character.*\.$"):
            render(source)
    else:
        assert isinstance(render(source), str)


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<b onclick='a()'>loud</b>",
        "<!-- note -->",
        "<img src='c.png'>",
        "a < b > c",
        "<div>\n\n*x*\n",
    ],
)
def test_raw_html_is_shown_as_typed(source: str) -> None:
    assert said(source) == " ".join(source.replace("*", "").split())
    assert {element.tag for element in page(source).iter()} <= {"DOCUMENT_FRAGMENT", "p", "em"}


def test_entities_are_read_but_bring_no_tags_and_no_controls() -> None:
    assert said("&copy; &lt;b&gt; &#x202e;abc&#8238; &#8;") == "© <b> abc"


def test_controls_and_marks_of_direction_are_taken_out_and_joiners_stay() -> None:
    assert said("\ufeffvo\u202ete\u2066 \x00for\x02 \u200fme\x7f") == "vote for me"
    assert said("می\u200cخواهم 👩\u200d💻") == "می\u200cخواهم 👩\u200d💻"


def test_placeholders_of_the_library_are_text() -> None:
    assert said("\x02klzzwxh:0000\x03 `a` \x02wzxhzdk:0\x03 \x02amp\x03lt;") == "klzzwxh:0000 a wzxhzdk:0 amplt;"


def test_a_language_brings_no_other_class() -> None:
    assert 'class="language-c++"' in render("```c++ btn danger\nx\n```")
    assert "class" not in render('```"onclick=\nx\n```')


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_of_any_system_are_line_ends(newline: str) -> None:
    assert render(f"- a{newline}- b{newline}{newline}c") == render("- a\n- b\n\nc")


def test_words_are_marked_as_meant() -> None:
    html = render("*soft* __loud__ ~~gone~~ `code` snake_case_word 2 * 3 * 4\\\nnext  \nlast \\*star\\*")
    assert html == (
        '<p dir="auto"><em>soft</em> <strong>loud</strong> <del>gone</del> <code>code</code> '
        "snake_case_word 2 * 3 * 4<br>\nnext<br>\nlast *star*</p>"
    )


def test_nothing_renders_to_nothing() -> None:
    assert render("") == render(" \n\t\n") == ""
