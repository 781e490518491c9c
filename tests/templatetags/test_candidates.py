"""The beginning of a statement, in lists."""

from __future__ import annotations

from election.models import Candidacy
from election.models.written import rendered
from election.templatetags.candidates import BEGINNING, beginning


def test_the_beginning_leaves_headings_and_marks_out() -> None:
    source = "## Background\n\nI keep the *tide tables*.\n\n- One & two\n- Three\n\n## Motivation\n\nMore boats."
    assert beginning(Candidacy(**rendered(source))) == "I keep the tide tables. One & two Three More boats."


def test_a_long_statement_is_cut_between_words() -> None:
    said = beginning(Candidacy(**rendered("word " * 200)))
    assert said.split() == ["word"] * BEGINNING + ["…"]
