"""What allauth asks the house: words of refusal, codes, names, and what signing in brings."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest

from election.domain import accounts
from election.models import User


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's adapter, in the house's words."""

    error_messages: ClassVar[dict[str, str]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "This account was closed.",
        "cannot_remove_primary_email": "This is your main address. Make another one the main address first.",
        "duplicate_email": "This is one of your addresses already.",
        "email_taken": "This address cannot be used here. If it is yours, sign in with it.",
        "incorrect_code": "This is not the code we sent. Look at the newest mail and type its six digits.",
        "max_email_addresses": "You have as many addresses as one person can have.",
        "rate_limited": "A new code was sent a moment ago. Wait a little before you ask for another one.",
        "too_many_login_attempts": "That was tried too often. Wait a few minutes, then ask for a new code.",
        "unverified_primary_email": "Your main address has to be one that you have verified.",
    }

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """A new person with the name they gave."""
        user.display_name = form.cleaned_data["display_name"]
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def login(self, request: HttpRequest, user: User) -> None:
        """Signs in, and makes the person the official or candidate that their addresses name."""
        super().login(request, user)
        claim(request, user)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """An address is verified: it may name its owner an official or a candidate."""
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed:
            claim(request, email_address.user)
        return confirmed

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """A mail that names this site by its own address, whatever host the request asked for."""
        site = {"site_name": settings.SITE_NAME or "Hustings", "site_url": settings.SITE_URL}
        mail: EmailMessage = super().render_mail(template_prefix, email, {**context, **site}, headers)
        return mail

    def send_account_already_exists_mail(self, email: str) -> None:
        """The way in is the sign-in page: there are no passwords to reset."""
        self.send_mail("account/email/account_already_exists", email, {})

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Only what went wrong is said on top: the pages themselves say what went well."""
        level = kwargs.get("level", args[1] if len(args) > 1 else messages.INFO)
        if level >= messages.WARNING:
            super().add_message(*args, **kwargs)


def claim(request: HttpRequest, user: User) -> None:
    """Binds what the person's addresses name; says what could not be bound."""
    for conflict in accounts.claim(user):
        messages.warning(request, conflict.sentence)
