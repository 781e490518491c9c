"""Prints docs/permissions.md from the one table of rights."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from election.permissions import (
    RULES,
    Role,
    Rule,
)
from election.permissions.times import (
    ANNOUNCED,
    BEFORE_VOTE,
    CLAIMS,
    DRAFT,
    ENDORSING,
    LIVE,
    NOMINATING,
    REPLIES,
    SEEDING,
    STANDING,
    STATEMENT,
    UNDECLARED,
    VOTE_NOT_OVER,
)
from election.timeline import Kind

HEAD = """# Who may do what, and when

Printed from `election/permissions/` by `python manage.py print_permissions > docs/permissions.md`; a test holds the
two equal. Everybody has several roles at once: a candidate is also a member, and everybody may read.

| deed | who | when |
|---|---|---|
"""

PEOPLE = {
    Role.VISITOR: "everybody",
    Role.MEMBER: "anybody signed in",
    Role.NOMINEE: "people who stand and are not on the slate",
    Role.VOTER: "eligible voters",
    Role.CANDIDATE: "candidates who have not withdrawn",
    Role.OFFICIAL: "officials of this election",
    Role.MANAGER: "site managers",
}

TIMES = {
    Kind.NOMINATION.value: "while nomination is open",
    Kind.QUESTIONS.value: "while questions are open",
    Kind.ANSWERS.value: "while answers are open",
    Kind.VOTING.value: "while voting is open",
    ANNOUNCED: "once announced, unless cancelled",
    LIVE: "announced, neither cancelled nor declared",
    REPLIES: "from the announcement until answers close (or voting, a setting)",
    STATEMENT: "until this candidate's own deadline",
    UNDECLARED: "until the result is declared or the election cancelled",
    BEFORE_VOTE: "until voting opens, also while it is a draft",
    VOTE_NOT_OVER: "until voting closes, also while it is a draft",
    CLAIMS: "from the announcement until voting closes",
    DRAFT: "while it is a draft",
    STANDING: "while nomination is open, where people stand by themselves",
    NOMINATING: "while nomination is open, where anybody can be nominated",
    ENDORSING: "while nomination is open, where endorsements are needed",
    SEEDING: "before questions open (where no time for them is planned: until answers close)",
}


class Command(BaseCommand):
    """`manage.py print_permissions`."""

    help = "Prints docs/permissions.md from the one table of rights."
    requires_system_checks: list[str] = []  # noqa: RUF012 -- Django's own attribute, read only

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(printed(), ending="")


def printed() -> str:
    """The whole page: a row a rule, in the order of the table."""
    return HEAD + "".join(f"| {_row(rule)} |\n" for rule in RULES)


def _row(rule: Rule) -> str:
    who = ", ".join(words for role, words in PEOPLE.items() if role in rule.who)
    who += " (or only eligible voters, a setting)" if rule.by_setting else ""
    when = "; ".join(TIMES[time] for time in rule.during) or "always"
    return f"{rule.deed} | {who} | {when}"
