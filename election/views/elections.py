"""Elections: the front page, one election's overview, those that are over, and calendars."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse

from election.domain import calendars, deeds, listing, nominations, reading
from election.domain.front import front
from election.domain.front import past as past_elections
from election.domain.outlook import outlook
from election.domain.review.slate import staying
from election.domain.todo import open_for
from election.models import Election
from election.permissions import ACCEPT, READ
from election.timeline import Kind
from election.views.access import READING, Request, at_election, on_site, page

LATEST = 4


@on_site(may=READ, methods=READING)
def index(request: Request) -> HttpResponse:
    """The front page: what is open, what one can do there, what comes, results."""
    return page(request, "elections/index.html", {"front": front(request.standing.user, request.at)})


@on_site(may=READ, methods=READING)
def past(request: Request) -> HttpResponse:
    """Every election that is over."""
    return page(request, "elections/past.html", {"cards": past_elections(request.at)})


@at_election(may=READ, methods=READING)
def show(request: Request, election: Election) -> HttpResponse:
    """An election at a glance: its phase, what one can do now, candidates, questions, announcements, seats."""
    slate, timeline = reading.counted_slate(election), election.timeline
    standing = sum(not candidate.has_withdrawn for candidate in slate)
    rows = reading.rows(election, listing.latest(election, LATEST), slate)
    context = {
        "slate": slate,
        "rows": rows,
        "outlook": outlook(election, standing, request.at),
        "deeds": deeds.deeds(
            election,
            request.standing,
            open_for(request.standing.candidacy, slate),
            len(rows),
            nominated=_nominated(request, election),
        ),
        "announcements": election.announcements.defer("source", "html"),
        "officials": election.officials.select_related("user"),
        "staying": staying(election, request.at),
        "can_stand": _is_live(election) and not (timeline.nomination and timeline.nomination.is_over(request.at)),
        "can_vote": _is_live(election) and election.vote_at and Kind.VOTING in election.open_windows(request.at),
    }
    return page(request, "elections/show.html", context)


def _nominated(request: Request, election: Election) -> bool:
    """Whether a nomination waits for this reader, who does not stand yet."""
    user = request.standing.user
    if user is None or request.standing.candidacy or not ACCEPT.allows(request.standing):
        return False
    return nominations.waiting(election, user) is not None


def _is_live(election: Election) -> bool:
    return not (election.recorded.cancelled or election.recorded.declared)


@at_election(may=READ, methods=READING)
def dates(request: Request, election: Election) -> HttpResponse:
    """The election's dates as a calendar."""
    return _calendar(request, [election], election.title)


@on_site(may=READ, methods=READING)
def calendar(request: Request) -> HttpResponse:
    """The dates of all elections as a calendar."""
    return _calendar(request, list(Election.objects.public().whole()), settings.SITE_NAME)


def _calendar(request: Request, elections: list[Election], name: str) -> HttpResponse:
    feed = calendars.calendar(elections, name, settings.SITE_URL, request.at)
    return HttpResponse(feed, content_type="text/calendar; charset=utf-8")
