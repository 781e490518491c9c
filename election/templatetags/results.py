"""The result in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from election.domain.outlook import several
from election.models import Candidacy, Election
from election.models.declaration import DeclarationKind

register = template.Library()


@register.filter
def sentence(election: Election, winners: Sequence[Candidacy]) -> SafeString:
    """ "Frida Halvorsen, Lucía Paredes and Emeka Obi were elected to the three seats." """
    *most, last = [format_html("<b>{}</b>", winner.name) for winner in winners]
    names = format_html("{} and {}", format_html_join(", ", "{}", ((name,) for name in most)), last) if most else last
    verb = "acclaimed" if election.declaration.kind == DeclarationKind.ACCLAIMED else "elected"
    seats = "the seat" if election.seats == 1 else f"the {several(election.seats, 'seat')}"
    if len(winners) < election.seats:
        seats = f"{several(len(winners), 'seat')} of {election.seats}"
    return format_html("{} {} {} to {}.", names, "was" if len(winners) == 1 else "were", verb, seats)


@register.filter
def vacant(election: Election, winners: Sequence[Candidacy]) -> str:
    """How many seats stay empty."""
    empty = election.seats - len(winners)
    return f"{several(empty, 'seat').capitalize()} {'stays' if empty == 1 else 'stay'} empty."
