"""The form for announcements."""

from __future__ import annotations

from django import forms
from django.utils.safestring import SafeString

from election.domain.announcements import Step
from election.forms.fields import LineField, MarkdownField, previewed


class AnnouncementForm(forms.Form):
    """Title and text of an announcement."""

    title = LineField(max_length=200, error_messages={"required": "Give the announcement a title."})
    source = MarkdownField(
        label="Text",
        rows=14,
        help_text="Markdown works. The same text can be copied to your mailing list.",
        error_messages={"required": "Write what you want to announce."},
    )

    @property
    def preview(self) -> SafeString:
        return previewed(self.cleaned_data["source"])


class StepForm(forms.Form):
    """For which step the program drafts an announcement; nothing else than a known step is taken."""

    step = forms.ChoiceField(choices=[(step.value, step.label) for step in Step])
