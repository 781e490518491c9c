"""Forms for elections: a new one from a single date, its settings, cancelling."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from election.forms.fields import LineField, MarkdownField, ReasonField, sensible, short_address
from election.models import Body, Election
from election.models.election import Asking, CandidateOrder, Nominating

RESERVED = frozenset({"new"})


class NewElectionForm(forms.Form):
    """The least a draft needs; everything else is proposed and can be changed before it is announced."""

    body = forms.ModelChoiceField(Body.objects.all(), to_field_name="slug", empty_label="Choose a body")
    title = LineField(max_length=120, help_text="For example: Technical Council, spring 2027")
    slug = short_address("Part of its address on this site: technical-council-2027")
    seats = forms.IntegerField(label="Seats to fill", min_value=1, max_value=999)
    first = forms.DateField(
        label="Nomination opens on",
        widget=forms.DateInput(attrs={"type": "date"}),
        validators=[sensible],
        help_text="All other dates are proposed from this one.",
    )

    def clean_slug(self) -> str:
        return _free(self.cleaned_data["slug"], None)


def _free(slug: str, election: Election | None) -> str:
    slug = slug.lower()
    taken = Election.objects.filter(slug=slug)
    if election:
        taken = taken.exclude(pk=election.pk)
    if slug in RESERVED or taken.exists():
        raise ValidationError("Another election has this address already. Choose a different one.")
    return slug


class SettingsForm(forms.Form):
    """Everything about an election but its dates."""

    title = LineField(max_length=120)
    slug = short_address("Fixed once the election is announced.")
    seats = forms.IntegerField(label="Seats to fill", min_value=1, max_value=999)
    term_months = forms.IntegerField(label="Length of the terms, in months", min_value=1, max_value=240, required=False)
    source = MarkdownField(label="What this election is about", required=False, rows=5, help_text="Markdown works.")
    standing_source = MarkdownField(
        label="How to stand",
        required=False,
        rows=4,
        help_text="Who can stand, and what to send to whom. Shown wherever somebody could need it.",
    )
    contact = LineField(
        label="Whom to write to", required=False, max_length=200, help_text="An e-mail address or a page."
    )
    vote_at = forms.URLField(
        label="Vote at",
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text="Where the vote is held, if not here. Shown while voting is open.",
    )
    candidate_order = forms.ChoiceField(label="Order of candidates", choices=CandidateOrder.choices)
    questions_each = forms.IntegerField(
        label="Questions each person may ask", min_value=1, max_value=100, help_text="Three is usual."
    )
    asking = forms.ChoiceField(
        label="Who may ask",
        choices=Asking.choices,
        help_text="Eligible voters are those on the voter roll who are signed in. Replying stays open to anybody.",
    )
    roll_names = forms.BooleanField(
        label="Names on the voter roll are public",
        required=False,
        help_text="Otherwise everybody sees how many are on it. Nobody but officials ever sees addresses.",
    )
    replies_through_voting = forms.BooleanField(
        label="Replies stay open until voting closes",
        required=False,
        help_text="Otherwise threads close together with answers.",
    )

    nominating = forms.ChoiceField(
        label="Who brings candidates",
        choices=Nominating.choices,
        help_text="Where people stand by themselves, Q&A and vote open only once you have reviewed the slate.",
    )
    approval_needed = forms.BooleanField(
        label="Officials approve each candidacy",
        required=False,
        help_text="Or reject it, with a reason that the person is told and may answer once.",
    )
    endorsements_needed = forms.IntegerField(
        label="Endorsements each candidate needs", min_value=0, max_value=100, required=False
    )
    endorsing_affiliations = forms.IntegerField(
        label="From as many different affiliations",
        min_value=0,
        max_value=100,
        required=False,
        help_text="Two people of one employer count as one here.",
    )
    affiliation_cap = forms.IntegerField(
        label="Members of one affiliation at most",
        min_value=1,
        max_value=999,
        required=False,
        help_text="Counted with the members who stay. Empty: no such rule.",
    )
    none_of_the_above = forms.BooleanField(
        label="Voters can choose none of the above",
        required=False,
        help_text="Then there is a vote however few stand.",
    )
    term_limit = forms.IntegerField(
        label="Terms one person may serve",
        min_value=1,
        max_value=99,
        required=False,
        help_text="Who has served as many is told before they write anything. Empty: no limit.",
    )

    def __init__(self, data: QueryDict | None = None, *, election: Election) -> None:
        super().__init__(data, initial={name: getattr(election, name) for name in self.base_fields})
        self.election = election
        self.fields["slug"].disabled = election.recorded.announced

    def clean_slug(self) -> str:
        return _free(self.cleaned_data["slug"], self.election)

    def clean_endorsements_needed(self) -> int:
        return self.cleaned_data["endorsements_needed"] or 0

    def clean_endorsing_affiliations(self) -> int:
        return self.cleaned_data["endorsing_affiliations"] or 0


class CancelForm(forms.Form):
    """Why an election is cancelled."""

    reason = ReasonField()


class OfficialForm(forms.Form):
    """An official to appoint, by address."""

    email = forms.EmailField(
        label="E-mail address", max_length=254, help_text="They become an official when they sign in with it."
    )
    name = LineField(label="Name", max_length=120, help_text="Shown to everybody.")

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()
