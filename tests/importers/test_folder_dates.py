"""Dates in prose become windows: half-open, in UTC, with the year their neighbours have."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from election.importers.folders import read
from tests.importers.folders import dates, folder, said, span

NOMINATION = span("2023-03-01 15:00", "2023-03-08 15:00")


def test_what_closes_at_a_minute_before_the_hour_closes_at_the_hour(tmp_path: Path) -> None:
    windows = read(folder(tmp_path)).windows
    assert windows == {
        "nomination": NOMINATION,
        "qa": span("2023-03-09 15:00", "2023-03-16 15:00"),
        "voting": span("2023-03-17 15:00", "2023-03-24 15:00"),
    }


def test_a_day_that_closes_at_its_last_minute_ends_at_midnight(tmp_path: Path) -> None:
    found = dates(tmp_path, "* Voting: March 17, 00:00 UTC - March 24, 2023 23:59 UTC")
    assert found.windows["voting"] == span("2023-03-17 00:00", "2023-03-25 00:00")


@pytest.mark.parametrize(
    "line",
    [
        "* March 1, 1500 UTC - March 8, 2023 1459 UTC: Candidate nominations open",
        "* March 1, 15:00 UTC - March 8, 2023 14:59 UTC: Candidacy",
        "* March, 1 1500 UTC - March 8, 2023 14:59 UTC: Candidate nominations open",
        "* March 1st, 2023 at 3pm UTC to March 8th at 2:59 p.m. UTC: call for candidates",
        "* Nominations: 1 Mar. 2023 15:00 UTC – 8 March 15:00",
        "* Nominations: Mar 1 (15:00 UTC) until Mar 8 (15:00 UTC), 2023",
        "* Nominations: 2023-03-01 15:00 UTC → 2023-03-08T14:59Z",
        "* Nomination period: 15:00 UTC on Wednesday, 1 March - 14:59 UTC on Wednesday, 8 March 2023",
        "| Nominations | March 1, 15:00 UTC | March 8, 2023 14:59 UTC |",
        "| Nominations | March 1 | 15:00 UTC | March 8, 2023 | 14:59 UTC |",
        "Nominations open 1.3.2023, 16:00 CET and close 8.3.2023 at 10:00 AM UTC-5",
        "* March 1 - March 8, 2023: nominations\n\nAll phases turn over at 15:00 UTC.",
        "Nominations open March 1, 2023 at 15:00 UTC.\nNominations close March 8, 2023 at 14:59 UTC.",
        "## Nomination\n\nOpens: March 1, 2023, 15:00 UTC\nCloses: March 8, 2023, 14:59 UTC",
        "* March 1, 15:00 UTC - March 8, 2023\n  14:59 UTC: Candidate\n  nominations open",
    ],
)
def test_dates_are_read_however_people_write_them(tmp_path: Path, line: str) -> None:
    assert dates(tmp_path, line).windows["nomination"] == NOMINATION


def test_dates_without_an_hour_are_whole_days(tmp_path: Path) -> None:
    found = dates(tmp_path, "* Nomination period: 1-8 March 2023")
    assert found.windows["nomination"] == span("2023-03-01 00:00", "2023-03-09 00:00")


def test_the_end_of_a_day_anywhere_on_earth_is_noon_of_the_next_in_utc(tmp_path: Path) -> None:
    found = dates(tmp_path, "* Voting: March 17, 2023 15:00 UTC to March 24, end of day AoE")
    assert found.windows["voting"] == span("2023-03-17 15:00", "2023-03-25 12:00")


def test_letters_that_name_several_zones_are_not_guessed(tmp_path: Path) -> None:
    found = dates(tmp_path, "* Voting: March 17, 2023 15:00 CST to March 24, 15:00 UTC")
    assert found.windows["voting"] == span("2023-03-17 00:00", "2023-03-24 15:00")
    assert any("CST" in line and line.startswith("README.md:8:") for line in said(found))


def test_one_sentence_may_tell_of_several_windows(tmp_path: Path) -> None:
    found = dates(
        tmp_path,
        "Nominations are open from March 1 to March 8, followed by a Q&A from March 9 to March 16",
        "and voting from March 17 until March 24, 2023, 23:59 UTC.",
    )
    assert found.windows["qa"] == span("2023-03-09 00:00", "2023-03-17 00:00")
    assert found.windows["voting"] == span("2023-03-17 00:00", "2023-03-25 00:00")


def test_days_of_officials_and_results_are_no_windows(tmp_path: Path) -> None:
    found = dates(
        tmp_path,
        "* February 20, 2023: Election officials are confirmed: @olga",
        "* March 17, 15:00 UTC - March 24, 2023 14:59 UTC: Voting open",
        "* Results of the vote are announced on March 25",
    )
    assert found.windows["nomination"] == span(None, None)
    assert found.windows["voting"] == span("2023-03-17 15:00", "2023-03-24 15:00")
    assert found.results_on == date(2023, 3, 25)


# years


def test_a_missing_year_is_taken_from_the_other_date(tmp_path: Path) -> None:
    found = dates(
        tmp_path, "* December 28, 15:00 UTC - January 4, 2023 14:59 UTC: Voting", title="# Council Election", name="x"
    )
    assert found.windows["voting"] == span("2022-12-28 15:00", "2023-01-04 15:00")


def test_a_year_at_the_wrong_place_still_counts(tmp_path: Path) -> None:
    found = dates(
        tmp_path, "* March 1 2023, 15:00 UTC - March 8, 14:59 UTC: Nominations", title="# Council Election", name="x"
    )
    assert found.windows["nomination"] == NOMINATION


def test_years_come_from_the_title_where_no_date_has_one(tmp_path: Path) -> None:
    found = dates(tmp_path, "* March 1, 15:00 UTC - March 8, 14:59 UTC: Nominations", name="x")
    assert found.windows["nomination"] == NOMINATION


def test_years_come_from_the_folder_where_the_title_has_none(tmp_path: Path) -> None:
    found = dates(tmp_path, "* March 1, 15:00 UTC - March 8, 14:59 UTC: Nominations", title="# Council Elections")
    assert found.windows["nomination"] == NOMINATION


def test_an_election_over_the_turn_of_the_year_gets_both_years(tmp_path: Path) -> None:
    found = dates(
        tmp_path,
        "* December 14, 15:00 UTC - December 21, 14:59 UTC: Nominations",
        "* January 5, 15:00 UTC - January 12, 14:59 UTC: Voting",
        title="# Council Elections: January 2023",
        name="council-2023-01",
    )
    assert found.windows["nomination"] == span("2022-12-14 15:00", "2022-12-21 15:00")
    assert found.windows["voting"] == span("2023-01-05 15:00", "2023-01-12 15:00")


def test_a_year_copied_from_an_earlier_election_is_put_right_and_said(tmp_path: Path) -> None:
    found = dates(tmp_path, "* March 1, 15:00 UTC - March 8, 2022 14:59 UTC: Nominations")
    assert found.windows["nomination"] == NOMINATION
    assert "README.md:8: 8 March is dated 2022 here, which does not fit the other dates; 2023 was taken." in said(found)


def test_without_any_year_nothing_is_invented(tmp_path: Path) -> None:
    found = dates(tmp_path, "* March 1, 15:00 UTC - March 8, 14:59 UTC: Nominations", title="# Council", name="x")
    assert found.windows["nomination"] == span(None, None)
    assert any("no year can be told" in line for line in said(found))


# changes


@pytest.mark.parametrize(
    "line",
    [
        "* March 1, 15:00 UTC - March 8, 2023 14:59 UTC (extended to March 10, 2023 14:59 UTC): Nominations",
        "* March 1, 15:00 UTC - ~~March 8, 2023 14:59 UTC~~ March 10, 2023 14:59 UTC: Nominations",
        "* March 1, 15:00 UTC - <del>March 8</del> March 10, 2023 14:59 UTC: Nominations",
        (
            "* ~~March 1, 15:00 UTC - March 8, 2023 14:59 UTC: Nominations~~\n"
            "* March 1, 15:00 UTC - March 10, 14:59 UTC: Nominations"
        ),
        "* Nominations: now March 1, 15:00 UTC - March 10, 2023 14:59 UTC instead of March 1 - March 8",
        "* Nominations: March 1, 15:00 UTC - March 10, 2023 14:59 UTC (was March 8, 14:59 UTC)",
        (
            "* Nominations: March 1, 15:00 UTC - March 8, 2023 14:59 UTC\n\n"
            "Update (March 7): nominations are extended until March 10, 14:59 UTC."
        ),
        (
            "* Nominations: March 1, 15:00 UTC - March 8, 2023 14:59 UTC\n"
            "* Nominations were moved from March 8 to March 10, 15:00 UTC"
        ),
        "The nomination period, originally March 1, 15:00 UTC to March 8, has been\nextended to March 10, 15:00 UTC.",
    ],
)
def test_a_date_the_text_says_was_changed_wins(tmp_path: Path, line: str) -> None:
    assert dates(tmp_path, line).windows["nomination"] == span("2023-03-01 15:00", "2023-03-10 15:00")


def test_of_two_dates_the_first_stands_where_nothing_says_that_it_was_changed(tmp_path: Path) -> None:
    found = dates(
        tmp_path,
        "* March 1, 15:00 UTC - March 8, 2023 14:59 UTC: Nominations",
        "* March 1, 15:00 UTC - March 9, 2023 14:59 UTC: Candidacies",
    )
    assert found.windows["nomination"] == NOMINATION
    assert any(line.startswith("README.md:9:") and "nothing says that it was changed" in line for line in said(found))


def test_a_rough_summary_above_the_exact_dates_is_no_contradiction(tmp_path: Path) -> None:
    found = dates(
        tmp_path,
        "Candidacy open: March 1-8",
        "Voting: March 17 - 24",
        "",
        "* March 1, 15:00 UTC - March 8, 2023 14:59 UTC: Nominations",
    )
    assert found.windows["nomination"] == NOMINATION
    assert not [line for line in said(found) if "changed" in line]


# what cannot be read


def test_what_could_not_be_read_is_said_by_file_and_line(tmp_path: Path) -> None:
    found = dates(tmp_path, "* Debate: to be decided", "* Voting: March 17, 15:00 UTC - March 35, 2023")
    assert found.windows["voting"] == span("2023-03-17 15:00", None)
    assert "README.md:8: When the Q&A opens and closes could not be read." in said(found)
    assert "README.md:9: A date here could not be read: there is no such day." in said(found)


def test_a_window_that_would_close_before_it_opens_keeps_its_opening_only(tmp_path: Path) -> None:
    found = dates(tmp_path, "* Voting: March 24, 15:00 UTC - March 17, 2023 15:00 UTC")
    assert found.windows["voting"].closes is None
    assert any("close before it opens" in line for line in said(found))


def test_day_and_month_that_cannot_be_told_apart_are_not_guessed(tmp_path: Path) -> None:
    found = dates(tmp_path, "* Voting: 03/04/2023 - 17/03/2023")
    assert found.windows["voting"] == span(None, "2023-03-18 00:00")
    assert any("cannot be told apart" in line for line in said(found))


FORMS = (
    "{d:%B} {d.day}, {d:%H:%M} UTC{y}",
    "{d:%b} {d.day}{y}, {d:%H%M} UTC",
    "{d.day} {d:%B}{y} {d:%H:%M} UTC",
    "{d:%A}, {d.day} {d:%b}{y} at {d:%I:%M %p} UTC",
    "{d:%Y-%m-%d} {d:%H:%M} UTC",
    "{d:%H:%M} UTC, {d:%B} {d.day}{y}",
)
MOMENTS = st.datetimes(datetime.fromisoformat("2016-01-01"), datetime.fromisoformat("2039-12-01")).map(
    lambda at: at.replace(minute=0, second=0, microsecond=0, tzinfo=UTC)
)


@settings(max_examples=150, deadline=None)
@given(
    MOMENTS,
    st.integers(1, 60),
    st.sampled_from(FORMS),
    st.sampled_from([" - ", " – ", " to ", " until "]),
    st.booleans(),
    st.booleans(),
)
def test_any_range_is_read_in_any_form(
    opens: datetime, days: int, form: str, join: str, first: bool, second: bool
) -> None:
    closes = opens + timedelta(days=days)
    told = form.format(d=opens, y=f" {opens.year}" if first else "")
    until = form.format(d=closes - timedelta(minutes=1), y=f", {closes.year}" if second else "")
    title = f"# Harbour Council Elections: {opens:%B %Y}"
    with TemporaryDirectory() as root:
        found = dates(Path(root), f"* {told}{join}{until}: Voting open", title=title, name="x")
    assert (found.windows["voting"].opens, found.windows["voting"].closes) == (opens, closes)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789-:()~|,. \n",
                "March",
                "UTC",
                "Voting",
                "to",
                "extended",
                "15:00",
                "2023",
                "1500 UTC",
                "seats",
                "two",
                "Q&A",
            ]
        ),
        max_size=40,
    )
)
def test_no_text_breaks_the_reading(words: list[str]) -> None:
    with TemporaryDirectory() as root:
        found = dates(Path(root), " ".join(words))
    for window in found.windows.values():
        assert window.opens is None or window.closes is None or window.opens < window.closes


@pytest.mark.parametrize("part", ["1", "<s>", "[x](", "a\n", "three seats ", "March ", "~~", "- "])
def test_senseless_repetition_is_read_in_no_time(tmp_path: Path, part: str) -> None:
    text = part * (50_000 // len(part))
    made = folder(
        tmp_path, f"# Council\n\n{text}", {"CleoBrook.txt": f"Name: Cleo Brook\n\n{text}", "Results.md": text}
    )
    before = process_time()
    assert "Cleo Brook" in {one.name for one in read(made).candidates}
    assert process_time() - before < 10
