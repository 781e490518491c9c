"""A voter roll for tests: voters, a struck one, a request and a decided one, a proposal, a file that waits."""

from __future__ import annotations

from typing import Any

from election.domain.roll import given
from election.models import RollAct, RollDecision, RollEntry, RollImport, RollKey, RollRequest
from election.models.roll_acts import RollDeed
from tests.cast import Cast, now, person

OF_ENTRY = ("entry", "address", "rebind", "strike", "restore")


def furnish(made: Cast, number: int = 1) -> dict[str, Any]:
    """`number` more of everything, whatever the time of the election, and what fills the addresses."""
    at, election = now(), made.election
    counts = {"new": number, "changed": 0}
    brought = RollImport.objects.create(election=election, at=at, by=made.olga, name="roll.csv", counts=counts)
    for n in range(number):
        some = _voter(made, f"Voter {n} of {number}")
        _act(made, entry=some, deed=RollDeed.ADDRESS, done_at=at)
        struck = _voter(made, f"Struck {n} of {number}")
        struck.striking = _act(made, entry=struck, deed=RollDeed.STRIKE, done_at=at)
        struck.save()
        proposed = _act(made, deed=RollDeed.ADD, name=f"Late {n}", keys=[f"late{n}@saltmarsh.example"], is_late=True)
        asked = _request(made, f"Asker {n} of {number}")
        decided = _request(made, f"Refused {n} of {number}")
        RollDecision.objects.create(request=decided, granted=False, reason="Not yet.", at=at, by=made.olga)
    data = "".join(f"Newcomer {n},new{n}@saltmarsh.example\n" for n in range(number))
    given.keep(election, made.olga, "more.csv", "github", data.encode(), at)
    return {
        "officials:roll_undo.pk": brought.pk,
        "officials:roll_decide.pk": asked.pk,
        "officials:roll_second.pk": proposed.pk,
        **{f"officials:roll_{act}.pk": some.pk for act in OF_ENTRY},
    }


def _voter(made: Cast, name: str) -> RollEntry:
    entry = RollEntry.objects.create(election=made.election, name=name)
    for key in (f"{name.replace(' ', '')}@saltmarsh.example".lower(), f"github:{name.replace(' ', '')}".lower()):
        RollKey.objects.create(election=made.election, entry=entry, value=key)
    return entry


def _act(made: Cast, **fields: Any) -> RollAct:
    return RollAct.objects.create(election=made.election, at=now(), by=made.olga, reason="Overlooked.", **fields)


def _request(made: Cast, name: str) -> RollRequest:
    user = person(name.replace(" ", ""))
    return RollRequest.objects.create(election=made.election, user=user, at=now(), name=name, why="I belong here.")
