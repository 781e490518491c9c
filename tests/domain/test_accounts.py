"""Accounts: a one-time link is good once, and nobody is made twice, however many try at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from allauth.account.models import EmailAddress
from django.db import connection

from election.domain import accounts
from election.domain.refusals import Refused
from election.models import JournalEntry, Official, User
from tests.cast import cast, now, person

AT_ONCE = 8


def together(act: Callable[[], object]) -> list[str]:
    """What each of several threads got from doing it at the same moment: "done" or the refusal."""

    def one(_: int) -> str:
        try:
            act()
        except Refused as no:
            return str(no)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


def test_a_link_clicked_many_times_at_once_signs_in_once(committed_db: None) -> None:
    mia = person("Mia")
    token = accounts.link_token(mia)
    assert together(lambda: accounts.use_link(token)).count("done") == 1
    mia.refresh_from_db()
    assert mia.generation == 1


def test_a_known_person_made_manager_many_times_at_once_is_so_once(committed_db: None) -> None:
    person("Mia")
    assert set(together(lambda: accounts.make_manager("mia@saltmarsh.example", now()))) == {"done"}
    assert [entry.deed for entry in JournalEntry.objects.all()] == ["manager made"]


def test_signing_out_everywhere_many_times_at_once_counts_each(committed_db: None) -> None:
    mia = person("Mia")
    together(lambda: accounts.sign_out_everywhere(User.objects.get(pk=mia.pk)))
    mia.refresh_from_db()
    assert mia.generation == AT_ONCE


def test_an_official_claimed_in_many_windows_at_once_is_bound_once(committed_db: None) -> None:
    made = cast()
    EmailAddress.objects.create(user=made.vera, email="vera@work.example", verified=True)
    Official.objects.create(election=made.election, email="vera@work.example")
    assert set(together(lambda: accounts.claim(made.vera))) == {"done"}
    assert Official.objects.filter(user=made.vera).count() == 1
