"""Statements in lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import template

from election import text
from election.domain.bench import Seat
from election.models import Candidacy

register = template.Library()

BEGINNING = 320


@register.filter
def beginning(candidacy: Candidacy) -> str:
    """The beginning of a statement as plain text."""
    return text.excerpt(candidacy.source, BEGINNING)


@dataclass(frozen=True)
class Done:
    """How many questions were put to a candidate, answered, and left open."""

    asked: int
    answered: int
    declined: int
    open: int

    @property
    def sentence(self) -> str:
        parts = [f"{self.open} not answered"] if self.open else []
        parts += [f"{self.declined} declined"] if self.declined else []
        return f"{', '.join(parts).capitalize()}." if parts else ""


@register.simple_tag
def answered_of(seats: Sequence[Seat]) -> Done:
    """What a candidate has done with the questions put to them."""
    given = [seat.answer for seat in seats if seat.answer]
    declined = sum(answer.declined for answer in given)
    return Done(len(seats), len(given) - declined, declined, len(seats) - len(given))
