"""Reading the Q&A: everything a page shows of one question or of all, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from election.domain import history, listing, threads
from election.domain.bench import Bench, Seat, State, benches
from election.domain.history import Revision
from election.domain.threads import Thread
from election.models import Answer, Candidacy, Draft, Election, Question


@dataclass(frozen=True)
class Row:
    """A question in a list, with its bench."""

    question: Question
    bench: Bench


@dataclass(frozen=True)
class Place:
    """One candidate's place on a question's page: the seat, what changed last, the thread below the answer."""

    seat: Seat
    change: Revision | None
    thread: Thread


@dataclass(frozen=True)
class Reading:
    """A question as its page shows it: the bench, the places of those asked, the thread below the question itself."""

    question: Question
    bench: Bench
    places: tuple[Place, ...]
    thread: Thread

    def waits_for(self, candidacy: Candidacy) -> bool:
        """Whether this question was asked of this candidate, who has not answered yet."""
        return not self.question.is_silent and seat_of(self.bench, candidacy).state is State.NOT_YET

    @property
    def replies(self) -> int:
        return self.thread.number + sum(place.thread.number for place in self.places)


def find(election: Election, number: int, reader: Candidacy | None = None) -> Question | None:
    """Question `number`, with its hiding; for a candidate also `draft_saved_at`, when they saved a draft of theirs."""
    found: QuerySet[Question] = Question.objects.filter(election=election, number=number).select_related("hiding__by")
    if reader:
        mine = Draft.objects.filter(question=OuterRef("pk"), candidacy=reader)
        found = found.annotate(draft_saved_at=Subquery(mine.values("saved_at")[:1]))
    question = found.first()
    if question:
        question.election = election
    return question


def draft_saved_at(question: Question) -> datetime | None:
    """When the candidate for whom it was found saved their draft."""
    return getattr(question, "draft_saved_at", None)


def slate(election: Election) -> list[Candidacy]:
    """The slate in its order; one query."""
    candidates = list(Candidacy.objects.slate(election))
    for candidate in candidates:
        candidate.election = election
    return candidates


def counted_slate(election: Election) -> list[Candidacy]:
    """The slate, each candidate with `asked`, `answered` and `given`: how many questions were put to them, how many
    they answered, and answered or declined; one query. A hidden question counts for those who had answered it."""
    counted = Candidacy.objects.slate(election).annotate(
        answered=_number(_given.filter(declined=False), "candidacy"),
        given=_number(_given, "candidacy"),
        asked=_number(Question.objects.filter(election=election, to_all=True).standing(), "election")
        + _number(Question.objects.filter(asked=OuterRef("pk"), to_all=False).standing(), "election")
        + _number(_given.filter(question__hiding__isnull=False), "candidacy"),
    )
    candidates = list(counted)
    for candidate in candidates:
        candidate.election = election
    return candidates


_given = Answer.objects.filter(candidacy=OuterRef("pk"), question__taken_back_at__isnull=True)


def _number(found: QuerySet[Any], of: str) -> Coalesce:
    counted = found.order_by().values(of).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def rows(election: Election, questions: Sequence[Question], candidates: Sequence[Candidacy]) -> list[Row]:
    """Questions of an election with their benches, in the order given; at most two queries."""
    for question in questions:
        question.election = election
    found = benches(questions, candidates)
    return [Row(question, found[question.pk]) for question in questions]


def one(question: Question, candidates: Sequence[Candidacy]) -> Reading:
    """A question's page; at most four queries."""
    return everything(question.election, [question], candidates, changes=True)[0]


def everything(
    election: Election, questions: Sequence[Question], candidates: Sequence[Candidacy], *, changes: bool = False
) -> list[Reading]:
    """Many questions as their pages show them; at most four queries, however many."""
    found, said = benches(questions, candidates), threads.threads_of(questions)
    answers = [seat.answer for b in found.values() for seat in b.seats if seat.answer]
    changed = history.latest_changes(answers) if changes else {}
    for question in questions:
        question.election = election
    _know(answers, {q.pk: q for q in questions}, {c.pk: c for c in candidates})
    return [_reading(q, found[q.pk], said.get(q.pk, {}), changed) for q in questions]


def _know(answers: Iterable[Answer], questions: dict[int, Question], candidates: dict[int, Candidacy]) -> None:
    """Relations that are at hand already, so that links to an answer cost no query."""
    for answer in answers:
        answer.question, answer.candidacy = questions[answer.question_id], candidates[answer.candidacy_id]


def _reading(question: Question, seats: Bench, said: dict[int | None, Thread], changed: dict[int, Revision]) -> Reading:
    places = tuple(
        Place(seat, *_below(seat.answer, said, changed)) for seat in seats.seats if seat.state is not State.NOT_ASKED
    )
    return Reading(question, seats, places, said.get(None, Thread()))


def _below(
    answer: Answer | None, said: dict[int | None, Thread], changed: dict[int, Revision]
) -> tuple[Revision | None, Thread]:
    if answer is None:
        return None, Thread()
    return changed.get(answer.pk), said.get(answer.pk, Thread())


def of_candidate(candidacy: Candidacy, candidates: Sequence[Candidacy]) -> list[Row]:
    """Every question this candidate was asked (or answered), oldest first, with its bench; at most three queries.
    Of hidden questions those that they had answered: hiding the question leaves the answer in its place."""
    asked = Question.objects.filter(election=candidacy.election, taken_back_at__isnull=True)
    everybody = rows(candidacy.election, list(listing.with_numbers(asked).order_by("number")), candidates)
    return [row for row in everybody if _concerns(row, seat_of(row.bench, candidacy))]


def _concerns(row: Row, seat: Seat) -> bool:
    return seat.answer is not None or (seat.state is not State.NOT_ASKED and not row.question.is_hidden)


def seat_of(seats: Bench, candidacy: Candidacy) -> Seat:
    """The seat of one candidate on a bench."""
    return next(seat for seat in seats.seats if seat.candidacy.pk == candidacy.pk)
