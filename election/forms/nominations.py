"""Forms for coming to stand: stand, nominate, endorse, answer a rejection."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.safestring import SafeString

from election.forms.candidacies import LinksField, prompted
from election.forms.fields import LineField, MarkdownField, previewed
from election.models import Body, StandingDraft, User


class StandForm(forms.Form):
    """Somebody stands: who they are, and a statement along the body's prompts."""

    name = LineField(label="Your name", max_length=120, help_text="As it shall stand on the ballot.")
    affiliation = LineField(
        label="Affiliation", required=False, max_length=120, help_text="Employer or organisation, or “Independent”."
    )
    source = MarkdownField(
        label="Your statement",
        rows=18,
        help_text="Public, under your name. Markdown works. You can change it until nomination closes.",
        error_messages={"required": "Write your statement."},
    )
    links = LinksField(help_text="One a line: a label, then the address.")
    revision = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None, *, body: Body, user: User, draft: StandingDraft | None) -> None:
        self.prompts = prompted(body)
        initial = {"name": user.name, "source": draft.source if draft else self.prompts}
        super().__init__(data, initial={**initial, "revision": draft.revision if draft else 0})

    def clean_source(self) -> str:
        source: str = self.cleaned_data["source"]
        if source.split() == self.prompts.split():
            raise ValidationError("Write something under the headings: this is what people will read of you.")
        return source

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says beside name and statement."""
        return {"affiliation": self.cleaned_data["affiliation"], "links": self.cleaned_data["links"]}

    @property
    def preview(self) -> SafeString:
        """The statement's HTML as it would look; for a form that is valid."""
        return previewed(self.cleaned_data["source"])


class NominateForm(forms.Form):
    """Somebody to nominate, by address."""

    name = LineField(label="Their name", max_length=120)
    email = forms.EmailField(
        label="Their e-mail address",
        max_length=254,
        help_text="Whoever signs in with it can accept or decline. Only they and you see this.",
    )


class EndorseForm(forms.Form):
    """From where somebody endorses."""

    affiliation = LineField(
        label="Your affiliation",
        max_length=120,
        help_text="Employer or organisation, or “Independent”. Shown beside your name.",
        error_messages={"required": "Say where you are from, or write “Independent”."},
    )


class ObjectForm(forms.Form):
    """The one answer to a rejection."""

    word = forms.CharField(
        label="Your answer",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        help_text="Only the officials read it. You can answer once.",
        error_messages={"required": "Write your answer."},
    )
