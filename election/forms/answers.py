"""Forms for answers: write (with the draft's revision), save a draft, decline."""

from __future__ import annotations

from django import forms
from django.utils.safestring import SafeString

from election.forms.fields import LineField, MarkdownField, previewed


class AnswerForm(forms.Form):
    """An answer, and the revision of the draft its writer saw."""

    source = MarkdownField(
        label="Your answer",
        rows=10,
        help_text="Public once published, under your name. Markdown works.",
        error_messages={"required": "Write your answer, or decline to answer."},
    )
    revision = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    @property
    def preview(self) -> SafeString:
        """The answer's HTML as it would look; for a form that is valid."""
        return previewed(self.cleaned_data["source"])


class DraftForm(forms.Form):
    """A draft being saved while one writes: any text, rendered by nobody yet."""

    source = forms.CharField(strip=False, required=False, max_length=100_000)
    revision = forms.IntegerField(min_value=0, required=False)

    def clean_revision(self) -> int:
        return self.cleaned_data["revision"] or 0

    def clean_source(self) -> str:
        source: str = self.cleaned_data["source"]
        return source.replace("\r\n", "\n")


class DeclineForm(forms.Form):
    """Declining, with a reason or without."""

    reason = LineField(
        label="Reason, if you want to give one",
        required=False,
        max_length=500,
        help_text="Shown to everybody beside “declined”. You can still answer until the deadline.",
    )
