"""Forms that clean what a folder says of an election, as any other input is."""

from __future__ import annotations

from django import forms

from election.forms.candidacies import CandidateForm
from election.forms.fields import LineField, MarkdownField


class FolderForm(forms.Form):
    """An election as a folder tells it, but for its dates and people."""

    title = LineField(max_length=120)
    slug = forms.SlugField(max_length=60)
    body = LineField(max_length=120)
    seats = forms.IntegerField(
        min_value=1, max_value=999, error_messages={"required": "How many seats are filled could not be read."}
    )
    term_months = forms.IntegerField(min_value=1, max_value=240, required=False)
    source_url = forms.URLField(max_length=200, required=False, assume_scheme="https")
    source = MarkdownField(label="Text", required=False)


class ResultForm(forms.Form):
    """The text of a result and its address."""

    source = MarkdownField(label="Text", required=False)
    source_url = forms.URLField(max_length=500, required=False, assume_scheme="https")


class NomineeForm(CandidateForm):
    """A candidate as a file tells of them."""

    statement = MarkdownField(required=False)
    source_url = forms.URLField(max_length=500, required=False, assume_scheme="https")
