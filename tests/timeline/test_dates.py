"""Dates as the house says them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from election.timeline import dates

AT = datetime(2027, 3, 16, 10, 40, tzinfo=UTC)
FRIDAY = datetime(2027, 3, 19, 15, tzinfo=UTC)


def test_a_deadline_is_told_with_its_weekday_and_utc() -> None:
    assert dates.moment(FRIDAY, AT) == "Fri 19 March, 15:00 UTC"


def test_a_date_of_another_year_says_which() -> None:
    assert dates.stamp(datetime(2020, 2, 13, 18, 5, tzinfo=UTC), AT) == "13 February 2020, 18:05 UTC"
    assert dates.day(date(2026, 6, 2), AT) == "2 June 2026"


def test_a_day_is_told_in_utc_wherever_the_moment_was_noted() -> None:
    late = datetime(2027, 3, 19, 2, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert dates.day(late, AT) == "18 March"


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Africa/Nairobi", "18:00 in Nairobi, your time"),
        ("America/New_York", "11:00 in New York, your time"),
        ("Pacific/Auckland", "Sat 20 March, 04:00 in Auckland, your time"),
        ("America/Argentina/Buenos_Aires", "12:00 in Buenos Aires, your time"),
        ("Etc/GMT+3", "12:00, your time"),
    ],
)
def test_the_readers_clock_names_the_place_and_another_day(zone: str, said: str) -> None:
    assert dates.local(FRIDAY, ZoneInfo(zone)) == said
