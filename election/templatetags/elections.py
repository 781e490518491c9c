"""Elections in lists: which of their dates matters now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from election.domain.front import Card
from election.templatetags.times import at_of, tagged
from election.timeline import Window

register = template.Library()


@dataclass(frozen=True)
class CardTime:
    """The window that matters to a reader now, the moment to tell of it, and whether it is open."""

    window: Window | None = None
    moment: datetime | None = None
    is_open: bool = False


@register.simple_tag(takes_context=True)
def card_time(context: Context, card: Card) -> CardTime:
    """The open window that closes first, else the next one to open."""
    at, timeline = at_of(context), card.election.timeline
    opened = sorted((w for w in timeline if w.is_open(at)), key=lambda w: w.closes)
    if opened:
        return CardTime(opened[0], opened[0].closes, is_open=True)
    ahead = sorted((w for w in timeline if w.is_ahead(at)), key=lambda w: w.opens)
    return CardTime(ahead[0], ahead[0].opens) if ahead else CardTime()


@register.simple_tag
def ended(card: Card) -> SafeString | str:
    """The month in which an election ended: October 2026."""
    last = max((w.closes for w in card.election.timeline), default=None)
    return tagged(last.date(), f"{last:%B %Y}") if last else ""
