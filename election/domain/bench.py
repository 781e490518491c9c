"""The bench: for one question, the seat of every candidate and its state. A gap is as visible as an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from election.models import Answer, Candidacy, Question


class State(StrEnum):
    """What a candidate has done with a question; the value is the `data-state` of the seat."""

    NOT_ASKED = "notasked"
    NOT_YET = "waiting"
    ANSWERED = "answered"
    DECLINED = "declined"
    WITHDREW_ANSWERED = "withdrawn"
    WITHDREW = "gone"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    State.NOT_ASKED: "not asked",
    State.NOT_YET: "not yet",
    State.ANSWERED: "answered",
    State.DECLINED: "declined",
    State.WITHDREW_ANSWERED: "withdrew, answer stays",
    State.WITHDREW: "withdrew without an answer",
}


@dataclass(frozen=True)
class Seat:
    """One candidate's seat at one question; `answer` is None where there is none."""

    candidacy: Candidacy
    state: State
    answer: Answer | None = None

    @property
    def words(self) -> str:
        """The state in words, with "changed" where the answer was changed."""
        if self.answer and self.answer.changed_at and self.state is State.ANSWERED:
            return "answered, changed"
        return self.state.words


@dataclass(frozen=True)
class Bench:
    """All seats of one question, in the order of the slate."""

    seats: tuple[Seat, ...]

    @property
    def asked(self) -> int:
        return sum(seat.state is not State.NOT_ASKED for seat in self.seats)

    @property
    def answered(self) -> int:
        return sum(seat.answer is not None and not seat.answer.declined for seat in self.seats)

    @property
    def given(self) -> int:
        """Answers on record, declined ones too: as soon as there is one, the question stays as it was asked."""
        return sum(seat.answer is not None for seat in self.seats)

    @property
    def states(self) -> list[str]:
        return [seat.state.value for seat in self.seats]

    def __str__(self) -> str:
        return f"{self.answered} of {self.asked} answered"


def bench(slate: Sequence[Candidacy], named: frozenset[int] | None, answers: Mapping[int, Answer]) -> Bench:
    """The bench of one question: `named` are the ids of the candidates asked (None: all), `answers` by candidacy id."""
    return Bench(tuple(_seat(c, named is None or c.pk in named, answers.get(c.pk)) for c in slate))


def _seat(candidacy: Candidacy, asked: bool, answer: Answer | None) -> Seat:
    return Seat(candidacy, _state(candidacy.has_withdrawn, asked, answer), answer)


def _state(withdrew: bool, asked: bool, answer: Answer | None) -> State:
    if answer is None and not asked:
        return State.NOT_ASKED
    if withdrew:
        return State.WITHDREW_ANSWERED if answer and not answer.declined else State.WITHDREW
    if answer is None:
        return State.NOT_YET
    return State.DECLINED if answer.declined else State.ANSWERED


def benches(questions: Sequence[Question], slate: Sequence[Candidacy]) -> dict[int, Bench]:
    """The bench of each question by its id: two queries, however many questions; one where they were listed with
    `named`. Answers come without their text's versions, with their hiding."""
    answers: dict[int, dict[int, Answer]] = {}
    for answer in Answer.objects.filter(question__in=questions).select_related("hiding__by"):
        answers.setdefault(answer.question_id, {})[answer.candidacy_id] = answer
    named = _named(questions)
    return {
        q.pk: bench(slate, None if q.to_all else named.get(q.pk, frozenset()), answers.get(q.pk, {})) for q in questions
    }


def _named(questions: Iterable[Question]) -> dict[int, frozenset[int]]:
    listed = {q.pk: ids.split(",") for q in questions if (ids := getattr(q, "named", ""))}
    return {pk: frozenset(map(int, ids)) for pk, ids in listed.items()} | _looked_up(questions)


def _looked_up(questions: Iterable[Question]) -> dict[int, frozenset[int]]:
    chosen = [q.pk for q in questions if not q.to_all and not hasattr(q, "named")]
    pairs = Question.asked.through.objects.filter(question__in=chosen).values_list("question_id", "candidacy_id")
    named: dict[int, set[int]] = {}
    for question, candidacy in pairs if chosen else ():
        named.setdefault(question, set()).add(candidacy)
    return {question: frozenset(asked) for question, asked in named.items()}
