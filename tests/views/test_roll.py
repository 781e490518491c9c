"""Pages of the voter roll: what officials do and are refused, and what everybody else sees and asks."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from election.domain import roll, running
from election.domain.roll import exporting
from election.models import Election, RollAct, RollEntry, RollImport, RollRequest, User
from election.models.election import Asking
from election.permissions import ASK, standing_of
from election.timeline import Phase
from tests import rolls
from tests.cast import Cast, cast, now

pytestmark = pytest.mark.django_db

FILE = "name,known by\nVera,vera@saltmarsh.example\nAda,ada@x.example\n,nobody\nAda again,ada@x.example\n"


def as_(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


def at(name: str, made: Cast, *args: object) -> str:
    return reverse(name, args=[made.election.slug, *args])


def post(client: Client, url: str, **data: object) -> Any:
    return client.post(url, data, follow=True)


def give(client: Client, made: Cast, text: str = FILE) -> Any:
    return post(client, at("officials:roll_import", made), chosen=SimpleUploadedFile("roll.csv", text.encode()))


def test_a_file_is_looked_at_confirmed_and_undone() -> None:
    made = cast()
    client = as_(made.olga)
    seen = give(client, made)
    assert "as line 3" in seen.content.decode()
    assert not RollEntry.objects.exists()
    assert post(client, at("officials:roll_look", made), seen="another").status_code == 409
    plan = seen.context["plan"]
    assert plan.counts | {"stuck": 0} == {
        "new": 3,
        "changed": 0,
        "already there": 0,
        "doubled": 1,
        "struck": 0,
        "unreadable": 0,
        "stuck": 0,
    }
    done = post(client, at("officials:roll_look", made), seen=plan.print)
    assert "3 new and 0 changed voters." in done.content.decode()
    assert RollEntry.objects.get(name="Vera").user == made.vera
    assert client.get(at("officials:roll_look", made)).status_code == 302, "the file is gone"
    undo = at("officials:roll_undo", made, RollImport.objects.get().pk)
    assert client.get(undo).status_code == 200
    assert "as before" in post(client, undo).content.decode()
    assert not RollEntry.objects.exists()
    assert post(client, undo).status_code == 409


def test_lines_that_nobody_could_sign_in_with_can_be_shown_alone() -> None:
    made = cast()
    client = as_(made.olga)
    give(client, made)
    shown = client.get(at("officials:roll_look", made) + "?fate=stuck").context["shown"]
    assert [line.line.number for line in shown] == [4]


def test_a_file_can_be_left() -> None:
    made = cast()
    client = as_(made.olga)
    give(client, made)
    post(client, at("officials:roll_forget", made))
    assert client.get(at("officials:roll_look", made)).status_code == 302


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"raw": ""}, "Choose a file, or paste"),
        ({"raw": "   "}, "Choose a file, or paste"),
        ({"raw": "name,email\n"}, "nothing under them"),
        ({"raw": "- &a x\n"}, "own language"),
        ({"raw": "a\0b"}, "Null characters"),
        ({"raw": "ada", "provider": "evil"}, "Select a valid choice"),
        ({"chosen": SimpleUploadedFile("a.csv", b"")}, "empty"),
        ({"chosen": SimpleUploadedFile("a.zip", b"PK\x03\x04")}, "zip archive"),
    ],
)
def test_a_bad_file_is_refused_beside_its_field(data: dict[str, object], words: str) -> None:
    made = cast()
    answer = as_(made.olga).post(at("officials:roll_import", made), data)
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": ""}, "This field is required"),
        ({"known_by": "ada", "name": "Ada", "reason": "New."}, "no handle with its provider"),
        ({"known_by": "a@", "name": "Ada", "reason": "New."}, "is no address"),
        ({"known_by": " ".join(f"a{n}@x.example" for n in range(21)), "name": "A", "reason": "N."}, "20 at most"),
        ({"known_by": "a@x.example", "name": "\u202e", "reason": "New."}, "cannot be shown"),
        ({"known_by": "a@x.example", "name": "A" * 121, "reason": "New."}, "at most 120"),
        ({"known_by": "a@x.example", "name": "Ada", "reason": " "}, "Give a reason"),
        ({"known_by": "voter0of1@saltmarsh.example", "name": "V", "reason": "New."}, "on the roll already"),
        ({"known_by": "struck0of1@saltmarsh.example", "name": "V", "reason": "New."}, "Put that entry back"),
    ],
)
def test_a_voter_who_cannot_be_added_is_refused_with_a_reason(data: dict[str, str], words: str) -> None:
    made = cast()
    rolls.furnish(made)
    answer = as_(made.olga).post(at("officials:roll_add", made), data)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_officials_add_find_strike_and_put_back() -> None:
    made = cast()
    client = as_(made.olga)
    added = post(
        client, at("officials:roll_add", made), name="Ada", known_by="ada@x.example, GitHub:Ada", reason="New."
    )
    assert "They are on the roll." in added.content.decode()
    ada = RollEntry.objects.get()
    found = client.get(at("officials:roll", made) + "?words=x.EXAMPLE+ada&state=not_yet")
    assert list(found.context["shown"]) == [ada]
    assert not list(client.get(at("officials:roll", made) + "?words=zoe").context["shown"])
    post(client, at("officials:roll_address", made, ada.pk), known_by="ada@work.example", reason="New job.")
    assert ada.keys.count() == 3
    post(client, at("officials:roll_strike", made, ada.pk), reason="Left.")
    assert list(client.get(at("officials:roll", made) + "?state=struck").context["shown"]) == [ada]
    assert client.post(at("officials:roll_strike", made, ada.pk), {"reason": "Left."}).status_code == 422
    post(client, at("officials:roll_restore", made, ada.pk), reason="Back.")
    assert "Left." in client.get(at("officials:roll_entry", made, ada.pk)).content.decode()
    assert client.post(at("officials:roll_restore", made, ada.pk), {"reason": "Back."}).status_code == 422


def test_an_entry_of_another_election_is_not_found() -> None:
    made = cast()
    other = running.create(made.body, made.marta, now(), timeline=made.election.timeline, title="O", slug="o", seats=1)
    stray = RollEntry.objects.create(election=other, name="Stray")
    for name in rolls.OF_ENTRY:
        assert as_(made.olga).get(at(f"officials:roll_{name}", made, stray.pk)).status_code == 404


def test_a_late_voter_waits_for_another_official_and_is_counted_in_public() -> None:
    made = cast(Phase.VOTING)
    two = running_official(made)
    told = {"name": "Vera", "known_by": "vera@saltmarsh.example", "reason": "Overlooked."}
    assert (
        "Another official has to agree now"
        in post(as_(made.olga), at("officials:roll_add", made), **told).content.decode()
    )
    act = RollAct.objects.get()
    second = at("officials:roll_second", made, act.pk)
    assert "another official has to agree" in post(as_(made.olga), second, agrees="yes").content.decode()
    assert "Choose whether" in post(as_(two), second, agrees="perhaps").content.decode()
    assert "It is done." in post(as_(two), second, agrees="yes").content.decode()
    assert "added after voting opened" in as_(None).get(at("roll:show", made)).content.decode()
    entry = RollEntry.objects.get()
    struck = as_(made.olga).post(at("officials:roll_strike", made, entry.pk), {"reason": "Left."})
    assert struck.status_code == 422
    assert "Voting has opened" in struck.content.decode()


def running_official(made: Cast) -> User:
    """A second official."""
    made.election.officials.create(email=made.mia.email, name="Mia", user=made.mia)
    return made.mia


def test_another_account_is_proposed_and_agreed_to() -> None:
    made = cast()
    roll.add(made.election, "Vera", [made.vera.email], "Overlooked.", made.olga, now())
    entry, two = RollEntry.objects.get(), running_official(made)
    url = at("officials:roll_rebind", made, entry.pk)
    bad = as_(made.olga).post(url, {"address": "nobody@x.example", "reason": "Mixed up."})
    assert "Nobody has signed in with this address" in bad.content.decode()
    post(as_(made.olga), url, address="MIA@saltmarsh.example", reason="Mixed up.")
    post(as_(two), at("officials:roll_second", made, RollAct.objects.latest("pk").pk), agrees="yes")
    entry.refresh_from_db()
    assert entry.user == made.mia


def test_whoever_is_signed_in_sees_whether_they_are_on_the_roll_and_asks() -> None:
    made = cast()
    vera = as_(made.vera)
    assert "Nobody has been put on the roll yet" in vera.get(at("roll:show", made)).content.decode()
    roll.add(made.election, "Ada", ["ada@x.example"], "Overlooked.", made.olga, now())
    text = vera.get(at("roll:show", made)).content.decode()
    assert "None of your addresses is on the roll" in text
    assert "vera@saltmarsh.example" in text
    assert "ada@x.example" not in text
    asked = post(vera, at("roll:ask", made), name="Vera", why="I wrote the manual.")
    assert "have yet to decide" in asked.content.decode()
    assert vera.post(at("roll:ask", made), {"name": "Vera", "why": "Please."}).status_code == 422
    olga = as_(made.olga)
    assert "Somebody asks to be on the voter roll" in olga.get(at("officials:console", made)).content.decode()
    decide = at("officials:roll_decide", made, RollRequest.objects.get().pk)
    assert "I wrote the manual." in olga.get(decide).content.decode()
    assert olga.post(decide, {"reason": "Right."}).status_code == 422
    assert olga.post(decide, {"granted": "yes"}).status_code == 422
    post(olga, decide, granted="yes", reason="You did.")
    assert olga.post(decide, {"granted": "no", "reason": "No."}).status_code == 422
    text = vera.get(at("roll:show", made)).content.decode()
    assert "Yes, you are on the roll" in text
    assert "You did." in text
    assert "You did." not in as_(made.mia).get(at("roll:show", made)).content.decode()


@pytest.mark.parametrize("data", [{}, {"name": "V"}, {"name": "V", "why": "\u200b"}, {"name": "V", "why": "w" * 2001}])
def test_a_bad_request_is_said_beside_its_field(data: dict[str, str]) -> None:
    made = cast()
    assert as_(made.vera).post(at("roll:ask", made), data).status_code == 422
    assert not RollRequest.objects.exists()


def test_a_request_that_comes_too_late_is_not_lost() -> None:
    made = cast(Phase.COUNTING)
    answer = as_(made.vera).post(at("roll:ask", made), {"name": "Vera", "why": "I wrote the manual."})
    assert answer.status_code == 403
    assert "The vote is over" in answer.content.decode()
    assert "I wrote the manual." in answer.content.decode()


@pytest.mark.parametrize("public", [False, True])
def test_names_are_public_where_the_election_says_so_and_addresses_never(*, public: bool) -> None:
    made = cast()
    Election.objects.update(roll_names=public)
    roll.add(made.election, "Ada Lovelace", ["ada@x.example"], "Overlooked.", made.olga, now())
    roll.add(made.election, "", ["bo@x.example", "github:bohandle"], "Overlooked.", made.olga, now())
    roll.add(made.election, "", ["cy@x.example"], "Overlooked.", made.olga, now())
    roll.strike(RollEntry.objects.get(name="Ada Lovelace"), "Left.", made.olga, now())
    roll.restore(RollEntry.objects.get(name="Ada Lovelace"), "Back.", made.olga, now())
    for user in (None, made.vera):
        client = as_(user)
        text = client.get(at("roll:show", made)).content.decode()
        assert ("Ada Lovelace" in text, "bohandle" in text) == (public, public)
        pages = text + client.get(reverse("journal:show", args=[made.election.slug])).content.decode()
        assert "x.example" not in pages


def test_the_public_page_asks_few_queries_with_names_too() -> None:
    made = cast()
    Election.objects.update(roll_names=True)
    rolls.furnish(made, 5)
    for user in (None, made.vera, made.cleo, made.olga):
        client = as_(user)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at("roll:show", made)).status_code == 200
        assert len(queries) <= 12


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_compute_is_inert(cell: str) -> None:
    assert exporting.inert(cell).startswith("'")
    assert exporting.inert("Ada") == "Ada"


def test_what_is_exported_can_be_brought_in_again() -> None:
    made = cast()
    roll.add(made.election, "=Ada", ["ada@x.example", "github:ada"], "Overlooked.", made.olga, now())
    answer = as_(made.olga).get(at("officials:roll_export", made))
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert rows == [["name", "known_by", "state"], ["'=Ada", "ada@x.example github:ada", "not signed in yet"]]
    again = give(as_(made.olga), made, answer.content.decode())
    assert again.context["plan"].counts["already there"] == 1


def test_only_eligible_voters_ask_where_the_election_says_so() -> None:
    made = cast()
    Election.objects.update(asking=Asking.VOTERS)
    made.election.refresh_from_db()
    roll.add(made.election, "Vera", [made.vera.email], "Overlooked.", made.olga, now())
    assert ASK.allows(standing_of(made.vera, made.election, now()))
    assert not ASK.allows(standing_of(made.mia, made.election, now()))
    refused = as_(made.mia).get(at("questions:ask", made))
    assert refused.status_code == 403
    assert "Only eligible voters" in refused.content.decode()
    assert at("roll:show", made) in refused.content.decode()
    assert as_(made.vera).get(at("questions:ask", made)).status_code == 200
    overview = as_(made.mia).get(made.election.get_absolute_url()).content.decode()
    assert "Ask the candidates a question" not in overview
    assert "Sign in and ask" in as_(None).get(made.election.get_absolute_url()).content.decode()
    roll.strike(RollEntry.objects.get(), "Left.", made.olga, now())
    assert not ASK.allows(standing_of(made.vera, made.election, now()))
    Election.objects.update(asking=Asking.ANYBODY)
    assert as_(made.mia).get(at("questions:ask", made)).status_code == 200


def test_who_may_ask_is_a_setting_on_record() -> None:
    made = cast()
    client = as_(made.olga)
    initial = client.get(at("officials:settings", made)).context["form"].initial
    told = {key: value for key, value in initial.items() if value not in (None, False)} | {"asking": "voters"}
    post(client, at("officials:settings", made), **told)
    assert Election.objects.get().asking == "voters"
    assert "only eligible voters" in client.get(reverse("journal:show", args=[made.election.slug])).content.decode()


def test_a_file_of_20_mb_is_refused_at_once() -> None:
    made = cast()
    client = as_(made.olga)
    file = SimpleUploadedFile("roll.csv", b"ada@x.example\n" * 1_500_000)
    began = time.process_time()
    answer = client.post(at("officials:roll_import", made), {"chosen": file})
    assert time.process_time() - began < 2
    assert answer.status_code == 422
    assert "larger than 5 MB" in answer.content.decode()
