"""What waits for a candidate: open questions oldest first, their drafts, and replies to their answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from election.domain import reading
from election.domain.bench import Bench, Seat, State
from election.models import Candidacy, Draft, Question, Reply

LATEST = 8


@dataclass(frozen=True)
class Task:
    """A question that waits for an answer, with the draft if there is one."""

    question: Question
    bench: Bench
    draft: Draft | None


@dataclass(frozen=True)
class Todo:
    """A candidate's desk: the tasks, every seat of theirs in order, the latest replies to their answers."""

    tasks: tuple[Task, ...]
    seats: tuple[Seat, ...]
    replies: tuple[Reply, ...]

    @property
    def done(self) -> int:
        return len(self.seats) - len(self.tasks)


def waiting_for(candidacy: Candidacy, candidates: Sequence[Candidacy]) -> Todo:
    """The desk of `candidacy`; at most five queries."""
    rows = reading.of_candidate(candidacy, candidates)
    kept = {draft.question_id: draft for draft in Draft.objects.filter(candidacy=candidacy)}
    waiting = [row for row in rows if reading.seat_of(row.bench, candidacy).state is State.NOT_YET]
    return Todo(
        tasks=tuple(Task(row.question, row.bench, kept.get(row.question.pk)) for row in waiting),
        seats=tuple(reading.seat_of(row.bench, candidacy) for row in rows),
        replies=tuple(_replies_to(candidacy)),
    )


def _replies_to(candidacy: Candidacy) -> list[Reply]:
    below = Reply.objects.filter(answer__candidacy=candidacy, hiding__isnull=True, taken_back_at__isnull=True)
    others = below.exclude(candidacy=candidacy).select_related("question__election")
    return list(others.order_by("-at", "-id")[:LATEST])


def open_for(candidacy: Candidacy | None, counted: Sequence[Candidacy]) -> int:
    """How many questions wait for `candidacy`, told from a counted slate without a further query; declined ones are
    counted as given."""
    mine = next((c for c in counted if candidacy and c.pk == candidacy.pk), None)
    return max(0, getattr(mine, "asked", 0) - getattr(mine, "given", 0)) if mine else 0
