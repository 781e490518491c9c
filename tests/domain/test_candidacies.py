"""Who a candidate is: bound by any of several verified addresses, corrected in public, never an official."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress

from election.domain import accounts, candidacies, officials
from election.domain.refusals import Refused
from election.models import Candidacy, JournalEntry, Official, User
from election.models.candidacy import sort_key
from election.permissions.times import statement_deadline
from election.timeline import Phase
from tests.cast import cast, now

pytestmark = pytest.mark.django_db


def verify(user: User, email: str) -> None:
    EmailAddress.objects.create(user=user, email=email, verified=True)


def test_whoever_signs_in_with_one_of_several_addresses_becomes_the_candidate() -> None:
    made = cast()
    nell = candidacies.add(made.election, "Nell", ["nell@home.example", "Vera@Saltmarsh.example"], made.olga, now())
    assert nell.user == made.vera
    later = candidacies.add(made.election, "Mia", ["mia@home.example", "mia@work.example"], made.olga, now())
    assert later.user is None
    EmailAddress.objects.create(user=made.mia, email="mia@home.example", verified=False)
    accounts.claim(made.mia)
    later.refresh_from_db()
    assert later.user is None, "an address that is not verified makes nobody a candidate"
    verify(made.mia, "mia@work.example")
    accounts.claim(made.mia)
    later.refresh_from_db()
    assert later.user == made.mia


def test_an_official_who_verifies_a_candidates_address_does_not_become_both() -> None:
    made = cast()
    nell = candidacies.add(made.election, "Nell", ["nell@home.example"], made.olga, now())
    verify(made.olga, "nell@home.example")
    assert [conflict.election for conflict in accounts.claim(made.olga)] == [made.election]
    nell.refresh_from_db()
    assert nell.user is None


def test_a_candidate_who_verifies_an_officials_address_does_not_become_both() -> None:
    made = cast()
    officials.appoint(made.election, "cleo@work.example", "Somebody", made.marta, now())
    verify(made.cleo, "cleo@work.example")
    assert [conflict.election for conflict in accounts.claim(made.cleo)] == [made.election]
    assert not Official.objects.filter(user=made.cleo).exists()


def test_a_person_not_yet_signed_in_is_known_by_their_other_addresses() -> None:
    made = cast()
    officials.appoint(made.election, "vera@work.example", "Vera", made.marta, now())
    verify(made.vera, "vera@work.example")
    with pytest.raises(Refused, match="Officials cannot be candidates"):
        candidacies.add(made.election, "Vera", [made.vera.email], made.olga, now())
    candidacies.add(made.election, "Mia", ["mia@work.example"], made.olga, now())
    verify(made.mia, "mia@work.example")
    with pytest.raises(Refused, match="Candidates cannot be officials"):
        officials.appoint(made.election, made.mia.email, "Mia", made.marta, now())


def test_a_corrected_address_hands_the_candidacy_to_its_owner_and_a_further_one_does_not() -> None:
    made = cast()
    candidacies.correct(made.cleos, [made.vera.email, made.cleo.email], made.olga, now())
    assert Candidacy.objects.get(pk=made.cleos.pk).user == made.cleo
    candidacies.correct(made.cleos, [made.vera.email], made.olga, now())
    assert Candidacy.objects.get(pk=made.cleos.pk).user == made.vera


def test_a_refused_correction_changes_nothing_and_is_not_journalled() -> None:
    made = cast()
    acts = JournalEntry.objects.count()
    with pytest.raises(Refused, match="official of this election"):
        candidacies.correct(made.cleos, [made.olga.email], made.olga, now(), name="Cleo Brook")
    kept = Candidacy.objects.get(pk=made.cleos.pk)
    assert (kept.name, kept.user) == ("Cleo", made.cleo)
    assert [address.email for address in kept.addresses.all()] == [made.cleo.email]
    assert JournalEntry.objects.count() == acts


def test_names_are_journalled_before_and_after() -> None:
    made = cast()
    candidacies.correct(made.cleos, [made.cleo.email], made.olga, now(), name="Cleo Brook", affiliation="Windrow")
    words = JournalEntry.objects.latest("number").text.words
    assert (words["name"], words["affiliation"]) == ("Cleo → Cleo Brook", "none → Windrow")


def test_a_deadline_of_their_own_goes_before_the_usual_one() -> None:
    made = cast(Phase.NOMINATION)
    own = now() + timedelta(days=9)
    candidacies.correct(made.cleos, [made.cleo.email], made.olga, now(), statement_until=own)
    assert statement_deadline(made.election, Candidacy.objects.get(pk=made.cleos.pk)) == own


def test_a_name_of_letters_that_become_many_can_be_ordered() -> None:
    assert len(sort_key("ﷺ" * 100)) == 130
    made = cast()
    assert candidacies.add(made.election, "ﷺ" * 100, [], made.olga, now()).slug
