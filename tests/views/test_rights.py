"""Every route, for every role, in every phase: let in is whom the table of rules names. A forgotten route fails."""

from __future__ import annotations

from copy import deepcopy
from typing import Any
from typing import cast as cast_to

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.test import Client

from election.domain import (
    announcements,
    answers,
    applications,
    elections,
    moderation,
    nominations,
    questions,
    threads,
)
from election.models import Election, User
from election.models.post import Voice
from election.permissions import READ, RUN, Rule, standing_of
from election.timeline import Phase
from election.views import access
from tests import rolls
from tests.cast import Cast, cast, now
from tests.nominations import whole
from tests.views.routes import Route, routes

pytestmark = pytest.mark.django_db

ROLES = ("stranger", "member", "candidate", "official", "manager")
OWN_DOOR = ("account_", "demo:", "accounts:")
"""Libraries' pages and the demo have doors of their own, tested in test_accounts.py and test_demo.py."""

OURS = [route for route in routes() if route.rule]


def test_every_route_has_a_rule_at_its_door() -> None:
    open_doors = [r.name for r in routes() if r.rule is None and not r.name.startswith(OWN_DOOR)]
    assert open_doors == []


def furnished(phase: Phase) -> tuple[Cast, dict[str, Any]]:
    """An election in `phase` with one of everything, and what fills the addresses."""
    made = cast(phase)
    at = now()
    question = questions.ask(made.election, "Why?", "", at, author=made.mia, author_name="Mia")
    answer = answers.publish(question, made.carls, "Because.", at)
    reply = threads.reply(question, "I see.", at, author=made.mia)
    hidden = threads.reply(question, "Rude.", at, author=made.vera)
    cleos = threads.reply(question, "So?", at, author=made.cleo, voice=Voice.CANDIDATE, candidacy=made.cleos)
    hiding = moderation.hide(hidden, "Rude.", made.olga, at)
    told = announcements.tell(made.election, "Hello", "Everybody.", made.olga, at)
    known = {
        "slug": made.election.slug,
        "number": question.number,
        "candidate": made.cleos.slug,
        "body": made.body.slug,
        "kind": "answer",
        "outcome": "vote",
        "pk": answer.pk,
        "replies:edit.pk": reply.pk,
        "replies:take_back.pk": reply.pk,
        "answers:adopt.pk": cleos.pk,
        "moderation:restore.pk": hiding.pk,
        "announcements:show.pk": told.pk,
        "officials:dismiss.pk": made.election.officials.get().pk,
        **rolls.furnish(made),
    }
    return made, known


def undone(client: Client, method: str, url: str) -> HttpResponse:
    """The answer to a request whose act, if it was one, is undone: the next request meets the same election."""
    before, cookies = transaction.savepoint(), deepcopy(client.cookies)
    answer = client.generic(method, url, content_type="application/x-www-form-urlencoded")
    transaction.savepoint_rollback(before)
    client.cookies = cookies
    return cast_to(HttpResponse, answer)


def unrendered(request: HttpRequest, template: str, context: object = None, status: int = 200) -> HttpResponse:
    """A page's status without its text: thousands of pages are asked for here, and other tests read them."""
    return HttpResponse(template, status=status)


@pytest.mark.parametrize("phase", list(Phase))
def test_doors_let_in_whom_the_table_names(phase: Phase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "render", unrendered)
    monkeypatch.setattr(elections, "head", lambda election, at: None)
    made, known = furnished(phase)
    for role in ROLES:
        user = made.user(role)
        client = Client(raise_request_exception=True)
        if user:
            client.force_login(user)
        for route in OURS:
            for method in ("GET", "POST"):
                answer = undone(client, method, route.url(known))
                _check(route, method, answer, made, user, f"{role} {method} {route.name} in {phase}")


@pytest.mark.parametrize("phase", [Phase.NOMINATION, Phase.REVIEW, Phase.QA, Phase.RESULTS])
def test_where_people_stand_by_themselves_doors_let_in_whom_the_table_names(
    phase: Phase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the others: somebody who applied and is not on the slate, and somebody who was nominated."""
    monkeypatch.setattr(access, "render", unrendered)
    monkeypatch.setattr(elections, "head", lambda election, at: None)
    made, known = furnished(phase)
    Election.objects.filter(pk=made.election.pk).update(
        nominating="anybody", approval_needed=True, endorsements_needed=1
    )
    made.election = whole(made)
    applications.stand(made.election, made.vera, "Vera", "Me.", now())
    nominations.nominate(made.election, "Mia", made.mia.email, made.cleo, now())
    for user in (None, made.mia, made.vera, made.cleo, made.olga, made.marta):
        client = Client(raise_request_exception=True)
        if user:
            client.force_login(user)
        for route in OURS:
            for method in ("GET", "POST"):
                answer = undone(client, method, route.url({**known, "candidates:endorse.candidate": "vera"}))
                _check(route, method, answer, made, user, f"{user} {method} {route.name} in {phase}")


def _check(route: Route, method: str, answer: HttpResponse, made: Cast, user: User | None, what: str) -> None:
    election = made.election if "slug" in route.needs else None
    standing = standing_of(user, election, now())
    if election and not election.recorded.announced and not RUN.admits(standing):
        assert answer.status_code == 404, f"{what}: a draft is seen by its officials only"
    elif method not in route.methods:
        assert answer.status_code == 405, what
    elif _rule(route).allows(standing):
        assert answer.status_code in (200, 302, 404, 409, 410, 422), what
        assert not _to_sign_in(answer), what
    elif user is None and method == "GET":
        assert _to_sign_in(answer), what
    else:
        assert answer.status_code == 403, what


def _rule(route: Route) -> Rule:
    return route.rule or READ


def _to_sign_in(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith(resolve_url(settings.LOGIN_URL))
