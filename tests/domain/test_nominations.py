"""Nominations, applications, endorsements and decisions: who comes on the slate, and who is told why not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from election.domain import admissions, applications, endorsements, lateness, nominations, officials, support
from election.domain.refusals import Refused
from election.models import Candidacy, Decision, JournalEntry, Nomination, StandingDraft, Term
from election.permissions import ANSWER, CANDIDACY, STATE, WITHDRAW, standing_of
from tests.cast import Cast, now, person
from tests.nominations import open_cast, whole

pytestmark = pytest.mark.django_db
LAST = JournalEntry.objects.order_by("-number")


def slate(made: Cast) -> list[str]:
    return [candidacy.name for candidacy in Candidacy.objects.slate(made.election)]


def vera_stands(made: Cast) -> Candidacy:
    return applications.stand(made.election, made.vera, "Vera", "I am Vera.", now(), affiliation="Intel")


def test_who_stands_is_on_the_slate_at_once_where_nothing_else_is_needed() -> None:
    made = open_cast()
    applications.save_draft(made.election, made.vera, "I am", 0, now())
    veras = vera_stands(made)
    assert (veras.is_admitted, veras.user, veras.source) == (True, made.vera, "I am Vera.")
    assert slate(made) == ["Carl", "Cleo", "Vera"]
    assert not StandingDraft.objects.exists()
    with pytest.raises(Refused, match="You stand in this election already"):
        vera_stands(made)


def test_who_runs_the_election_is_told_that_they_cannot_stand() -> None:
    made = open_cast()
    assert "You run this election" in applications.hindrance(made.election, made.olga)
    with pytest.raises(Refused, match="officials cannot stand"):
        applications.stand(made.election, made.olga, "Olga", "Me.", now())


def test_who_reached_the_limit_of_terms_is_told_so() -> None:
    made = open_cast(term_limit=2)
    for year in (2024, 2025):
        Term.objects.create(body=made.body, name="vera", begins=date(year, 1, 1), ends=date(year + 1, 1, 1))
        hindrance = applications.hindrance(made.election, made.vera)
    assert hindrance.startswith("You have served two terms on Council, and nobody serves more than two terms.")
    assert applications.hindrance(made.election, made.mia) == ""


def test_a_draft_saved_in_another_window_is_never_overwritten() -> None:
    made = open_cast()
    first = applications.save_draft(made.election, made.vera, "One.", 0, now())
    applications.save_draft(made.election, made.vera, "Two.", first.revision, now())
    with pytest.raises(applications.StaleDraft) as stale:
        applications.save_draft(made.election, made.vera, "Three.", first.revision, now())
    assert stale.value.draft.source == "Two."


def test_nothing_is_public_before_the_nominee_accepts() -> None:
    made = open_cast()
    made_one = nominations.nominate(made.election, "Vera", " Vera@Saltmarsh.example ", made.mia, now())
    assert slate(made) == ["Carl", "Cleo"]
    assert nominations.waiting(made.election, made.vera) == made_one
    assert nominations.waiting(made.election, made.mia) is None
    nominations.nominate(made.election, "V.", made.vera.email, made.carl, now())
    nominations.accept(made_one, made.vera, "Vera", "I am Vera.", now())
    assert slate(made) == ["Carl", "Cleo", "Vera"]
    assert nominations.waiting(made.election, made.vera) is None
    with pytest.raises(Refused, match="answered this nomination already"):
        nominations.decline(made_one, made.vera, now())


def test_who_declines_stays_out_and_only_the_nominator_sees_it() -> None:
    made = open_cast()
    made_one = nominations.nominate(made.election, "Vera", made.vera.email, made.mia, now())
    nominations.decline(made_one, made.vera, now())
    assert slate(made) == ["Carl", "Cleo"]
    assert [one.reply.accepted for one in nominations.made_by(made.election, made.mia)] == [False]
    with pytest.raises(Refused, match="nominated this person already"):
        nominations.nominate(made.election, "Vera", made.vera.email, made.mia, now())


def test_nobody_nominates_themselves_or_half_the_town() -> None:
    made = open_cast()
    with pytest.raises(Refused, match="You can stand yourself"):
        nominations.nominate(made.election, "Mia", made.mia.email, made.mia, now())
    for n in range(nominations.MOST):
        nominations.nominate(made.election, "N", f"n{n}@saltmarsh.example", made.mia, now())
    with pytest.raises(Refused, match="as many as one person can"):
        nominations.nominate(made.election, "N", "more@saltmarsh.example", made.mia, now())
    assert Nomination.objects.count() == nominations.MOST


def test_endorsements_count_once_per_person_and_affiliation() -> None:
    made = open_cast(endorsements_needed=2, endorsing_affiliations=2)
    veras = vera_stands(made)
    assert support.of(veras).sentence == ("No endorsements yet; two more are needed, from new affiliations.")
    endorsements.endorse(veras, made.mia, "Arm", now())
    endorsements.endorse(veras, made.marta, " ARM", now())
    assert (support.of(veras).people, support.of(veras).missing) == (2, 1)
    assert "Vera" not in slate(made)
    with pytest.raises(Refused, match="already"):
        endorsements.endorse(veras, made.mia, "IBM", now())
    with pytest.raises(Refused, match="your own"):
        endorsements.endorse(veras, made.vera, "IBM", now())
    with pytest.raises(Refused, match="You run this election"):
        endorsements.endorse(veras, made.olga, "IBM", now())
    endorsements.endorse(veras, made.carl, "IBM", now())
    assert support.of(veras).missing == 0
    assert "Vera" in slate(made)


def test_officials_approve_only_who_has_the_endorsements() -> None:
    made = open_cast(approval_needed=True, endorsements_needed=1)
    veras = vera_stands(made)
    with pytest.raises(Refused, match="One more endorsement is needed"):
        admissions.decide(veras, made.olga, now(), approved=True)
    endorsements.endorse(veras, made.mia, "Arm", now())
    assert "Vera" not in slate(made)
    admissions.decide(veras, made.olga, now(), approved=True)
    assert "Vera" in slate(made)
    assert LAST[0].text.words["who"] == "Vera"


def test_who_was_rejected_answers_once_and_is_decided_again() -> None:
    made = open_cast(approval_needed=True)
    veras = vera_stands(made)
    undecided = Candidacy.objects.undecided
    assert list(undecided()) == [veras]
    admissions.decide(veras, made.olga, now(), approved=False, reason="No commits found.")
    assert not undecided().exists()
    assert (LAST[0].deed, dict(LAST[0].text.words)) == ("candidacy rejected", {"by": "Olga"})
    with pytest.raises(Refused, match="rejected already"):
        admissions.decide(veras, made.olga, now(), approved=False, reason="Still none.")
    admissions.answer(veras, "Look under my other name.", made.vera, now())
    assert list(undecided()) == [veras]
    with pytest.raises(Refused, match="your one answer"):
        admissions.answer(veras, "Again.", made.vera, now())
    admissions.decide(veras, made.olga, now(), approved=False, reason="Looked there too.")
    assert not undecided().exists()
    with pytest.raises(Refused, match="your one answer"):
        admissions.answer(veras, "Again.", made.vera, now())
    admissions.decide(veras, made.olga, now(), approved=True)
    assert "Vera" in slate(made)
    assert Decision.objects.count() == 3


def test_who_is_not_on_the_slate_can_write_and_withdraw_but_does_not_answer() -> None:
    made = open_cast(approval_needed=True)
    vera_stands(made)
    standing = standing_of(made.vera, made.election, now())
    assert [rule.allows(standing) for rule in (CANDIDACY, STATE, WITHDRAW)] == [True, True, True]
    assert not ANSWER.admits(standing)


def test_a_late_statement_takes_two_officials() -> None:
    made = open_cast()
    piet = person("Piet")
    officials.appoint(made.election, piet.email, "Piet", made.marta, now())
    until = now() + timedelta(days=6)
    late = lateness.propose(made.cleos, until, "Her train was late.", made.olga, now())
    with pytest.raises(Refused, match="Another official has to confirm"):
        lateness.confirm(late, made.olga, now())
    made.cleos.refresh_from_db()
    assert made.cleos.statement_until is None
    lateness.confirm(late, piet, now())
    made.cleos.refresh_from_db()
    assert made.cleos.statement_until == until
    with pytest.raises(Refused, match="confirmed already"):
        lateness.confirm(late, piet, now())
    with pytest.raises(Refused, match="still ahead"):
        lateness.propose(made.carls, now() - timedelta(days=1), "Why not.", piet, now())


def test_settings_that_change_later_put_nobody_on_the_slate_by_themselves() -> None:
    made = open_cast(approval_needed=True)
    veras = vera_stands(made)
    whole(made)
    assert not Candidacy.objects.whole(made.election).get(pk=veras.pk).is_admitted
