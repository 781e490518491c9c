"""Forms for dates: a whole plan, entered in UTC, in one's own zone or as ends of days; and single moves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict

from election.forms.fields import ReasonField, sensible
from election.timeline import Edge, Kind, Timeline, Window, end_of_day_anywhere, problems, warnings

END_OF_DAY = "aoe"
LEFT = "The times below are shown in UTC. Those you leave alone stay as they are."
EDGES = [(kind, edge) for kind in Kind for edge in Edge]


class PlanForm(forms.Form):
    """All windows of an election. Cleaned, `timeline` is the plan; one that cannot work is refused beside the field."""

    clock = forms.ChoiceField(label="These times are")

    def __init__(self, *args: Any, planned: Timeline, zone: ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone, self.planned = zone, planned
        choices = [("utc", "in UTC"), (END_OF_DAY, "ends of these days, anywhere on earth (the hour does not count)")]
        if zone.key != "UTC":
            choices.insert(1, ("own", f"in {zone.key.replace('_', ' ')}, your own time zone"))
        self.fields["clock"] = forms.ChoiceField(
            label="Times I change are", choices=choices, initial="utc", help_text=LEFT
        )
        for kind, edge in EDGES:
            self.fields[f"{kind}_{edge}"] = _edge_field(kind, edge, planned.window(kind))

    def rows(self) -> list[tuple[Kind, forms.BoundField, forms.BoundField]]:
        """The fields as a table: one row a window."""
        return [(kind, self[f"{kind}_opens"], self[f"{kind}_closes"]) for kind in Kind]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        windows = {kind.value: self._window(kind, cleaned) for kind in Kind}
        if not self.errors:
            self.timeline = Timeline(**windows)
            for problem in problems(self.timeline):
                self.add_error(problem.field, problem.sentence)
        return cleaned

    @property
    def warnings(self) -> list[str]:
        """What is unusual in the plan of a valid form."""
        return [warning.sentence for warning in warnings(self.timeline)]

    def _window(self, kind: Kind, cleaned: Mapping[str, Any]) -> Window | None:
        opens, closes = cleaned.get(f"{kind}_opens"), cleaned.get(f"{kind}_closes")
        if opens and closes:
            return Window(kind, self._moment(kind, Edge.OPENS, opens), self._moment(kind, Edge.CLOSES, closes))
        if opens or closes:
            missing = Edge.CLOSES if opens else Edge.OPENS
            field = f"{kind}_{missing}"
            if field not in self.errors:
                self.add_error(field, f"Say when {kind.label.lower()} {missing}, or leave both times empty.")
        return None

    def _moment(self, kind: Kind, edge: Edge, written: datetime) -> datetime:
        naive, clock = written.replace(tzinfo=None), self.cleaned_data.get("clock")
        planned = _edge(self.planned.window(kind), edge)
        if planned and naive == planned.replace(second=0, microsecond=0, tzinfo=None):
            return planned  # left alone: the field shows it in UTC and without its seconds
        if clock == END_OF_DAY:
            return end_of_day_anywhere(naive.date())
        return naive.replace(tzinfo=self.zone if clock == "own" else UTC).astimezone(UTC)


def _edge(window: Window | None, edge: Edge) -> datetime | None:
    return getattr(window, edge.value) if window else None


def _edge_field(kind: Kind, edge: Edge, window: Window | None) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=f"{kind.label}: {edge}",
        required=False,
        initial=_edge(window, edge),
        validators=[sensible],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"],
        error_messages={"invalid": "This is not a date and time. Write it like 2027-03-01 15:00."},
    )


class RescheduleForm(PlanForm):
    """A changed plan of an announced election, with its public reason."""

    reason = ReasonField()
    seen = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)


class MoveForm(forms.Form):
    """One move: open now, close now, or extend by so many days (or hours), moving what follows or not."""

    ACTS = (("open", "open now"), ("close", "close now"), ("extend", "extend"))

    act = forms.ChoiceField(choices=ACTS, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="Window", choices=[(kind.value, kind.label) for kind in Kind])
    number = forms.IntegerField(label="By", min_value=1, max_value=400, required=False, initial=1)
    unit = forms.ChoiceField(choices=[("days", "days"), ("hours", "hours")], required=False)
    moving = forms.BooleanField(label="Move all that follows by as much", required=False)

    def __init__(self, data: QueryDict | dict[str, str] | None = None) -> None:
        super().__init__(data)
        for name in ("number", "unit"):
            self.fields[name].required = self.data.get("act") == "extend"

    @property
    def window(self) -> Kind:
        return Kind(self.cleaned_data["kind"])

    @property
    def by(self) -> timedelta:
        unit = self.cleaned_data["unit"] or "days"
        return timedelta(**{unit: self.cleaned_data["number"] or 0})


class WhyForm(forms.Form):
    """The public reason of a move."""

    reason = ReasonField(help_text="For example: the mailing list was down for a day.")
    seen = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)
