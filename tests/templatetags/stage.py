"""An election in its questions and answers, and a slate, as unsaved rows: templates need no database."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from django.template import Context, Template

from election.models import Body, Candidacy, Election, Publication, Withdrawal
from election.timeline import phase_at, stages

AT = datetime(2027, 3, 16, 11, tzinfo=UTC)


def march(day: int, hour: int = 15) -> datetime:
    return datetime(2027, 3, day, hour, tzinfo=UTC)


def council(**fields: Any) -> Election:
    """The Technical Council of spring 2027, announced, with all four windows."""
    windows = {
        "nomination_opens": march(1),
        "nomination_closes": march(8),
        "questions_opens": march(9),
        "questions_closes": march(19),
        "answers_opens": march(9),
        "answers_closes": march(21),
        "voting_opens": march(22),
        "voting_closes": march(29),
    }
    election = Election(body=Body(name="Council"), slug="council", title="Council", seats=3, **windows | fields)
    election._state.fields_cache["publication"] = Publication(at=march(1))
    return election


def candidate(name: str, *, withdrew: bool = False) -> Candidacy:
    candidacy = Candidacy(name=name)
    candidacy._state.fields_cache["withdrawal"] = Withdrawal(at=AT) if withdrew else None
    return candidacy


def frame(election: Election, at: datetime = AT, **more: Any) -> dict[str, Any]:
    """What a view gives every page of this election; nobody may do anything unless `can` says so."""
    timeline, recorded = election.timeline, election.recorded
    head = SimpleNamespace(
        phase=phase_at(timeline, recorded, at),
        stages=stages(timeline, recorded, at),
        edge=timeline.next_edge(at),
        questions=24,
        candidates=6,
        acts=9,
        voters=263,
    )
    can = SimpleNamespace(todo=False, run=False)
    return {"at": at, "election": election, "head": head, "can": can, **more}


def drawn(source: str, context: dict[str, Any]) -> str:
    """The template drawn, its white space collapsed."""
    return " ".join(Template(source).render(Context(context)).split())
