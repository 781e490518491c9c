"""Times in templates, always in a `<time datetime>`: as the house says them, and on the reader's own clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from django import template
from django.utils import timezone
from django.utils.html import format_html

from election.timeline import dates, words

if TYPE_CHECKING:
    from django.template import Context
    from django.utils.safestring import SafeString

    from election.models.post import Post

register = template.Library()


def at_of(context: Context) -> datetime:
    """The moment of the page: read at the door, else now (error pages, account pages)."""
    at = context.get("at") or getattr(context.get("request"), "at", None)
    return at if isinstance(at, datetime) else timezone.now()


def tagged(when: date, said: str) -> SafeString:
    """`said` in a time element whose `datetime` is `when` in UTC, to the minute."""
    machine = f"{when.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if isinstance(when, datetime) else when.isoformat()
    return format_html('<time datetime="{}">{}</time>', machine, said)


@register.simple_tag(takes_context=True)
def moment(context: Context, when: datetime | None) -> SafeString | str:
    """When something begins or ends: Fri 19 March, 15:00 UTC."""
    return tagged(when, dates.moment(when, at_of(context))) if when else ""


@register.simple_tag(takes_context=True)
def stamp(context: Context, when: datetime | None) -> SafeString | str:
    """When something was said or done: 10 March, 07:41 UTC."""
    return tagged(when, dates.stamp(when, at_of(context))) if when else ""


@register.simple_tag(takes_context=True)
def day(context: Context, when: date | None) -> SafeString | str:
    """A day: 19 March."""
    return tagged(when, dates.day(when, at_of(context))) if when else ""


@register.simple_tag(takes_context=True)
def dated(context: Context, post: Post) -> SafeString | str:
    """When a post was said: its `sent` words where a message states a time without its zone, else the moment."""
    return format_html('<span class="sent">{}</span>', post.sent) if post.sent else stamp(context, post.at)


@register.simple_tag(takes_context=True)
def left(context: Context, when: datetime | None) -> SafeString | str:
    """How long from now: 3 days 4 hours."""
    return tagged(when, words.span(abs(when - at_of(context)))) if when else ""


@register.simple_tag(takes_context=True)
def until(context: Context, when: datetime | None) -> SafeString | str:
    """How long from now, or ago: in 3 days 4 hours, 2 hours ago."""
    return tagged(when, words.until(when, at_of(context))) if when else ""


@register.simple_tag(takes_context=True)
def local(context: Context, when: datetime | None) -> SafeString | str:
    """On the reader's clock: 18:00 in Nairobi, your time. Where no zone is known, a place that times.js fills."""
    if when is None:
        return ""
    zone = _zone(context.get("user"))
    machine = f"{when.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    if zone:
        return format_html('<time class="local" datetime="{}">{}</time>', machine, dates.local(when, zone))
    return format_html('<time class="local" datetime="{}" data-local hidden></time>', machine)


def _zone(user: Any) -> Any:
    """The zone a signed-in reader chose; None for UTC, which every date on the page is in already."""
    chosen = getattr(user, "timezone", None)
    return None if chosen is None or chosen.key == "UTC" else chosen
