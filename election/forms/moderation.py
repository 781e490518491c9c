"""Forms for hiding and restoring."""

from __future__ import annotations

from django import forms

from election.forms.fields import ReasonField


class HideForm(forms.Form):
    """The public reason for hiding a post."""

    reason = ReasonField(help_text="It stands in place of the text. Speak of the text, not of the person.")


class RestoreForm(forms.Form):
    """The public reason for showing it again."""

    reason = ReasonField()
