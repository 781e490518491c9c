"""HTML mail keeps its paragraphs, lists, quotes and links as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from election.mail.html import text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo\n"),
        ("One<br>Two<br><br>Three", "One\nTwo\n\nThree\n"),
        ("<p>One\n two</p><p>Three</p>", "One two\n\nThree\n"),
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1. a\n2. b\n  - c\n"),
        ("<p>Yes</p><blockquote>No<blockquote>Why</blockquote></blockquote>", "Yes\n\n> No\n>\n> > Why\n"),
        ('See <a href="https://marsh.example/a">this</a>.', "See this <https://marsh.example/a>.\n"),
        ('<a href="https://marsh.example/a">https://marsh.example/a</a>', "https://marsh.example/a\n"),
        ('<a href="javascript:x">this</a>', "this\n"),
        ("<style>p {}</style><script>x</script>a &lt;b&gt;", "a <b>\n"),
        ("<!doctype html><!-- x --><![if !mso]>a<![endif]> <![ b", "a <![ b\n"),
        ("<pre>a\n  b</pre>", "a\n  b\n"),
    ],
)
def test_html_as_text(html: str, expected: str) -> None:
    assert text(html) == expected


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            ["<![", "<!", "<?", "<!--", "<ul>", "</ul>", "<li>", "<blockquote>", "x", "</pre>", "<pre>", "<"]
        )
    ).map("".join)
)
def test_any_html_gives_text(html: str) -> None:
    assert text(html).endswith("\n")
