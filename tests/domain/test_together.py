"""Two at once: what only one may do is done once, and nobody crosses another's act."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from election import timeline
from election.domain import (
    admissions,
    applications,
    candidacies,
    declarations,
    lateness,
    officials,
    roll,
    running,
    timelines,
)
from election.domain.announcements import Drafted
from election.domain.refusals import Refused
from election.domain.review import acts
from election.domain.review.verdict import Outcome
from election.models import (
    Candidacy,
    Decision,
    Declaration,
    Election,
    JournalEntry,
    Official,
    Rescheduling,
    Review,
    RollAct,
    RollEntry,
    RollImport,
    RollRequest,
    Term,
    Withdrawal,
)
from election.models.declaration import DeclarationKind
from election.timeline import Kind, Phase
from tests.cast import DAY, Cast, cast, now
from tests.nominations import open_cast


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What each act came to when all were begun at the same moment: "done" or the refusal."""

    def one(act: Callable[[], object]) -> str:
        try:
            act()
        except Refused as no:
            return str(no)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def test_a_result_is_declared_once_by_however_many(committed_db: None) -> None:
    made = cast(Phase.COUNTING)

    def declare() -> None:
        declarations.declare(
            made.election, DeclarationKind.ELSEWHERE, [made.cleos], made.olga, now(), on=now().date(), source="Counted."
        )

    came = at_once(*[declare] * 6)
    assert came.count("done") == 1
    assert set(came) == {"done", "The result of this election has been declared already."}
    assert (Declaration.objects.count(), Term.objects.count()) == (1, 1)
    assert JournalEntry.objects.filter(deed="result declared").count() == 1


def test_nobody_is_elected_who_withdraws_at_the_same_moment(committed_db: None) -> None:
    made = cast(Phase.COUNTING)

    def declare() -> None:
        found = list(Candidacy.objects.slate(made.election).filter(pk=made.cleos.pk))
        declarations.declare(made.election, DeclarationKind.ELSEWHERE, found, made.olga, now(), on=now().date())

    came = at_once(declare, lambda: candidacies.withdraw(made.cleos, made.cleo, now()))
    assert came.count("done") == 1, came
    assert Withdrawal.objects.count() + Declaration.objects.count() == 1


def test_of_two_who_move_the_dates_they_saw_one_is_told_that_they_changed(committed_db: None) -> None:
    made = cast(Phase.QA)
    planned = made.election.timeline
    seen = timelines.print_of(planned)

    def move(days: int) -> Callable[[], object]:
        after = timeline.extend(planned, Kind.QUESTIONS, days * DAY, now())
        return lambda: timelines.reschedule(Election.objects.get(), after, made.olga, now(), f"{days} days.", seen=seen)

    came = at_once(move(1), move(2))
    assert came.count("done") == 1
    assert timelines.CROSSED in came
    assert Rescheduling.objects.count() == 1


def test_nobody_becomes_official_and_candidate_at_the_same_moment(committed_db: None) -> None:
    made = cast(Phase.NOMINATION)
    came = at_once(
        lambda: officials.appoint(made.election, made.vera.email, "Vera", made.marta, now()),
        lambda: candidacies.add(made.election, "Vera", [made.vera.email], made.olga, now()),
    )
    assert came.count("done") == 1, came
    stands = Candidacy.objects.filter(user=made.vera).count()
    assert stands + Official.objects.filter(user=made.vera).count() == 1


def test_an_election_is_announced_and_cancelled_once(committed_db: None) -> None:
    made = cast(Phase.DRAFT)
    announced = at_once(*[lambda: running.announce(made.election, made.olga, now())] * 4)
    cancelled = at_once(*[lambda: running.cancel(made.election, made.olga, now(), "Enough.")] * 4)
    assert (announced.count("done"), cancelled.count("done")) == (1, 1)


def test_of_two_officials_who_review_at_once_one_is_told_that_it_was_decided(committed_db: None) -> None:
    made = open_cast(Phase.REVIEW, seats=2)
    told = Drafted("What follows", "Read this.")
    outcomes = (Outcome.ACCLAIM, Outcome.ACCLAIM_AFTER_QA)
    came = at_once(*[lambda o=o: acts.decide(made.election, o, told, made.olga, now()) for o in outcomes])
    assert came.count("done") == 1, came
    assert any("decided already" in one for one in came)
    assert Review.objects.count() == JournalEntry.objects.filter(deed="review decided").count() == 1


def test_nothing_is_decided_on_a_slate_that_somebody_leaves_at_the_same_moment(committed_db: None) -> None:
    made = open_cast(Phase.REVIEW)
    told = Drafted("What follows", "Read this.")
    at_once(
        lambda: acts.decide(made.election, Outcome.VOTE, told, made.olga, now()),
        lambda: candidacies.withdraw(made.cleos, made.cleo, now()),
    )
    assert Election.objects.whole().get().waits_for_review


def test_somebody_stands_once_however_often_they_press(committed_db: None) -> None:
    made = open_cast()
    came = at_once(*[lambda: applications.stand(made.election, made.vera, "Vera", "Me.", now())] * 4)
    assert came.count("done") == 1, came
    assert Candidacy.objects.filter(user=made.vera).count() == 1


def test_a_candidacy_is_approved_and_rejected_by_one_decision_after_the_other(committed_db: None) -> None:
    made = open_cast(approval_needed=True)
    veras = applications.stand(made.election, made.vera, "Vera", "Me.", now())
    came = at_once(*[lambda: admissions.decide(veras, made.olga, now(), approved=True)] * 4)
    assert came.count("done") == 1, came
    assert Decision.objects.count() == 1


def test_a_late_statement_is_confirmed_once(committed_db: None) -> None:
    made = open_cast()
    late = lateness.propose(made.cleos, now() + 2 * DAY, "Her train.", made.olga, now())
    came = at_once(*[lambda: lateness.confirm(late, made.marta, now())] * 4)
    assert came.count("done") == 1, came


def planned(made: Cast) -> roll.Plan:
    return roll.plan(made.election, [roll.Line(1, "Vera", (made.vera.email,)), roll.Line(2, "Ada", ("ada@x.example",))])


def test_of_two_who_bring_in_the_same_file_one_is_told_to_look_again(committed_db: None) -> None:
    made = cast(Phase.QA)
    files = [planned(made) for _ in range(3)]
    came = at_once(
        *[lambda file=file: roll.import_roll(made.election, file, "a.csv", made.olga, now()) for file in files]
    )
    assert came.count("done") == 1, came
    assert (RollEntry.objects.count(), RollImport.objects.count()) == (2, 1)


def test_a_voter_is_added_asked_for_and_agreed_to_once(committed_db: None) -> None:
    made = cast(Phase.VOTING)
    asking = at_once(*[lambda: roll.request(made.election, made.vera, "Vera", "Why.", now())] * 4)
    assert asking.count("done") == 1, asking
    asked = RollRequest.objects.get()
    deciding = at_once(*[lambda: roll.decide(asked, "Yes.", made.olga, now(), grant=True)] * 4)
    assert deciding.count("done") == 1, deciding
    act = RollAct.objects.get()
    agreeing = at_once(*[lambda: roll.second(act, made.marta, now(), agrees=True)] * 4)
    assert agreeing.count("done") == 1, agreeing
    assert RollEntry.objects.get().user == made.vera


def test_an_entry_goes_to_one_of_two_who_claim_it_at_the_same_moment(committed_db: None) -> None:
    made = cast(Phase.QA)
    roll.add(made.election, "Ada", ["github:ada"], "Overlooked.", made.olga, now())
    accounts = {made.vera: "1", made.mia: "2"}
    claims = [
        lambda user=user, uid=uid: roll.claim(user, [], [roll.Identity("github", uid, "ada")])
        for user, uid in accounts.items()
    ]
    assert at_once(*claims) == ["done", "done"]
    entry = RollEntry.objects.get()
    assert entry.user
    assert [key.value for key in entry.keys.all()] == ["github:ada", f"github#{accounts[entry.user]}"]
