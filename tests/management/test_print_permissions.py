"""docs/permissions.md says what the table of rights says."""

from __future__ import annotations

from pathlib import Path

from election.management.commands.print_permissions import printed
from election.permissions import RULES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"


def test_the_page_is_printed_from_the_table() -> None:
    assert PAGE.read_text() == printed()


def test_every_rule_has_its_row() -> None:
    assert all(rule.deed in printed() for rule in RULES)
