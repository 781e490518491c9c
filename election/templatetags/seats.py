"""Everything counted is drawn in one unit, the cell; every candidate has a seat, every question a bench of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join

from election.domain.bench import State
from election.templatetags.times import at_of
from election.timeline import Stage, words

if TYPE_CHECKING:
    from django.template import Context
    from django.utils.safestring import SafeString

    from election.models import Candidacy

register = template.Library()

LEGEND = (
    State.ANSWERED,
    State.NOT_YET,
    State.DECLINED,
    State.WITHDREW_ANSWERED,
    State.WITHDREW,
    State.NOT_ASKED,
)
"""The states in the order in which a reader needs them."""

MOST = 40
"""More things than this are drawn as shares of 40 cells."""


def _row(kinds: Iterable[str]) -> SafeString:
    cells = format_html_join("", "<i{}></i>", ((format_html(' class="{}"', k) if k else "",) for k in kinds))
    return format_html('<span class="cells" aria-hidden="true">{}</span>', cells)


@register.simple_tag(takes_context=True)
def cells(context: Context, opens: datetime, closes: datetime) -> SafeString:
    """The days of a window: filled when over, framed today, empty ahead."""
    return _row("" if cell == "ahead" else cell for cell in words.cells(opens, closes, at_of(context)))


@register.simple_tag
def counted(done: int, total: int) -> SafeString:
    """`done` of `total` things as cells; at least one is filled as soon as anything is done."""
    number = min(total, MOST)
    filled = min(number, max(done * number // total, min(done, 1))) if total else 0
    return _row(["on"] * filled + [""] * (number - filled))


@register.simple_tag(takes_context=True)
def stage_cells(context: Context, stage: Stage, seats: int) -> SafeString:
    """The cells of one part of the phase bar: its days, or for the results its seats."""
    if stage.opens and stage.closes:
        return cells(context, stage.opens, stage.closes)
    return counted(seats if stage.state == "open" else 0, seats)


@register.simple_tag
def bench(states: Iterable[str]) -> SafeString:
    """A row of seats from state words, in the order of the slate; say beside it what it shows ("4 of 6 answered")."""
    seats = format_html_join("", '<i data-state="{}"></i>', ((state,) for state in states))
    return format_html('<span class="bench" aria-hidden="true">{}</span>', seats)


@register.simple_tag
def seat(candidacy: Candidacy, state: str = "") -> SafeString:
    """A candidate's seat with initials; without a state, filled while they stand and grey once they have withdrawn."""
    shown = state or ("withdrawn" if candidacy.has_withdrawn else "answered")
    return format_html('<span class="seat" data-state="{}" aria-hidden="true">{}</span>', shown, candidacy.initials)


@register.simple_tag
def bench_of(state: str) -> SafeString:
    """One seat of a bench, for legends and lists of candidates."""
    return bench([state])


@register.inclusion_tag("_parts/legend.html")
def legend() -> dict[str, tuple[State, ...]]:
    """What the seats of a bench mean, for the rail."""
    return {"states": LEGEND}
