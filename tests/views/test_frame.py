"""The frame of every page: who one is, in which colours, what the house has to say."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from election.models import User
from election.urls import urlpatterns as real

pytestmark = pytest.mark.django_db

PAGE = "/about/how/"


def somewhere(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


demo = [path("demo/", somewhere, name="people"), path("demo/mail/", somewhere, name="mail")]
urlpatterns = [*real, path("", include((demo, "demo")))]


def reader(**fields: object) -> Client:
    client = Client()
    client.force_login(
        User.objects.create_user("vera@saltmarsh.example", "Vera <V>", **fields),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return client


def page(client: Client) -> str:
    return client.get(PAGE).content.decode()


def test_a_signed_in_reader_sees_their_name() -> None:
    html = page(reader())
    assert "<bdi>Vera &lt;V&gt;</bdi>" in html
    assert "Sign in" not in html


def test_ones_own_choice_of_colours_is_written_into_the_page() -> None:
    assert '<html lang="en" data-scheme="dark">' in page(reader(scheme="dark"))
    assert '<html lang="en">' in page(Client())


def test_only_site_managers_are_led_to_managing() -> None:
    assert ">Manage</a>" not in page(reader())


def test_site_managers_are_led_to_managing_and_told_that_mail_does_not_work() -> None:
    manager = reader(is_manager=True)
    assert ">Manage</a>" in page(manager)
    with override_settings(MAIL_WORKS=False):
        assert "Mail does not leave this site yet" in page(manager)
    with override_settings(MAIL_WORKS=True):
        assert "Mail does not leave this site yet" not in page(manager)


def test_the_demo_offers_to_be_somebody_else_on_this_machine_only() -> None:
    with override_settings(DEMO=True, ROOT_URLCONF=__name__):
        assert '<a href="/demo/">Be somebody else</a>' in page(Client())
        assert "This is a demo." not in page(Client(REMOTE_ADDR="203.0.113.5"))
    assert "This is a demo." not in page(Client())


@pytest.mark.parametrize("attribute", [" style=", " onclick=", "<style", "javascript:"])
def test_nothing_in_the_frame_asks_for_a_looser_policy(attribute: str) -> None:
    assert attribute not in page(reader(is_manager=True))


def test_the_community_is_named_beside_the_wordmark_where_it_has_a_name() -> None:
    with override_settings(SITE_NAME="Saltmarsh project"):
        assert '<span class="house">Saltmarsh project</span>' in page(Client())
    with override_settings(SITE_NAME=""):
        assert 'class="house"' not in page(Client())
