"""Links lead where they say, and nowhere unsafe."""

import pytest

from tests.text.pages import links, page, said

RULES = "https://example.org/rules"


@pytest.mark.parametrize(
    "source",
    [
        f"[rules]({RULES})",
        f"[rules](<{RULES}> 'All of them')",
        f"[rules]\n\n[Rules]: {RULES}",
        f"[rules][r]\n\n[r]: {RULES}",
    ],
)
def test_a_link_of_markdown_has_its_words(source: str) -> None:
    assert links(source) == [("rules", RULES)]
    assert said(source) == "rules"


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("See https://example.org/a_b_c.", "https://example.org/a_b_c"),
        ("(https://example.org/Elm_(tree))", "https://example.org/Elm_(tree)"),
        ("[read https://example.org/a]", "https://example.org/a"),
        ("**http://example.org/?a=1&b=2**", "http://example.org/?a=1&b=2"),
        ("“https://example.org/a”, she said", "https://example.org/a"),
        ("请看https://example.org/a。谢谢", "https://example.org/a"),
        ("<https://example.org/a>", "https://example.org/a"),
    ],
)
def test_a_bare_address_becomes_a_link_without_the_punctuation_around_it(source: str, address: str) -> None:
    assert links(source) == [(address, address)]


def test_a_mail_address_in_angle_brackets_becomes_a_link() -> None:
    assert links("<cleo@example.org> and <mailto:carl@example.org>") == [
        ("cleo@example.org", "mailto:cleo@example.org"),
        ("mailto:carl@example.org", "mailto:carl@example.org"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,hi",
        "//elsewhere.example/",
        "/manage/",
        "#end",
        "rules.md",
        "https:elsewhere",
        "https://bank.example@elsewhere.example/",
        "https://bank.example&#64;elsewhere.example/",
        "https://exa\\mple.org",
        "mailto:cleo@example.org?bcc=all@example.org",
        "ftp://example.org/",
    ],
)
def test_a_link_to_anything_but_a_whole_address_keeps_its_words_only(address: str) -> None:
    for source in (f"[here]({address})", f"![here]({address})", f"[here]\n\n[here]: {address}"):
        assert links(source) == []
        assert said(source) == "here"


def test_every_link_says_that_it_is_a_stranger_and_opens_safely() -> None:
    link = next(page(f"[rules]({RULES} 'title')").iter("a"))
    assert link.attrib == {"href": RULES, "rel": "nofollow noopener noreferrer ugc"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f"![a ballot box]({RULES}.png)", [("a ballot box", f"{RULES}.png")]),
        (f"![a ballot box][box]\n\n[box]: {RULES}.png", [("a ballot box", f"{RULES}.png")]),
        (f"![]({RULES}.png)", [(f"{RULES}.png", f"{RULES}.png")]),
        (f"[![badge]({RULES}.png) build]({RULES})", [("badge build", RULES)]),
    ],
)
def test_an_image_becomes_a_link_with_its_words(source: str, found: list[tuple[str, str]]) -> None:
    assert links(source) == found
    assert not list(page(source).iter("img"))


def test_no_link_lies_in_another() -> None:
    assert links(f"[see https://example.org/a now]({RULES})") == [("see https://example.org/a now", RULES)]


def test_brackets_that_are_no_link_stay_as_typed() -> None:
    source = "f[i](x) and [later] and [Update]: solved"
    assert said(source) == source
    assert links(f"[as said [here]({RULES})]") == [("here", RULES)]


def test_links_in_code_are_code() -> None:
    assert links(f"`[rules]({RULES})`\n\n    {RULES}\n") == []
