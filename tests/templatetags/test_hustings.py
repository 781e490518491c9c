"""Icons, tabs and pages of lists."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory
from django.urls import resolve

from election.models import Declaration
from tests.templatetags.stage import AT, council, drawn, frame

TABS = "{% load hustings %}{% tabs %}"


def at_page(path: str) -> SimpleNamespace:
    return SimpleNamespace(resolver_match=resolve(path))


def test_an_icon_comes_from_the_sites_own_sprite_and_is_silent() -> None:
    html = drawn('{% load hustings %}{% icon "reply" %}', {})
    assert html == '<svg class="icon" aria-hidden="true"><use href="/static/icons.svg#i-reply"></use></svg>'


def test_tabs_count_what_stands_behind_them() -> None:
    html = drawn(TABS, frame(council()))
    assert 'href="/e/council/questions/">Questions<span class="n">24</span>' in html
    assert 'href="/e/council/candidates/">Candidates<span class="n">6</span>' in html
    assert 'href="/e/council/roll/">Voter roll<span class="n">263</span>' in html
    assert 'href="/e/council/acts/">What officials did<span class="n">9</span>' in html


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        ("/e/council/", "Overview"),
        ("/e/council/questions/7/", "Questions"),
        ("/e/council/questions/7/reply/", "Questions"),
        ("/e/council/candidates/cleo/", "Candidates"),
        ("/e/council/roll/", "Voter roll"),
        ("/e/council/acts/", "What officials did"),
    ],
)
def test_the_tab_of_the_present_page_is_marked_and_no_other(path: str, tab: str) -> None:
    html = drawn(TABS, frame(council(), request=at_page(path)))
    assert html.count("aria-current") == 1
    assert f' aria-current="page">{tab}' in html


def test_a_page_may_name_its_tab_itself() -> None:
    html = drawn(TABS, frame(council(), request=at_page("/e/council/"), tab="acts"))
    assert ' aria-current="page">What officials did' in html


def test_tabs_of_officials_and_candidates_are_theirs_alone() -> None:
    nobody = drawn(TABS, frame(council()))
    assert "For officials" not in nobody
    assert "Waits for you" not in nobody
    both = drawn(TABS, frame(council(), can=SimpleNamespace(todo=True, run=True)))
    assert "For officials" in both
    assert "Waits for you" in both


def test_the_result_has_a_tab_once_it_is_declared() -> None:
    election = council()
    assert "Result" not in drawn(TABS, frame(election))
    election._state.fields_cache["declaration"] = Declaration(at=AT)
    assert 'href="/e/council/result/">Result' in drawn(TABS, frame(election))


def test_a_pager_keeps_the_rest_of_the_query() -> None:
    request = RequestFactory().get("/?order=fewest&page=2")
    page = Paginator(range(24), 10).page(2)
    html = drawn('{% include "_parts/pager.html" %}', {"request": request, "page": page})
    assert "11 to 20 of 24" in html
    assert 'href="?order=fewest&amp;page=1"' in html
    assert 'href="?order=fewest&amp;page=3"' in html


def test_a_list_of_one_page_has_no_pager() -> None:
    page = Paginator(range(5), 10).page(1)
    assert drawn('{% include "_parts/pager.html" %}', {"page": page}) == ""
