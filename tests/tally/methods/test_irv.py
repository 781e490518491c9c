"""Instant run-off: who is excluded, where their votes go, and when it stops."""

from __future__ import annotations

import pytest

from election.tally import Decision, TallyError
from election.tally.rows import Action, Transfer
from election.tally.ties import By, Purpose, Tie
from tests.tally.elections import TENNESSEE, ballots, figures, outcome


def test_the_lowest_is_excluded_until_somebody_has_more_than_half() -> None:
    counted = outcome(TENNESSEE, "irv")
    assert [figures(row.votes) for row in counted.rounds] == [
        {"Chattanooga": 15, "Knoxville": 17, "Memphis": 42, "Nashville": 26},
        {"Chattanooga": 0, "Knoxville": 32, "Memphis": 42, "Nashville": 26},
        {"Chattanooga": 0, "Knoxville": 58, "Memphis": 42, "Nashville": 0},
    ]
    assert [row.excluded for row in counted.rounds] == [(), ("Chattanooga",), ("Nashville",)]
    assert counted.rounds[2].transfers == (Transfer("Nashville", "Knoxville", 26),)
    assert counted.rounds[2].elected == ("Knoxville",)
    assert counted.ranking == (("Knoxville",), ("Memphis",), ("Nashville",), ("Chattanooga",))


def test_it_stops_as_soon_as_somebody_has_more_than_half() -> None:
    counted = outcome("6: A > B\n3: B\n2: C", "irv")
    assert [row.action for row in counted.rounds] == [Action.FIRST]
    assert counted.ranking == (("A",), ("B",), ("C",))


def test_more_than_half_is_of_the_votes_that_still_count() -> None:
    counted = outcome("4: A\n3: B\n2: C", "irv")  # 4 are not more than half of 9, but of 7
    assert [row.exhausted for row in counted.rounds] == [0, 2]
    assert counted.elected == ("A",)


def test_several_seats_are_refused_with_what_to_do_instead() -> None:
    with pytest.raises(TallyError, match=r"fills one seat, not 2\. .*transferable vote"):
        outcome("1: A > B", "irv", seats=2)


def test_equals_share_a_vote_and_pass_it_on_within_their_rank_first() -> None:
    counted = outcome("3: A = B = C > D\n2: D\n2: B\n4: E", "irv", ties=Decision(("A", "C", "D", "B", "E")))
    assert figures(counted.rounds[0].votes) == {"A": 1, "B": 3, "C": 1, "D": 2, "E": 4}
    assert figures(counted.rounds[1].votes) == {"A": 0, "B": "7/2", "C": "3/2", "D": 2, "E": 4}
    assert figures(counted.rounds[2].votes) == {"A": 0, "B": 5, "C": 0, "D": 2, "E": 4}


def test_a_tie_for_exclusion_is_looked_up_in_the_latest_round_that_tells_them_apart() -> None:
    counted = outcome("5: A\n3: B\n2: C\n1: D > C", "irv")
    assert counted.rounds[2].ties == (Tie(("B", "C"), Purpose.EXCLUSION, By.EARLIER_ROUND, ("C",), 1),)
    assert counted.rounds[2].excluded == ("C",)


def test_a_tie_that_no_round_tells_apart_is_drawn() -> None:
    counted = outcome("3: A\n2: B > C\n2: C > A", "irv", ties=Decision(("C", "A", "B")))
    assert counted.rounds[1].ties == (Tie(("B", "C"), Purpose.EXCLUSION, By.DECISION, ("C", "B")),)
    assert counted.elected == ("A",)


def test_a_tie_left_open_is_counted_either_way_and_what_both_agree_on_holds() -> None:
    same = outcome("4: A\n2: B > A\n2: C > A", "irv")
    assert (same.elected, same.tied) == (("A",), ())
    other = outcome("3: A\n2: B > C\n2: C > A", "irv")
    assert (other.elected, other.tied, other.contested) == ((), ("A", "C"), 1)


def test_blank_ballots_are_counted_and_elect_nobody() -> None:
    counted = outcome("2: A\n1: B\n3:", "irv")
    assert (counted.ballots, counted.blank, counted.valid, counted.elected) == (6, 3, 3, ("A",))
    assert counted.rounds[0].exhausted == 3


def test_only_withdrawn_candidates_on_a_ballot_make_it_spent() -> None:
    counted = outcome(ballots("2: A > B\n1: B\n3: C"), "irv", withdrawn=("C",))
    assert (counted.spent, counted.valid, counted.elected) == (3, 3, ("A",))
