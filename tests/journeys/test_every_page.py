"""Every page in a real browser: axe finds nothing in either colour scheme, and nothing is wider than a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from election.domain import questions, threads
from election.timeline import Phase
from tests.cast import Cast, cast, now, person
from tests.journeys.visitor import context
from tests.views.routes import Route, routes
from tests.views.test_queries import furnish

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

    from election.models import User

ROLES = ("candidate", "official", "manager", "member", "stranger")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""Only these depend on the colour scheme."""

SCHEMES: dict[Literal["light", "dark"], dict[str, Any]] = {"light": RULES, "dark": COLOURS}
NOT_PAGES = frozenset({"elections:calendar", "elections:dates", "officials:roll_export"})
FACES = frozenset({"elections:show", "questions:show"})
"""Pages that offer each role something else."""

LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 7
"""One word of nearly 300 characters."""

WIDER = """[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > 391
    && !e.closest(".scroll, pre, table, .tabs, .vh")).map(e => e.tagName + "." + e.className).slice(0, 5)"""
"""The first elements that stand out of a telephone's screen."""


def opened(made: Cast, known: dict[str, Any]) -> list[tuple[str, str, User | None]]:
    """Each page as the first of the roles that it opens for: its name, its address, and who looks; some as several."""
    found = []
    clients = {role: _client(made.user(role)) for role in ROLES}
    for route in _pages():
        url = route.url(known)
        roles = [role for role in ROLES if clients[role].get(url).status_code == 200]
        found += [(route.name, url, made.user(role)) for role in (roles if route.name in FACES else roles[:1])]
    return found


def _pages() -> list[Route]:
    named = {route.name: route for route in routes() if route.name not in NOT_PAGES}
    return [route for route in named.values() if not route.rule or "GET" in route.methods]


def _client(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


def faults(page: Page, what: str, rules: dict[str, Any]) -> list[str]:
    """What axe finds on the page as it stands, in words."""
    found = Axe().run(page, options=rules).response["violations"]
    return [f"{what}: {fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("phase", [Phase.QA, Phase.RESULTS])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Browser, live_server: LiveServer, transactional_db: None, phase: Phase
) -> None:
    made = cast(phase, seats=2)
    known = furnish(made, 1)
    asked = questions.ask(
        made.election, LONG[:290], f"{LONG}\n\n    {LONG}\n\n|a|b|\n|-|-|\n|{LONG}|c|", now(), author=made.vera
    )
    threads.reply(asked, LONG, now(), author=person(LONG[:60]), author_name=LONG[:110])
    pages = opened(made, {**known, "questions:show.number": asked.number})
    assert len(pages) > 30
    found = []
    for name, url, user in pages:
        if phase is Phase.QA or name.startswith(("elections:", "results:", "candidates:", "questions:", "bodies:")):
            found += looked_at(browser, live_server.url, name, url, user)
    assert not found, "\n".join(found)


def looked_at(browser: Browser, base: str, name: str, url: str, user: User | None) -> list[str]:
    with context(browser, base, user, width=390) as window:
        page = window.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(url)
        found = [f"{name}: {complaint}" for complaint in complaints]
        width = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{name} is {width} pixels wide: {page.evaluate(WIDER)}"] if width > 390 else []
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            found += faults(page, f"{name} ({scheme})", rules)
        return found
