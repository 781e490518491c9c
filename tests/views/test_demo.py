"""The demo's mailbox and its "be somebody else" exist only with DEMO=1, and only from this machine."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import clear_url_caches, get_resolver
from pytest_django.fixtures import Settings

import election.urls
from election.domain import personas
from election.domain.personas import Persona
from tests.cast import person

pytestmark = pytest.mark.django_db

PAGES = ("/demo/", "/demo/mail/", "/demo/be/mia/")


@pytest.fixture
def demo(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """A site with DEMO=1, and Mia to be."""
    settings.DEMO = settings.MAIL_WORKS = True
    settings.DATA_DIR = tmp_path
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    _again()
    person("Mia")
    personas.remember([Persona("mia", "Mia", "mia@saltmarsh.example", "Member. Asks.")])
    cache.clear()
    yield
    settings.DEMO = False
    _again()


def _again() -> None:
    """Reads the URL table again, as at a start with other settings."""
    importlib.reload(election.urls)
    clear_url_caches()


def test_without_demo_its_pages_are_not_in_the_url_table() -> None:
    assert "demo" not in get_resolver().namespace_dict
    assert [Client().get(url).status_code for url in PAGES] == [404, 404, 404]


@pytest.mark.usefixtures("demo")
def test_from_elsewhere_the_pages_do_not_exist() -> None:
    for url in PAGES:
        assert Client(REMOTE_ADDR="192.0.2.7").get(url).status_code == 404
        assert Client(HTTP_X_FORWARDED_FOR="192.0.2.7").get(url).status_code == 404
        assert Client(HTTP_X_FORWARDED_FOR="").get(url).status_code == 404
        assert Client(REMOTE_ADDR="192.0.2.7").post(url).status_code == 404


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("url", ["/demo/", "/demo/mail/"])
def test_pages_to_read_refuse_forms_in_style(url: str) -> None:
    answer = Client().post(url)
    assert answer.status_code == 405
    assert "does not work that way" in answer.content.decode()


@pytest.mark.usefixtures("demo")
def test_the_other_address_of_this_machine_is_near_too() -> None:
    assert Client(REMOTE_ADDR="::1").get("/demo/").status_code == 200


@pytest.mark.usefixtures("demo")
def test_one_can_be_somebody_else_with_one_click() -> None:
    client = Client()
    assert "Be Mia" in client.get("/demo/").content.decode()
    client.post("/demo/be/mia/")
    assert "Mia" in client.get("/account/settings/").content.decode()


@pytest.mark.usefixtures("demo")
def test_a_printed_link_signs_in_and_an_address_typed_by_hand_does_not() -> None:
    client = Client()
    assert client.get("/demo/be/mia/")["Location"] == "/demo/"
    assert client.get("/demo/be/mia/?token=forged")["Location"] == "/demo/"
    assert client.get("/account/settings/").status_code == 302
    client.get(personas.personas()[0].path)
    assert client.get("/account/settings/").status_code == 200
    assert client.get("/demo/be/nobody/").status_code == 404


@pytest.mark.usefixtures("demo")
def test_the_mailbox_shows_the_code_that_was_sent(settings: Settings) -> None:
    mail.outbox.clear()
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    client = Client()
    assert "No mail yet" in client.get("/demo/mail/").content.decode()
    client.post("/account/sign-in/", {"email": "mia@saltmarsh.example"})
    html = client.get("/demo/mail/").content.decode()
    assert "to mia@saltmarsh.example" in html
    code = html.partition('id="code-1">')[2][:6]
    client.post("/account/sign-in/code/", {"code": code})
    assert client.get("/account/settings/").status_code == 200
