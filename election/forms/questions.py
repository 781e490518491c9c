"""Forms for questions: ask, edit, and narrow the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from election.domain.listing import Narrowing, Order
from election.forms.fields import LineField, MarkdownField
from election.models import Candidacy, Election, Question
from election.models.question import LONGEST
from election.models.written import rendered


class WordingForm(forms.Form):
    """The question in one sentence, and background if wanted."""

    sentence = LineField(
        label="Your question, in one sentence",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "maxlength": LONGEST}),
        help_text=f"At most {LONGEST} characters. It is the heading everywhere.",
        error_messages={
            "required": "Write your question.",
            "max_length": f"A question has at most {LONGEST} characters; this one has %(show_value)d. "
            "Move some of it to the background below.",
        },
    )
    background = MarkdownField(
        label="Background, if wanted",
        required=False,
        rows=6,
        help_text="What readers and candidates need to know. Markdown works.",
    )

    @property
    def preview(self) -> Question:
        """The question as it would look, not saved; for a form that is valid."""
        return Question(sentence=self.cleaned_data["sentence"], **rendered(self.cleaned_data["background"]))


class AskForm(WordingForm):
    """A new question: to all candidates, or to those that are marked."""

    to = forms.MultipleChoiceField(
        label="Ask only some of the candidates",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Mark nobody to ask all of them.",
        error_messages={"invalid_choice": "One of the candidates you marked does not stand in this election."},
    )

    def __init__(self, *args: Any, election: Election, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_id = {str(candidacy.pk): candidacy for candidacy in Candidacy.objects.slate(election).standing()}
        cast("forms.MultipleChoiceField", self.fields["to"]).choices = [(pk, c.name) for pk, c in self.by_id.items()]

    @property
    def asked(self) -> list[Candidacy] | None:
        """The candidates asked; None: all, also when every one of them was marked."""
        marked = [self.by_id[pk] for pk in dict.fromkeys(self.cleaned_data["to"])]
        return marked if 0 < len(marked) < len(self.by_id) else None


class ListForm(forms.Form):
    """How the list of questions is ordered and narrowed. What makes no sense is left out, never an error page."""

    order = forms.ChoiceField(choices=[(o.value, o.label) for o in Order], required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, slate: Sequence[Candidacy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_slug = {candidacy.slug: candidacy for candidacy in slate}
        names = [(candidacy.slug, candidacy.name) for candidacy in slate]
        self.fields["asked_of"] = forms.ChoiceField(
            choices=[("", "Everybody"), *names], required=False, label="Asked of"
        )
        self.fields["not_by"] = forms.ChoiceField(
            choices=[("", "Anyone"), *names], required=False, label="Not answered by"
        )
        self.data = {name: value for name, value in self.data.items() if self._makes_sense(name, value)}
        self.is_valid()

    def _makes_sense(self, name: str, value: str) -> bool:
        field = self.fields.get(name)
        return isinstance(field, forms.ChoiceField) and field.valid_value(value)

    @property
    def order_chosen(self) -> Order:
        return Order(self.cleaned_data.get("order") or Order.NEWEST)

    @property
    def narrowing(self) -> Narrowing:
        asked_of, not_by = self.cleaned_data.get("asked_of", ""), self.cleaned_data.get("not_by", "")
        return Narrowing(asked_of=self.by_slug.get(asked_of), not_answered_by=self.by_slug.get(not_by))
