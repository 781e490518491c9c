"""Cells, seats and benches."""

from __future__ import annotations

import pytest

from tests.templatetags.stage import AT, candidate, council, drawn, frame, march

LOAD = "{% load seats %}"


def test_a_window_is_drawn_day_by_day_filled_framed_and_empty() -> None:
    html = drawn(LOAD + "{% cells opens closes %}", {"at": AT, "opens": march(9), "closes": march(19)})
    assert html.count('<i class="on">') == 6
    assert html.count('<i class="today">') == 1
    assert html.count("<i>") == 3


@pytest.mark.parametrize(
    ("done", "total", "filled", "number"), [(17, 24, 17, 24), (0, 5, 0, 5), (1, 400, 1, 40), (0, 0, 0, 0)]
)
def test_things_counted_are_cells_and_something_done_is_never_nothing(
    done: int, total: int, filled: int, number: int
) -> None:
    html = drawn(LOAD + "{% counted done total %}", {"done": done, "total": total})
    assert (html.count('class="on"'), html.count("<i")) == (filled, number)


def test_the_results_are_drawn_as_seats() -> None:
    election = council()
    html = drawn(LOAD + "{% stage_cells head.stages.3 election.seats %}", frame(election))
    assert html.count("<i>") == 3


def test_a_bench_shows_each_state_in_order_and_is_silent_to_screen_readers() -> None:
    html = drawn(LOAD + "{% bench states %}", {"states": ["answered", "waiting"]})
    assert html == (
        '<span class="bench" aria-hidden="true"><i data-state="answered"></i><i data-state="waiting"></i></span>'
    )


def test_a_seat_bears_initials_and_is_grey_once_the_candidate_withdrew() -> None:
    cleo, carl = candidate("Cleo Vance-Ito"), candidate("Carl <Ash>", withdrew=True)
    assert drawn(LOAD + "{% seat c %}", {"c": cleo}) == (
        '<span class="seat" data-state="answered" aria-hidden="true">CI</span>'
    )
    assert 'data-state="withdrawn"' in drawn(LOAD + "{% seat c %}", {"c": carl})
    assert 'data-state="declined"' in drawn(LOAD + "{% seat c 'declined' %}", {"c": cleo})


def test_the_legend_names_every_state_a_seat_can_show() -> None:
    html = drawn(LOAD + "{% legend %}", {})
    for state in ("answered", "waiting", "declined", "withdrawn", "gone", "notasked"):
        assert f'data-state="{state}"' in html
