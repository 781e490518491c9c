"""Forms for the voter roll: files, single voters, requests and decisions."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from election.domain.roll import keys
from election.domain.roll.lines import LARGEST
from election.forms.fields import LineField, ReasonField, can_be_seen

MOST = 20
HANDLES_OF = (("", "I do not know"), *keys.PROVIDERS.items())
STATES = (("", "Everybody"), ("on", "On the roll"), ("not_yet", "Not signed in yet"), ("struck", "Struck"))
NO_NAMES = "Everybody reads it, so name neither the person nor their address."


class KnownByField(forms.CharField):
    """Addresses and handles, one a line or with commas. Cleans to keys in their one spelling, without doubles."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Addresses and handles")
        kwargs.setdefault("max_length", 5_000)
        kwargs.setdefault("help_text", "One a line: ada@example.org, or a provider’s handle like github:ada.")
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def clean(self, value: Any) -> list[str]:
        words = [word for word in re.split(r"[\s,;]+", super().clean(value)) if word]
        found = {word: keys.parse(word) for word in words}
        if len(found) > MOST:
            raise ValidationError(f"These are {len(found)} addresses and handles; one person has {MOST} at most.")
        for word, key in found.items():
            if key is None or key.startswith("?"):
                raise ValidationError(
                    f"“{word[:60]}” is no address, and no handle with its provider. Write github:ada for a handle."
                )
        return list(dict.fromkeys(key for key in found.values() if key))


class SearchForm(forms.Form):
    """Whom an official looks for."""

    words = LineField(label="Name, address or handle", required=False, max_length=200)
    state = forms.ChoiceField(label="Which", choices=STATES, required=False)


class GiveForm(forms.Form):
    """A file with voters, or its text."""

    chosen = forms.FileField(
        label="A file",
        required=False,
        help_text="A table (CSV, with any separator), or a list in YAML; at most 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.yaml,.yml,text/csv,text/plain"}),
        error_messages={"empty": "This file is empty."},
    )
    raw = forms.CharField(
        label="Or paste the lines",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        help_text="One voter a line: a name, then addresses or handles.",
    )
    provider = forms.ChoiceField(
        label="Handles without a provider are those of",
        choices=HANDLES_OF,
        required=False,
        help_text="Where a file says “ada” and not “github:ada”.",
    )

    def clean_chosen(self) -> UploadedFile[bytes] | None:
        file: UploadedFile[bytes] | None = self.cleaned_data["chosen"]
        if file and (file.size or 0) > LARGEST:
            raise ValidationError("This file is larger than 5 MB. Bring it in by parts.")
        return file

    def clean_raw(self) -> str:
        raw: str = self.cleaned_data["raw"]
        if len(raw.encode("utf-8", "replace")) > LARGEST:
            raise ValidationError("This is more than 5 MB of text. Bring it in by parts.")
        return raw

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned["raw"].strip() and not cleaned["chosen"]:
            self.add_error("chosen", "Choose a file, or paste its lines below.")
        return cleaned

    @property
    def given(self) -> tuple[str, bytes]:
        """Name and bytes of what was given."""
        file: UploadedFile[bytes] | None = self.cleaned_data["chosen"]
        if file:
            return str(file.name), file.read()
        return "pasted lines", self.cleaned_data["raw"].encode("utf-8", "replace")


class ConfirmForm(forms.Form):
    """The plan that was seen."""

    seen = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)


class VoterForm(forms.Form):
    """One voter more."""

    name = LineField(max_length=120)
    known_by = KnownByField()
    reason = ReasonField(help_text=NO_NAMES)


class KnownByForm(forms.Form):
    """One more address or handle of a voter."""

    known_by = KnownByField()
    reason = ReasonField(help_text=NO_NAMES)


class WhyForm(forms.Form):
    """Why a voter is struck or put back."""

    reason = ReasonField(help_text=NO_NAMES)


class RebindForm(forms.Form):
    """To whose account an entry shall belong."""

    address = forms.EmailField(
        label="An address of theirs", max_length=254, help_text="One they have signed in with on this site."
    )
    reason = ReasonField(help_text=NO_NAMES)

    def clean_address(self) -> str:
        return str(self.cleaned_data["address"]).lower()


class SecondForm(forms.Form):
    """What a second official says."""

    agrees = forms.TypedChoiceField(choices=(("yes", "yes"), ("no", "no")), coerce=lambda said: said == "yes")


class DecisionForm(forms.Form):
    """The decision on a request."""

    reason = LineField(
        label="Reason, told to them alone",
        max_length=500,
        error_messages={"required": "Give a reason: they will wonder why."},
    )
    granted = forms.TypedChoiceField(
        label="Decision",
        choices=(("yes", "Put them on the roll"), ("no", "Do not")),
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the two."},
    )


class RequestForm(forms.Form):
    """Somebody asks to be on the roll."""

    name = LineField(label="Your name", max_length=120, help_text="As the officials know you.")
    why = forms.CharField(
        label="Why you are eligible",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        help_text="What the rules ask for, and where officials can see it. Only they read this.",
    )

    def clean_why(self) -> str:
        why = str(self.cleaned_data["why"]).strip()
        if not can_be_seen(why):
            raise ValidationError("Say why: the officials decide by it.")
        return why
