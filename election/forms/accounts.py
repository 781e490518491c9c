"""Forms for people: sign up, sign in by code, settings."""

from __future__ import annotations

import zoneinfo
from functools import cache
from typing import Any, cast

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    AddEmailForm,
    BaseConfirmCodeForm,
    ConfirmLoginCodeForm,
    RequestLoginCodeForm,
    SignupForm,
)
from django import forms
from django.core.exceptions import ValidationError

from election.domain import addresses
from election.forms.fields import LineField
from election.models import User
from election.models.account import Scheme

ADDRESS = "E-mail address"
NO_ADDRESS = "This is not an e-mail address. One looks like name@example.org."
_CODE = forms.TextInput(
    attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True, "spellcheck": "false"}
)


def _name() -> LineField:
    return LineField(
        label="Your name",
        max_length=80,
        help_text="Shown beside everything you write.",
        error_messages={"required": "Say under which name you want to write."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


def _plain(field: forms.Field, label: str, hint: str = "") -> None:
    """allauth's field for an address in the house's words: labels and hints instead of placeholders."""
    field.label, field.help_text = label, hint
    field.error_messages |= {"required": "Enter an e-mail address.", "invalid": NO_ADDRESS}
    field.widget.attrs.pop("placeholder", None)


class SignInForm(RequestLoginCodeForm):  # type: ignore[misc]
    """An address to which a code is sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["email"], ADDRESS, "We send you a code of six digits. No password needed.")


class SignUpForm(SignupForm):  # type: ignore[misc]
    """A new person: name and address, to which a code is sent."""

    display_name = _name()
    field_order = ("display_name", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["email"], ADDRESS, "We send you a code of six digits. Nobody else sees your address.")

    def clean_email(self) -> str:
        return str(super().clean_email()).lower()


class CodeForm(ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code that was sent, to sign in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = _code()


class VerificationForm(BaseConfirmCodeForm):  # type: ignore[misc]
    """The code that was sent, to prove that an address is one's own. Other than allauth's own form it minds only an
    address that somebody else has verified, not one with which a sign-up was begun: anybody can begin one."""

    def __init__(self, *args: Any, user: User | None = None, email: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.email = user, email
        self.fields["code"] = _code()

    def clean_code(self) -> str:
        code = str(super().clean_code())
        if addresses.taken(self.email, self.user):
            raise get_adapter().validation_error("email_taken")
        return code


def _code() -> forms.CharField:
    missing = {"required": "Enter the code from the mail."}
    return forms.CharField(label="Code from the mail", widget=_CODE, error_messages=missing)


class AddressForm(AddEmailForm):  # type: ignore[misc]
    """One more address of a person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["email"], "Another e-mail address", "We send a code to it, to see that it is yours.")


class SettingsForm(forms.Form):
    """A person's own settings."""

    display_name = _name()
    zone = forms.CharField(
        label="Time zone",
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off", "spellcheck": "false"}),
        help_text="For example Europe/Lisbon. Dates are shown in it beside UTC.",
        error_messages={"required": "Choose a time zone from the list, such as UTC."},
    )
    scheme = forms.ChoiceField(label="Colours", choices=Scheme.choices, required=False)

    def __init__(self, data: Any = None, *, user: User) -> None:
        initial = {"display_name": user.name, "zone": user.zone, "scheme": user.scheme}
        super().__init__(data, initial=initial)

    def clean_zone(self) -> str:
        wanted = cast(str, self.cleaned_data["zone"]).strip().replace(" ", "_")
        by_lower_case = {zone.lower(): zone for zone in zones()}
        if wanted.lower() not in by_lower_case:
            raise ValidationError("This time zone is not known. Choose one from the list, such as Europe/Lisbon.")
        return by_lower_case[wanted.lower()]


@cache
def zones() -> list[str]:
    """All time zones a person can choose, in order."""
    return sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone or zone == "UTC")
