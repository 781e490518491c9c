"""Ways along defeats: what opens when one is added."""

from __future__ import annotations

from election.tally.reach import Reach, members


def test_a_defeat_opens_ways_for_all_who_lead_to_its_winner_to_all_whom_its_loser_leads_to() -> None:
    reach = Reach(range(4))
    assert reach.add(0, 1) == [(0, 0b0010)]
    assert reach.add(2, 3) == [(2, 0b1000)]
    assert reach.add(1, 2) == [(0, 0b1100), (1, 0b1100)]
    assert reach.leads(0, 3)
    assert not reach.leads(3, 0)


def test_a_defeat_along_an_open_way_opens_none() -> None:
    reach = Reach(range(3))
    reach.add(0, 1)
    reach.add(1, 2)
    assert reach.add(0, 2) == []


def test_a_circle_leads_from_each_to_each_other_and_to_nobody_themselves() -> None:
    reach = Reach(range(3))
    for winner, loser in ((0, 1), (1, 2), (2, 0)):
        reach.add(winner, loser)
    assert all(reach.leads(one, other) == (one != other) for one in range(3) for other in range(3))


def test_a_copy_is_added_to_by_itself() -> None:
    reach = Reach(range(2))
    other = reach.copy()
    other.add(0, 1)
    assert (reach.leads(0, 1), other.leads(0, 1)) == (False, True)


def test_members_of_a_set_of_bits_are_ascending_numbers() -> None:
    assert list(members(0b101001)) == [0, 3, 5]
