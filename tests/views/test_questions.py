"""Questions in the browser: the list, one, all; ask, edit, take back."""

from __future__ import annotations

import pytest
from django.test import Client

from election.domain import answers, questions, threads
from election.models import Question, User
from election.models.post import Voice
from election.timeline import Phase
from tests.cast import Cast, cast, now

pytestmark = pytest.mark.django_db
AT = "/e/council-spring/questions/"


@pytest.fixture
def qa() -> Cast:
    return cast(Phase.QA)


def asked(qa: Cast, sentence: str = "What would you change?") -> Question:
    return questions.ask(qa.election, sentence, "Some *background*.", now(), author=qa.mia)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_question_page_shows_answers_gaps_and_threads(qa: Cast) -> None:
    question = asked(qa)
    answer = answers.publish(question, qa.cleos, "I would change *everything*.", now())
    first = threads.reply(question, "Really everything?", now(), author=qa.vera, answer=answer)
    threads.reply(question, "Nearly.", now(), author=qa.cleo, voice=Voice.CANDIDATE, parent=first, candidacy=qa.cleos)
    html = Client().get(question.get_absolute_url()).content.decode()
    for said in ("What would you change?", "<em>everything</em>", "Really everything?", "Nearly.", "1 of 2 answered"):
        assert said in html
    assert "Has not answered yet" in html


def test_a_member_asks_all_candidates(qa: Cast) -> None:
    response = signed_in(qa.mia).post(f"{AT}new/", {"sentence": "  Why   you? ", "background": "Because."})
    question = Question.objects.get()
    assert response.status_code == 302
    assert (question.sentence, question.number, question.to_all, question.author) == ("Why you?", 1, True, qa.mia)
