"""The front page: every announced election in its place, and the drafts that the reader runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from election.models import Answer, Body, Candidacy, Election, Question, User, Winner
from election.timeline import Phase, phase_at

OPEN = (Phase.VOTING, Phase.QA, Phase.NOMINATION)
BETWEEN = (Phase.REVIEW, Phase.WAITING, Phase.COUNTING)
OVER = (Phase.RESULTS, Phase.CANCELLED)
LATEST = 5


@dataclass(frozen=True)
class Card:
    """One election in a list, with its phase and what is counted of it."""

    election: Election
    phase: Phase
    standing: int
    questions: int
    answers: int

    @property
    def winners(self) -> list[str]:
        """Names of those elected; loaded with the list."""
        declaration = getattr(self.election, "declaration", None)
        return [winner.candidacy.name for winner in declaration.winners.all()] if declaration else []


@dataclass
class Front:
    """The elections of the site by what they are doing."""

    open: list[Card] = field(default_factory=list)
    between: list[Card] = field(default_factory=list)
    coming: list[Card] = field(default_factory=list)
    over: list[Card] = field(default_factory=list)
    drafts: list[Card] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.open or self.between or self.coming or self.over or self.drafts)


def front(user: User | None, at: datetime) -> Front:
    """All elections that `user` may see, sorted out; at most three queries."""
    sorted_out = Front()
    for card in _cards(_seen_by(user), at):
        _place(sorted_out, card).append(card)
    sorted_out.open.sort(key=lambda card: (OPEN.index(card.phase), _closes(card, at)))
    sorted_out.coming.sort(key=_opens)
    sorted_out.over.sort(key=_ended, reverse=True)
    return sorted_out


def of_body(body: Body, at: datetime) -> list[Card]:
    """A body's announced elections, newest first."""
    return sorted(_cards(Election.objects.public().filter(body=body), at), key=_opens, reverse=True)


def past(at: datetime) -> list[Card]:
    """Every election that is over, newest first."""
    over = Election.objects.public().filter(Q(declaration__isnull=False) | Q(cancellation__isnull=False))
    return sorted(_cards(over, at), key=_ended, reverse=True)


def _seen_by(user: User | None) -> QuerySet[Election]:
    if user is None:
        return Election.objects.public()
    if user.is_manager:
        return Election.objects.all()
    return Election.objects.filter(Q(publication__isnull=False) | Q(officials__user=user)).distinct()


def _cards(elections: QuerySet[Election], at: datetime) -> list[Card]:
    winners = Prefetch("declaration__winners", Winner.objects.select_related("candidacy"))
    rows = elections.select_related("body", "publication", "cancellation", "declaration", "review").prefetch_related(
        winners
    )
    return [_card(row, at) for row in _counted(rows)]


def _counted(rows: QuerySet[Election]) -> Iterable[Election]:
    answers = Answer.objects.filter(declined=False)
    return rows.annotate(
        n_standing=_number(Candidacy.objects.standing(), "election"),
        n_questions=_number(Question.objects.standing(), "election"),
        n_answers=_number(answers, "question__election"),
    )


def _number(rows: QuerySet[Candidacy] | QuerySet[Question] | QuerySet[Answer], of: str) -> Coalesce:
    counted = rows.filter(**{of: OuterRef("pk")}).order_by().values(of).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _card(row: Election, at: datetime) -> Card:
    counted = (getattr(row, f"n_{name}") for name in ("standing", "questions", "answers"))
    return Card(row, phase_at(row.timeline, row.recorded, at), *counted)


def _place(sorted_out: Front, card: Card) -> list[Card]:
    if card.phase in OPEN:
        return sorted_out.open
    if card.phase in BETWEEN:
        return sorted_out.between
    if card.phase in OVER and card.election.recorded.announced:
        return sorted_out.over
    return sorted_out.coming if card.phase is Phase.COMING else sorted_out.drafts


def _closes(card: Card, at: datetime) -> datetime:
    return min((w.closes for w in card.election.timeline if w.is_open(at)), default=at)


def _opens(card: Card) -> datetime:
    return min((w.opens for w in card.election.timeline), default=card.election.publication.at)


def _ended(card: Card) -> datetime:
    return max((w.closes for w in card.election.timeline), default=card.election.publication.at)
