"""What officials and candidates do in an election of the demo, from its creation to its result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from election.domain import announcements, candidacies, declarations, officials, running, timelines
from election.management.demo import nominations
from election.management.demo.content import Table
from election.management.demo.days import Days
from election.management.demo.scene import Act, Scene, on_site
from election.models import Body
from election.models.declaration import DeclarationKind
from election.permissions import (
    ANNOUNCE,
    APPOINT,
    CANCEL,
    CREATE_ELECTION,
    DECLARE,
    RESCHEDULE,
    SET_UP,
    SLATE,
    STATE,
    TELL,
    WITHDRAW,
)
from election.timeline import Kind, Timeline, Window

_SAME = ("slug", "seats", "term_months", "contact", "vote_at")


def acts(scene: Scene) -> Iterator[Act]:
    """All of it but the questions."""
    story = scene.story
    yield Act(story["created"]["at"], partial(_create, scene))
    for name, do in (("announced", _announce), ("cancelled", _cancel), ("declaration", _declare)):
        if name in story:
            yield Act(story[name]["at"], partial(do, scene, story[name]))
    for name, do in (("change", _change), ("rescheduling", _reschedule), ("announcement", _tell)):
        for row in story.get(name, ()):
            yield Act(row["at"], partial(do, scene, row))
    for row in story.get("candidate", ()):
        yield from _candidate(scene, row)
    yield from nominations.acts(scene)


def planned(windows: dict[str, list[float]], days: Days) -> dict[str, Window]:
    """Windows as the content names them: [opens, closes] in days, by kind."""
    return {name: Window(Kind(name), days.at(edges[0]), days.at(edges[1])) for name, edges in windows.items()}


def _create(scene: Scene, at: datetime) -> None:
    story, said = scene.story, scene.days.said
    by = on_site(scene.people[story["created"]["by"]], CREATE_ELECTION, at)
    fields: dict[str, Any] = {name: story[name] for name in _SAME if name in story}
    fields |= {"title": said(story["title"]), "candidate_order": story["order"]}
    fields |= {"source": said(story["text"]), "standing_source": said(story["standing"])}
    fields |= story.get("rules", {})
    timeline = Timeline(**planned(story["windows"], scene.days))
    election = running.create(Body.objects.get(slug=story["body"]), by, at, timeline=timeline, **fields)
    for user in (scene.people[key] for key in story["officials"]):
        officials.appoint(election, user.email, user.name, on_site(by, APPOINT, at), at)


def _announce(scene: Scene, row: Table, at: datetime) -> None:
    running.announce(scene.election, scene.by(row["by"], ANNOUNCE, at), at)


def _cancel(scene: Scene, row: Table, at: datetime) -> None:
    running.cancel(scene.election, scene.by(row["by"], CANCEL, at), at, scene.days.said(row["reason"]))


def _change(scene: Scene, row: Table, at: datetime) -> None:
    fields = {name: row[name] for name in _SAME if name in row}
    running.change(scene.election, scene.by(row["by"], SET_UP, at), at, **fields)


def _reschedule(scene: Scene, row: Table, at: datetime) -> None:
    election = scene.election
    moved = {w.kind.value: w for w in election.timeline} | planned(row["windows"], scene.days)
    by = scene.by(row["by"], RESCHEDULE, at)
    timelines.reschedule(election, Timeline(**moved), by, at, scene.days.said(row["reason"]))


def _tell(scene: Scene, row: Table, at: datetime) -> None:
    title, source = scene.days.said(row["title"]), scene.days.said(row["text"])
    announcements.tell(scene.election, title, source, scene.by(row["by"], TELL, at), at)


def _declare(scene: Scene, row: Table, at: datetime) -> None:
    declarations.declare(
        scene.election,
        DeclarationKind(row["kind"]),
        [scene.candidacy(key) for key in row["winners"]],
        scene.by(row["by"], DECLARE, at),
        at,
        on=scene.days.on(row["on"]),
        source_url=row.get("source_url", ""),
        source=scene.days.said(row["text"]),
    )


def _candidate(scene: Scene, row: Table) -> Iterator[Act]:
    yield Act(row["added"], partial(_add, scene, row))
    for later in row.get("later", ()):
        yield Act(later["at"], partial(_state, scene, row["person"], later))
    if "corrected" in row:
        yield Act(row["corrected"]["at"], partial(_correct, scene, row["person"], row["corrected"]))
    if "withdrawn" in row:
        yield Act(row["withdrawn"]["at"], partial(_withdraw, scene, row["person"], row["withdrawn"]))


def _add(scene: Scene, row: Table, at: datetime) -> None:
    user = scene.people[row["person"]]
    candidacies.add(
        scene.election,
        user.name,
        [user.email],
        scene.by(row["by"], SLATE, at),
        at,
        affiliation=row["affiliation"],
        family_name=row["family"],
        links=[(label, address) for label, address in row.get("links", ())],
        source=scene.days.said(row["statement"]),
    )


def _correct(scene: Scene, key: str, row: Table, at: datetime) -> None:
    by, addresses = scene.by(row["by"], SLATE, at), [scene.people[key].email]
    candidacies.correct(scene.candidacy(key), addresses, by, at, affiliation=row["affiliation"])


def _state(scene: Scene, key: str, row: Table, at: datetime) -> None:
    candidacies.state(scene.candidacy(key), scene.days.said(row["text"]), scene.by(key, STATE, at), at)


def _withdraw(scene: Scene, key: str, row: Table, at: datetime) -> None:
    candidacies.withdraw(scene.candidacy(key), scene.by(key, WITHDRAW, at), at, scene.days.said(row["word"]))
