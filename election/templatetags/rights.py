"""Why something is not allowed to this person, or not now, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django import template

from election.models.election import Nominating
from election.permissions import (
    Role,
    Rule,
    Standing,
)
from election.permissions.times import (
    ANNOUNCED,
    BEFORE_VOTE,
    CLAIMS,
    DRAFT,
    ENDORSING,
    NOMINATING,
    REPLIES,
    STANDING,
    STATEMENT,
    VOTE_NOT_OVER,
    replies_close,
    statement_deadline,
)
from election.templatetags.phases import PLURAL, turning
from election.timeline import Edge, Kind, Window

if TYPE_CHECKING:
    from django.template import Context

    from election.models import Election

register = template.Library()

PEOPLE = {
    Role.MEMBER: "people who are signed in",
    Role.NOMINEE: "people who stand and are not on the slate",
    Role.VOTER: "eligible voters, who are on the voter roll,",
    Role.CANDIDATE: "this election’s candidates",
    Role.OFFICIAL: "this election’s officials",
    Role.MANAGER: "site managers",
}


@dataclass(frozen=True)
class Refusal:
    """A heading, a sentence without its full stop, and the moment that ends it where there is one."""

    heading: str
    sentence: str
    when: datetime | None = None


@register.simple_tag(takes_context=True)
def refusal(context: Context, rule: Rule) -> Refusal:
    """Why `rule` does not let this standing do the deed."""
    standing: Standing = context["standing"]
    if not rule.admits(standing):
        deed = f"{rule.deed[0].lower()}{rule.deed[1:]}"
        return Refusal("This is not open to you", f"Only {who(rule, standing.election)} can do this: {deed}")
    return closed(rule, standing)


def who(rule: Rule, election: Election | None) -> str:
    """The people a rule admits: "this election's officials or site managers"."""
    return " or ".join(words for role, words in PEOPLE.items() if role in rule.admitted(election))


def closed(rule: Rule, standing: Standing) -> Refusal:
    """Why the deed is not open now: what the election has become, or the window that is shut."""
    election = standing.election
    if election is None:
        return Refusal("This is closed", "This cannot be done at this time")
    return _by_act(rule, election) or _by_clock(rule, standing, election)


def _by_act(rule: Rule, election: Election) -> Refusal | None:
    recorded = election.recorded
    if recorded.cancelled:
        return Refusal("This election was cancelled", "So this cannot be done any more")
    if rule.during == (DRAFT,):
        return Refusal("This was done already", "The election has been announced")
    if not recorded.announced:
        return Refusal("Not yet", "The election has not been announced, so this is not open yet")
    if recorded.declared and ANNOUNCED not in rule.during:
        return Refusal("The result is declared", "So this is closed for good")
    return None


def _by_clock(rule: Rule, standing: Standing, election: Election) -> Refusal:
    if STATEMENT in rule.during and standing.candidacy:
        until = statement_deadline(election, standing.candidacy)
        return Refusal("Statements are closed", "Yours could be edited until", until)
    if REPLIES in rule.during:
        return Refusal("Replies are closed", "Nothing could be changed here after", replies_close(election))
    if {STANDING, NOMINATING, ENDORSING} & set(rule.during):
        return _by_nomination(rule, standing, election)
    voting = election.timeline.voting
    if voting and {BEFORE_VOTE, VOTE_NOT_OVER, CLAIMS} & set(rule.during):
        return _voted(voting, standing.at)
    window = next((w for kind in Kind if kind in rule.during and (w := election.timeline.window(kind))), None)
    return _shut(window, standing.at) if window else Refusal("This is closed", "This election plans no time for it")


def _by_nomination(rule: Rule, standing: Standing, election: Election) -> Refusal:
    """Whether this election nominates in another way, or its nomination is shut."""
    window = election.timeline.nomination
    if election.nominating == Nominating.OFFICIALS:
        return Refusal("Officials add the candidates", "Write to them if you want to stand, or know who should")
    if NOMINATING in rule.during and election.nominating == Nominating.ONESELF:
        return Refusal("Nobody is nominated here", "In this election people stand by themselves")
    if ENDORSING in rule.during and not election.endorsements_needed:
        return Refusal("No endorsements are needed", "In this election nobody has to be endorsed")
    return _shut(window, standing.at) if window else Refusal("This is closed", "This election plans no time for it")


def _voted(voting: Window, at: datetime) -> Refusal:
    """The roll stays as it is: changed by files until the vote opens, by officials until it closes."""
    if voting.is_over(at):
        return Refusal("The vote is over", "The voter roll could change until", voting.closes)
    return Refusal("Voting has opened", "This could be done until", voting.opens)


def _shut(window: Window, at: datetime) -> Refusal:
    name, be = window.kind.label, "are" if window.kind in PLURAL else "is"
    if window.is_ahead(at):
        return Refusal(f"{name} {be} not open yet", f"{turning(window, Edge.OPENS)} on", window.opens)
    return Refusal(f"{name} {be} closed", f"{name} closed on", window.closes)
