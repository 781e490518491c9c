"""What officials decide at the review: what it does to the dates, when it lapses, how long it can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from election.domain import applications, candidacies, declarations, running
from election.domain.announcements import Drafted
from election.domain.refusals import Refused
from election.domain.review import acts, slate
from election.domain.review.verdict import Kind as Follows
from election.domain.review.verdict import Outcome
from election.models import Announcement, Election, JournalEntry, Rescheduling, Review
from election.models.declaration import DeclarationKind
from election.models.election import Nominating
from election.permissions import ANSWER, ASK, standing_of
from election.timeline import Kind, Phase, phase_at
from tests.cast import DAY, Cast, cast, now
from tests.nominations import open_cast, whole, without_candidates

pytestmark = pytest.mark.django_db
TOLD = Drafted("Council: what follows", "Everybody, read this.")


def decide(made: Cast, outcome: Outcome, at_plus: timedelta = timedelta(), **more: timedelta) -> Election:
    acts.decide(whole(made), outcome, TOLD, made.olga, now() + at_plus, **more)
    return whole(made)


def test_what_follows_nomination_waits_for_the_review() -> None:
    made = open_cast(Phase.QA)
    assert phase_at(made.election.timeline, made.election.recorded, now()) is Phase.REVIEW
    assert not ASK.allows(standing_of(made.mia, made.election, now()))
    election = decide(made, Outcome.VOTE)
    assert phase_at(election.timeline, election.recorded, now()) is Phase.QA
    assert ASK.allows(standing_of(made.mia, election, now()))


def test_an_election_whose_officials_add_the_candidates_goes_on_by_the_clock() -> None:
    made = cast(Phase.QA)
    assert made.election.nominating == Nominating.OFFICIALS
    assert phase_at(made.election.timeline, made.election.recorded, now()) is Phase.QA


def test_contested_the_vote_is_held_with_its_announcement_and_journal_entry() -> None:
    made = open_cast(Phase.REVIEW)
    before = made.election.timeline
    election = decide(made, Outcome.VOTE)
    assert election.timeline == before
    assert Announcement.objects.get().title == TOLD.title
    entry = JournalEntry.objects.order_by("-number")[0]
    assert (entry.deed, entry.facts["after"]) == ("review decided", {"outcome": "vote", "standing": 2, "seats": 1})
    with pytest.raises(Refused, match="decided already: there will be a vote"):
        decide(made, Outcome.VOTE)


def test_acclaimed_the_vote_and_the_qa_fall_away_and_the_result_can_be_declared() -> None:
    made = open_cast(Phase.REVIEW, seats=2)
    with pytest.raises(Refused, match="Review the slate first"):
        declare(made)
    election = decide(made, Outcome.ACCLAIM)
    assert [window.kind for window in election.timeline] == [Kind.NOMINATION]
    assert Rescheduling.objects.get().reason.endswith("the candidates are elected by acclamation.")
    declare(made)
    with pytest.raises(Refused, match="The result is declared"):
        acts.take_back(whole(made), made.olga, now())


def declare(made: Cast) -> None:
    winners, kind = [made.cleos, made.carls], DeclarationKind.ACCLAIMED
    declarations.declare(whole(made), kind, winners, made.olga, now(), on=now().date())


def test_acclaimed_with_the_qa_kept_only_the_vote_falls_away() -> None:
    made = open_cast(Phase.REVIEW, seats=2)
    election = decide(made, Outcome.ACCLAIM_AFTER_QA)
    assert [window.kind for window in election.timeline] == [Kind.NOMINATION, Kind.QUESTIONS, Kind.ANSWERS]
    assert not election.waits_for_review


def test_with_a_broken_cap_nobody_is_acclaimed() -> None:
    made = open_cast(Phase.REVIEW, seats=2, affiliation_cap=1)
    for candidacy in (made.cleos, made.carls):
        candidacies.correct(candidacy, [candidacy.name + "@saltmarsh.example"], made.olga, now(), affiliation="Intel")
    assert slate.look(whole(made), now()).kind is Follows.CAP
    with pytest.raises(Refused, match="Intel would have 2"):
        decide(made, Outcome.ACCLAIM)
    decide(made, Outcome.VOTE)
    with pytest.raises(Refused, match="Intel would have 2"):
        declare(made)


def test_too_few_extend_nomination_and_every_later_date_moves() -> None:
    made = open_cast(Phase.REVIEW, seats=3)
    before = made.election.timeline
    election = decide(made, Outcome.EXTEND, longer=7 * DAY)
    after = election.timeline
    assert before.nomination
    assert before.voting
    assert before.questions
    assert after.nomination
    assert after.voting
    assert after.questions
    assert after.nomination.closes - now() == 7 * DAY
    shift = after.nomination.closes - before.nomination.closes
    assert after.questions.opens - before.questions.opens == shift
    assert after.voting.closes - before.voting.closes == shift
    assert phase_at(after, election.recorded, now()) is Phase.NOMINATION
    assert not Review.objects.exists()
    with pytest.raises(Refused, match="Nothing was decided"):
        acts.take_back(election, made.olga, now())


def test_nobody_stands_and_the_election_fails_and_that_can_be_taken_back() -> None:
    made = open_cast(Phase.REVIEW)
    without_candidates(made)
    election = decide(made, Outcome.FAIL)
    assert election.recorded.cancelled
    assert election.cancellation.reason == "No candidates stand for one seat, so the election has failed."
    acts.take_back(election, made.olga, now())
    assert not whole(made).recorded.cancelled


def test_nothing_is_decided_while_a_candidacy_is_undecided_or_nomination_is_open() -> None:
    made = open_cast(Phase.REVIEW, approval_needed=True)
    applications.stand(made.election, made.vera, "Vera", "Me.", now() - 2 * DAY)
    with pytest.raises(Refused, match="One candidacy is undecided"):
        decide(made, Outcome.VOTE)
    with pytest.raises(Refused, match="Nomination is still open"):
        decide(made, Outcome.VOTE, -3 * DAY)


def test_a_decision_is_taken_back_until_the_next_window_opens() -> None:
    made = open_cast(Phase.REVIEW, seats=2)
    before = made.election.timeline
    election = decide(made, Outcome.ACCLAIM)
    assert before.questions
    with pytest.raises(Refused, match="next window has opened"):
        acts.take_back(election, made.olga, before.questions.opens)
    acts.take_back(election, made.olga, now())
    assert whole(made).timeline == before
    assert whole(made).waits_for_review
    assert JournalEntry.objects.order_by("-number")[0].deed == "review taken back"


def test_a_withdrawal_in_the_qa_ends_the_vote() -> None:
    """Kata Containers, October 2024: four stood for three seats, and one withdrew the day before voting."""
    made = open_cast(Phase.REVIEW, seats=1)
    decide(made, Outcome.VOTE)
    planned = whole(made).timeline
    assert planned.questions
    assert planned.voting
    in_qa, at_vote = planned.questions.opens + DAY, planned.voting.opens + DAY
    candidacies.withdraw(made.carls, made.carl, in_qa)
    election = whole(made)
    assert election.waits_for_review
    assert Kind.QUESTIONS in election.open_windows(in_qa + DAY), "what had opened stays open"
    assert ANSWER.allows(standing_of(made.cleo, election, in_qa + DAY))
    assert election.open_windows(at_vote) == frozenset(), "the vote waits"
    assert phase_at(election.timeline, election.recorded, at_vote) is Phase.REVIEW
    acts.decide(election, Outcome.ACCLAIM_AFTER_QA, TOLD, made.olga, in_qa + DAY)
    assert whole(made).timeline.voting is None
    assert whole(made).timeline.questions == planned.questions


def test_a_withdrawal_that_leaves_enough_changes_nothing() -> None:
    made = open_cast(Phase.REVIEW, seats=1)
    without_candidates(made, made.carls)
    applications.stand(made.election, made.vera, "Vera", "Me.", now())
    veras = applications.stand(made.election, made.mia, "Mia", "Me.", now())
    decide(made, Outcome.VOTE)
    candidacies.withdraw(veras, made.mia, now())
    assert not whole(made).waits_for_review


def test_a_withdrawal_while_voting_is_open_leaves_the_vote_open() -> None:
    made = open_cast(Phase.VOTING)
    Review.objects.create(election=made.election, outcome="vote", standing=2, by=made.olga, at=now() - 10 * DAY)
    candidacies.withdraw(made.carls, made.carl, now())
    assert not whole(made).waits_for_review


def test_other_seats_or_one_more_candidate_make_the_decision_lapse() -> None:
    made = open_cast(Phase.REVIEW)
    decide(made, Outcome.VOTE)
    running.change(made.election, made.olga, now(), contact="new@saltmarsh.example")
    assert not whole(made).waits_for_review
    running.change(made.election, made.olga, now(), seats=2)
    assert whole(made).waits_for_review
    decide(made, Outcome.ACCLAIM_AFTER_QA)
    candidacies.add(whole(made), "Nell", [], made.olga, now())
    assert whole(made).waits_for_review
    assert slate.look(whole(made), now()).kind is Follows.VOTE
    with pytest.raises(Refused, match="The vote has fallen away"):
        decide(made, Outcome.VOTE)
    acts.take_back(whole(made), made.olga, now())
    assert decide(made, Outcome.VOTE).timeline.voting


def test_who_brings_candidates_is_not_changed_once_nomination_has_closed() -> None:
    made = cast(Phase.QA)
    with pytest.raises(Refused, match="who brings candidates stays"):
        running.change(made.election, made.olga, now(), nominating=Nominating.ONESELF)


def test_who_brings_candidates_is_changed_while_nomination_is_open() -> None:
    made = cast(Phase.NOMINATION)
    assert running.change(made.election, made.olga, now(), nominating=Nominating.ONESELF).nominating == "oneself"
