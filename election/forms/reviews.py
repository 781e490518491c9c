"""Forms of officials for the slate: approve or reject, take a late statement, decide what follows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms

from election.forms.fields import LineField, ReasonField, sensible


class CheckForm(forms.Form):
    """Approve, or reject with a reason."""

    reason = LineField(
        label="Reason of a rejection",
        required=False,
        max_length=500,
        help_text="Told to the person, who may answer once; not shown to everybody.",
    )
    decision = forms.ChoiceField(choices=[("approve", "Approve"), ("reject", "Reject")], widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("decision") == "reject" and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Give a reason: the person is told it, and may answer.")
        return cleaned


class LateForm(forms.Form):
    """Until when a late statement is taken, and why."""

    until = forms.DateTimeField(
        label="Take the statement until, in UTC",
        validators=[sensible],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
    )
    reason = ReasonField()

    @property
    def moment(self) -> datetime:
        until: datetime = self.cleaned_data["until"]
        return until.replace(tzinfo=UTC)


class DaysForm(forms.Form):
    """For how long nomination is open again; read from the address, so that the page can show what it changes."""

    days = forms.IntegerField(label="Nomination stays open for, in days", min_value=1, max_value=60)
