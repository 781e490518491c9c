"""People in the browser: sign up and in by a code, several addresses, settings, sign out everywhere, one-time links."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from election.domain import accounts, candidacies, officials
from election.models import User
from tests.cast import cast, now, person

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/sign-in/"
CODE = "/account/sign-in/code/"


@pytest.fixture(autouse=True)
def _mail_works(settings: Settings) -> None:
    settings.MAIL_WORKS = True
    cache.clear()  # what rate limits remember


def the_code() -> str:
    found = re.search(r"^\s+(\d{6})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


def ask_for_code(email: str, **query: str) -> Client:
    client = Client()
    client.post(SIGN_IN, {"email": email, **query})
    return client


def plain(answer: Any) -> str:
    """The page without the secret of its form."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", answer.content.decode())


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_code_sent_to_the_address_signs_in_and_leads_back() -> None:
    person("Mia")
    client = ask_for_code("MIA@saltmarsh.example", next="/about/how/")
    answer = client.post(CODE, {"code": the_code(), "next": "/about/how/"})
    assert (answer.status_code, answer["Location"]) == (302, "/about/how/")
    assert is_signed_in(client)


def test_a_wrong_code_is_said_beside_the_field_and_does_not_sign_in() -> None:
    person("Mia")
    client = ask_for_code("mia@saltmarsh.example")
    wrong = "000000" if the_code() != "000000" else "111111"
    answer = client.post(CODE, {"code": wrong})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "This is not the code we sent" in html
    assert "<title>Error: " in html
    assert not is_signed_in(client)


def test_after_three_wrong_codes_the_right_one_no_longer_works() -> None:
    person("Mia")
    client = ask_for_code("mia@saltmarsh.example")
    right = the_code()
    for _ in range(3):
        client.post(CODE, {"code": "abcdef"})
    client.post(CODE, {"code": right})
    assert not is_signed_in(client)


def test_a_known_and_an_unknown_address_cannot_be_told_apart() -> None:
    person("Mia")
    known, unknown = Client(), Client()
    first = known.post(SIGN_IN, {"email": "mia@saltmarsh.example"})
    second = unknown.post(SIGN_IN, {"email": "xyz@saltmarsh.example"})
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    pages = [c.get(CODE).content.decode() for c in (known, unknown)]
    pages = [re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", p) for p in pages]
    assert pages[0].replace("mia@", "xyz@") == pages[1]
    assert [letter.to for letter in mail.outbox] == [["mia@saltmarsh.example"], ["xyz@saltmarsh.example"]]


def test_wrong_codes_and_new_ones_do_not_tell_known_from_unknown_either() -> None:
    person("Mia")
    known, unknown = ask_for_code("mia@saltmarsh.example"), ask_for_code("xyz@saltmarsh.example")
    tries = ({"code": "abcdef"}, {"action": "resend"}, {"code": "abcdef"}, {"code": "abcdef"}, {"code": "abcdef"})
    for typed in tries:
        first, second = known.post(CODE, typed), unknown.post(CODE, typed)
        assert (first.status_code, first.get("Location")) == (second.status_code, second.get("Location"))
        assert plain(first).replace("mia@", "xyz@") == plain(second)
    assert "tried too often" in plain(known.get(SIGN_IN))
    assert "tried too often" in plain(unknown.get(SIGN_IN))


def test_an_unknown_address_is_told_by_mail_alone_where_to_make_an_account() -> None:
    ask_for_code("xyz@saltmarsh.example")
    assert "http://testserver/account/sign-up/" in str(mail.outbox[-1].body)


def test_a_code_that_is_too_old_is_refused_in_a_sentence_and_the_way_is_not_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person("Mia")
    client = ask_for_code("mia@saltmarsh.example")
    code, real = the_code(), time.time
    monkeypatch.setattr(time, "time", lambda: real() + 15 * 60 + 1)
    answer = client.post(CODE, {"code": code, "next": "/about/how/"})
    assert answer["Location"] == "/account/sign-in/?next=%2Fabout%2Fhow%2F"
    html = plain(client.get(answer["Location"]))
    assert "This code is too old. Ask for a new one." in html
    assert 'value="/about/how/"' in html
    assert not is_signed_in(client)


def test_a_code_is_good_as_long_as_its_mail_says(monkeypatch: pytest.MonkeyPatch) -> None:
    person("Mia")
    client = ask_for_code("mia@saltmarsh.example")
    code, real = the_code(), time.time
    assert "good for 15 minutes" in str(mail.outbox[-1].body)
    assert "good for 15 minutes" in plain(client.get(CODE))
    monkeypatch.setattr(time, "time", lambda: real() + 14 * 60)
    client.post(CODE, {"code": code})
    assert is_signed_in(client)


def test_mails_name_the_site_and_lead_nowhere_else(settings: Settings) -> None:
    settings.SITE_NAME, settings.SITE_URL = "Salt & Marsh", "https://vote.saltmarsh.example"
    person("Mia")
    ask_for_code("mia@saltmarsh.example")
    ask_for_code("xyz@saltmarsh.example")
    cache.clear()
    Client().post("/account/sign-up/", {"display_name": "Mia", "email": "mia@saltmarsh.example"})
    for letter in mail.outbox:
        assert letter.subject.startswith("Salt & Marsh: ")
        assert "Salt & Marsh" in str(letter.body)
        assert set(re.findall(r"https?://[^/\s]+", str(letter.body))) == {"https://vote.saltmarsh.example"}
        assert "you can forget this" in " ".join(str(letter.body).split())


def test_where_the_mail_server_refuses_a_page_says_so(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    for url in (SIGN_IN, "/account/sign-up/"):
        answer = Client().post(url, {"display_name": "Sam", "email": "sam@saltmarsh.example"})
        assert answer.status_code == 503
        assert "The mail did not leave" in plain(answer)
    assert "A mail did not leave: ConnectionRefusedError" in caplog.text
    assert "sam@" not in caplog.text


def test_signing_up_asks_for_a_name_and_proves_the_address() -> None:
    client = Client()
    answer = client.post("/account/sign-up/", {"display_name": "Sam", "email": "Sam@Saltmarsh.example"})
    assert answer["Location"] == "/account/addresses/code/"
    client.post("/account/addresses/code/", {"code": the_code()})
    sam = User.objects.get(email="sam@saltmarsh.example")
    assert is_signed_in(client)
    assert sam.name == "Sam"
    assert not sam.has_usable_password()
    assert EmailAddress.objects.get(user=sam).verified


def test_signing_up_with_a_known_address_tells_only_its_owner() -> None:
    person("Mia")
    new, known = Client(), Client()
    answers = [
        client.post("/account/sign-up/", {"display_name": "M", "email": f"{name}@saltmarsh.example"})
        for client, name in ((new, "new"), (known, "mia"))
    ]
    assert {(a.status_code, a["Location"]) for a in answers} == {(302, "/account/addresses/code/")}
    assert mail.outbox[-1].subject == "Hustings: you have an account already"
    assert User.objects.filter(email="mia@saltmarsh.example").count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"display_name": "", "email": "a@b.example"}, "Say under which name"),
        ({"display_name": "Sam", "email": ""}, "Enter an e-mail address"),
        ({"display_name": "Sam", "email": "no address"}, "This is not an e-mail address"),
        ({"display_name": "S" * 81, "email": "a@b.example"}, "at most 80"),
    ],
)
def test_a_bad_sign_up_says_why_and_keeps_what_was_typed(typed: dict[str, str], sentence: str) -> None:
    answer = Client().post("/account/sign-up/", typed)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert f'value="{typed["email"]}"' in html or not typed["email"]
    assert not User.objects.exists()


def test_too_many_codes_for_one_address_are_refused_in_a_sentence() -> None:
    person("Mia")
    answers = [Client().post(SIGN_IN, {"email": "mia@saltmarsh.example"}) for _ in range(5)]
    assert answers[-1].status_code == 422
    assert "tried too often" in answers[-1].content.decode()
    assert len(mail.outbox) < 5


def test_who_signs_in_with_a_candidates_address_is_that_candidate() -> None:
    made = cast()
    sam = candidacies.add(made.election, "Sam", ["sam@work.example", "sam@home.example"], made.olga, now())
    client = Client()
    client.post("/account/sign-up/", {"display_name": "Sam", "email": "SAM@home.example"})
    client.post("/account/addresses/code/", {"code": the_code()})
    sam.refresh_from_db()
    assert sam.user == User.objects.get(email="sam@home.example")
    assert "Waits for you" in client.get("/e/council-spring/").content.decode()


def test_an_address_verified_later_makes_an_official() -> None:
    made = cast()
    officials.appoint(made.election, "vera@work.example", "Vera", made.marta, now())
    client = Client()
    client.force_login(made.vera)
    assert client.get("/e/council-spring/officials/").status_code == 403
    client.post("/account/addresses/", {"email": "vera@work.example", "action_add": "1"})
    client.post("/account/addresses/code/", {"code": the_code()})
    assert client.get("/e/council-spring/officials/").status_code == 200


def test_an_address_is_not_lost_to_somebody_who_only_began_to_sign_up_with_it() -> None:
    vera = person("Vera")
    Client().post("/account/sign-up/", {"display_name": "Mallory", "email": "vera@work.example"})
    cache.clear()
    client = Client()
    client.force_login(vera)
    client.post("/account/addresses/", {"email": "vera@work.example", "action_add": "1"})
    assert "this code shows that this address is yours" in str(mail.outbox[-1].body)
    answer = client.post("/account/addresses/code/", {"code": the_code()})
    assert answer["Location"] == "/account/addresses/"
    client.post("/account/addresses/", {"email": "vera@work.example", "action_primary": "1"})
    assert [(u.name, u.email) for u in User.objects.all()] == [("Vera", "vera@work.example")]


def test_an_address_that_waits_for_its_code_is_not_forgotten() -> None:
    client = Client()
    client.force_login(person("Vera"))
    client.post("/account/addresses/", {"email": "vera@work.example", "action_add": "1"})
    html = plain(client.get("/account/addresses/"))
    assert "A code was sent to <b>vera@work.example</b>" in html
    client.post("/account/addresses/code/", {"code": the_code()})
    assert "A code was sent" not in plain(client.get("/account/addresses/"))


def test_an_address_that_another_has_verified_cannot_be_added() -> None:
    vera = person("Vera")
    person("Mia")
    client = Client()
    client.force_login(vera)
    client.post("/account/addresses/", {"email": "mia@saltmarsh.example", "action_add": "1"})
    answer = client.post("/account/addresses/code/", {"code": the_code()})
    assert answer.status_code == 422
    assert "This address cannot be used here" in plain(answer)
    assert EmailAddress.objects.get(email="mia@saltmarsh.example").user.name == "Mia"


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("", "Enter an e-mail address"),
        ("vera", "This is not an e-mail address"),
        ("VERA@saltmarsh.example", "one of your addresses"),
    ],
)
def test_a_bad_address_is_refused_beside_its_field(email: str, sentence: str) -> None:
    client = Client()
    client.force_login(person("Vera"))
    answer = client.post("/account/addresses/", {"email": email, "action_add": "1"})
    assert answer.status_code == 422
    assert sentence in plain(answer)
    assert "<title>Error: " in plain(answer)


@pytest.mark.parametrize("email", ["", "mia", "mia@", "a@b@c.example"])
def test_what_is_no_address_is_not_sent_a_code(email: str) -> None:
    answer = Client().post(SIGN_IN, {"email": email})
    assert answer.status_code == 422
    assert "<title>Error: " in plain(answer)
    assert not mail.outbox


def test_too_many_sign_ups_from_one_place_meet_a_page_that_says_so() -> None:
    typed = [{"display_name": "Sam", "email": f"sam{number}@saltmarsh.example"} for number in range(21)]
    answers = [Client().post("/account/sign-up/", fields) for fields in typed]
    assert {a.status_code for a in answers[:20]} == {302}
    assert answers[20].status_code == 429
    assert "Too many tries in a short time" in plain(answers[20])


@pytest.mark.parametrize("path", ["sign-in/", "sign-in/code/", "sign-up/", "sign-out/", "addresses/", "settings/"])
def test_other_methods_than_a_pages_own_are_refused_in_style(path: str) -> None:
    answer = Client().put(f"/account/{path}")
    assert answer.status_code == 405
    assert "does not work that way" in plain(answer)


def test_nobody_is_led_to_another_site() -> None:
    person("Mia")
    client = ask_for_code("mia@saltmarsh.example", next="//elsewhere.example/")
    answer = client.post(CODE, {"code": the_code(), "next": "//elsewhere.example/"})
    assert answer["Location"] == "/"


def test_nobody_becomes_official_and_candidate_of_one_election() -> None:
    made = cast()
    officials.appoint(made.election, "other@carl.example", "", made.marta, now())
    EmailAddress.objects.create(user=made.carl, email="other@carl.example", verified=True)
    conflicts = accounts.claim(made.carl)
    assert [c.election for c in conflicts] == [made.election]
    assert "nobody can be both. Write to elections@saltmarsh.example." in conflicts[0].sentence
    assert made.election.officials.get(email="other@carl.example").user is None


def test_signing_out_everywhere_ends_every_session() -> None:
    mia = person("Mia")
    here, there = Client(), Client()
    here.force_login(mia)
    there.force_login(mia)
    asked = re.sub(r"<[^>]*>", "", plain(here.get("/account/sign-out-everywhere/")))
    assert "this one too" in asked
    assert "None" not in asked
    answer = here.post("/account/sign-out-everywhere/")
    assert "You are signed out everywhere." in plain(here.get(answer["Location"]))
    assert there.get("/account/settings/").status_code == 302
    assert here.get("/account/settings/").status_code == 302


def test_settings_are_kept_and_a_wrong_zone_is_refused() -> None:
    mia = person("Mia")
    client = Client()
    client.force_login(mia)
    wrong = client.post("/account/settings/", {"display_name": "Mia O", "zone": "Mars/Base", "scheme": "dark"})
    assert wrong.status_code == 422
    assert "This time zone is not known" in wrong.content.decode()
    assert 'value="Mia O"' in wrong.content.decode()
    client.post("/account/settings/", {"display_name": "Mia O", "zone": "africa/nairobi", "scheme": "dark"})
    mia.refresh_from_db()
    assert (mia.display_name, mia.zone, mia.scheme) == ("Mia O", "Africa/Nairobi", "dark")
    assert 'data-scheme="dark"' in client.get("/").content.decode()


def numbers(kept: Any) -> Iterator[float]:
    """Every number anywhere in what a session keeps."""
    if isinstance(kept, dict):
        kept = [*kept.keys(), *kept.values()]
    if isinstance(kept, list):
        for part in kept:
            yield from numbers(part)
    if isinstance(kept, int | float):
        yield kept


def test_no_time_of_signing_in_is_stored() -> None:
    mia = person("Mia")
    client = ask_for_code("mia@saltmarsh.example")
    client.post(CODE, {"code": the_code()})
    assert client.session["_auth_user_id"] == str(mia.pk)
    assert [number for number in numbers(dict(client.session.items())) if number > 1_000_000_000] == []
    columns = {
        column.name for column in connection.introspection.get_table_description(connection.cursor(), "election_user")
    }
    assert "last_login" not in columns
    expiry = client.session.get_expiry_date()
    assert (expiry.hour, expiry.minute, expiry.second, expiry.microsecond) == (0, 0, 0, 0)


def test_a_link_signs_in_once() -> None:
    mia = person("Mia")
    url = reverse("accounts:link", args=[accounts.link_token(mia)])
    first, second = Client(), Client()
    assert "Sign in as Mia?" in first.get(url).content.decode()
    assert not is_signed_in(first)
    first.post(url)
    assert is_signed_in(first)
    again = second.post(url)
    assert again.status_code == 410
    assert not is_signed_in(second)


def test_a_forged_link_is_refused_in_a_sentence() -> None:
    answer = Client().get("/account/link/abc/")
    assert answer.status_code == 410
    assert "too old, or not complete" in answer.content.decode()


def test_without_working_mail_the_sign_in_page_says_so(settings: Settings) -> None:
    settings.MAIL_WORKS = False
    assert "Mail is not set up" in Client().get(SIGN_IN).content.decode()


@pytest.mark.parametrize("path", ["password/change/", "password/reset/", "reauthenticate/", "login/", "password/set/"])
def test_pages_for_passwords_do_not_exist(path: str) -> None:
    assert Client().get(f"/account/{path}").status_code == 404
