"""Lists of questions: in three orders, narrowed to those asked of or not answered by a candidate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Aggregate, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Coalesce

from election.models import Answer, Candidacy, Election, Question, Reply

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler


class Order(StrEnum):
    """How questions are listed; the value stands in the address."""

    NEWEST = "newest"
    FEWEST = "fewest"
    REPLIES = "replies"

    @property
    def label(self) -> str:
        return {"newest": "Newest", "fewest": "Fewest answers", "replies": "Most replies"}[self]


_ORDERS = {
    Order.NEWEST: ("-number",),
    Order.FEWEST: ("answered", "number"),
    Order.REPLIES: ("-replied", "-number"),
}


@dataclass(frozen=True)
class Narrowing:
    """Which questions are wanted: all, or those asked of one candidate, or not answered by one."""

    asked_of: Candidacy | None = None
    not_answered_by: Candidacy | None = None

    def __bool__(self) -> bool:
        return bool(self.asked_of or self.not_answered_by)


def questions(election: Election, order: Order, narrowing: Narrowing = Narrowing()) -> QuerySet[Question]:
    """The questions to list, each with `answered` and `replied`, the numbers of answers and of readable replies.
    Those taken back are left out; hidden ones keep their place."""
    listed = with_numbers(Question.objects.filter(election=election, taken_back_at__isnull=True))
    if narrowing.asked_of:
        listed = listed.filter(_asked(narrowing.asked_of))
    if one := narrowing.not_answered_by:
        given = Answer.objects.filter(question=OuterRef("pk"), candidacy=one)
        listed = listed.filter(_asked(one), ~Exists(given))
    return listed.order_by(*_ORDERS[order])


class Joined(Aggregate):
    """The numbers of a group in one text: "3,8"."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="STRING_AGG(%(expressions)s::text, ',')", **more)


def with_numbers(asked: QuerySet[Question]) -> QuerySet[Question]:
    """The same questions with `answered` and `replied`, `named` (the ids of those asked by name), and their hiding."""
    asked_by_name: QuerySet[Any] = Question.asked.through.objects.filter(question=OuterRef("pk")).order_by()
    named = asked_by_name.values("question").annotate(ids=Joined("candidacy_id")).values("ids")
    readable = Reply.objects.filter(hiding__isnull=True, taken_back_at__isnull=True, became__isnull=True)
    return asked.select_related("hiding__by").annotate(
        answered=_number(Answer.objects.filter(declined=False)),
        replied=_number(readable),
        named=Subquery(named),
    )


def _number(rows: QuerySet[Answer] | QuerySet[Reply]) -> Coalesce:
    counted = rows.filter(question=OuterRef("pk")).order_by().values("question").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _asked(candidacy: Candidacy) -> Q:
    named = Question.asked.through.objects.filter(question=OuterRef("pk"), candidacy=candidacy)
    return Q(to_all=True) | Q(Exists(named))


def latest(election: Election, number: int) -> list[Question]:
    """The newest questions, for the overview; one query."""
    asked = with_numbers(Question.objects.filter(election=election).standing())
    return list(asked.order_by("-number")[:number])
