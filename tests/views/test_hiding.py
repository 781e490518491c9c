"""What is hidden is shown nowhere: on no page of anybody, in no list, count, calendar or journal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from election.domain import answers, moderation, questions, threads
from election.models import Answer, Question, Reply
from election.timeline import Phase
from tests.cast import Cast, cast, now
from tests.views.routes import routes
from tests.views.test_queries import furnish

pytestmark = pytest.mark.django_db

WORD = "Schierlingsbecher"
ROLES = ("stranger", "member", "candidate", "official", "manager")


def planted(made: Cast) -> tuple[Question, Answer, Answer, Reply]:
    """A question, an answer with an older version, a refusal to answer and replies, all with the word in them."""
    at = now() - timedelta(hours=1)
    hidden = questions.ask(made.election, f"{WORD}?", f"Background {WORD}.", at, author=made.mia)
    answers.publish(hidden, made.carls, "Harmless.", at)
    question = questions.ask(made.election, "Harmless?", "", at, author=made.mia)
    answer = answers.publish(question, made.carls, f"Old {WORD}.", at)
    answer = answers.publish(question, made.carls, f"New {WORD}.", at)
    declined = answers.decline(question, made.cleos, f"Because {WORD}.", at)
    reply = threads.reply(question, f"Reply {WORD}.", at, author=made.vera, answer=answer)
    threads.reply(question, "Below it.", at, author=made.mia, parent=reply)
    return hidden, answer, declined, reply


def everything(made: Cast, known: dict[str, Any]) -> dict[str, str]:
    """Every page that opens, for everybody."""
    found = {}
    for role in ROLES:
        client = Client()
        if user := made.user(role):
            client.force_login(user)
        for route in routes():
            if not route.rule or "GET" in route.methods:
                for pk in (known["pk"], known["declined"]):
                    answer = client.get(route.url({**known, "pk": pk}))
                    found[f"{role} {route.name} {pk}"] = answer.content.decode(errors="replace")
    return found


@pytest.mark.parametrize("phase", [Phase.QA, Phase.RESULTS])
def test_no_page_shows_a_hidden_text(phase: Phase) -> None:
    made = cast(phase, seats=2)
    known = furnish(made, 1)
    hidden, answer, declined, reply = planted(made)
    for post in (hidden, answer, declined, reply):
        moderation.hide(post, "Not fit for the marsh.", made.olga, now())
    known |= {"pk": answer.pk, "declined": declined.pk, "number": answer.question.number}
    known |= {"replies:edit.pk": reply.pk, "moderation:restore.pk": answer.hiding_id or reply.pk}
    pages = everything(made, known)
    pages |= everything(made, {**known, "number": hidden.number})
    assert [name for name, html in pages.items() if WORD in html] == []
    assert sum("Not fit for the marsh." in html for html in pages.values()) > 10


def test_a_hidden_reply_leaves_its_place_its_reason_and_its_children() -> None:
    made = cast()
    *_, reply = planted(made)
    moderation.hide(reply, "Not fit for the marsh.", made.olga, now())
    html = Client().get(reply.question.get_absolute_url()).content.decode()
    assert f'id="{reply.anchor}"' in html
    assert "Not fit for the marsh." in html
    assert "Below it." in html
    assert "to a hidden reply" in html


def test_quoting_or_replying_to_a_hidden_text_gives_nothing_away() -> None:
    made = cast()
    *_, reply = planted(made)
    moderation.hide(reply, "Not fit.", made.olga, now())
    client = Client()
    client.force_login(made.vera)
    html = client.get(f"{reply.question.get_absolute_url()}reply/?to={reply.anchor}&quote=1").content.decode()
    assert WORD not in html


def test_a_restored_text_is_shown_again() -> None:
    made = cast()
    *_, reply = planted(made)
    hiding = moderation.hide(reply, "Not fit.", made.olga, now())
    moderation.restore(hiding, "It was fit.", made.olga, now())
    assert f"Reply {WORD}." in Client().get(reply.question.get_absolute_url()).content.decode()
