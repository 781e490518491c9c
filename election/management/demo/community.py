"""The community before its elections: people with verified addresses, bodies, and who serves on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial

from allauth.account.models import EmailAddress

from election.domain import bodies
from election.domain.personas import Persona
from election.management.demo import content
from election.management.demo.content import Table
from election.management.demo.days import Days
from election.management.demo.scene import Act, on_site
from election.models import Term, User
from election.permissions import CREATE_BODY


def people() -> dict[str, User]:
    """Everybody by key, each with the verified address by which candidates and officials are known."""
    return {key: _person(row) for key, row in content.people().items()}


def personas() -> list[Persona]:
    """Those of the community whom a visitor can be."""
    people = content.people().items()
    return [Persona(key, row["name"], row["email"], row["persona"]) for key, row in people if "persona" in row]


def _person(row: Table) -> User:
    manages = row.get("manager", False)
    user = User.objects.create_user(row["email"], row["name"], zone=row["zone"], is_manager=manages)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def acts(days: Days, users: Mapping[str, User]) -> Iterator[Act]:
    """Every body is created by its site manager, with those who serve on it."""
    for row in content.bodies():
        yield Act(row["created"]["at"], partial(_create, row, days, users[row["created"]["by"]]))


def _create(row: Table, days: Days, by: User, at: datetime) -> None:
    fields = {name: row[name] for name in ("slug", "name", "seats")}
    fields |= {"source": days.said(row["text"]), "prompts": "\n".join(row["prompts"])}
    body = bodies.create(on_site(by, CREATE_BODY, at), at, **fields)
    for term in row.get("term", ()):
        begins, ends = days.on(term["begins"]), days.on(term["ends"])
        Term.objects.create(body=body, name=term["name"], affiliation=term["affiliation"], begins=begins, ends=ends)
