"""Candidacies: added and corrected by officials, stated and withdrawn by the candidates themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from election.domain import journal, officials
from election.domain.journal import Deed
from election.domain.refusals import Refused
from election.domain.review import slate
from election.models import Candidacy, CandidacyAddress, Election, StatementVersion, User, Withdrawal
from election.models.written import rendered
from election.permissions.times import statement_deadline

Link = tuple[str, str]
"""A label and an address."""


@transaction.atomic
def add(
    election: Election,
    name: str,
    addresses: Iterable[str],
    by: User | None,
    at: datetime,
    *,
    affiliation: str = "",
    family_name: str = "",
    links: Sequence[Link] = (),
    source: str = "",
    source_url: str = "",
    statement_until: datetime | None = None,
) -> Candidacy:
    """A candidate on the slate, with a first statement if one is given. Whoever owns one of `addresses`, verified, is
    this candidate. Raises Refused when an address belongs to another candidate or to an official."""
    candidacy = enter(
        election,
        name,
        addresses,
        by,
        at,
        links=links,
        source=source,
        affiliation=affiliation,
        family_name=family_name,
        source_url=source_url,
        statement_until=statement_until,
    )
    facts = {"candidate": candidacy.pk, "addresses": candidacy.addresses.count()}
    journal.record(Deed.CANDIDATE_ADDED, by=by, at=at, election=election, after=facts, words={"who": name})
    slate.look_again(election, at)
    return candidacy


def enter(
    election: Election,
    name: str,
    addresses: Iterable[str],
    by: User | None,
    at: datetime,
    *,
    links: Sequence[Link] = (),
    source: str = "",
    **fields: Any,
) -> Candidacy:
    """A new candidacy, for `add` and for those who stand by themselves; in the transaction of its act."""
    Election.objects.select_for_update().get(pk=election.pk)
    slug, pairs = _free_slug(election, name), [list(link) for link in links]
    candidacy = Candidacy.objects.create(election=election, slug=slug, name=name, links=pairs, added_at=at, **fields)
    _set_addresses(candidacy, addresses)
    if source.strip():
        _keep_version(candidacy, source, by, at)
    return candidacy


def _free_slug(election: Election, name: str) -> str:
    base = slugify(name)[:70] or "candidate"
    taken = set(Candidacy.objects.filter(election=election, slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)


def _set_addresses(candidacy: Candidacy, addresses: Iterable[str]) -> None:
    wanted = dict.fromkeys(address.strip().lower() for address in addresses)
    if set(wanted) == set(candidacy.addresses.values_list("email", flat=True)):
        return
    candidacy.addresses.exclude(email__in=wanted).delete()
    for address in wanted:
        officials.refuse_official(candidacy.election, address)
        others = CandidacyAddress.objects.filter(election=candidacy.election, email=address)
        if others.exclude(candidacy=candidacy).exists():
            raise Refused(f"{address} belongs to another candidate of this election.")
        CandidacyAddress.objects.get_or_create(election=candidacy.election, candidacy=candidacy, email=address)
    _bind(candidacy)


def _bind(candidacy: Candidacy) -> None:
    """The candidacy belongs to whom it belonged if one of its addresses is still theirs, else to the owner of its first
    verified address, else to nobody yet. Raises Refused where that person stands here already."""
    owners = [owner for address in candidacy.addresses.all() if (owner := officials.owner(address.email))]
    user = candidacy.user if candidacy.user in owners else next(iter(owners), None)
    if user and Candidacy.objects.filter(election=candidacy.election, user=user).exclude(pk=candidacy.pk).exists():
        raise Refused("The owner of one of these addresses is a candidate of this election already.")
    if candidacy.user != user:
        candidacy.user = user
        candidacy.save(update_fields=["user"])


CORRECTED = ("name", "family_name", "affiliation", "links", "statement_until", "source_url")


@transaction.atomic
def correct(candidacy: Candidacy, addresses: Iterable[str], by: User | None, at: datetime, **fields: Any) -> Candidacy:
    """Officials put right name, addresses and facts (`fields`: any of CORRECTED). Raises Refused as `add` does."""
    election = Election.objects.select_for_update().get(pk=candidacy.election_id)
    if "statement_until" in fields and fields["statement_until"] != candidacy.statement_until:
        _in_time(election, candidacy, at)
    before = {"addresses": sorted(candidacy.addresses.values_list("email", flat=True))}
    before |= {name: getattr(candidacy, name) for name in fields}
    for name, value in fields.items():
        setattr(candidacy, name, value)
    candidacy.save()
    _set_addresses(candidacy, addresses)
    after = {"addresses": sorted(candidacy.addresses.values_list("email", flat=True))}
    after |= {name: getattr(candidacy, name) for name in fields}
    changed = [name for name in after if before[name] != after[name]]
    if changed:
        words = {"who": candidacy.name, **_told(before, after, changed)}
        facts = {"candidate": candidacy.pk, "changed": changed}
        journal.record(Deed.CANDIDATE_CORRECTED, by=by, at=at, election=candidacy.election, after=facts, words=words)
        slate.look_again(election, at)
    return candidacy


def _in_time(election: Election, candidacy: Candidacy, at: datetime) -> None:
    """One official alone moves a deadline only while it is ahead."""
    deadline = statement_deadline(election, candidacy)
    if deadline and deadline <= at:
        raise Refused("This deadline is over. Two officials together can take a late statement: see the candidates.")


def _told(before: dict[str, Any], after: dict[str, Any], changed: list[str]) -> dict[str, str]:
    """Before and after in words; addresses stay out of the public journal, it says only that they changed."""
    told = [name for name in changed if name != "addresses"]
    return {name: f"{_words(before[name])} → {_words(after[name])}" for name in told}


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(label for label, _ in value) or "none"
    return str(value) if value else "none"


@transaction.atomic
def state(candidacy: Candidacy, source: str, by: User | None, at: datetime) -> Candidacy:
    """The statement now says `source`; the version before stays readable. The same text again changes nothing."""
    locked = Candidacy.objects.select_for_update().get(pk=candidacy.pk)
    if locked.source != source:
        _keep_version(locked, source, by, at)
    return locked


def _keep_version(candidacy: Candidacy, source: str, by: User | None, at: datetime) -> None:
    columns = rendered(source)
    number = candidacy.statements.count() + 1
    StatementVersion.objects.create(candidacy=candidacy, number=number, at=at, by=by, **columns)
    for column, value in columns.items():
        setattr(candidacy, column, value)
    candidacy.save()


@transaction.atomic
def withdraw(candidacy: Candidacy, by: User | None, at: datetime, word: str = "") -> Withdrawal:
    """The candidate steps down, with an optional word; they stay visible, greyed. What was decided at the review lapses
    where the slate no longer bears it. Raises Refused the second time, and once the result is declared."""
    election = Election.objects.select_for_update().get(pk=candidacy.election_id)
    if election.recorded.declared:
        raise Refused("The result of this election has been declared, so nobody can withdraw any more.")
    if Withdrawal.objects.filter(candidacy=candidacy).exists():
        raise Refused("This candidacy was withdrawn already.")
    withdrawal = Withdrawal.objects.create(candidacy=candidacy, by=by, at=at, word=word)
    slate.look_again(election, at)
    return withdrawal
