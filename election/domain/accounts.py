"""People's accounts: who becomes which official or candidate; site managers; one-time sign-in links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import F, Q

from election.domain import journal, roll
from election.domain.journal import Deed
from election.domain.officials import owner
from election.domain.refusals import Refused
from election.models import Candidacy, CandidacyAddress, Election, Official, RollKey, User

LINK_LASTS = timedelta(hours=1)
_SALT = "election.sign-in-link"


@dataclass(frozen=True)
class Conflict:
    """An address names this person an official and a candidate of the same election: the later one is not bound."""

    election: Election

    @property
    def sentence(self) -> str:
        whom = f" Write to {self.election.contact}." if self.election.contact else " Tell the officials."
        return f"You are an official and a candidate in “{self.election.title}”, and nobody can be both.{whom}"


@transaction.atomic
def claim(user: User) -> list[Conflict]:
    """Binds the officials, candidacies and voters that `user`'s verified addresses name. What would make one person
    official and candidate of the same election stays unbound and is returned."""
    addresses = [a.lower() for a in _verified(user)]
    _lock_elections_naming(addresses)
    conflicts = []
    for official in Official.objects.filter(user=None, email__in=addresses).select_related("election"):
        if Candidacy.objects.filter(election=official.election, user=user).exists():
            conflicts.append(Conflict(official.election))
        elif not Official.objects.filter(election=official.election, user=user).exists():
            official.user = user
            official.save(update_fields=["user"])
    for named in CandidacyAddress.objects.filter(candidacy__user=None, email__in=addresses).select_related("election"):
        if Official.objects.filter(election=named.election, user=user).exists():
            conflicts.append(Conflict(named.election))
        elif not Candidacy.objects.filter(election=named.election, user=user).exists():
            Candidacy.objects.filter(pk=named.candidacy_id, user=None).update(user=user)
    roll.claim(user, addresses)
    return conflicts


def _lock_elections_naming(addresses: list[str]) -> None:
    """Whoever appoints an official or adds a candidate meanwhile waits, or is waited for."""
    officiating = Official.objects.filter(user=None, email__in=addresses).values("election")
    standing = CandidacyAddress.objects.filter(candidacy__user=None, email__in=addresses).values("election")
    voting = RollKey.objects.filter(entry__user=None, value__in=addresses).values("election")
    named = Election.objects.filter(Q(pk__in=officiating) | Q(pk__in=standing) | Q(pk__in=voting)).order_by("pk")
    list(named.select_for_update(of=("self",)).values_list("pk"))


def _verified(user: User) -> list[str]:
    return list(EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True))


def change(user: User, display_name: str, zone: str, scheme: str) -> User:
    """The person's own settings."""
    user.display_name, user.zone, user.scheme = display_name, zone, scheme
    user.save(update_fields=["display_name", "zone", "scheme"])
    return user


def sign_out_everywhere(user: User) -> None:
    """Ends every session of this person, this one too. Two at once end what the other has just begun."""
    User.objects.filter(pk=user.pk).update(generation=F("generation") + 1)
    user.refresh_from_db(fields=["generation"])


@transaction.atomic
def make_manager(email: str, at: datetime, name: str = "") -> User:
    """The owner of `email` is a site manager from now on; an account with this address, verified, is made if there is
    none. An act of whoever runs the program; journalled."""
    address = email.strip().lower()
    user = owner(address) or _new_owner(address, name)
    if User.objects.filter(pk=user.pk, is_manager=False).update(is_manager=True):
        user.is_manager = True
        journal.record(Deed.MANAGER_MADE, by=None, at=at, after={"user": user.pk}, words={"who": user.name})
    return user


def _new_owner(address: str, name: str) -> User:
    """The person of an address that nobody has verified. Whoever signed up with it may be anybody: of such an account
    neither the name nor another address nor a session stays."""
    user = User.objects.filter(email__iexact=address).first() or User.objects.create_user(address)
    user.display_name = name
    user.save(update_fields=["display_name"])
    sign_out_everywhere(user)
    EmailAddress.objects.filter(Q(email__iexact=address) | Q(user=user)).delete()
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    return user


def link_token(user: User) -> str:
    """A token for a sign-in link: good for an hour, and once, as using it raises the generation it names."""
    return signing.dumps([user.pk, user.generation], salt=_SALT)


def linked(token: str) -> User:
    """The person whom a sign-in link names, not yet signed in. Raises Refused when it is used up, old or not ours."""
    try:
        pk, generation = signing.loads(token, salt=_SALT, max_age=LINK_LASTS)
    except signing.BadSignature as bad:
        raise Refused("This sign-in link is too old, or not complete. Ask for a new one.") from bad
    user = User.objects.filter(pk=pk, generation=generation, is_active=True).first()
    if user is None:
        raise Refused("This sign-in link was used already. Ask for a new one.")
    return user


@transaction.atomic
def use_link(token: str) -> User:
    """The person whom the link names, for signing in now; the link is used up. Raises Refused as `linked` does."""
    user = User.objects.select_for_update().get(pk=linked(token).pk)
    linked(token)  # another click may have used it up while this one waited
    sign_out_everywhere(user)
    return user


def mail_works() -> bool:
    """Whether mail is set up to leave (or, in the demo, to be shown)."""
    return bool(settings.MAIL_WORKS)


def mail_trouble() -> str:
    """Why nobody can receive a code, and how to mend it; empty while mail works."""
    if mail_works():
        return ""
    return (
        "Mail is not set up, so nobody can receive a code to sign in. Set EMAIL_URL and try it with "
        "manage.py send_test_mail; until then manage.py make_manager prints a sign-in link."
    )
