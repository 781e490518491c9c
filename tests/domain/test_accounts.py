"""Accounts: verified addresses make officials and candidates, never both of one election; links are good for once."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress

from election.domain import accounts, addresses, candidacies, officials
from election.domain.refusals import Refused
from election.models import Candidacy, Official, User
from tests.cast import cast, now, person

pytestmark = pytest.mark.django_db


def own(user: User, email: str, *, verified: bool = True) -> None:
    EmailAddress.objects.create(user=user, email=email, verified=verified)


def test_an_address_that_was_not_verified_makes_nobody_anything() -> None:
    made = cast()
    officials.appoint(made.election, "vera@work.example", "", made.marta, now())
    candidacies.add(made.election, "Mia", ["mia@work.example"], made.olga, now())
    own(made.vera, "vera@work.example", verified=False)
    own(made.mia, "mia@work.example", verified=False)
    assert accounts.claim(made.vera) == accounts.claim(made.mia) == []
    assert not Official.objects.filter(user=made.vera).exists()
    assert not Candidacy.objects.filter(user=made.mia).exists()


def test_upper_and_lower_case_make_no_difference() -> None:
    made = cast()
    officials.appoint(made.election, "Vera@Work.example", "", made.marta, now())
    own(made.vera, "VERA@work.EXAMPLE")
    accounts.claim(made.vera)
    assert Official.objects.get(email="vera@work.example").user == made.vera


def test_a_person_appointed_under_two_addresses_becomes_the_official_once() -> None:
    made = cast()
    for address in ("vera@work.example", "vera@home.example"):
        officials.appoint(made.election, address, "", made.marta, now())
        own(made.vera, address)
    assert accounts.claim(made.vera) == []
    assert [official.email for official in Official.objects.filter(user=made.vera)] == ["vera@work.example"]


def test_a_person_on_the_slate_twice_becomes_the_first_candidate() -> None:
    made = cast()
    first = candidacies.add(made.election, "Vera", ["vera@work.example"], made.olga, now())
    candidacies.add(made.election, "Vera Again", ["vera@home.example"], made.olga, now())
    own(made.vera, "vera@work.example")
    own(made.vera, "vera@home.example")
    assert accounts.claim(made.vera) == []
    assert list(Candidacy.objects.filter(user=made.vera)) == [first]


def test_an_official_does_not_become_a_candidate_and_reads_whom_to_tell() -> None:
    made = cast()
    candidacies.add(made.election, "Olga", ["olga@home.example"], made.olga, now())
    own(made.olga, "olga@home.example")
    conflicts = accounts.claim(made.olga)
    assert ["Write to elections@saltmarsh.example." in c.sentence for c in conflicts] == [True]
    assert not Candidacy.objects.filter(user=made.olga).exists()
    made.election.contact = ""
    assert accounts.Conflict(made.election).sentence.endswith("nobody can be both. Tell the officials.")


def test_what_another_was_bound_to_stays_theirs() -> None:
    made = cast()
    own(made.vera, "carl@home.example")
    made.carls.addresses.create(election=made.election, email="carl@home.example")
    accounts.claim(made.vera)
    made.carls.refresh_from_db()
    assert made.carls.user == made.carl


def test_a_proved_address_leaves_finished_accounts_alone() -> None:
    mia, vera = person("Mia"), person("Vera")
    began = User.objects.create_user("vera@work.example", "Mallory")
    own(began, "vera@work.example", verified=False)
    addresses.make_way("Vera@Work.example", vera)
    assert set(User.objects.all()) == {mia, vera}
    addresses.make_way("mia@saltmarsh.example", vera)
    assert set(User.objects.all()) == {mia, vera}


def test_an_address_is_taken_once_somebody_else_has_verified_it() -> None:
    mia, vera = person("Mia"), person("Vera")
    own(mia, "shared@work.example", verified=False)
    assert not addresses.taken("shared@work.example", vera)
    assert addresses.taken("MIA@saltmarsh.example", vera)
    assert addresses.taken("mia@saltmarsh.example", None)
    assert not addresses.taken("mia@saltmarsh.example", mia)


def test_a_link_is_good_for_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    mia, real = person("Mia"), time.time
    token = accounts.link_token(mia)
    hour = timedelta(hours=1).total_seconds()
    monkeypatch.setattr(time, "time", lambda: real() + hour - 5)
    assert accounts.linked(token) == mia
    monkeypatch.setattr(time, "time", lambda: real() + hour + 5)
    with pytest.raises(Refused, match="too old"):
        accounts.linked(token)


def test_signing_out_everywhere_spoils_links_too() -> None:
    mia = person("Mia")
    token = accounts.link_token(mia)
    accounts.sign_out_everywhere(mia)
    with pytest.raises(Refused, match="used already"):
        accounts.use_link(token)


def test_a_closed_account_cannot_be_entered_by_a_link() -> None:
    mia = person("Mia")
    token = accounts.link_token(mia)
    User.objects.update(is_active=False)
    with pytest.raises(Refused):
        accounts.use_link(token)
