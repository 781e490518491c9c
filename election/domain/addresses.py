"""Whose an e-mail address is: whoever verified it. Signing up with it, without the code, gives no claim."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from election.domain import officials
from election.models import User


def taken(email: str, user: User | None) -> bool:
    """Whether somebody other than `user` has verified this address."""
    owner = officials.owner(email)
    return owner is not None and owner != user


@transaction.atomic
def make_way(email: str, user: User) -> None:
    """Forgets the sign-ups with this address that were never finished, as `user` has now proved that it is theirs.
    Such an account was never signed in to, so nothing else hangs on it."""
    EmailAddress.objects.filter(email__iexact=email, verified=False).exclude(user=user).delete()
    _unfinished(email).exclude(pk=user.pk).delete()


def _unfinished(email: str) -> QuerySet[User]:
    proved = EmailAddress.objects.filter(verified=True).values("user")
    return User.objects.filter(email__iexact=email).exclude(pk__in=proved)


def code_lasts() -> str:
    """How long a code is good, as pages and mails say it."""
    return f"{settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60} minutes"
