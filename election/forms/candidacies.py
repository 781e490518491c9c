"""Forms for candidacies: add and correct (officials), state and withdraw (candidates)."""

from __future__ import annotations

import re
from datetime import UTC
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MaxLengthValidator, URLValidator
from django.http import QueryDict
from django.utils.safestring import SafeString

from election.forms.fields import LineField, MarkdownField, previewed, sensible
from election.models import Body, Candidacy

Link = tuple[str, str]
_EMAIL = EmailValidator()
_LONGEST = MaxLengthValidator(254)
_WEB = URLValidator(schemes=["http", "https"])


class AddressesField(forms.CharField):
    """One or more e-mail addresses, one a line or with commas. Cleans to a list, in lower case, without doubles."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 2}), **kwargs)

    def clean(self, value: Any) -> list[str]:
        addresses = re.split(r"[\s,;]+", super().clean(value).strip().lower())
        for address in filter(None, addresses):
            try:
                _LONGEST(address)
                _EMAIL(address)
            except ValidationError:
                raise ValidationError(f"“{address}” is not an e-mail address. Write each on its own line.") from None
        return list(dict.fromkeys(filter(None, addresses)))


class LinksField(forms.CharField):
    """Links, one a line: a label, then the address. Cleans to pairs of label and address."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), required=False, **kwargs)

    def clean(self, value: Any) -> list[Link]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        return [self._link(line) for line in lines]

    def _link(self, line: str) -> Link:
        *label, address = line.split()
        try:
            _WEB(address)
        except ValidationError:
            raise ValidationError(
                f"“{line}” has no web address at its end. Write it like: Roadmap https://example.org/roadmap"
            ) from None
        return (" ".join(label) or address.partition("://")[2], address)


class CandidateForm(forms.Form):
    """What officials know of a candidate."""

    name = LineField(max_length=120, help_text="As it shall stand on the ballot.")
    family_name = LineField(
        label="Family name", required=False, max_length=80, help_text="Only needed where it is not the last word."
    )
    addresses = AddressesField(
        label="E-mail addresses",
        required=False,
        help_text="Whoever signs in with one of them is this candidate. One a line. Not shown to anybody else.",
    )
    affiliation = LineField(required=False, max_length=120, help_text="Employer or organisation, or “Independent”.")
    links = LinksField(help_text="One a line: a label, then the address.")

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says beside name and addresses."""
        return {name: self.cleaned_data[name] for name in ("family_name", "affiliation", "links")}


class NewCandidateForm(CandidateForm):
    """A candidate with a first statement, if the officials have one."""

    statement = MarkdownField(
        label="Statement", required=False, rows=12, help_text="The candidate can edit it until its deadline."
    )

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["statement"].initial = prompted(body)


class CorrectionForm(CandidateForm):
    """Corrections of a candidate, and their own deadline for the statement."""

    statement_until = forms.DateTimeField(
        label="Statement can be edited until, in UTC",
        required=False,
        validators=[sensible],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        help_text="Empty: until the Q&A opens, and at least 48 hours after they were added.",
    )

    def __init__(self, data: QueryDict | None = None, *, candidacy: Candidacy) -> None:
        initial = {name: getattr(candidacy, name) for name in ("name", "family_name", "affiliation", "statement_until")}
        initial["addresses"] = "\n".join(address.email for address in candidacy.addresses.all())
        initial["links"] = "\n".join(f"{label} {address}" for label, address in candidacy.links)
        super().__init__(data, initial=initial)

    @property
    def facts(self) -> dict[str, Any]:
        until = self.cleaned_data["statement_until"]
        moment = until.replace(tzinfo=UTC) if until else None
        return {**super().facts, "name": self.cleaned_data["name"], "statement_until": moment}


class StatementForm(forms.Form):
    """A candidate's statement."""

    statement = MarkdownField(
        label="Your statement",
        rows=18,
        help_text="Public, under your name. Markdown works. Every version stays readable.",
        error_messages={"required": "Write your statement."},
    )

    @property
    def preview(self) -> SafeString:
        """The statement's HTML as it would look; for a form that is valid."""
        return previewed(self.cleaned_data["statement"])


class WithdrawForm(forms.Form):
    """A word with a withdrawal."""

    word = LineField(label="A word to everybody", required=False, max_length=500)


def prompted(body: Body) -> str:
    """The body's prompts as headings of an empty statement."""
    return "\n".join(f"## {prompt}\n\n" for prompt in body.prompt_list)
