"""The form for erasing the words of an act."""

from __future__ import annotations

from django import forms

from election.forms.fields import ReasonField


class EraseForm(forms.Form):
    """The public reason for an erasure."""

    reason = ReasonField(help_text="Everybody reads it in the journal. Do not repeat what you erase.")
