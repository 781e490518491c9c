"""Templates hold to what the strict headers allow, and name only files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from election.permissions import RULES
from tests.architecture.site import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

INLINE = {
    "a script within the page": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "a style sheet within the page": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a handler attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script in an address": re.compile(r"javascript:", re.IGNORECASE),
    "something from another site": re.compile(
        r"<(?:script|link|img|source|iframe)[^>]*\s(?:src|href)=\"(?:https?:)?//"
    ),
}

STATIC = re.compile(r"{%\s*static\s+[\"']([^\"']+)[\"']")


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_template_has_nothing_that_the_headers_forbid(file: Path) -> None:
    text = re.sub(r"{#.*?#}", "", file.read_text(encoding="utf-8"))
    assert [what for what, found in INLINE.items() if found.search(text)] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_template_names_only_static_files_that_exist(file: Path) -> None:
    named = STATIC.findall(file.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / "static" / name).is_file()] == []


def test_templates_ask_for_rights_that_are_in_the_table() -> None:
    keys = {rule.key for rule in RULES}
    asked = {(page.name, key) for page in TEMPLATES for key in re.findall(r"\bcan\.(\w+)", page.read_text())}
    assert {(name, key) for name, key in asked if key not in keys} == set()
    assert len(asked) > 20
