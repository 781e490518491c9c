"""The number of queries of every page that is read: at most 12, and the same for one thing and for many."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from election.domain import announcements, answers, candidacies, moderation, questions, threads
from election.models import Candidacy
from election.models.post import Voice
from election.timeline import Phase
from tests import rolls
from tests.cast import Cast, cast, now
from tests.views.routes import routes

pytestmark = pytest.mark.django_db

MOST = 12
FEW, MANY = 1, 3
ROLES = ("stranger", "member", "candidate", "official", "manager")
READ_ROUTES = [route for route in routes() if route.rule and "GET" in route.methods]


def furnish(made: Cast, number: int) -> dict[str, Any]:
    """`number` more of everything, and what fills the addresses."""
    at, election = now(), made.election
    for n in range(number):
        some = candidacies.add(election, f"Candidate {n} {number}", [f"c{n}-{number}@saltmarsh.example"], made.olga, at)
        announcements.tell(election, f"Notice {n}", "Text", made.olga, at)
        named = questions.ask(election, f"Named {n}?", "", at, author_name="Sam", to=[made.cleos, made.carls, some])
        asked = questions.ask(election, f"Why {n}?", "Because.", at, author_name="Sam")
        for question in (named, asked):
            _discuss(made, question.pk, some)
    asked = questions.ask(election, "Last?", "", at, author=made.mia, to=[made.cleos, made.carls])
    reply = threads.reply(asked, "Mine.", at, author=made.mia)
    cleos = threads.reply(asked, "So.", at, author=made.cleo, voice=Voice.CANDIDATE, candidacy=made.cleos)
    answer = answers.publish(asked, made.carls, "Old.", at)
    answers.publish(asked, made.carls, "New.", at + timedelta(minutes=1))
    rude = threads.reply(asked, "Rude.", at, author=made.vera)
    return {
        "slug": election.slug,
        "number": asked.number,
        "candidate": made.cleos.slug,
        "body": made.body.slug,
        "kind": "answer",
        "outcome": "vote",
        "pk": answer.pk,
        "replies:edit.pk": reply.pk,
        "replies:take_back.pk": reply.pk,
        "answers:adopt.pk": cleos.pk,
        "moderation:restore.pk": moderation.hide(rude, "Rude.", made.olga, at).pk,
        "announcements:show.pk": election.announcements.latest("pk").pk if number else 0,
        "officials:dismiss.pk": election.officials.get().pk,
        **rolls.furnish(made, number),
    }


def _discuss(made: Cast, pk: int, some: Candidacy) -> None:
    question = made.election.questions.get(pk=pk)
    at = now()
    for candidacy in (made.cleos, some):
        answer = answers.publish(question, candidacy, "First.", at)
        answers.publish(question, candidacy, "Second.", at)
        reply = threads.reply(question, "Hm.", at, author=made.vera, answer=answer)
        threads.reply(question, "Yes.", at, author=made.mia, parent=reply)
        moderation.hide(threads.reply(question, "Rude.", at, author=made.vera), "Rude.", made.olga, at)


def counted(client: Client, url: str) -> tuple[int, int]:
    """Status and number of queries of one page."""
    with CaptureQueriesContext(connection) as queries:
        status = client.get(url).status_code
    return status, len(queries)


def measured(made: Cast, known: dict[str, Any]) -> dict[tuple[str, str], int]:
    """The number of queries of each page that opens, by role and URL name."""
    found = {}
    for role in ROLES:
        client = Client()
        if user := made.user(role):
            client.force_login(user)
        for route in READ_ROUTES:
            status, number = counted(client, route.url(known))
            if status == 200:
                found[role, route.name] = number
    return found


@pytest.mark.parametrize("phase", [Phase.QA, Phase.RESULTS])
def test_pages_ask_few_questions_of_the_database_however_much_there_is(phase: Phase) -> None:
    made = cast(phase, seats=2)
    few = measured(made, furnish(made, FEW))
    many = measured(made, furnish(made, MANY))
    assert {page: n for page, n in many.items() if n > MOST} == {}
    assert {page: (few[page], n) for page, n in many.items() if page in few and few[page] != n} == {}
    assert len(many) > len(ROLES) * 10
