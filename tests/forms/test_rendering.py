"""Every form is drawn by the same templates: label, hint and error belong to their field."""

from __future__ import annotations

from django import forms
from django.template.loader import render_to_string


class Asking(forms.Form):
    """A form with one field of each kind."""

    sentence = forms.CharField(label="Your question", help_text="One sentence.")
    background = forms.CharField(label="Background", required=False, widget=forms.Textarea)
    to = forms.ChoiceField(label="Whom do you ask?", choices=[("all", "All")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="I am sure")
    kept = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        raise forms.ValidationError("Questions are closed <now>.")


def test_label_hint_and_input_are_tied_together() -> None:
    html = str(Asking())
    assert '<label for="id_sentence">Your question</label>' in html
    assert 'id="id_sentence_helptext">One sentence.' in html
    assert 'aria-describedby="id_sentence_helptext"' in html


def test_only_what_may_be_left_out_says_so() -> None:
    assert str(Asking()).count("if you want") == 1


def test_a_group_of_choices_is_a_fieldset_with_its_legend() -> None:
    html = str(Asking())
    assert "<fieldset" in html
    assert "<legend>Whom do you ask?</legend>" in html


def test_an_error_stands_beside_its_field_and_what_was_typed_is_kept() -> None:
    html = str(Asking({"sentence": "", "background": "typed <b>"}))
    assert 'aria-describedby="id_sentence_helptext id_sentence_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_sentence_error"><li>This field is required.</li>' in html
    assert "typed &lt;b&gt;</textarea>" in html


def test_hidden_fields_are_there_without_a_label() -> None:
    assert '<input type="hidden" name="kept"' in str(Asking())


def test_the_summary_takes_the_focus_and_leads_to_each_field() -> None:
    html = render_to_string("_parts/summary.html", {"form": Asking({})})
    assert 'role="alert" tabindex="-1" autofocus' in html
    assert '<a href="#id_sentence"><b>Your question</b> This field is required.</a>' in html
    assert '<a href="#id_to"><b>Whom do you ask?</b> This field is required.</a>' in html
    assert "<li>Questions are closed &lt;now&gt;.</li>" in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert render_to_string("_parts/summary.html", {"form": Asking()}).strip() == ""


def test_the_title_of_a_page_says_first_that_something_is_wrong() -> None:
    assert "<title>Error: Elections · Hustings</title>" in render_to_string("base.html", {"form": Asking({})})
    assert "<title>Elections · Hustings</title>" in render_to_string("base.html", {"form": Asking()})
