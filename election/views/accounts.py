"""People's own pages: settings, sign out everywhere, one-time links; and allauth's, answering 422 for a bad form."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.account import views as allauth
from allauth.account.internal.flows.email_verification_by_code import EMAIL_VERIFICATION_CODE_SESSION_KEY
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from django.conf import settings as site
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from election.domain import accounts
from election.domain.refusals import Refused
from election.forms.accounts import SettingsForm, zones
from election.models import User
from election.permissions import ACCOUNT, READ
from election.views.access import BOTH, READING, Request, invalid, on_site, page
from election.views.adapter import claim
from election.views.errors import wrong_method
from election.views.voices import person

View = Callable[..., HttpResponseBase]


def honest(view: View, methods: tuple[str, ...] = BOTH) -> View:
    """An allauth view whose page has the status of what it says: 422 where its form has errors, 405 in style."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in methods:
            return wrong_method(request, methods)
        answer = view(request, *args, **kwargs)
        if isinstance(answer, TemplateResponse) and answer.status_code == 200:
            form = (answer.context_data or {}).get("form")
            answer.status_code = 422 if getattr(form, "errors", None) else 200
        return answer

    return answered


def patient(view: View) -> View:
    """An allauth page that waits for a code. Where it sends somebody back to the sign-in page because the code is too
    old, this says so; and where they wanted to go is not forgotten."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        too_old = _is_too_old(request)
        answer = view(request, *args, **kwargs)
        if too_old:
            messages.error(request, "This code is too old. Ask for a new one.")
        wanted = request.POST.get("next") or request.GET.get("next")
        if wanted and answer.get("Location") == reverse("account_login"):
            answer["Location"] += "?" + urlencode({"next": wanted})
        return answer

    return answered


def _is_too_old(request: HttpRequest) -> bool:
    asked = request.session.get(LOGIN_SESSION_KEY, {}).get("initiated_at")
    added = request.session.get(EMAIL_VERIFICATION_CODE_SESSION_KEY, {}).get("at")
    return any(time.time() - at > site.ACCOUNT_LOGIN_TIMEOUT for at in (asked, added) if at)


sign_in = honest(allauth.request_login_code)
sign_up = honest(allauth.signup)
code = honest(patient(allauth.confirm_login_code))
addresses = honest(allauth.email)
verify = honest(patient(allauth.email_verification_sent))
sign_out = honest(allauth.logout)
inactive = honest(allauth.account_inactive, READING)


@on_site(may=ACCOUNT)
def settings(request: Request) -> HttpResponse:
    """Name, time zone, colours."""
    user = person(request)
    form = SettingsForm(request.POST or None, user=user)
    context = {"form": form, "zones": zones()}
    if request.method != "POST":
        return page(request, "accounts/settings.html", context)
    if not form.is_valid():
        return invalid(request, "accounts/settings.html", context)
    accounts.change(user, **form.cleaned_data)
    messages.success(request, "Your settings are saved.")
    return redirect("accounts:settings")


@on_site(may=ACCOUNT)
def everywhere(request: Request) -> HttpResponse:
    """Sign out everywhere, this browser too, once asked whether it is meant."""
    if request.method != "POST":
        return page(request, "accounts/everywhere.html", {})
    accounts.sign_out_everywhere(person(request))
    logout(request)
    messages.success(request, "You are signed out everywhere.")
    return redirect("elections:index")


@on_site(may=READ)
def link(request: Request, token: str) -> HttpResponse:
    """A one-time sign-in link: the button on its page uses it up, so that nothing that only looks at it does."""
    try:
        user = accounts.linked(token)
        if request.method == "POST":
            signed_in(request, accounts.use_link(token))
            return redirect("elections:index")
    except Refused as no:
        return page(request, "accounts/link.html", {"refused": str(no)}, status=410)
    return page(request, "accounts/link.html", {"linked": user})


def signed_in(request: HttpRequest, user: User) -> None:
    """Signs `user` in, whoever was here before, and binds what their addresses name."""
    login(request, user, backend=site.AUTHENTICATION_BACKENDS[0])
    claim(request, user)
