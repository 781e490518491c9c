"""The voter roll of an election of the demo: brought in from a list, corrected by officials, asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import count, islice

from django.utils.text import slugify

from election.domain import roll
from election.domain.roll import Line
from election.management.demo import content
from election.management.demo.content import Table
from election.management.demo.scene import Act, Scene
from election.models import RollEntry
from election.permissions import IMPORT_ROLL, KEEP_ROLL, REQUEST_ROLL

BY_HANDLE = 25
"""Every so manieth is known by a handle alone, as in communities that list contributors."""


def acts(scene: Scene) -> Iterator[Act]:
    """All of it, where the election has a roll here."""
    story = scene.story.get("roll")
    if story is None:
        return
    yield Act(story["brought_in"]["at"], partial(_bring_in, scene, story))
    for name, do in (("added", _add), ("struck", _strike), ("request", _request)):
        for row in story.get(name, ()):
            yield Act(row["at"], partial(do, scene, row))


def _bring_in(scene: Scene, story: Table, at: datetime) -> None:
    by = scene.by(story["brought_in"]["by"], IMPORT_ROLL, at)
    planned = roll.plan(scene.election, islice(_lines(set(story["without"])), story["size"]), "github")
    roll.import_roll(scene.election, planned, story["brought_in"]["file"], by, at)


def _lines(without: set[str]) -> Iterator[Line]:
    """The people of the demo, then invented ones."""
    number = count(2)
    for key, row in content.people().items():
        if key not in without:
            yield Line(next(number), row["name"], (row["email"],))
    told = content.voters()
    for family in told["family"]:
        for given in told["given"]:
            yield _invented(next(number), given, family, told["hosts"])


def _invented(number: int, given: str, family: str, hosts: list[str]) -> Line:
    handle = slugify(f"{given}-{family}")
    address = f"{handle.replace('-', '.')}@{hosts[number % len(hosts)]}"
    return Line(number, f"{given} {family}", (handle,) if number % BY_HANDLE == 0 else (address,))


def _add(scene: Scene, row: Table, at: datetime) -> None:
    roll.add(scene.election, row["name"], row["known_by"], row["reason"], scene.by(row["by"], KEEP_ROLL, at), at)


def _strike(scene: Scene, row: Table, at: datetime) -> None:
    entry = RollEntry.objects.get(election=scene.election, name=row["name"])
    roll.strike(entry, row["reason"], scene.by(row["by"], KEEP_ROLL, at), at)


def _request(scene: Scene, row: Table, at: datetime) -> None:
    user = scene.by(row["by"], REQUEST_ROLL, at)
    roll.request(scene.election, user, user.name, scene.days.said(row["why"]), at)
