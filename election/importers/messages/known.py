"""What an election knows already: its people with all their addresses, and the questions that stand in it."""

from __future__ import annotations

from collections.abc import Iterable

from election.importers.threads import Asked, Known, People
from election.models import Candidacy, Election, Official, Question

Fact = tuple[int, str, str | None, str | None]
"""A person's key, name, one of their addresses, and the one they sign in with."""


def people(election: Election) -> People:
    """The candidates in the order of the slate, and the officials; two queries."""
    slate = Candidacy.objects.slate(election).values_list("pk", "name", "addresses__email", "user__email")
    officials = Official.objects.filter(election=election).values_list(
        "pk", "name", "user__display_name", "email", "user__email"
    )
    named = ((pk, name or own or "", address, signed_in) for pk, name, own, address, signed_in in officials)
    return People(tuple(_people(slate)), tuple(_people(named)))


def _people(facts: Iterable[Fact]) -> list[Known]:
    names: dict[int, str] = {}
    addresses: dict[int, set[str]] = {}
    for key, name, *known in facts:
        names[key] = name
        addresses.setdefault(key, set()).update(filter(None, known))
    return [Known(key, name, frozenset(addresses[key])) for key, name in names.items()]


def asked(election: Election) -> tuple[Asked, ...]:
    """The questions that can be read, with the candidates who have answered each; one query."""
    rows = Question.objects.standing().filter(election=election).order_by("number")
    found: dict[int, Asked] = {}
    for pk, number, sentence, source, message, candidate in rows.values_list(
        "pk", "number", "sentence", "source", "message_id", "answers__candidacy_id"
    ):
        before = found[pk].answered if pk in found else frozenset()
        # A question from a message keeps its whole paragraph as background where that is longer than a heading.
        text = source if message and source else sentence
        found[pk] = Asked(number, pk, text, before | ({candidate} if candidate else frozenset()))
    return tuple(found.values())
