"""Hiding and restoring in the browser: by whom, with which words, and what is left."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from election.domain import answers, moderation, questions, threads
from election.domain.refusals import Refused
from election.models import Answer, Election, Hiding, Question, Reply, Restoring, User
from election.timeline import Phase
from tests.cast import Cast, cast, now
from tests.domain.test_answers import AT_ONCE, at_once

E = "/e/council-spring/"
WORD = "Schierlingsbecher"


@pytest.fixture
def qa(db: None) -> Cast:
    return cast()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def posts(qa: Cast) -> list[Question | Answer | Reply]:
    """A question, an answer and a reply that hold the word."""
    question = questions.ask(qa.election, f"{WORD}?", f"{WORD}, at length.", now(), author=qa.mia)
    answer = answers.publish(question, qa.cleos, f"So: {WORD}.", now())
    return [question, answer, threads.reply(question, f"Hm: {WORD}.", now(), author=qa.vera, answer=answer)]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_an_official_hides_and_restores_any_kind_of_post(qa: Cast, number: int) -> None:
    post = posts(qa)[number]
    kind = moderation.kind_of(post)
    olga = signed_in(qa.olga)
    response = olga.post(f"{E}hide/{kind}/{post.pk}/", {"reason": "Speak of the roof."}, follow=True)
    html = response.content.decode()
    assert f"The {kind} is hidden. Your reason stands in its place." in html
    assert re.search(r"was hidden by Olga on .*“<span dir=\"auto\">Speak of the roof.</span>”", html)
    [hiding] = Hiding.objects.all()
    assert f"{E}restore/{hiding.pk}/" in html
    assert "restore/" not in Client().get(f"{E}questions/1/").content.decode()
    olga.post(f"{E}restore/{hiding.pk}/", {"reason": "It speaks of the roof."})
    post.refresh_from_db()
    assert not post.is_hidden
    acts = Client().get(f"{E}acts/").content.decode()
    assert "Speak of the roof." in acts
    assert "It speaks of the roof." in acts
    assert olga.get(f"{E}restore/{hiding.pk}/").status_code == 404


def test_nobody_else_hides_or_restores(qa: Cast) -> None:
    question, *_ = posts(qa)
    hiding = moderation.hide(question, "Not fit.", qa.olga, now())
    for user in (qa.mia, qa.cleo, qa.marta):
        assert signed_in(user).post(f"{E}hide/reply/{Reply.objects.get().pk}/", {"reason": "No."}).status_code == 403
        assert signed_in(user).post(f"{E}restore/{hiding.pk}/", {"reason": "No."}).status_code == 403
    assert (Hiding.objects.count(), Restoring.objects.count()) == (1, 0)


@pytest.mark.parametrize("phase", [Phase.VOTING, Phase.RESULTS, Phase.CANCELLED])
def test_hiding_is_possible_when_everything_else_is_over(db: None, phase: Phase) -> None:
    made = cast(phase)
    question, *_ = posts(made)
    signed_in(made.olga).post(f"{E}hide/question/{question.pk}/", {"reason": "Not fit."})
    question.refresh_from_db()
    assert question.is_hidden


@pytest.mark.parametrize("path", ["hide/election/1/", "hide/reply/999999/", "restore/999999/"])
def test_what_is_not_there_cannot_be_hidden(qa: Cast, path: str) -> None:
    posts(qa)
    assert signed_in(qa.olga).get(f"{E}{path}").status_code == 404


def test_a_post_is_hidden_only_through_its_own_election(qa: Cast) -> None:
    question, *_ = posts(qa)
    assert moderation.find(qa.election, "question", question.pk)
    other = Election(pk=qa.election.pk + 1)
    assert moderation.find(other, "question", question.pk) is None
    assert moderation.find(other, "reply", Reply.objects.get().pk) is None


@pytest.mark.parametrize("reason", ["", "   ", "\u200b", "x" * 501, "a\u202eb"])
def test_a_reason_that_nobody_can_read_is_none(qa: Cast, reason: str) -> None:
    question, *_ = posts(qa)
    olga = signed_in(qa.olga)
    hide = olga.post(f"{E}hide/question/{question.pk}/", {"reason": reason})
    hiding = moderation.hide(question, "Not fit.", qa.olga, now())
    restore = olga.post(f"{E}restore/{hiding.pk}/", {"reason": reason})
    for response in (hide, restore):
        html = response.content.decode()
        assert response.status_code == 422
        assert "<title>Error: " in html
        assert 'href="#id_reason"' in html
    assert (Hiding.objects.count(), Restoring.objects.count()) == (1, 0)


def test_forms_that_begin_with_a_post_give_nothing_of_a_hidden_one(qa: Cast) -> None:
    question, answer, reply = posts(qa)
    for post in (question, answer, reply):
        moderation.hide(post, "Not fit.", qa.olga, now())
    for user in (qa.mia, qa.vera, qa.cleo, qa.olga, qa.marta):
        client = signed_in(user)
        for path in (
            "",
            "todo/",
            "questions/",
            "questions/all/",
            "candidates/cleo/",
            "acts/",
            "calendar.ics",
            "officials/",
            "officials/announcements/new/?step=last",
            "questions/1/edit/",
            "questions/1/take-back/",
            "questions/1/answer/",
            "questions/1/decline/",
            f"questions/1/reply/?to={question.anchor}&quote=1",
            f"questions/1/reply/?to={answer.anchor}&quote=1",
            f"questions/1/reply/?to={reply.anchor}&quote=1",
            f"replies/{reply.pk}/edit/",
            f"replies/{reply.pk}/take-back/",
            f"hide/question/{question.pk}/",
            f"restore/{answer.hiding_id or 0}/",
        ):
            for method in ("get", "post"):
                html = getattr(client, method)(f"{E}{path}", {"reason": ""} if method == "post" else None).content
                assert WORD not in html.decode(), f"{user.name} {method} {path}"
    for path in ("/", "/past/", "/calendar.ics", "/journal/", f"/b/{qa.body.slug}/"):
        assert WORD not in Client().get(path).content.decode()


@pytest.mark.usefixtures("committed_db")
def test_of_many_officials_at_once_one_hides_and_one_restores() -> None:
    made = cast()
    question, *_ = posts(made)
    hidden = at_once(lambda n: moderation.hide(question, f"Reason {n}.", made.olga, now()))
    assert sum(isinstance(one, Hiding) for one in hidden) == 1
    assert sum(isinstance(one, Refused) for one in hidden) == AT_ONCE - 1
    [hiding] = Hiding.objects.all()
    restored = at_once(lambda n: moderation.restore(hiding, f"Reason {n}.", made.olga, now()))
    assert sum(isinstance(one, Question) for one in restored) == 1
    assert sum(isinstance(one, Refused) for one in restored) == AT_ONCE - 1
    assert Restoring.objects.count() == 1
