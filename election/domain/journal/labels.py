"""What the facts and words of an act are called, and how their values read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from election.models.election import Asking, CandidateOrder

Value = str | datetime

EDGES: dict[str, str] = {
    "nomination_opens": "Nomination opens",
    "nomination_closes": "Nomination closes",
    "questions_opens": "Questions open",
    "questions_closes": "Questions close",
    "answers_opens": "Answers open",
    "answers_closes": "Answers close",
    "voting_opens": "Voting opens",
    "voting_closes": "Voting closes",
}

FACTS: dict[str, str] = {
    **EDGES,
    "slug": "Short address",
    "seats": "Seats",
    "term_months": "Months of a term",
    "candidate_order": "Order of candidates",
    "vote_at": "Vote at",
    "questions_each": "Questions of each person",
    "asking": "Who may ask",
    "roll_names": "Names on the roll are public",
    "late": "After voting opened",
    "granted": "Granted",
    "replies_through_voting": "Replies until voting closes",
    "nominating": "Who brings candidates",
    "approval_needed": "Candidacies are approved",
    "endorsements_needed": "Endorsements needed",
    "endorsing_affiliations": "From as many affiliations",
    "affiliation_cap": "Members of one affiliation at most",
    "none_of_the_above": "None of the above on the ballot",
    "term_limit": "Terms of one person at most",
    "standing": "Candidates",
    "prompts": "What candidates write about",
    "changed": "What changed",
    "on": "Declared on",
}
"""Other facts are called by their key."""

WORDS: dict[str, str] = {
    "source": "Text",
    "standing_source": "How to stand",
    "contact": "Whom to write to",
    "source_url": "Source",
    "statement_until": "Statement until",
}

SILENT = frozenset(
    {"id", "official", "candidate", "announcement", "winners", "kind", "question", "entry", "outcome"}
    | {"import", "added", "altered", "roll_act"}
)
"""Facts that tell programs which row was meant; the sentence says it to people."""


def label(key: str, known: Mapping[str, str]) -> str:
    return known.get(key) or key.replace("_", " ").capitalize()


def value(key: str, fact: Any) -> Value:
    """A fact as people read it; a moment stays one, so that a page can say it in the reader's zone too."""
    if key in EDGES:
        return datetime.fromisoformat(fact) if fact else "not planned"
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    if isinstance(fact, list):
        return ", ".join(str(item).replace("_", " ") for item in fact) or "none"
    if key == "candidate_order":
        return str(dict(CandidateOrder.choices).get(fact, fact)).lower()
    if key == "asking":
        return str(dict(Asking.choices).get(fact, fact)).lower()
    if key == "prompts":
        return ", ".join(str(fact).splitlines()) or "none"
    return "none" if fact in (None, "") else str(fact)
