"""The form for a body."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from election.forms.fields import LineField, MarkdownField, short_address
from election.models import Body
from election.models.body import DEFAULT_PROMPTS


class BodyForm(forms.Form):
    """What a body is called, where, how many seats it has, what it asks candidates to write about."""

    name = LineField(max_length=120, help_text="For example: Technical Council")
    slug = short_address("Part of its address on this site: technical-council")
    seats = forms.IntegerField(
        label="Seats in all", min_value=1, max_value=999, required=False, help_text="Continuing members included."
    )
    source = MarkdownField(label="What it is and does", required=False, rows=5, help_text="Markdown works.")
    prompts = forms.CharField(
        label="What candidates are asked to write about",
        required=False,
        initial=DEFAULT_PROMPTS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One heading a line; a new statement begins with them.",
    )

    def __init__(self, *args: Any, body: Body | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.body = body

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"].lower()
        taken = Body.objects.filter(slug=slug)
        if self.body:
            taken = taken.exclude(pk=self.body.pk)
        if taken.exists():
            raise ValidationError("Another body has this address already. Choose a different one.")
        return slug
