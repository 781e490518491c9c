"""What an election is doing, in a sentence, and what happens next by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html

from election.templatetags.times import left
from election.timeline import Edge, Kind, Phase, Window

if TYPE_CHECKING:
    from django.template import Context
    from django.utils.safestring import SafeString

register = template.Library()

HEADLINES = {
    Phase.DRAFT: "This is a draft. Only its officials see it.",
    Phase.COMING: "Not open yet.",
    Phase.NOMINATION: "Nomination is open.",
    Phase.REVIEW: "Nomination has closed.",
    Phase.QA: "Questions and answers are open.",
    Phase.WAITING: "Waiting for what comes next.",
    Phase.VOTING: "Voting is open.",
    Phase.COUNTING: "Everything has closed. The result comes next.",
    Phase.RESULTS: "The result is declared.",
    Phase.CANCELLED: "This election was cancelled.",
}
PLURAL = {Kind.QUESTIONS, Kind.ANSWERS}


@register.simple_tag(takes_context=True)
def headline(context: Context) -> str:
    """The phase as a sentence: "Questions and answers are open."."""
    return HEADLINES[context["head"].phase]


@register.simple_tag(takes_context=True)
def ended_last(context: Context) -> str:
    """Between two windows, what has ended: "Nomination has closed."."""
    over = [window for window in context["election"].timeline if window.is_over(context["at"])]
    last = max(over, key=lambda window: window.closes).kind if over else None
    return f"{last.label} {'have' if last in PLURAL else 'has'} closed." if last else ""


@register.simple_tag(takes_context=True)
def next_edge(context: Context) -> SafeString | str:
    """The next moment of the timeline: "Questions close in 3 days 4 hours."; nothing once no clock matters."""
    head = context["head"]
    if head.edge is None or head.phase in (Phase.RESULTS, Phase.CANCELLED):
        return ""
    window, edge, moment = head.edge
    return format_html("{} in {}.", turning(window, edge), left(context, moment))


@register.filter
def turning(window: Window, edge: Edge | str) -> str:
    """What a window does at one of its edges: "Voting opens", "Questions close"."""
    verb = Edge(edge).value
    return f"{window.kind.label} {verb.removesuffix('s') if window.kind in PLURAL else verb}"
