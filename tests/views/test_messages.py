"""Officials bring messages in: give, look at what each would become, correct, confirm."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from election.domain import candidacies
from election.importers.messages import bring_in, offering
from election.models import Announcement, Answer, Message, Question, Reply
from election.models.message import Upload
from election.timeline import Phase
from tests.cast import Cast, cast, now
from tests.mail.letters import ARCHIVED, QUESTION, sent

pytestmark = pytest.mark.django_db
NEW = "/e/council-spring/officials/messages/new/"
DECIDE = f"{NEW}decide/"
LETTERS = [sent("Mia <mia@saltmarsh.example>", f"> Q. {QUESTION}\n\nA good question.", identifier="<m@marsh>")]


@pytest.fixture
def past() -> Cast:
    made = cast(Phase.COUNTING)
    candidacies.add(made.election, "Cleo Brook", ["cleo@brook.example"], made.olga, now())
    return made


@pytest.fixture
def olga(past: Cast) -> Client:
    client = Client()
    client.force_login(past.olga)
    return client


def fields(html: str) -> dict[str, str]:
    """The form as it stands: every select with its chosen value."""
    selects = re.findall(r'<select name="([^"]+)"(.*?)</select>', html, re.DOTALL)
    chosen = ((name, re.search(r'<option value="([^"]*)" selected', options)) for name, options in selects)
    return {name: found[1] if found else "" for name, found in chosen}


def test_pasted_messages_are_shown_before_anything_is_made(olga: Client) -> None:
    answer = olga.post(NEW, {"raw": ARCHIVED}, follow=True)
    html = answer.content.decode()
    for words in ("Cleo Brook", QUESTION, "3 March 2021, 18:25, zone unknown", "Matched by address", "More flexible"):
        assert words.lower() in html.lower()
    assert not (Announcement.objects.exists())
    assert not (Question.objects.exists())
    assert not (Message.objects.exists())


def test_confirming_makes_what_was_proposed(olga: Client) -> None:
    html = olga.post(NEW, {"raw": ARCHIVED}, follow=True).content.decode()
    listed = olga.post(DECIDE, fields(html), follow=True).content.decode()
    assert (Announcement.objects.count(), Question.objects.count(), Answer.objects.count()) == (1, 1, 1)
    assert "Cleo Brook’s answer to question 1" in listed
    assert not Upload.objects.exists()


def test_an_official_corrects_an_answer_to_a_reply(olga: Client) -> None:
    html = olga.post(NEW, {"raw": ARCHIVED}, follow=True).content.decode()
    chosen = {name: "reply" if value == "answer" else value for name, value in fields(html).items()}
    olga.post(DECIDE, chosen)
    assert not Answer.objects.exists()
    assert Reply.objects.get().author_name == "Cleo Brook"


def test_leaving_out_is_remembered(olga: Client) -> None:
    html = olga.post(NEW, {"raw": ARCHIVED}, follow=True).content.decode()
    chosen = {name: "left over" if name.startswith("kind-") else value for name, value in fields(html).items()}
    olga.post(DECIDE, chosen)
    assert not (Announcement.objects.exists())
    assert not (Question.objects.exists())
    assert "There is nothing new in this" in olga.post(NEW, {"raw": ARCHIVED}, follow=True).content.decode()


def test_an_answer_by_nobody_is_refused_beside_the_field_and_nothing_is_made(olga: Client) -> None:
    html = olga.post(NEW, {"raw": ARCHIVED}, follow=True).content.decode()
    chosen = {name: "" if name.startswith("candidate-") else value for name, value in fields(html).items()}
    answer = olga.post(DECIDE, chosen)
    assert answer.status_code == 422
    assert "Choose whose answer this is" in answer.content.decode()
    assert not (Question.objects.exists())
    assert not (Message.objects.exists())


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"raw": "  "}, "Paste a message here, or choose a file below."),
        ({"chosen": SimpleUploadedFile("photo.png", b"x")}, "is no file with messages"),
        ({"chosen": SimpleUploadedFile("big.txt", b"x" * 1_000_001)}, "larger than 1 MB"),
        ({"raw": "x" * 1_000_001}, "more than 1 MB of text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(olga: Client, given: dict[str, object], sentence: str) -> None:
    answer = olga.post(NEW, given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Upload.objects.exists()


def test_files_are_taken_too(olga: Client) -> None:
    olga.post(NEW, {"chosen": [SimpleUploadedFile("answer.eml", ARCHIVED.encode())]})
    assert Upload.objects.get().name == "answer.eml"


def test_officials_read_the_whole_message_and_nobody_else_does(past: Cast, olga: Client) -> None:
    html = olga.post(NEW, {"raw": ARCHIVED}, follow=True).content.decode()
    olga.post(DECIDE, fields(html))
    url = f"/e/council-spring/officials/messages/{Message.objects.get(held_in=None).pk}/"
    assert "Registered No. 7654321" in olga.get(url).content.decode()
    member = Client()
    member.force_login(past.mia)
    assert member.get(url).status_code == 403
    for path in ("questions/1/", "questions/all/", "candidates/cleo-brook/", "", "announcements/1/"):
        public = Client().get(f"/e/council-spring/{path}", follow=True).content.decode()
        assert "Registered No." not in public
        assert "2021年" not in public


def test_what_was_given_can_be_forgotten(olga: Client) -> None:
    olga.post(NEW, {"raw": ARCHIVED})
    olga.post(f"{NEW}forget/")
    assert not Upload.objects.exists()
    assert olga.get(DECIDE)["Location"] == NEW


def test_officials_find_the_whole_message_from_each_post_and_others_do_not(past: Cast, olga: Client) -> None:
    bring_in(past.election, [ARCHIVED.encode(), *LETTERS], None, now())
    for path in ("questions/1/", f"announcements/{Announcement.objects.get().pk}/"):
        assert "See the whole message" in olga.get(f"/e/council-spring/{path}").content.decode()
        assert "See the whole message" not in Client().get(f"/e/council-spring/{path}").content.decode()
    assert olga.get("/e/council-spring/questions/1/").content.decode().count("See the whole message") == 3


def test_what_waits_for_a_decision_is_said_to_who_gave_it(olga: Client) -> None:
    olga.post(NEW, {"raw": ARCHIVED})
    assert "have not decided yet" in olga.get("/e/council-spring/officials/messages/").content.decode()


def test_more_than_a_page_is_decided_in_turns(olga: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offering, "AT_ONCE", 2)
    html = olga.post(NEW, {"raw": ARCHIVED}, follow=True).content.decode()
    assert "1 more follows once" in html
    html = olga.post(DECIDE, fields(html), follow=True).content.decode()
    assert (Question.objects.count(), Answer.objects.count()) == (1, 0)
    olga.post(DECIDE, fields(html))
    assert Answer.objects.get().question == Question.objects.get()
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "announcement", "Announcements are not by candidates"),
        ("place", "", "Choose the question that this stands under"),
        ("kind", "nonsense", "Select a valid choice"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(olga: Client, field: str, value: str, sentence: str) -> None:
    html = olga.post(NEW, {"raw": ARCHIVED}, follow=True).content.decode()
    answer = olga.post(DECIDE, {**fields(html), f"{field}-{_of_answer(html)}": value})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "<title>Error: " in answer.content.decode()
    assert not Message.objects.exists()


def test_what_goes_under_a_question_that_is_left_out_is_refused(olga: Client) -> None:
    html = olga.post(NEW, {"raw": ARCHIVED}, follow=True).content.decode()
    chosen = {name: "left over" if value == "question" else value for name, value in fields(html).items()}
    answer = olga.post(DECIDE, chosen)
    assert answer.status_code == 422
    assert "That question is not brought in as one" in answer.content.decode()


def _of_answer(html: str) -> str:
    """The identifier of the answer among what is offered."""
    return next(name.partition("-")[2] for name, value in fields(html).items() if value == "answer")


def test_the_list_takes_as_many_queries_for_many_messages_as_for_few(past: Cast, olga: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert olga.get("/e/council-spring/officials/messages/").status_code == 200
        return len(asked)

    bring_in(past.election, [ARCHIVED.encode()], None, now())
    few = queries()
    more = [
        sent("Mia <mia@saltmarsh.example>", f"> Q. {QUESTION}\n\nWord {n}.", identifier=f"<{n}@m>") for n in range(5)
    ]
    bring_in(past.election, more, None, now())
    assert queries() == few <= 12


def test_looking_takes_as_many_queries_for_many_messages_as_for_few(past: Cast, olga: Client) -> None:
    def queries(raw: str) -> int:
        olga.post(NEW, {"raw": raw})
        with CaptureQueriesContext(connection) as asked:
            assert olga.get(DECIDE).status_code == 200
        return len(asked)

    many = "\n".join(
        ARCHIVED.replace("02:23:19", f"0{n}:23:19").replace("mended", f"mended {n} times") for n in range(4)
    )
    assert queries(ARCHIVED) == queries(many) <= 12
