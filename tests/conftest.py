"""What every test can ask for: a database with or without real commits, and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from election.models import guards
from tests import browser as chromium
from tests import databases

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A machine may be busy: what an invented case takes is measured in benchmarks/, never here.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")

ON_A_DATABASE = {"db", "transactional_db", "committed_db", "live_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks what drives a browser, and leaves out what belongs to the run on the other database."""
    for item in items:
        if "browser" in _fixtures(item):
            item.add_marker(pytest.mark.browser)
    config.hook.pytest_deselected(items=[item for item in items if not _belongs(item)])
    items[:] = filter(_belongs, items)


def _belongs(item: pytest.Item) -> bool:
    """Whether this run's database is the one a test speaks of; what touches none runs once, on SQLite."""
    only = item.get_closest_marker("only")
    if only:
        return databases.engine() in only.args
    return databases.engine() == "sqlite" or _on_a_database(item)


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


def _on_a_database(item: pytest.Item) -> bool:
    return item.get_closest_marker("django_db") is not None or bool(ON_A_DATABASE & _fixtures(item))


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Each run has a folder or a server of its own and throws it away whole, whoever is still connected."""
    return True


@pytest.fixture
def transactional_db(transactional_db: None) -> Iterator[None]:
    """pytest-django's, with the journal's guards lifted before its rows are flushed; they return after the flush."""
    yield
    guards.remove(connection)


@pytest.fixture
def committed_db(transactional_db: None) -> None:
    """A database where commits are real, for tests of what several connections see and do."""


@pytest.fixture(autouse=True)
def _guards_are_lifted(request: pytest.FixtureRequest) -> None:
    marker = request.node.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        request.getfixturevalue("transactional_db")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, started once. Its event loop stands in the thread that also asks the database."""
    path = chromium.executable()
    if path is None:
        (pytest.fail if chromium.required() else pytest.skip)(chromium.MISSING)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        yield started
        started.close()
