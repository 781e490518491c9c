"""Dates in many languages are shown in one way, and without a zone they are no instant."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from election.mail import dates

UNZONED = "3 March 2021, 18:25, zone unknown"


@pytest.mark.parametrize(
    "stated",
    [
        "2021年3月3日(星期三) 18:25",
        "2021年3月3日 下午6:25",
        "Cleo <c@brook.example> 于2021年3月3日周三 下午6:25写道：",
        "2021年3月3日(水) 18:25 Cleo Brook <c@brook.example>:",
        "On Wed, Mar 3, 2021 at 6:25 PM Brook, Cleo <c@brook.example> wrote:",
        "On Mar 3, 2021, at 6:25 PM, Cleo Brook <c@brook.example> wrote:",
        "Wednesday, March 3, 2021 6:25 PM",
        "Am 03.03.21 um 18:25 schrieb Brook, Cleo:",
        "Am Mi., 3. März 2021 um 18:25 Uhr schrieb Cleo Brook <c@brook.example>:",
        "Le mer. 3 mars 2021 à 18:25, Cleo Brook <c@brook.example> a écrit :",
        "El mié, 3 mar 2021 a las 18:25, Cleo Brook (<c@brook.example>) escribió:",
        "2021-03-03 18:25",
        "3/3/2021 6:25 PM",
    ],
)
def test_a_local_time_is_rewritten_and_is_no_instant(stated: str) -> None:
    found = dates.find(stated)
    assert (found.text, found.at) == (UNZONED, None)


@pytest.mark.parametrize(
    ("stated", "at"),
    [
        ("Wed Mar  3 18:25:01 UTC 2021", datetime(2021, 3, 3, 18, 25, 1, tzinfo=UTC)),
        ("Wed Mar  3 18:25:01 CET 2021", datetime(2021, 3, 3, 17, 25, 1, tzinfo=UTC)),
        ("2021-03-03 18:25 GMT+08:00 Cleo <c@brook.example>:", datetime(2021, 3, 3, 10, 25, tzinfo=UTC)),
        ("3 Mar 2021 18:25 -0230", datetime(2021, 3, 3, 20, 55, tzinfo=UTC)),
    ],
)
def test_a_time_with_its_zone_is_an_instant(stated: str, at: datetime) -> None:
    assert dates.find(stated).at == at
    assert dates.find(stated).text.endswith("UTC")


def test_a_zone_name_that_means_several_zones_is_none() -> None:
    assert dates.find("Wed Mar  3 18:25:01 CST 2021").at is None


def test_a_name_beside_a_date_is_not_part_of_it() -> None:
    stated = "On 3 March 2021 18:25, Cleo Brook wrote:"
    found = dates.find(stated)
    assert stated[found.start : found.end] == "3 March 2021 18:25"


@pytest.mark.parametrize("stated", ["3/4/2021 18:25", "31 February 2021", "some time ago", ""])
def test_what_cannot_be_told_is_shown_as_it_stands(stated: str) -> None:
    assert dates.find(stated) == dates.Stated(None, stated)


def test_a_day_that_can_only_be_a_day_settles_which_is_which() -> None:
    assert dates.find("13/02/2021").text == dates.find("2/13/2021").text == "13 February 2021"


def test_a_header_gives_its_instant_in_utc() -> None:
    assert dates.header("Thu, 04 Mar 2021 02:25:01 +0800 (CST)").at == datetime(2021, 3, 3, 18, 25, 1, tzinfo=UTC)
    assert dates.header("Wed, 03 Mar 2021 18:25:01 -0000").at == datetime(2021, 3, 3, 18, 25, 1, tzinfo=UTC)


def test_a_header_without_zone_gives_none() -> None:
    assert dates.header("Wed, 3 Mar 2021 18:25:01") == dates.Stated(None, UNZONED, 0, 24)


@given(
    st.text(max_size=80) | st.from_regex(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,5}[ T,]{0,3}\d{1,3}:\d{2} ?[+-]?\d{0,5}")
)
def test_nothing_raises(text: str) -> None:
    assert isinstance(dates.find(text).text, str)
    assert isinstance(dates.header(text).text, str)
