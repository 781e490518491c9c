"""Statements in lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from django import template
from django.utils.html import strip_tags
from django.utils.text import Truncator

from election.domain.bench import Seat
from election.models import Candidacy

register = template.Library()

BEGINNING = 50
_ENDS = re.compile(r"</(?:p|li|td|th|pre|blockquote)>|<br>")
_HEADING = re.compile(r"<h(\d)\b.*?</h\1>", re.DOTALL)


@register.filter
def beginning(candidacy: Candidacy) -> str:
    """The beginning of a statement as plain text, without its headings; from the HTML that is stored, as rendering the
    source again for each reader would be dear."""
    words = unescape(strip_tags(_ENDS.sub(" ", _HEADING.sub(" ", candidacy.html))))
    return Truncator(" ".join(words.split())).words(BEGINNING, truncate=" …")


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
