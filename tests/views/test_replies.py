"""Replies in the browser: to whom, with a quote, as what; threads of any depth; what hidden and closed leave."""

from __future__ import annotations

import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.test import Client

from election.domain import answers, moderation, questions, threads
from election.models import Answer, Question, Reply, User
from election.models.post import Voice
from tests.cast import Cast, cast, now

pytestmark = pytest.mark.django_db
E = "/e/council-spring/"
Q1 = f"{E}questions/1/"


@pytest.fixture
def qa() -> Cast:
    return cast()


@pytest.fixture
def question(qa: Cast) -> Question:
    return questions.ask(qa.election, "Why here?", "Some *background*.", now(), author=qa.mia)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def read(client: Client, path: str = Q1) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


class Lists(HTMLParser):
    """How deep lists lie in each other, and whether each that opens closes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.deepest, self.crossed = 0, False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ol", "ul", "li", "article", "details", "section"):
            self.open.append(tag)
            self.deepest = max(self.deepest, self.open.count("ol"))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul", "li", "article", "details", "section"):
            self.crossed |= not self.open or self.open.pop() != tag


def test_a_member_replies_to_a_question_an_answer_and_a_reply(qa: Cast, question: Question) -> None:
    answer = answers.publish(question, qa.cleos, "So.", now())
    vera = signed_in(qa.vera)
    for to in ("", "?to=q-1", f"?to={answer.anchor}"):
        vera.post(f"{Q1}reply/{to}", {"source": f"To {to}"})
    last = Reply.objects.get(answer=answer)
    response = vera.post(f"{Q1}reply/?to={last.anchor}", {"source": "Below."})
    below = Reply.objects.get(parent=last)
    assert response["Location"] == f"{Q1}#{below.anchor}"
    assert (below.answer, below.author, below.voice) == (answer, qa.vera, Voice.MEMBER)
    assert Reply.objects.filter(answer=None, parent=None).count() == 2


def test_voices_are_told_apart(qa: Cast, question: Question) -> None:
    for user in (qa.cleo, qa.olga, qa.vera):
        signed_in(user).post(f"{Q1}reply/", {"source": "Hm."})
    assert [(r.author_name, r.voice) for r in Reply.objects.all()] == [
        ("Cleo", "candidate"),
        ("Olga", "official"),
        ("Vera", "member"),
    ]
    html = read(Client())
    assert '<b dir="auto">Cleo</b><span class="tag">candidate</span>' in html
    assert '<b dir="auto">Olga</b><span class="tag">official</span>' in html
    assert not Answer.objects.exists()


def test_one_click_quotes(qa: Cast, question: Question) -> None:
    reply = threads.reply(question, "One.\n\n> Two.", now(), author=qa.mia)
    html = read(signed_in(qa.vera), f"{Q1}reply/?to={reply.anchor}&quote=1")
    assert "&gt; One.\n&gt;\n&gt; &gt; Two.\n\n</textarea>" in html
    html = read(signed_in(qa.vera), f"{Q1}reply/?to=q-1&quote=1")
    assert "&gt; Why here?\n&gt;\n&gt; Some *background*." in html


@pytest.mark.parametrize("path", ["reply/?to=q-1&quote=1", "reply/?quote=1", "reply/"])
def test_a_hidden_question_is_not_quoted(qa: Cast, question: Question, path: str) -> None:
    moderation.hide(question, "Not fit.", qa.olga, now())
    html = read(signed_in(qa.vera), f"{Q1}{path}")
    assert "Why here?" not in html
    assert "background" not in html


@pytest.mark.parametrize("to", ["x", "a-", "r-x", "a-0", "r-999999", "a-" + "9" * 30, "r-" + "9" * 5000, "r-²"])
def test_what_is_not_there_cannot_be_replied_to(qa: Cast, question: Question, to: str) -> None:
    assert signed_in(qa.vera).get(f"{Q1}reply/", {"to": to}).status_code == 404


def test_a_candidate_who_has_not_answered_is_told_that_a_reply_is_no_answer(qa: Cast, question: Question) -> None:
    said = "This is not your answer."
    assert said in read(signed_in(qa.cleo), f"{Q1}reply/")
    assert said not in read(signed_in(qa.vera), f"{Q1}reply/")
    answer = answers.publish(question, qa.carls, "So.", now())
    assert said not in read(signed_in(qa.cleo), f"{Q1}reply/?to={answer.anchor}")
    assert said not in read(signed_in(qa.carl), f"{Q1}reply/")
    questions.ask(qa.election, "Carl?", "", now(), author=qa.mia, to=[qa.carls])
    assert said not in read(signed_in(qa.cleo), f"{E}questions/2/reply/")


def test_tools_stand_below_posts_for_those_who_may_use_them(qa: Cast, question: Question) -> None:
    reply = threads.reply(question, "Mine.", now(), author=qa.vera)
    old = threads.reply(question, "Old.", now() - timedelta(minutes=16), author=qa.vera)
    edit, back = f"{E}replies/{reply.pk}/edit/", f"{E}replies/{reply.pk}/take-back/"
    html = read(signed_in(qa.vera))
    assert edit in html
    assert back in html
    assert f"{E}replies/{old.pk}/edit/" not in html
    assert f"{E}replies/{old.pk}/take-back/" in html
    html = read(signed_in(qa.mia))
    assert edit not in html
    assert back not in html
    assert "/hide/" not in html
    assert f"{E}hide/reply/{reply.pk}/" in read(signed_in(qa.olga))


def test_an_edited_reply_says_so(qa: Cast, question: Question) -> None:
    reply = threads.reply(question, "Helo.", now(), author=qa.vera)
    signed_in(qa.vera).post(f"{E}replies/{reply.pk}/edit/", {"source": "Hello."})
    html = read(Client())
    assert "Hello." in html
    assert "<span>edited</span>" in html
    assert signed_in(qa.mia).get(f"{E}replies/{reply.pk}/edit/").status_code == 404


def test_a_reply_taken_back_leaves_its_place_its_anchor_and_what_stands_below(qa: Cast, question: Question) -> None:
    reply = threads.reply(question, "Hasty word.", now(), author=qa.vera)
    threads.reply(question, "Below.", now(), author=qa.mia, parent=reply)
    signed_in(qa.vera).post(f"{E}replies/{reply.pk}/take-back/")
    html = read(Client())
    assert "Hasty word." not in html
    assert f'id="{reply.anchor}"' in html
    assert "Vera took a reply back." in html
    assert "Below." in html
    again = signed_in(qa.vera).post(f"{E}replies/{reply.pk}/take-back/")
    assert again.status_code == 409


def test_a_reply_hidden_while_it_is_being_edited_is_shown_back_to_its_author(qa: Cast, question: Question) -> None:
    reply = threads.reply(question, "Rude.", now(), author=qa.vera)
    moderation.hide(reply, "Rude.", qa.olga, now())
    response = signed_in(qa.vera).post(f"{E}replies/{reply.pk}/edit/", {"source": "Politely."})
    assert response.status_code == 422
    assert "Politely." in response.content.decode()
    reply.refresh_from_db()
    assert reply.source == "Rude."


def test_depth_is_told_in_words_and_from_the_fifth_level_whom_it_answers(qa: Cast, question: Question) -> None:
    parent = None
    for n in range(1, 8):
        parent = threads.reply(question, f"Depth {n}.", now(), author_name=f"P{n}", parent=parent)
    html = read(Client())
    for n in range(1, 8):
        assert f"Level {n}:" in html
    said = re.findall(r'class="to( to--said)?">to (\w+)', html)
    assert said == [("", "P1"), ("", "P2"), ("", "P3"), (" to--said", "P4"), (" to--said", "P5"), (" to--said", "P6")]
    lists = Lists(html)
    assert (lists.deepest, lists.crossed) == (threads.NESTED, False)


def test_a_thread_a_thousand_deep_is_a_page(qa: Cast, question: Question) -> None:
    at, first = now(), threads.reply(question, "1", now(), author=qa.vera)
    ids = [first.pk, *range(first.pk + 10_000, first.pk + 10_999)]
    below = zip(ids[1:], ids, strict=False)
    Reply.objects.bulk_create(
        Reply(pk=pk, question=question, parent_id=parent, at=at, author_name="Vera", html="x") for pk, parent in below
    )
    html = read(Client())
    assert html.count('class="reply"') == 1000
    assert "Level 1000:" in html
    assert (Lists(html).deepest, Lists(html).crossed) == (threads.NESTED, False)
    response = signed_in(qa.mia).post(f"{Q1}reply/?to=r-{ids[-1]}", {"source": "Deeper."})
    assert response.status_code == 302


def test_every_post_has_its_anchor_also_when_silent(qa: Cast, question: Question) -> None:
    kept = answers.publish(question, qa.cleos, "So.", now())
    hidden = answers.publish(question, qa.carls, "Rude.", now())
    reply = threads.reply(question, "Rude.", now(), author=qa.vera, answer=hidden)
    for post in (hidden, reply, question):
        moderation.hide(post, "Not fit.", qa.olga, now())
    for path in (Q1, f"{E}questions/all/"):
        html = read(Client(), path)
        for anchor in (question.anchor, kept.anchor, hidden.anchor, reply.anchor):
            assert html.count(f'id="{anchor}"') == 1, (path, anchor)
        assert html.count("Not fit.") == 3


def test_threads_fold_and_say_how_much_they_hold(qa: Cast, question: Question) -> None:
    answer = answers.publish(question, qa.cleos, "So.", now())
    threads.reply(question, "One.", now(), author=qa.vera, answer=answer)
    assert '<details class="thread-fold" open><summary>1 reply</summary>' in read(Client())
    assert '<details class="thread-fold"><summary>1 reply</summary>' in read(Client(), f"{E}questions/all/")
