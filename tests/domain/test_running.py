"""Running an election: officials, plans, announcing, moving dates, cancelling, declaring; each act on record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from icalendar import Calendar

from election import timeline
from election.domain import announcements, calendars, candidacies, declarations, officials, running, timelines
from election.domain.announcements import Step
from election.domain.front import front, of_body
from election.domain.refusals import Refused
from election.models import Election, JournalEntry, Rescheduling, Term
from election.models.declaration import DeclarationKind
from election.timeline import Kind, Phase, Timeline, propose
from tests.cast import DAY, Cast, cast, now

pytestmark = pytest.mark.django_db
ELSEWHERE, ACCLAIMED = DeclarationKind.ELSEWHERE, DeclarationKind.ACCLAIMED


def last_act() -> JournalEntry:
    return JournalEntry.objects.latest("number")


def test_candidates_cannot_officiate_nor_officials_stand_by_any_of_their_addresses() -> None:
    made = cast()
    EmailAddress.objects.create(user=made.cleo, email="cleo@home.example", verified=True)
    EmailAddress.objects.create(user=made.olga, email="olga@home.example", verified=True)
    for address in ("cleo@saltmarsh.example", "CLEO@home.example"):
        with pytest.raises(Refused, match="Candidates cannot be officials"):
            officials.appoint(made.election, address, "", made.marta, now())
    for address in ("olga@saltmarsh.example", "olga@home.example"):
        with pytest.raises(Refused, match="Officials cannot be candidates"):
            candidacies.add(made.election, "Olga", [address], made.olga, now())
    with pytest.raises(Refused, match="official of this election already"):
        officials.appoint(made.election, "olga@home.example", "", made.marta, now())


def test_an_address_belongs_to_one_candidate_and_names_get_their_own_short_address() -> None:
    made = cast()
    with pytest.raises(Refused, match="belongs to another candidate"):
        candidacies.add(made.election, "Other", ["Cleo@saltmarsh.example"], made.olga, now())
    twin = candidacies.add(made.election, "Cleo", [], made.olga, now())
    assert twin.slug == "cleo-2"


def test_a_correction_is_journalled_without_telling_addresses() -> None:
    made = cast()
    candidacies.correct(made.cleos, ["cleo@new.example"], made.olga, now(), name="Cleo Brook")
    entry = last_act()
    assert (entry.deed, entry.facts["after"]["changed"]) == ("candidate corrected", ["addresses", "name"])
    assert "cleo@new.example" not in str(entry.facts) + str(entry.text.words)
    made.cleos.refresh_from_db()
    assert made.cleos.user is None  # nobody has verified the new address


def test_a_draft_is_announced_once_and_its_short_address_stays() -> None:
    made = cast(Phase.DRAFT)
    running.announce(made.election, made.olga, now())
    assert last_act().deed == "election announced"
    with pytest.raises(Refused, match="announced already"):
        running.announce(made.election, made.olga, now())
    with pytest.raises(Refused, match="short address stays"):
        running.change(Election.objects.get(), made.olga, now(), slug="other")


def test_an_election_without_any_window_is_not_announced() -> None:
    made = cast(Phase.DRAFT)
    running.plan(made.election, Timeline(), made.olga, now())
    with pytest.raises(Refused, match="at least one window"):
        running.announce(made.election, made.olga, now())


def test_settings_are_journalled_before_and_after() -> None:
    made = cast()
    running.change(made.election, made.olga, now(), seats=2, title="Council, summer")
    entry = last_act()
    assert (entry.facts["before"], entry.facts["after"]) == ({"seats": 1}, {"seats": 2})
    assert entry.text.words["title"] == "Council, spring → Council, summer"
    running.change(made.election, made.olga, now(), seats=2)
    assert last_act() == entry


def test_new_dates_have_a_reason_and_stand_in_the_journal() -> None:
    made = cast()
    longer = timeline.extend(made.election.timeline, Kind.QUESTIONS, DAY, now(), moving=True)
    timelines.reschedule(made.election, longer, made.olga, now(), "The list was down.")
    moved = Rescheduling.objects.get()
    assert {(c["kind"], c["edge"]) for c in moved.changes} == {
        ("questions", "closes"),
        ("answers", "closes"),
        ("voting", "opens"),
        ("voting", "closes"),
    }
    assert set(last_act().facts["before"]) == set(last_act().facts["after"])
    with pytest.raises(Refused, match="nothing would change"):
        timelines.reschedule(made.election, longer, made.olga, now(), "Again.")


def test_dates_that_were_looked_at_before_they_moved_cannot_undo_the_move() -> None:
    made = cast(Phase.VOTING)
    stale = made.election.timeline
    longer = timeline.extend(stale, Kind.VOTING, 2 * DAY, now())
    timelines.reschedule(made.election, longer, made.olga, now(), "More time.")
    with pytest.raises(Refused, match="only be extended"):
        timelines.reschedule(made.election, stale, made.olga, now(), "As before.")


def test_a_cancelled_election_is_over() -> None:
    made = cast(Phase.CANCELLED)
    with pytest.raises(Refused, match="over"):
        running.cancel(made.election, made.olga, now(), "Twice.")
    with pytest.raises(Refused, match="over"):
        running.change(made.election, made.olga, now(), seats=3)
    with pytest.raises(Refused, match="not cancelled"):
        declarations.declare(made.election, ELSEWHERE, [made.cleos], made.olga, now(), on=now().date())


def test_a_result_makes_winners_and_terms() -> None:
    made = cast(Phase.COUNTING)
    running.change(made.election, made.olga, now(), term_months=12)
    on = now().date().replace(day=28)
    declarations.declare(Election.objects.get(), ELSEWHERE, [made.carls], made.olga, now(), on=on)
    term = Term.objects.get()
    assert (term.name, term.begins, term.ends) == ("Carl", on, on.replace(year=on.year + 1))
    assert Term.objects.all().serving(on).count() == 1
    assert last_act().deed == "result declared"
    with pytest.raises(Refused, match="declared already"):
        declarations.declare(Election.objects.get(), ELSEWHERE, [made.cleos], made.olga, now(), on=on)


@pytest.mark.parametrize(
    ("phase", "kind", "who", "words"),
    [
        (Phase.VOTING, ELSEWHERE, ["cleos"], "not over yet"),
        (Phase.COUNTING, ELSEWHERE, [], "at least one"),
        (Phase.COUNTING, ELSEWHERE, ["cleos", "carls"], "for one seat are too many"),
        (Phase.COUNTING, ACCLAIMED, ["cleos"], "has to be a vote"),
    ],
)
def test_a_result_that_cannot_be_is_refused(phase: Phase, kind: DeclarationKind, who: list[str], words: str) -> None:
    made = cast(phase)
    with pytest.raises(Refused, match=words):
        declarations.declare(
            made.election, kind, [getattr(made, name) for name in who], made.olga, now(), on=now().date()
        )
    assert not Term.objects.exists()


def test_where_candidates_do_not_outnumber_seats_all_are_acclaimed_or_none() -> None:
    made = cast(Phase.REVIEW, seats=3)
    with pytest.raises(Refused, match="all who stand are elected"):
        declarations.declare(made.election, ACCLAIMED, [made.cleos], made.olga, now(), on=now().date())
    declarations.declare(made.election, ACCLAIMED, [made.carls, made.cleos], made.olga, now(), on=now().date())
    assert Term.objects.count() == 2


def test_somebody_who_withdrew_is_not_elected() -> None:
    made = cast(Phase.COUNTING)
    candidacies.withdraw(made.cleos, made.cleo, now())
    with pytest.raises(Refused, match="withdrew"):
        declarations.declare(made.election, ELSEWHERE, [made.cleos], made.olga, now(), on=now().date())
    with pytest.raises(Refused, match="already"):
        candidacies.withdraw(made.cleos, made.cleo, now())


@pytest.mark.parametrize("step", list(Step))
def test_an_announcement_is_drafted_from_the_facts_for_every_step(step: Step) -> None:
    made = cast(Phase.QA)
    drafted = announcements.draft(made.election, step, now(), "https://elections.example/e/council-spring/")
    assert drafted.title.startswith("Council, spring: ")
    assert "https://elections.example/e/council-spring/" in drafted.source
    assert "elections@saltmarsh.example" in drafted.source


def test_the_slate_is_announced_with_what_follows() -> None:
    made = cast(Phase.REVIEW)
    source = announcements.draft(made.election, Step.SLATE, now(), "x").source
    assert "- Carl\n- Cleo" in source
    assert "Two candidates stand for one seat, so there will be a Q&A and a vote." in source


def test_a_calendar_has_every_window() -> None:
    made = cast(Phase.QA)
    feed = Calendar.from_ical(calendars.calendar([made.election], "Council", "https://e.example", now()))
    events = feed.walk("VEVENT")
    assert {str(event["summary"]) for event in events} == {
        f"{kind.label}: Council, spring" for kind in (Kind.NOMINATION, Kind.QUESTIONS, Kind.ANSWERS, Kind.VOTING)
    }
    voting = next(event for event in events if str(event["summary"]).startswith("Voting"))
    assert made.election.timeline.voting
    assert voting.decoded("dtend") == made.election.timeline.voting.closes


@pytest.mark.parametrize(
    ("phase", "place"),
    [
        (Phase.DRAFT, "drafts"),
        (Phase.COMING, "coming"),
        (Phase.QA, "open"),
        (Phase.REVIEW, "between"),
        (Phase.RESULTS, "over"),
        (Phase.CANCELLED, "over"),
    ],
)
def test_the_front_page_has_a_place_for_every_election(phase: Phase, place: str) -> None:
    made = cast(phase)
    assert [card.election for card in getattr(front(made.olga, now()), place)] == [made.election]
    strangers = front(None, now())
    assert bool(strangers) is (phase is not Phase.DRAFT)
    assert len(of_body(made.body, now())) == (phase is not Phase.DRAFT)


def test_a_draft_is_proposed_from_one_date() -> None:
    made: Cast = cast(Phase.DRAFT)
    first = (now() + timedelta(days=30)).date()
    draft = running.create(made.body, made.marta, now(), timeline=propose(first), title="T", slug="t", seats=1)
    assert draft.timeline.nomination
    assert draft.timeline.nomination.opens.date() == first
    assert not draft.recorded.announced
