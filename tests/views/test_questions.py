"""Questions in the browser: the list, one, all; ask, edit, take back."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from election.domain import answers, candidacies, moderation, questions, threads
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


def listed(html: str) -> list[str]:
    """The headings of the questions in a list, in its order."""
    return [unescape(found) for found in re.findall(r'<h2 dir="auto"><a [^>]*>([^<]*)</a>', html)]


def read(client: Client, path: str = "") -> str:
    response = client.get(f"{AT}{path}")
    assert response.status_code == 200, path
    return response.content.decode()


def test_named_candidates_are_asked_by_marking_them_and_all_by_marking_all(qa: Cast) -> None:
    mia = signed_in(qa.mia)
    mia.post(f"{AT}new/", {"sentence": "Carl?", "to": [qa.carls.pk]})
    mia.post(f"{AT}new/", {"sentence": "Both?", "to": [qa.carls.pk, qa.cleos.pk]})
    carl, both = Question.objects.all()
    assert (carl.to_all, list(carl.asked.all())) == (False, [qa.carls])
    assert both.to_all
    html = read(Client(), "1/")
    assert "to Carl" in html
    assert "0 of 1 answered" in html


def test_who_withdrew_cannot_be_asked_by_name(qa: Cast) -> None:
    candidacies.withdraw(qa.carls, qa.carl, now())
    response = signed_in(qa.mia).post(f"{AT}new/", {"sentence": "Carl?", "to": [qa.carls.pk]})
    assert response.status_code == 422
    assert "does not stand in this election" in response.content.decode()
    assert not Question.objects.exists()


def test_the_fourth_question_is_refused_and_shown_back(qa: Cast) -> None:
    mia = signed_in(qa.mia)
    for n in range(3):
        assert mia.post(f"{AT}new/", {"sentence": f"{n}?"}).status_code == 302
    response = mia.post(f"{AT}new/", {"sentence": "One more?", "background": "Kept."})
    assert response.status_code == 422
    assert "as many as each person may" in response.content.decode()
    assert Question.objects.count() == 3
    assert signed_in(qa.vera).post(f"{AT}new/", {"sentence": "Mine?"}).status_code == 302


def test_a_sentence_of_three_hundred_characters_is_taken(qa: Cast) -> None:
    assert signed_in(qa.mia).post(f"{AT}new/", {"sentence": "x" * 299 + "?"}).status_code == 302


def test_a_preview_shows_sentence_and_background_and_writes_nothing(qa: Cast) -> None:
    typed = {"sentence": "Why <you>?", "background": "A *roof*.", "preview": "1"}
    html = signed_in(qa.mia).post(f"{AT}new/", typed).content.decode()
    assert "Why &lt;you&gt;?" in html
    assert "<em>roof</em>" in html
    assert "A *roof*.</textarea>" in html
    assert not Question.objects.exists()


@pytest.mark.parametrize("phase", [Phase.DRAFT, Phase.COMING, Phase.NOMINATION, Phase.REVIEW, Phase.QA])
def test_an_official_asks_the_opening_question_also_before_the_window_and_on_record(phase: Phase) -> None:
    made = cast(phase)
    olga = signed_in(made.olga)
    assert olga.post("/e/council-spring/officials/questions/new/", {"sentence": "What first?"}).status_code == 302
    question = Question.objects.get()
    assert (question.voice, question.author) == (Voice.OFFICIAL, made.olga)
    assert "asked the opening question" in olga.get("/e/council-spring/acts/").content.decode()


@pytest.mark.parametrize("phase", [Phase.WAITING, Phase.VOTING, Phase.COUNTING, Phase.RESULTS, Phase.CANCELLED])
def test_an_official_asks_nothing_once_questions_are_closed(phase: Phase) -> None:
    made = cast(phase)
    response = signed_in(made.olga).post("/e/council-spring/officials/questions/new/", {"sentence": "And this?"})
    assert response.status_code == 403
    assert "And this?" in response.content.decode()
    assert not Question.objects.exists()


def test_a_list_is_ordered_and_narrowed_by_its_address(qa: Cast) -> None:
    one, two = asked(qa, "1?"), asked(qa, "2?")
    questions.ask(qa.election, "3?", "", now(), author=qa.mia, to=[qa.carls])
    answers.publish(two, qa.cleos, "So.", now())
    threads.reply(one, "Hm.", now(), author=qa.vera)
    for query, headings in {
        "": ["3?", "2?", "1?"],
        "?order=fewest": ["1?", "3?", "2?"],
        "?order=replies": ["1?", "3?", "2?"],
        "?asked_of=cleo": ["2?", "1?"],
        "?not_by=cleo": ["1?"],
        "?not_by=carl&order=fewest": ["1?", "3?", "2?"],
    }.items():
        assert listed(read(Client(), query)) == headings, query


@pytest.mark.parametrize("query", ["?order=bogus", "?asked_of=nobody", "?not_by=%00", "?page=x", "?page=99", "?odd=1"])
def test_an_address_that_makes_no_sense_is_a_list_and_no_error(qa: Cast, query: str) -> None:
    asked(qa)
    html = read(Client(), query)
    assert listed(html) == ["What would you change?"]
    assert "Error: " not in html
    assert 'role="alert"' not in html


def test_a_list_that_nothing_fits_says_so_and_leads_back(qa: Cast) -> None:
    answers.publish(asked(qa), qa.cleos, "So.", now())
    html = read(Client(), "?not_by=cleo")
    assert "No question fits." in html
    assert "Show all questions" in html


def test_long_lists_come_in_pages_that_keep_order_and_narrowing(qa: Cast) -> None:
    for n in range(25):
        questions.ask(qa.election, f"{n}?", "", now(), author_name="Sam")
    html = read(Client(), "?order=fewest&asked_of=cleo")
    assert len(listed(html)) == 20
    assert "?order=fewest&amp;asked_of=cleo&amp;page=2" in html
    assert len(listed(read(Client(), "?order=fewest&asked_of=cleo&page=2"))) == 5


def test_one_goes_from_question_to_question(qa: Cast) -> None:
    for n in range(3):
        questions.ask(qa.election, f"{n}?", "", now(), author_name="Sam")
    first, second, third = (read(Client(), f"{n}/") for n in (1, 2, 3))
    assert 'rel="prev"' not in first
    assert f'rel="next" href="{AT}2/"' in first
    assert f'rel="prev" href="{AT}1/"' in second
    assert f'rel="next" href="{AT}3/"' in second
    assert 'rel="next"' not in third


def test_a_question_taken_back_keeps_its_address_and_gives_nothing_away(qa: Cast) -> None:
    asked(qa)
    signed_in(qa.mia).post(f"{AT}1/take-back/")
    html = read(Client(), "1/")
    assert "This question was taken back" in html
    assert "What would you change?" not in html
    assert "Has not answered yet" not in html
    assert listed(read(Client())) == []
    assert signed_in(qa.cleo).get(f"{AT}1/answer/").status_code == 404
    assert "waits for your answer" not in read(signed_in(qa.cleo), "1/")


def test_a_question_that_was_answered_meanwhile_is_not_taken_back(qa: Cast) -> None:
    question = asked(qa)
    answers.publish(question, qa.cleos, "So.", now())
    response = signed_in(qa.mia).post(f"{AT}1/take-back/")
    assert response.status_code == 409
    assert "Somebody has answered" in response.content.decode()
    response = signed_in(qa.mia).post(f"{AT}1/edit/", {"sentence": "Otherwise?"})
    assert response.status_code == 422
    assert "Otherwise?" in response.content.decode()
    question.refresh_from_db()
    assert question.sentence == "What would you change?"


def test_a_question_hidden_while_its_asker_edits_is_shown_back_to_them_alone(qa: Cast) -> None:
    question = asked(qa)
    moderation.hide(question, "Not fit.", qa.olga, now())
    response = signed_in(qa.mia).post(f"{AT}1/edit/", {"sentence": "Politely?"})
    assert response.status_code == 422
    assert "Politely?" in response.content.decode()
    assert signed_in(qa.mia).get(f"{AT}1/edit/").status_code == 404


def test_edit_and_take_back_stand_on_ones_own_unanswered_question_only(qa: Cast) -> None:
    question = asked(qa)
    edit, back = f"{AT}1/edit/", f"{AT}1/take-back/"
    html = read(signed_in(qa.mia), "1/")
    assert edit in html
    assert back in html
    assert edit not in read(signed_in(qa.vera), "1/")
    Question.objects.update(at=now() - timedelta(minutes=16))
    html = read(signed_in(qa.mia), "1/")
    assert edit not in html
    assert back in html
    answers.publish(question, qa.cleos, "So.", now())
    assert back not in read(signed_in(qa.mia), "1/")


def test_the_whole_qa_stands_on_one_page_in_the_order_it_was_asked(qa: Cast) -> None:
    for n in range(3):
        question = questions.ask(qa.election, f"{n}?", "", now(), author_name="Sam")
        answers.publish(question, qa.cleos, f"Answer {n}.", now())
        threads.reply(question, f"Reply {n}.", now(), author=qa.vera)
    html = read(Client(), "all/")
    places = [html.index(f"{word} {n}.") for n in range(3) for word in ("Answer", "Reply")]
    assert places == sorted(places)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_question_to_named_candidates_stands_on_the_overview_too(qa: Cast) -> None:
    questions.ask(qa.election, "Carl?", "", now(), author=qa.mia, to=[qa.carls])
    html = Client().get("/e/council-spring/").content.decode()
    assert "Carl?" in html
    assert 'data-state="notasked"' in html


def test_an_edit_that_comes_too_late_is_told_before_writing(qa: Cast) -> None:
    question, reply = asked(qa), threads.reply(asked(qa, "2?"), "Hm.", now() - timedelta(minutes=16), author=qa.mia)
    mia = signed_in(qa.mia)
    assert "<form" in read(mia, "1/edit/").partition("<main")[2]
    answers.publish(question, qa.cleos, "So.", now())
    assert "This one stays as it was asked." in read(mia, "1/edit/")
    html = mia.get(f"/e/council-spring/replies/{reply.pk}/edit/").content.decode()
    assert "Write another one to add to it." in html
    assert 'name="source"' not in html
