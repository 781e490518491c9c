"""Calendars: the dates of elections as iCalendar (RFC 5545), for anybody's own calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar, Event

from election.models import Election
from election.timeline import Window


def calendar(elections: Iterable[Election], name: str, site: str, at: datetime) -> bytes:
    """One event a window of each election, from opening to closing; `site` is the site's address without a slash at
    its end, `at` the stamp of the feed. Events
    that will not take place say so and stay, so that calendars drop them."""
    feed = Calendar()
    feed.add("prodid", "-//Hustings//Elections//EN")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", name)
    for election in elections:
        for window in election.timeline:
            feed.add_component(_event(election, window, site, at))
    written: bytes = feed.to_ical()
    return written


def _event(election: Election, window: Window, site: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{election.slug}-{window.kind}@{site.partition('://')[2]}")
    event.add("dtstamp", at)
    event.add("dtstart", window.opens)
    event.add("dtend", window.closes)
    event.add("summary", f"{window.kind.label}: {election.title}")
    event.add("url", f"{site}{election.get_absolute_url()}")
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if _falls_away(election, window) else "CONFIRMED")
    return event


def _falls_away(election: Election, window: Window) -> bool:
    """Cancelled, or declared before the window could open, as when candidates are acclaimed."""
    recorded = election.recorded
    return recorded.cancelled or (recorded.declared and window.is_ahead(election.declaration.at))
