"""Answers in the browser: write, change, decline, keep a draft, make a reply the answer, read every version."""

from __future__ import annotations

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from election.domain import answers, candidacies, drafts, moderation, questions, running, threads
from election.models import Answer, Draft, Question, User
from election.models.post import Voice
from election.timeline import Phase
from tests.cast import Cast, cast, now

pytestmark = pytest.mark.django_db
E = "/e/council-spring/"


@pytest.fixture
def qa() -> Cast:
    return cast()


def asked(qa: Cast, sentence: str = "Why?", **kwargs: object) -> Question:
    return questions.ask(qa.election, sentence, "", now(), author=qa.mia, **kwargs)  # type: ignore[arg-type]


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def read(client: Client, path: str) -> str:
    response = client.get(f"{E}{path}")
    assert response.status_code == 200, path
    return response.content.decode()


def test_a_candidate_publishes_changes_declines_and_answers_after_all(qa: Cast) -> None:
    asked(qa)
    cleo = signed_in(qa.cleo)
    for path, typed, declined in (
        ("answer/", {"source": "The **roof**.", "revision": "0"}, False),
        ("answer/", {"source": "The cellar."}, False),
        ("decline/", {"reason": "Not mine to say."}, True),
        ("answer/", {"source": "Well then."}, False),
    ):
        response = cleo.post(f"{E}questions/1/{path}", typed)
        answer = Answer.objects.get()
        assert response["Location"] == answer.get_absolute_url()
        assert answer.declined is declined
    assert answer.versions.count() == 4
    html = read(Client(), f"answers/{answer.pk}/versions/")
    for said in ("<strong>roof</strong>", "The cellar.", "Not mine to say.", "Version 4, as it stands now"):
        assert said in html


def test_a_candidate_who_was_not_asked_is_told_before_writing_and_loses_nothing(qa: Cast) -> None:
    asked(qa, to=[qa.carls])
    cleo = signed_in(qa.cleo)
    assert cleo.get(f"{E}questions/1/answer/").status_code == 404
    response = cleo.post(f"{E}questions/1/answer/", {"source": "Me too!"})
    assert response.status_code == 422
    assert "asked of other candidates" in response.content.decode()
    assert "Me too!" in response.content.decode()
    assert not Answer.objects.exists()


def test_publishing_does_not_overwrite_what_another_window_saved(qa: Cast) -> None:
    question = asked(qa)
    drafts.save(question, qa.cleos, "From the other window.", 0, now())
    cleo = signed_in(qa.cleo)
    response = cleo.post(f"{E}questions/1/answer/", {"source": "From this one.", "revision": "0"})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Error: " in html
    assert "From the other window." in html
    assert "From this one." in html
    assert not Answer.objects.exists()
    revision = re.search(r'name="revision" value="(\d+)"', html)
    assert revision
    cleo.post(f"{E}questions/1/answer/", {"source": "From both.", "revision": revision[1]})
    assert Answer.objects.get().source == "From both."


def test_a_saved_draft_says_when_on_its_authors_clock(qa: Cast) -> None:
    question = asked(qa)
    qa.cleo.zone = "Asia/Kolkata"
    qa.cleo.save()
    told = signed_in(qa.cleo).post(f"{E}questions/1/draft/", {"source": "Half."}).json()
    saved = drafts.of(question, qa.cleos)
    assert saved
    assert told == {"revision": 1, "saved": f"{saved.saved_at.astimezone(ZoneInfo('Asia/Kolkata')):%H:%M}"}


def test_a_draft_that_cannot_be_saved_says_why(qa: Cast) -> None:
    asked(qa)
    response = signed_in(qa.cleo).post(f"{E}questions/1/draft/", {"source": "a\x00b"})
    assert response.status_code == 422
    assert "Null characters" in response.json()["error"]
    assert not Draft.objects.exists()


def test_a_draft_is_told_to_its_author_only(qa: Cast) -> None:
    question = asked(qa)
    drafts.save(question, qa.cleos, "Half.", 0, now() - timedelta(hours=1))
    assert "You saved a draft" in read(signed_in(qa.cleo), "questions/1/")
    assert "Half." in read(signed_in(qa.cleo), "questions/1/answer/")
    for client in (Client(), signed_in(qa.carl), signed_in(qa.olga), signed_in(qa.marta)):
        html = read(client, "questions/1/")
        assert "You saved a draft" not in html
        assert "Half." not in html


def test_a_preview_publishes_nothing_and_is_drawn_by_the_same_renderer(qa: Cast) -> None:
    asked(qa)
    response = signed_in(qa.cleo).post(f"{E}questions/1/answer/", {"source": "A *roof*.", "preview": "1"})
    assert response.status_code == 200
    assert "<em>roof</em>" in response.content.decode()
    assert not Answer.objects.exists()


def test_the_desk_answers_in_place_with_fields_of_their_own(qa: Cast) -> None:
    asked(qa)
    asked(qa, "How?")
    html = read(signed_in(qa.cleo), "todo/")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert 'for="id_source_2"' in html
    assert "2 questions wait for you" in html
    assert html.count("data-draft=") == 2


@pytest.mark.parametrize(
    ("phase", "heading"),
    [
        (Phase.NOMINATION, "1 question waits for you"),
        (Phase.WAITING, "You left 1 question unanswered"),
        (Phase.RESULTS, "You left 1 question unanswered"),
        (Phase.CANCELLED, "You left 1 question unanswered"),
    ],
)
def test_the_desk_offers_no_form_while_answers_are_closed(phase: Phase, heading: str) -> None:
    made = cast(phase)
    questions.ask(made.election, "Why?", "", now(), author=made.olga, voice=Voice.OFFICIAL)
    html = read(signed_in(made.cleo), "todo/")
    assert heading in html
    assert "data-draft=" not in html


def test_ones_reply_is_made_the_answer_by_one_click_and_its_place_says_so(qa: Cast) -> None:
    question = asked(qa)
    reply = threads.reply(question, "The roof.", now(), author=qa.cleo, voice=Voice.CANDIDATE, candidacy=qa.cleos)
    threads.reply(question, "Which?", now(), author=qa.vera, parent=reply)
    cleo = signed_in(qa.cleo)
    assert f"{E}replies/{reply.pk}/make-answer/" in read(cleo, "questions/1/")
    assert "make-answer" not in read(signed_in(qa.carl), "questions/1/")
    cleo.post(f"{E}replies/{reply.pk}/make-answer/")
    html = read(Client(), "questions/1/")
    assert f'Cleo made a reply <a href="#a-{Answer.objects.get().pk}">the answer</a>' in html
    assert html.count("The roof.") == 1
    assert "Which?" in html
    again = cleo.post(f"{E}replies/{reply.pk}/make-answer/")
    assert again.status_code == 409


def test_an_answer_changed_while_hidden_stays_hidden_and_its_author_knows(qa: Cast) -> None:
    answer = answers.publish(asked(qa), qa.cleos, "Rude.", now())
    moderation.hide(answer, "Speak of the roof.", qa.olga, now())
    cleo = signed_in(qa.cleo)
    assert "it is shown again once an official restores it" in read(cleo, "questions/1/answer/")
    cleo.post(f"{E}questions/1/answer/", {"source": "Planted differently."})
    assert "Planted differently." not in read(Client(), "questions/1/")
    assert "Planted differently." not in read(Client(), f"answers/{answer.pk}/versions/")


@pytest.mark.parametrize("phase", [Phase.WAITING, Phase.COUNTING, Phase.RESULTS, Phase.CANCELLED])
def test_after_the_deadline_the_page_is_read_only_and_says_so(phase: Phase) -> None:
    made = cast(phase)
    question = questions.ask(made.election, "Why?", "", now(), author=made.mia)
    answer = answers.publish(question, made.cleos, "So.", now())
    for user in (made.cleo, made.carl, made.mia):
        html = read(signed_in(user), "questions/1/")
        assert "stay as they are" in html
        assert "Did not answer." in html
        assert not re.search(r'href="[^"]*/(answer|decline|reply|edit|take-back|make-answer)/', html)
    assert f'id="{answer.anchor}"' in html
    assert "stay as they are" in read(Client(), "questions/all/")


def test_replies_may_go_on_through_the_vote_where_the_election_says_so() -> None:
    made = cast(Phase.VOTING)
    questions.ask(made.election, "Why?", "", now(), author=made.mia)
    running.change(made.election, made.olga, now(), replies_through_voting=True)
    html = read(signed_in(made.mia), "questions/1/")
    assert "replies are open until voting closes" in html
    assert signed_in(made.mia).post(f"{E}questions/1/reply/", {"source": "Hm."}).status_code == 302
    assert signed_in(made.cleo).post(f"{E}questions/1/answer/", {"source": "Late."}).status_code == 403


def test_a_candidate_who_withdrew_answers_no_more_and_keeps_what_was_said(qa: Cast) -> None:
    answers.publish(asked(qa), qa.cleos, "The roof.", now())
    candidacies.withdraw(qa.cleos, qa.cleo, now())
    response = signed_in(qa.cleo).post(f"{E}questions/1/answer/", {"source": "Typed while leaving."})
    assert response.status_code == 403
    assert "Typed while leaving." in response.content.decode()
    html = read(Client(), "questions/1/")
    assert "The roof." in html
    assert "Cleo no longer stands. This answer stays as it was." in html


def test_an_address_of_another_elections_post_is_not_found(qa: Cast) -> None:
    answer = answers.publish(asked(qa), qa.cleos, "So.", now())
    other = running.create(
        qa.body, qa.marta, now(), timeline=qa.election.timeline, title="Other", slug="other", seats=1
    )
    running.announce(other, qa.olga, now())
    assert Client().get(f"/e/other/answers/{answer.pk}/versions/").status_code == 404


def test_an_answer_to_a_hidden_question_stays_and_is_not_offered_for_change(qa: Cast) -> None:
    question = asked(qa)
    answers.publish(question, qa.cleos, "The roof.", now())
    cleo = signed_in(qa.cleo)
    assert "Change my answer" in read(cleo, "questions/1/")
    moderation.hide(question, "Not fit.", qa.olga, now())
    html = read(cleo, "questions/1/")
    assert "The roof." in html
    assert "Change my answer" not in html
    assert "No answer was given." in html
    html = read(cleo, "candidates/cleo/")
    assert "The roof." in html
    assert "This question was hidden" in html
