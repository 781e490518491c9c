"""The journal: what it records, in which order, and that nobody changes it unnoticed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from django.db import connection, transaction

from election.domain import journal
from election.domain.journal import Deed
from election.domain.journal.chain import START, canonical, line
from election.domain.journal.deeds import SENTENCES
from election.domain.refusals import Refused
from election.models import JournalEntry, JournalHead, JournalText, User
from tests.journals import BEGINNING, council, olga, write


@pytest.mark.django_db
def test_an_act_stands_with_who_what_why_before_and_after() -> None:
    entry = JournalEntry.objects.get(pk=write(1)[0].pk)
    assert (entry.number, entry.deed, entry.actor, entry.body) == (1, "body changed", olga(), council())
    assert entry.at == BEGINNING + timedelta(hours=1)
    assert entry.facts == {"before": {"seats": 1}, "after": {"seats": 2}}
    assert entry.text.words == {"by": "Olga", "name": "Council", "reason": "Reason 1"}


@pytest.mark.django_db
def test_each_entry_names_the_hash_before_it_and_the_head_knows_the_last() -> None:
    first, second, third = write(3)
    assert first.previous == START
    assert (second.previous, third.previous) == (first.hash, second.hash)
    assert (JournalHead.objects.get().number, JournalHead.objects.get().hash) == (3, third.hash)


@pytest.mark.django_db
def test_the_hash_is_the_sha256_of_one_line_that_says_everything() -> None:
    entry = write(1)[0]
    said = (
        f'{{"actor":{olga().pk},"at":"2027-03-05T13:00:00.123456Z","body":{council().pk},"deed":"body changed",'
        f'"election":null,"facts":{{"after":{{"seats":2}},"before":{{"seats":1}}}},"number":1,'
        f'"previous":"{START}","text":"{entry.text_hash}"}}'
    )
    assert line(entry) == said
    assert entry.hash == sha256(said.encode()).hexdigest()


@pytest.mark.django_db
def test_the_words_are_in_the_chain_by_a_salted_hash_only() -> None:
    entry = write(1)[0]
    text = JournalText.objects.get(entry=entry)
    words = b'{"by":"Olga","name":"Council","reason":"Reason 1"}'
    assert entry.text_hash == sha256(bytes.fromhex(text.salt) + words).hexdigest()
    assert len(bytes.fromhex(text.salt)) == 32
    assert "Olga" not in line(entry)


@pytest.mark.django_db
def test_the_same_words_twice_have_two_hashes() -> None:
    with transaction.atomic():
        acts = [journal.record(Deed.MANAGER_MADE, by=None, at=BEGINNING, words={"who": "Mia"}) for _ in range(2)]
    assert acts[0].text_hash != acts[1].text_hash


@pytest.mark.django_db
def test_an_act_on_the_server_without_words_has_no_text() -> None:
    with transaction.atomic():
        entry = journal.record(Deed.ELECTION_IMPORTED, by=None, at=BEGINNING)
    assert (entry.actor, entry.text_hash) == (None, "")
    assert not JournalText.objects.exists()
    assert journal.verify().holds


def test_moments_are_told_in_utc_whatever_their_zone() -> None:
    noon = datetime(2027, 3, 5, 12, tzinfo=UTC)
    assert (
        canonical(noon) == canonical(noon.astimezone(timezone(timedelta(hours=9)))) == '"2027-03-05T12:00:00.000000Z"'
    )


def test_what_has_no_place_in_the_journal_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot keep a set"):
        canonical({"seats": {1, 2}})


def test_every_deed_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Deed)


@pytest.mark.usefixtures("committed_db")
def test_an_act_is_journalled_in_its_own_transaction_or_not_at_all() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        journal.record(Deed.MANAGER_MADE, by=None, at=BEGINNING)
    with pytest.raises(ZeroDivisionError):
        _record_and_fail()
    assert not JournalEntry.objects.exists()
    assert JournalHead.objects.get().number == 0


@transaction.atomic
def _record_and_fail() -> None:
    journal.record(Deed.MANAGER_MADE, by=None, at=BEGINNING)
    raise ZeroDivisionError


@pytest.mark.django_db
def test_an_untouched_journal_holds() -> None:
    write(3)
    assert journal.verify() == journal.Verdict(entries=3)
    assert journal.verify().sentence == "The journal holds: 3 acts, each as it was written."


@pytest.mark.django_db
def test_an_empty_journal_holds() -> None:
    assert journal.verify().holds


@pytest.mark.django_db
def test_erasing_takes_the_words_away_and_is_an_act_itself() -> None:
    entry = write(2)[0]
    act = journal.erase(entry, by=olga(), at=BEGINNING, reason="Asked for by the person named")
    assert not JournalText.objects.filter(entry=entry).exists()
    assert (act.deed, act.facts["after"]) == ("text erased", {"entry": 1})
    verdict = journal.verify()
    assert (verdict.holds, verdict.erased, verdict.unrecorded) == (True, 1, ())
    assert "The words of 1 were erased, each by an act on record." in verdict.sentence


@pytest.mark.django_db
def test_words_can_be_erased_once() -> None:
    entry = write(1)[0]
    journal.erase(entry, by=olga(), at=BEGINNING, reason="Asked for")
    with pytest.raises(Refused, match="no words"):
        journal.erase(entry, by=olga(), at=BEGINNING, reason="Again")
    assert JournalHead.objects.get().number == 2


@pytest.mark.django_db
def test_words_erased_past_the_program_are_told_by_number() -> None:
    write(2)
    JournalText.objects.filter(entry_id=2).delete()
    verdict = journal.verify()
    assert (verdict.holds, verdict.erased, verdict.unrecorded) == (True, 1, (2,))
    assert "without an act on record for 2" in verdict.sentence


@pytest.mark.usefixtures("committed_db")
def test_many_writers_at_once_leave_no_gap_and_no_fork() -> None:
    user = olga()
    with ThreadPoolExecutor(max_workers=16) as people:
        list(people.map(lambda writer: _write_as(user, writer), range(16)))
    assert list(JournalEntry.objects.values_list("number", flat=True)) == list(range(1, 16 * 20 + 1))
    assert journal.verify() == journal.Verdict(entries=16 * 20)


def _write_as(user: User, writer: int) -> None:
    try:
        for n in range(20):
            with transaction.atomic():
                journal.record(Deed.MANAGER_MADE, by=user, at=BEGINNING, words={"who": f"{writer}-{n}"})
    finally:
        connection.close()
