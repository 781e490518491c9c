"""The form for replies."""

from __future__ import annotations

from django import forms
from django.utils.safestring import SafeString

from election.forms.fields import MarkdownField, previewed


class ReplyForm(forms.Form):
    """One reply."""

    source = MarkdownField(
        label="Your reply",
        rows=6,
        help_text="Public, under your name. Markdown works. You can edit it for 15 minutes.",
        error_messages={"required": "Write your reply."},
    )

    @property
    def preview(self) -> SafeString:
        """The reply's HTML as it would look; for a form that is valid."""
        return previewed(self.cleaned_data["source"])
