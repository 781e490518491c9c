"""Whose an entry is: bound once, by a verified address or by a provider's own number for an account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.db import transaction

from election.models import Election, RollEntry, RollKey, User


@dataclass(frozen=True)
class Identity:
    """What a provider says of an account at sign-in: its number, which stays; its handle, which can change hands."""

    provider: str
    uid: str
    handle: str = ""

    @property
    def stable(self) -> str:
        return f"{self.provider}#{self.uid}".lower()

    @property
    def named(self) -> str:
        return f"{self.provider}:{self.handle}".lower()


def entry_of(user: User, election: Election) -> RollEntry | None:
    """The entry that this person is bound to, struck or not."""
    return RollEntry.objects.filter(election=election, user=user).select_related("striking").first()


@transaction.atomic
def claim(user: User, addresses: Iterable[str], identities: Iterable[Identity] = ()) -> None:
    """Binds `user` to the entries that name one of these verified addresses, or an account with one of these
    providers. A handle binds once; from then on the account's number stands on the entry, and the handle, whoever has
    it next, binds nobody else. An entry that is bound stays so, and nobody gets two entries of one election."""
    accounts = list(identities)
    by_number = {identity.named: identity.stable for identity in accounts if identity.handle}
    wanted = [*(a.lower() for a in addresses), *(i.stable for i in accounts), *by_number]
    named = RollKey.objects.filter(value__in=wanted, entry__user=None).select_related("entry").order_by("entry", "id")
    for election in sorted({key.election_id for key in named}):
        Election.objects.select_for_update().get(pk=election)
        if not RollEntry.objects.filter(election=election, user=user).exists():
            _bind_first(user, [key for key in named if key.election_id == election], by_number)


def _bind_first(user: User, keys: list[RollKey], by_number: dict[str, str]) -> None:
    for key in keys:
        if _is_taken_handle(key, by_number):
            continue
        if RollEntry.objects.filter(pk=key.entry_id, user=None).update(user=user):
            if stable := by_number.get(key.value):
                RollKey.objects.get_or_create(
                    election_id=key.election_id, value=stable, defaults={"entry_id": key.entry_id}
                )
            return


def _is_taken_handle(key: RollKey, by_number: dict[str, str]) -> bool:
    """Whether this handle was bound before, to an account of another number: it has changed hands since."""
    if key.value not in by_number:
        return False
    provider = key.value.partition(":")[0]
    numbers = RollKey.objects.filter(entry=key.entry_id, value__startswith=f"{provider}#")
    return numbers.exclude(value=by_number[key.value]).exists()


def bind_known(election: Election) -> None:
    """Binds whoever has verified an address on the roll of `election` already, and has no entry of it."""
    keyed = RollKey.objects.filter(election=election, entry__user=None, value__contains="@").order_by("id")
    verified = EmailAddress.objects.filter(verified=True).values_list("email", "user")
    owners = {email.lower(): user for email, user in verified.iterator()}
    rows = ((entry, owners[value]) for entry, value in keyed.values_list("entry", "value") if value in owners)
    bound = set(RollEntry.objects.filter(election=election, user__isnull=False).values_list("user", flat=True))
    for entry, user in rows:
        if user not in bound and RollEntry.objects.filter(pk=entry, user=None).update(user=user):
            bound.add(user)
