"""The commands of a site's first hour: a manager with a link, a test mail."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.fixtures import Settings

from election.models import JournalEntry, User
from tests.cast import person

pytestmark = pytest.mark.django_db


def said(command: str, *args: str) -> str:
    out = StringIO()
    call_command(command, *args, stdout=out)
    return out.getvalue()


def test_a_manager_is_made_and_signs_in_by_the_printed_link_once() -> None:
    told = said("make_manager", "Marta@saltmarsh.example", "--name", "Marta")
    url = re.search(r"http://\S+", told)
    assert url
    path = url[0].removeprefix("http://testserver")
    client = Client()
    client.post(path)
    assert client.get("/manage/").status_code == 200
    assert Client().post(path).status_code == 410
    marta = User.objects.get()
    assert (marta.email, marta.name, marta.is_manager) == ("marta@saltmarsh.example", "Marta", True)
    assert EmailAddress.objects.get(user=marta).verified


def test_somebody_with_an_account_is_promoted_and_it_stands_in_the_journal() -> None:
    person("Mia")
    said("make_manager", "mia@saltmarsh.example")
    said("make_manager", "mia@saltmarsh.example")
    assert User.objects.get().is_manager
    assert [entry.deed for entry in JournalEntry.objects.all()] == ["manager made"]


def test_a_promoted_persons_main_address_stays_their_main_address() -> None:
    mia = person("Mia")
    said("make_manager", "mia@saltmarsh.example")
    assert EmailAddress.objects.get(user=mia).primary


def test_a_manager_gets_nothing_from_a_stranger_who_signed_up_with_their_address() -> None:
    stranger = Client()
    stranger.post("/account/sign-up/", {"display_name": "A stranger", "email": "marta@saltmarsh.example"})
    before = User.objects.get()
    assert "Marta is a site manager" in said("make_manager", "marta@saltmarsh.example", "--name", "Marta")
    marta = User.objects.get()
    assert (marta.pk, marta.name, marta.generation) == (before.pk, "Marta", before.generation + 1)
    stranger.get("/account/addresses/code/")
    assert stranger.get("/manage/").status_code == 302
    assert [(row.user, row.verified) for row in EmailAddress.objects.all()] == [(marta, True)]


def test_a_manager_gets_an_address_that_others_claimed_without_proof() -> None:
    for name in ("Mia", "Sam"):
        EmailAddress.objects.create(user=person(name), email="marta@saltmarsh.example", verified=False)
    said("make_manager", "marta@saltmarsh.example")
    assert [user.email for user in User.objects.filter(is_manager=True)] == ["marta@saltmarsh.example"]
    assert EmailAddress.objects.get(email="marta@saltmarsh.example").user.is_manager


@pytest.mark.parametrize("command", ["make_manager", "send_test_mail"])
def test_what_is_no_address_is_refused(command: str) -> None:
    with pytest.raises(CommandError, match="“olga” is not an e-mail address"):
        said(command, "olga")


def test_a_test_mail_leaves(settings: Settings) -> None:
    settings.MAIL_WORKS = True
    assert "left" in said("send_test_mail", "olga@saltmarsh.example")
    assert mail.outbox[0].to == ["olga@saltmarsh.example"]


def test_without_mail_the_test_mail_says_what_to_set(settings: Settings) -> None:
    settings.MAIL_WORKS = False
    with pytest.raises(CommandError, match="Set EMAIL_URL"):
        said("send_test_mail", "olga@saltmarsh.example")


def test_a_server_that_refuses_is_told_plainly(settings: Settings) -> None:
    settings.MAIL_WORKS = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match=r"did not leave.*Look at EMAIL_URL"):
        said("send_test_mail", "olga@saltmarsh.example")
