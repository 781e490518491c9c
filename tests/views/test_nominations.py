"""Pages for those who stand, nominate and endorse, and for the officials who check them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from election.domain import admissions, applications, endorsements, lateness, nominations, officials
from election.models import Candidacy, Endorsement, JournalText, Lateness, Nomination, StandingDraft, User
from election.timeline import Phase
from tests.cast import Cast, now, person
from tests.nominations import open_cast
from tests.views.test_queries import MOST

pytestmark = pytest.mark.django_db
E = "/e/council-spring/"
ODD = "Kept, whatever happens"
SAID = {"name": "Vera", "affiliation": "Intel", "source": "I am *Vera*.", "links": "", "revision": "0"}


def got(user: User | None, path: str, status: int = 200) -> str:
    client = Client()
    if user:
        client.force_login(user)
    answer = client.get(f"{E}{path}")
    assert answer.status_code == status, path
    return answer.content.decode()


def sent(user: User, path: str, status: int = 302, /, **typed: object) -> str:
    client = Client()
    client.force_login(user)
    answer = client.post(f"{E}{path}", typed)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer.content.decode()


def vera_stands(made: Cast) -> Candidacy:
    return applications.stand(made.election, made.vera, "Vera", "I am *Vera*.", now(), affiliation="Intel")


def test_somebody_stands_with_the_prompts_of_the_body() -> None:
    made = open_cast()
    assert "Stand for election" in got(made.vera, "")
    page = got(made.vera, "stand/")
    assert "## Background" in page
    assert "data-draft" in page
    preview = sent(made.vera, "stand/", 200, **SAID, preview="1")
    assert "<em>Vera</em>" in preview
    sent(made.vera, "stand/", **SAID)
    assert "You are on the slate." in got(made.vera, "candidacy/")
    assert "Vera" in got(None, "candidates/")


def test_drafts_are_saved_and_a_second_window_is_told() -> None:
    made = open_cast()
    client = Client()
    client.force_login(made.vera)
    first = client.post(f"{E}stand/draft/", {"source": "I am", "revision": "0"})
    assert (first.status_code, first.json()["revision"]) == (200, 1)
    again = client.post(f"{E}stand/draft/", {"source": "Other", "revision": "0"})
    assert (again.status_code, again.json()["source"]) == (409, "I am")
    assert client.post(f"{E}stand/draft/", {"source": "x", "revision": "-1"}).status_code == 422
    assert "I am" in got(made.vera, "stand/")
    assert "I am" not in got(made.mia, "stand/")
    assert StandingDraft.objects.get().source == "I am"


def test_officials_read_why_they_cannot_stand_before_they_write() -> None:
    made = open_cast()
    page = got(made.olga, "stand/")
    assert "officials cannot stand" in page
    assert "<textarea" not in page
    assert "officials cannot stand" in sent(made.olga, "stand/", 422, **SAID)


def test_a_nomination_is_seen_by_the_nominee_and_the_nominator_only() -> None:
    made = open_cast()
    sent(made.mia, "nominate/", name="Vera the Great", email="Vera@saltmarsh.example")
    assert "waits for a reply" in got(made.mia, "nominate/")
    assert "You were nominated" in got(made.vera, "")
    assert "Mia" in got(made.vera, "nomination/")
    got(made.carl, "nomination/", 404)
    for user in (None, made.carl, made.olga):
        for path in ("", "candidates/", "acts/"):
            assert "Vera the Great" not in got(user, path)
    assert not any("Great" in str(text.words) for text in JournalText.objects.all())
    sent(made.vera, "nomination/", **SAID)
    assert "accepted" in got(made.mia, "nominate/")
    assert "Vera" in got(None, "candidates/")


def test_a_nominee_declines() -> None:
    made = open_cast()
    nominations.nominate(made.election, "Vera", made.vera.email, made.mia, now())
    assert "Only" in got(made.vera, "nomination/decline/")
    sent(made.vera, "nomination/decline/")
    assert "declined" in got(made.mia, "nominate/")
    sent(made.vera, "nomination/decline/", 404)


def test_endorsements_are_given_on_a_page_that_says_what_is_missing() -> None:
    made = open_cast(endorsements_needed=2, endorsing_affiliations=2)
    vera_stands(made)
    assert "two more are needed" in got(made.vera, "candidacy/")
    assert "Not on the slate yet" in got(made.mia, "candidates/")
    assert "Not on the slate yet" not in got(None, "candidates/")
    page = got(made.mia, "candidates/vera/endorse/")
    assert "<em>Vera</em>" in page
    sent(made.mia, "candidates/vera/endorse/", affiliation="Arm")
    assert "You have endorsed Vera already." in got(made.mia, "candidates/vera/endorse/")
    assert "This is your own candidacy." in got(made.vera, "candidates/vera/endorse/")
    got(made.mia, "candidates/cleo/endorse/", 404)
    assert Endorsement.objects.get().affiliation == "Arm"


def test_who_is_not_on_the_slate_is_on_no_public_page() -> None:
    made = open_cast(approval_needed=True)
    vera_stands(made)
    for user in (None, made.mia):
        for path in ("", "candidates/", "acts/"):
            assert "Vera" not in got(user, path).partition("<main")[2].replace("Vera Castellanos", "")
        got(user, "candidates/vera/", 404)
        got(user, "candidates/vera/versions/", 404)


def test_officials_reject_with_a_reason_and_the_person_answers_once() -> None:
    made = open_cast(approval_needed=True)
    vera_stands(made)
    assert "Undecided: 1." in got(made.olga, "officials/candidates/")
    assert "Decide about one candidacy" in got(made.olga, "officials/")
    assert "Give a reason" in sent(made.olga, "officials/candidates/vera/check/", 422, decision="reject", reason="")
    sent(made.olga, "officials/candidates/vera/check/", decision="reject", reason="No commits found.")
    assert "No commits found." not in got(None, "acts/")
    assert "No commits found." in got(made.vera, "candidacy/")
    sent(made.vera, "candidacy/answer/", word="Under my other name.")
    assert "You answered." in got(made.vera, "candidacy/")
    assert "your one answer" in sent(made.vera, "candidacy/answer/", 422, word="More.")
    assert "Under my other name." in got(made.olga, "officials/candidates/vera/check/")
    sent(made.olga, "officials/candidates/vera/check/", decision="approve")
    assert "Vera" in got(None, "candidates/")
    assert "approved the candidacy of Vera" in got(None, "acts/")


def test_who_waits_edits_the_statement_and_withdraws_unseen() -> None:
    made = open_cast(approval_needed=True)
    vera_stands(made)
    sent(made.vera, "statement/", statement="I am somebody else.")
    assert "I am somebody else." in got(made.vera, "candidacy/")
    assert "nothing of it becomes public" in got(made.vera, "withdraw/")
    sent(made.vera, "withdraw/", word="")
    assert "Undecided" not in got(made.olga, "officials/candidates/")
    assert "You have stood in this election and withdrawn." not in got(made.vera, "")


def test_a_late_statement_takes_two_officials_and_is_said_in_public() -> None:
    made = open_cast(Phase.QA)
    piet = person("Piet")
    officials.appoint(made.election, piet.email, "Piet", made.marta, now())
    path, until = "officials/candidates/cleo/late/", now() + timedelta(days=3)
    assert "still ahead" in sent(made.olga, path, 422, until="2020-01-01T10:00", reason="Late.")
    sent(made.olga, path, until=until.strftime("%Y-%m-%dT%H:%M"), reason="Her train was late.")
    assert "Another official has to confirm" in sent(made.olga, path, 422, confirm="1")
    assert "could be written late" not in got(None, "candidates/cleo/")
    sent(piet, path, confirm="1")
    assert "Olga and Piet, officials, decided so together." in got(None, "candidates/cleo/")
    sent(made.cleo, "statement/", statement="At last.")
    assert Lateness.objects.get().confirmed_by == piet


def test_one_official_alone_does_not_move_a_deadline_that_is_over() -> None:
    made = open_cast(Phase.QA)
    typed = {"name": "Cleo", "addresses": made.cleo.email, "statement_until": "2199-01-01T10:00"}
    assert "Two officials together" in sent(made.olga, "officials/candidates/cleo/edit/", 422, **typed)


@pytest.mark.parametrize(
    ("role", "path", "typed", "sentence"),
    [
        ("vera", "stand/", {**SAID, "source": "## Background\n\n## Motivation", "affiliation": ODD}, "under the head"),
        ("vera", "stand/", {**SAID, "source": " ", "affiliation": ODD}, "Write your statement."),
        ("vera", "stand/", {**SAID, "source": "x" * 20_001, "affiliation": ODD}, "20,000"),
        ("vera", "stand/", {**SAID, "name": "", "affiliation": ODD}, "required"),
        ("vera", "stand/", {**SAID, "name": "a\u202eb", "affiliation": ODD}, "cannot be shown"),
        ("vera", "stand/", {**SAID, "links": "no address", "affiliation": ODD}, "no web address"),
        ("vera", "stand/", {**SAID, "revision": "9" * 5000, "affiliation": ODD}, "Please look at this again"),
        ("mia", "nominate/", {"name": ODD, "email": "nobody"}, "valid email"),
        ("mia", "nominate/", {"name": ODD, "email": ""}, "required"),
        ("mia", "nominate/", {"name": ODD, "email": "mia@saltmarsh.example"}, "You can stand yourself"),
        ("mia", "candidates/nell/endorse/", {"affiliation": ""}, "Say where you are from"),
        ("mia", "candidates/nell/endorse/", {"affiliation": "x" * 121}, "120"),
        ("nell", "candidacy/answer/", {"word": ""}, "Write your answer."),
        ("nell", "candidacy/answer/", {"word": "x" * 2001}, "2000"),
        ("olga", "officials/candidates/nell/check/", {"reason": ODD}, "Please look at this again"),
        ("olga", "officials/candidates/nell/check/", {"reason": "x" * 501, "decision": "reject"}, "500"),
        ("olga", "officials/candidates/cleo/late/", {"until": "soon", "reason": ODD}, "valid date"),
        ("olga", "officials/candidates/cleo/late/", {"until": "9999-12-31T10:00", "reason": ODD}, "the year again"),
    ],
)
def test_bad_input_is_refused_beside_the_field(role: str, path: str, typed: dict[str, str], sentence: str) -> None:
    made = open_cast(approval_needed=True, endorsements_needed=3)
    nell = person("Nell")
    nells = applications.stand(made.election, nell, "Nell", "Nell.", now())
    admissions.decide(nells, made.olga, now(), approved=False, reason="No commits.")
    people = {"vera": made.vera, "mia": made.mia, "nell": nell, "olga": made.olga}
    html = sent(people[role], path, 422, **typed)
    assert sentence in html
    assert "<title>Error: " in html
    if ODD in typed.values():
        assert ODD in html
    assert not Nomination.objects.exists()
    assert not Lateness.objects.exists()
    assert Candidacy.objects.count() == 3


def test_every_page_asks_few_questions_of_the_database_however_many_stand() -> None:
    made = open_cast(approval_needed=True, endorsements_needed=9)
    veras = vera_stands(made)
    nominations.nominate(made.election, "Marta", made.marta.email, made.mia, now())
    few = measured(made)
    for n in range(3):
        some = person(f"P{n}")
        mine = applications.stand(made.election, some, some.name, "Me.", now())
        endorsements.endorse(mine, made.mia, "Arm", now())
        endorsements.endorse(veras, some, f"From {n}", now())
        nominations.nominate(made.election, "N", f"n{n}@saltmarsh.example", made.mia, now())
    admissions.decide(mine, made.olga, now(), approved=False, reason="No.")
    lateness.propose(made.cleos, now() + timedelta(days=2), "Late.", made.olga, now())
    many = measured(made)
    assert {path: number for path, number in many.items() if number > MOST} == {}
    assert few == many


def measured(made: Cast) -> dict[str, int]:
    """Queries of each page, read by whom it is for."""
    pages = {
        "": made.vera,
        "stand/": made.mia,
        "candidacy/": made.vera,
        "nominate/": made.mia,
        "nomination/": made.marta,
        "candidates/": made.mia,
        "candidates/vera/endorse/": made.mia,
        "officials/": made.olga,
        "officials/candidates/": made.olga,
        "officials/candidates/vera/check/": made.olga,
        "officials/candidates/cleo/late/": made.olga,
        "officials/review/": made.olga,
    }
    found = {}
    for path, user in pages.items():
        client = Client()
        client.force_login(user)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{E}{path}").status_code == 200
        found[path] = len(queries)
    return found
