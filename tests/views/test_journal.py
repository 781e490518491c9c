"""The pages "What officials did" and the site's journal: who, what, why, before and after."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from election.domain import journal
from election.domain.journal import Deed
from election.models import Election, Publication, User
from tests.journals import BEGINNING, council, olga

pytestmark = pytest.mark.django_db


def spring(*, announced: bool = True) -> Election:
    election = Election.objects.create(body=council(), slug="spring", title="Spring election", seats=2)
    if announced:
        Publication.objects.create(election=election, by=olga(), at=BEGINNING)
    return election


@transaction.atomic
def extend(election: Election, hours: int = 1) -> None:
    journal.record(
        Deed.ELECTION_RESCHEDULED,
        by=olga(),
        at=BEGINNING + timedelta(hours=hours),
        election=election,
        before={"answers_closes": "2027-03-19T15:00:00Z"},
        after={"answers_closes": "2027-03-21T15:00:00Z"},
        words={"reason": f"Reason {hours}: two candidates travel"},
    )


def acts(client: Client, election: Election | None = None, query: str = "") -> str:
    address = f"/e/{election.slug}/acts/" if election else "/journal/"
    answer = client.get(address + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_everybody_reads_who_did_what_why_before_and_after(client: Client) -> None:
    election = spring()
    extend(election)
    page = acts(client, election)
    assert '<b dir="auto">Olga</b> changed dates.' in page
    assert "Reason 1: two candidates travel" in page
    assert "Answers close" in page
    assert '<del><time datetime="2027-03-19T15:00Z">' in page
    assert '<time datetime="2027-03-21T15:00Z">' in page


def test_the_name_on_record_is_the_one_of_that_time(client: Client) -> None:
    election = spring()
    extend(election)
    User.objects.filter(pk=olga().pk).update(display_name="Olga Newname")
    page = acts(client, election)
    assert "Olga</b>" in page
    assert "Newname" not in page


def test_the_newest_act_comes_first_and_fifty_stand_on_a_page(client: Client) -> None:
    election = spring()
    for hours in range(1, 53):
        extend(election, hours)
    first, second = acts(client, election), acts(client, election, "?page=2")
    assert first.index("Reason 52:") < first.index("Reason 51:")
    assert ("Reason 3:" in first, "Reason 2:" in first) == (True, False)
    assert ("Reason 2:" in second, "Reason 1:" in second, "Reason 3:" in second) == (True, True, False)


def test_a_page_that_does_not_exist_shows_one_that_does(client: Client) -> None:
    election = spring()
    extend(election)
    assert "Reason 1:" in acts(client, election, "?page=99")
    assert "Reason 1:" in acts(client, election, "?page=x")


def test_erased_words_are_gone_from_the_page_which_says_so(client: Client) -> None:
    election = spring()
    extend(election)
    entry = election.journal.get()
    journal.erase(entry, by=olga(), at=BEGINNING, reason="Asked for by law")
    page = acts(client, election)
    assert "two candidates travel" not in page
    assert "The names and words of this act were erased." in page
    assert "erased the words of act 1" in page
    assert "Asked for by law" in page


def test_hashes_stand_in_a_folded_part_with_the_lines_they_are_of(client: Client) -> None:
    election = spring()
    extend(election)
    entry = election.journal.get()
    page = acts(client, election)
    folded = page[page.index("For those who check") :]
    assert entry.hash in folded
    assert "&quot;deed&quot;:&quot;election rescheduled&quot;" in folded
    assert entry.hash not in page[: page.index("For those who check")]


def test_an_election_shows_its_own_acts_only(client: Client) -> None:
    election = spring()
    other = Election.objects.create(body=council(), slug="other", title="Other", seats=1)
    extend(other)
    assert "Nothing has been done yet" in acts(client, election)


def test_the_site_shows_acts_of_elections_and_of_none_with_the_place(client: Client) -> None:
    extend(spring())
    with transaction.atomic():
        journal.record(Deed.MANAGER_MADE, by=None, at=BEGINNING, words={"who": "Mia"})
        journal.record(Deed.BODY_CREATED, by=olga(), at=BEGINNING, body=council(), words={"name": "Council"})
    page = acts(client)
    assert "The operator of this site</b> made Mia a site manager." in page
    assert 'href="/e/spring/">Spring election</a>' in page
    assert "created the body Council." in page


def test_acts_of_a_draft_are_for_site_managers_only(client: Client) -> None:
    extend(spring(announced=False))
    assert "Reason 1:" not in acts(client)
    mia = User.objects.create_user("mia@example.org", "Mia", is_manager=True)
    client.force_login(mia)
    assert "Reason 1:" in acts(client)


def test_whoever_was_named_by_an_address_only_is_not_shown_to_harvesters(client: Client) -> None:
    election = spring()
    with transaction.atomic():
        words = {"who": "carl.long@example.org"}
        journal.record(Deed.OFFICIAL_APPOINTED, by=olga(), at=BEGINNING, election=election, words=words)
    page = acts(client, election)
    assert "appointed c…@example.org as an election official" in page
    assert "carl.long" not in page


def test_what_an_act_set_is_told_and_what_it_left_empty_is_not(client: Client) -> None:
    election = spring()
    facts = {"seats": 2, "vote_at": "", "replies_through_voting": False, "candidate_order": "given"}
    with transaction.atomic():
        journal.record(Deed.ELECTION_CREATED, by=olga(), at=BEGINNING, election=election, after=facts)
    page = " ".join(acts(client, election).split())
    assert '<dt>Seats</dt> <dd dir="auto">2' in page
    assert "by given name" in page
    assert "Vote at" not in page


def test_a_whole_text_is_folded_beside_the_facts(client: Client) -> None:
    election = spring()
    with transaction.atomic():
        words = {"source": "A long text. " * 40}
        journal.record(Deed.ELECTION_CHANGED, by=olga(), at=BEGINNING, election=election, words=words)
    assert "<details><summary>Text</summary>" in acts(client, election)


def test_words_cannot_bring_markup_into_the_page(client: Client) -> None:
    election = spring()
    with transaction.atomic():
        words = {"who": "<script>alert(1)</script>", "reason": "<img src=x>"}
        journal.record(Deed.CANDIDATE_ADDED, by=olga(), at=BEGINNING, election=election, words=words)
    page = acts(client, election)
    assert "&lt;script&gt;alert(1)" in page
    assert ("<script>alert" in page, "<img src=x" in page) == (False, False)


def test_braces_in_words_are_words(client: Client) -> None:
    election = spring()
    with transaction.atomic():
        journal.record(Deed.CANDIDATE_ADDED, by=olga(), at=BEGINNING, election=election, words={"who": "{secret}"})
    assert "added {secret} as a candidate" in acts(client, election)


def a_manager(client: Client) -> User:
    mia = User.objects.create_user("mia@example.org", "Mia", is_manager=True)
    client.force_login(mia)
    return mia


def test_a_site_manager_erases_the_words_of_an_act_for_a_reason(client: Client) -> None:
    election = spring()
    extend(election)
    a_manager(client)
    assert 'href="/journal/1/erase/"' in acts(client, election)
    assert "Reason 1: two candidates travel" in client.get("/journal/1/erase/").content.decode()
    answer = client.post("/journal/1/erase/", {"reason": "Asked for by law"})
    assert (answer.status_code, answer["Location"]) == (302, "/e/spring/acts/")
    page = acts(client, election)
    assert "two candidates travel" not in page
    assert "Mia</b> erased the words of act 1." in page
    assert client.get("/journal/1/erase/").status_code == 404


def test_an_erasure_without_a_reason_is_refused_and_erases_nothing(client: Client) -> None:
    election = spring()
    extend(election)
    a_manager(client)
    answer = client.post("/journal/1/erase/", {"reason": " "})
    assert answer.status_code == 422
    assert "<title>Error: Erase the words of act 1" in answer.content.decode()
    assert "Reason 1: two candidates travel" in acts(client, election)


def test_nobody_else_can_erase(client: Client) -> None:
    election = spring()
    extend(election)
    assert client.post("/journal/1/erase/", {"reason": "Mine"}).status_code == 403
    client.force_login(olga())
    assert client.post("/journal/1/erase/", {"reason": "Mine"}).status_code == 403
    page = acts(client, election)
    assert "Reason 1: two candidates travel" in page
    assert "/erase/" not in page


@pytest.mark.parametrize("address", ["/e/spring/acts/", "/journal/"])
def test_one_act_costs_as_many_queries_as_forty(client: Client, address: str) -> None:
    election = spring()
    extend(election)
    one = queries(client, address)
    for hours in range(2, 41):
        extend(election, hours)
    assert queries(client, address) == one <= 12


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
