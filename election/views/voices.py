"""As what the signed-in person speaks in this election."""

from __future__ import annotations

from typing import TypedDict

from election.models import Candidacy, User
from election.models.post import Voice
from election.permissions import Role
from election.views.access import Request


class Speaker(TypedDict):
    """Author and voice, ready for the verbs that take them."""

    author: User
    voice: Voice


def person(request: Request) -> User:
    """The signed-in person, behind a door that lets members in only."""
    user = request.standing.user
    if user is None:
        raise PermissionError("this page's rule must not admit visitors")
    return user


def candidate(request: Request) -> Candidacy:
    """The candidate who is reading, behind a door that lets candidates in only."""
    candidacy = request.standing.candidacy
    if candidacy is None:
        raise PermissionError("this page's rule must not admit others than candidates")
    return candidacy


def speaker(request: Request) -> Speaker:
    """Who speaks, and as what: official before candidate before member."""
    roles = request.standing.roles
    voice = Voice.OFFICIAL if Role.OFFICIAL in roles else Voice.CANDIDATE if Role.CANDIDATE in roles else Voice.MEMBER
    return {"author": person(request), "voice": voice}
