"""Bad input of the forms of the Q&A: a sentence beside the field, what was typed is kept, nothing is written."""

from __future__ import annotations

import pytest
from django.test import Client

from election.domain import answers, questions, threads
from election.models import Answer, Hiding, Question, Reply
from election.timeline import Phase
from tests.cast import Cast, cast, now

pytestmark = pytest.mark.django_db
E = "/e/council-spring/"
ODD = "Kept, whatever happens"


@pytest.fixture
def stage() -> Cast:
    made = cast()
    question = questions.ask(made.election, "Why?", "", now(), author=made.mia)
    threads.reply(question, "Hm.", now(), author=made.mia)
    return made


def sent(made: Cast, role: str, path: str, **typed: object) -> tuple[int, str]:
    client = Client()
    user = made.user(role)
    assert user
    client.force_login(user)
    answer = client.post(f"{E}{path}", typed)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("role", "path", "typed", "sentence"),
    [
        ("member", "questions/new/", {"sentence": "", "background": ODD}, "Write your question."),
        ("member", "questions/new/", {"sentence": "x" * 301, "background": ODD}, "this one has 301"),
        ("member", "questions/new/", {"sentence": ODD, "background": "x" * 20_001}, "20,000"),
        ("member", "questions/new/", {"sentence": "a\x00b", "background": ODD}, "characters"),
        ("member", "questions/new/", {"sentence": "a\u202eb", "background": ODD}, "cannot be shown"),
        ("member", "questions/new/", {"sentence": ODD, "to": "999999"}, "does not stand in this election"),
        ("member", "questions/1/edit/", {"sentence": "", "background": ODD}, "Write your question."),
        ("member", "questions/1/reply/?to=q", {"source": ""}, "Write your reply."),
        ("member", "questions/1/reply/?to=q", {"source": "x" * 20_001}, "20,000"),
        ("candidate", "questions/1/answer/", {"source": " \n "}, "Write your answer, or decline to answer."),
        ("candidate", "questions/1/answer/", {"source": "x" * 20_001, "revision": "0"}, "20,000"),
        ("candidate", "questions/1/decline/", {"reason": "x" * 501}, "500"),
        ("official", "hide/question/1/", {"reason": ""}, "Give a reason"),
    ],
)
def test_bad_input_is_refused_beside_the_field(
    stage: Cast, role: str, path: str, typed: dict[str, str], sentence: str
) -> None:
    number = Question.objects.get().pk
    status, html = sent(stage, role, path.replace("hide/question/1/", f"hide/question/{number}/"), **typed)
    assert status == 422
    assert sentence in html
    assert "<title>Error: " in html
    assert 'role="alert"' in html
    assert html.count(sentence) >= 2 or "{" in sentence, "the summary and the field both say it"
    if ODD in typed.values():
        assert ODD in html
    assert (Question.objects.count(), Reply.objects.count(), Answer.objects.count()) == (1, 1, 0)
    assert not Hiding.objects.exists()


def test_a_reply_that_cannot_be_edited_any_more_is_told_so_and_kept(stage: Cast) -> None:
    reply = Reply.objects.get()
    Reply.objects.update(at=now().replace(year=2020))
    status, html = sent(stage, "member", f"replies/{reply.pk}/edit/", source=ODD)
    assert status == 422
    assert "15 minutes" in html
    assert ODD in html


@pytest.mark.parametrize(
    ("role", "path", "typed"),
    [
        ("member", "questions/new/", {"sentence": ODD}),
        ("member", "questions/1/reply/?to=q", {"source": ODD}),
        ("candidate", "questions/1/answer/", {"source": ODD}),
        ("candidate", "questions/1/decline/", {"reason": ODD}),
        ("candidate", "statement/", {"statement": ODD}),
    ],
)
def test_a_text_whose_window_has_closed_meanwhile_is_shown_back(role: str, path: str, typed: dict[str, str]) -> None:
    made = cast(Phase.VOTING)
    questions.ask(made.election, "Why?", "", now(), author=made.mia)
    status, html = sent(made, role, path, **typed)
    assert status == 403
    assert ODD in html
    assert "closed" in html
    assert not Answer.objects.exists()


def test_an_answer_to_a_question_taken_back_meanwhile_is_not_taken_and_not_lost(stage: Cast) -> None:
    question = Question.objects.get()
    questions.take_back(question, stage.mia, now())
    status, html = sent(stage, "candidate", "questions/1/answer/", source=ODD)
    assert status == 422
    assert "takes no answers" in html
    assert ODD in html
    assert not Answer.objects.exists()


def test_a_stale_draft_keeps_both_texts(stage: Cast) -> None:
    client = Client()
    client.force_login(stage.cleo)
    saved = client.post(f"{E}questions/1/draft/", {"source": "First tab.", "revision": "0"})
    assert saved.json()["revision"] == 1
    second = client.post(f"{E}questions/1/draft/", {"source": "Second tab.", "revision": "0"})
    assert (second.status_code, second.json()["source"]) == (409, "First tab.")
    kept = client.post(f"{E}questions/1/answer/", {"source": "Second tab.", "revision": "0", "keep": "1"})
    html = kept.content.decode()
    assert kept.status_code == 422
    assert "First tab." in html
    assert "Second tab." in html


def test_a_draft_is_seen_by_its_author_only(stage: Cast) -> None:
    author = Client()
    author.force_login(stage.cleo)
    author.post(f"{E}questions/1/draft/", {"source": "Nobody else’s eyes.", "revision": "0"})
    assert "Nobody else’s eyes." in author.get(f"{E}todo/").content.decode()
    for role in ("member", "official", "manager"):
        client = Client()
        client.force_login(stage.user(role) or stage.mia)
        for path in ("questions/1/", "questions/", "questions/all/", "candidates/cleo/", "", "officials/"):
            assert "Nobody else’s eyes." not in client.get(f"{E}{path}").content.decode()


def test_a_changed_answer_is_marked_and_its_versions_can_be_read(stage: Cast) -> None:
    question = Question.objects.get()
    answers.publish(question, stage.cleos, "The roof first.", now())
    answers.publish(question, stage.carls, "Mine.", now())
    answer = answers.publish(question, stage.cleos, "The cellar first.", now())
    html = Client().get(f"{E}questions/1/").content.decode()
    assert "after 1 other had answered" in html
    versions = Client().get(f"{E}answers/{answer.pk}/versions/").content.decode()
    for words in ("Version 2", "Version 1", "The roof first.", "The cellar first.", "<del>", "<ins>"):
        assert words in versions


BIG, ENDLESS = "9" * 30, "9" * 5000


@pytest.mark.parametrize(
    ("role", "path", "typed", "status"),
    [
        ("member", "questions/new/", {"sentence": ODD, "to": "abc"}, 422),
        ("member", "questions/new/", {"sentence": ODD, "to": BIG}, 422),
        ("member", "questions/new/", {"sentence": ODD, "to": ENDLESS}, 422),
        ("member", f"questions/{BIG}/reply/", {"source": ODD}, 404),
        ("member", f"questions/{ENDLESS}/reply/", {"source": ODD}, 404),
        ("member", f"questions/1/reply/?to=r-{BIG}", {"source": ODD}, 404),
        ("candidate", "questions/1/answer/", {"source": ODD, "revision": "abc"}, 422),
        ("candidate", "questions/1/answer/", {"source": ODD, "revision": ENDLESS}, 422),
        ("candidate", "questions/1/draft/", {"source": ODD, "revision": "-1"}, 422),
        ("official", f"hide/question/{BIG}/", {"reason": ODD}, 404),
        ("official", f"restore/{BIG}/", {"reason": ODD}, 404),
    ],
)
def test_numbers_that_no_row_can_have_are_bad_input_and_no_fault(
    stage: Cast, role: str, path: str, typed: dict[str, str], status: int
) -> None:
    answered, html = sent(stage, role, path, **typed)
    assert answered == status
    if status == 422 and "draft" not in path:
        assert ODD in html
        assert "<title>Error: " in html
    assert (Question.objects.count(), Reply.objects.count(), Answer.objects.count()) == (1, 1, 0)
