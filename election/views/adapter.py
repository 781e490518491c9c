"""What allauth asks the house: words of refusal, codes, names, and what signing in brings."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.models import EmailAddress
from allauth.core import context as allauth
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from election.domain import accounts, addresses
from election.models import User

log = logging.getLogger(__name__)


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
        """Signs in, and makes the person the official or candidate that their addresses name. The moment, which allauth
        would keep in the session for asking again later, is not kept (docs/decisions/clocks.md)."""
        super().login(request, user)
        request.session.pop(AUTHENTICATION_METHODS_SESSION_KEY, None)
        claim(request, user)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """An address is verified: it may name its owner an official or a candidate."""
        addresses.make_way(email_address.email, email_address.user)
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed:
            claim(request, email_address.user)
        return confirmed

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """Back to the list of addresses, where the new one stands."""
        return reverse("account_email")

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """A mail that names this site by its own address, whatever host the request asked for."""
        site = {"site_name": settings.SITE_NAME or "Hustings", "site_url": settings.SITE_URL}
        words = {**context, **site, "lasts": addresses.code_lasts()}
        mail: EmailMessage = super().render_mail(template_prefix, email, words, headers)
        return mail

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sends, or answers with a page which says that this mail could not leave."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:  # SMTP's errors are among them; their texts hold addresses
            log.error("A mail did not leave: %s. Look at EMAIL_URL.", type(error).__name__)
            page = render(allauth.request, "account/unsent.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
            raise ImmediateHttpResponse(page) from error

    def send_confirmation_mail(self, request: HttpRequest, emailconfirmation: Any, signup: bool) -> None:
        """allauth takes whoever has no last sign-in on record, which is everybody here, for somebody signing up."""
        super().send_confirmation_mail(request, emailconfirmation, signup and not request.user.is_authenticated)

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
