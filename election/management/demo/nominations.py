"""How people come to stand in an election of the demo: nominated, standing by themselves, endorsed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from election.domain import applications, endorsements, nominations
from election.management.demo.content import Table
from election.management.demo.scene import Act, Scene
from election.permissions import ENDORSE, NOMINATE, STAND


def acts(scene: Scene) -> Iterator[Act]:
    """All of it."""
    for row in scene.story.get("nomination", ()):
        yield Act(row["at"], partial(_nominate, scene, row))
    for row in scene.story.get("application", ()):
        yield Act(row["at"], partial(_stand, scene, row))
        for endorsed in row.get("endorsed", ()):
            yield Act(endorsed["at"], partial(_endorse, scene, row["person"], endorsed))


def _nominate(scene: Scene, row: Table, at: datetime) -> None:
    nominee = scene.people[row["person"]]
    nominations.nominate(scene.election, nominee.name, nominee.email, scene.by(row["by"], NOMINATE, at), at)


def _stand(scene: Scene, row: Table, at: datetime) -> None:
    user = scene.by(row["person"], STAND, at)
    statement, affiliation = scene.days.said(row["statement"]), row["affiliation"]
    applications.stand(
        scene.election, user, user.name, statement, at, affiliation=affiliation, family_name=row["family"]
    )


def _endorse(scene: Scene, key: str, row: Table, at: datetime) -> None:
    by = scene.by(row["by"], ENDORSE, at)
    endorsements.endorse(scene.candidacy(key), by, row["affiliation"], at)
