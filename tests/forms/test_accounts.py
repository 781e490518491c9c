"""A person's settings: bad ones are refused in a sentence, good ones are understood as they were meant."""

from __future__ import annotations

import zoneinfo

import pytest

from election.forms.accounts import SettingsForm, zones
from election.models import User

MIA = User(email="mia@saltmarsh.example", display_name="Mia")
GOOD = {"display_name": "Mia", "zone": "Europe/Lisbon", "scheme": ""}


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("display_name", "", "Say under which name"),
        ("display_name", "   ", "Say under which name"),
        ("display_name", "M" * 81, "at most 80"),
        ("display_name", "Mia\u202eaiM", "cannot be shown"),
        ("display_name", "Mia\x00", "characters"),
        ("zone", "", "Choose a time zone"),
        ("zone", "Mars/Base", "not known"),
        ("zone", "../../etc/passwd", "not known"),
        ("zone", "Europe", "not known"),
        ("scheme", "pink", "Select a valid choice"),
    ],
)
def test_bad_settings_are_refused_beside_the_field(field: str, typed: str, sentence: str) -> None:
    form = SettingsForm({**GOOD, field: typed}, user=MIA)
    assert not form.is_valid()
    assert list(form.errors) == [field]
    assert sentence in form.errors[field][0]


@pytest.mark.parametrize("typed", ["america/new_york", "America/New York", " America/New_York "])
def test_a_zone_is_understood_however_it_is_written(typed: str) -> None:
    form = SettingsForm({**GOOD, "zone": typed}, user=MIA)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["zone"] == "America/New_York"


def test_every_zone_on_the_list_exists() -> None:
    assert "UTC" in zones()
    assert all(zoneinfo.ZoneInfo(zone) for zone in zones())
