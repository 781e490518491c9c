"""The form for declaring a result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from election.domain.outlook import several
from election.forms.fields import MarkdownField, sensible
from election.models import Candidacy, Election
from election.models.declaration import DeclarationKind


class DeclarationForm(forms.Form):
    """Kind, winners, day, source and reason of a result."""

    kind = forms.ChoiceField(
        label="How the seats were filled", choices=DeclarationKind.choices, widget=forms.RadioSelect
    )
    winners = forms.MultipleChoiceField(
        label="Who is elected",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Mark at least one elected candidate."},
    )
    on = forms.DateField(
        label="Declared on",
        widget=forms.DateInput(attrs={"type": "date"}),
        validators=[sensible],
        help_text="Terms begin on this day.",
    )
    source_url = forms.URLField(
        label="Source",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Where the count can be read.",
    )
    source = MarkdownField(label="Reason or remarks", required=False, rows=5, help_text="Shown on the result page.")

    def __init__(self, *args: Any, election: Election, standing: Sequence[Candidacy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.election = election
        self.by_slug = {candidacy.slug: candidacy for candidacy in standing}
        self.fields["winners"] = forms.MultipleChoiceField(
            label="Who is elected",
            choices=[(c.slug, c.name) for c in standing],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Mark at least one elected candidate."},
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("kind") == DeclarationKind.ELSEWHERE and not (
            cleaned.get("source_url") or cleaned.get("source")
        ):
            self.add_error("source_url", "Say where the count can be read, or explain below how it was counted.")
        if len(cleaned.get("winners", ())) > self.election.seats:
            self.add_error("winners", f"There {_is(self.election.seats)} to fill. Mark as many winners at most.")
        return cleaned

    @property
    def elected(self) -> list[Candidacy]:
        """The winners, in the order of the slate."""
        return [self.by_slug[slug] for slug in self.cleaned_data["winners"]]


def _is(seats: int) -> str:
    return f"{'is' if seats == 1 else 'are'} only {several(seats, 'seat')}"
