"""Why one stands before another, and what an outcome says, in sentences with the exact figures."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from election.tally import Cap, CapRule, Decision, Lot, Outcome, Rules, Strength, TallyError, count, reasons
from tests.tally.elections import outcome
from tests.tally.marked import marks, stars
from tests.tally.methods.test_schulze import PAPER
from tests.tally.outcomes import outcomes

CIRCLE = "5: B > C\n3: C\n6: A"
"""C beats A by 8 to 6, A beats B by 6 to 5, B beats C by 5 to 3."""

NOBODY = "4: Ann > Nobody > Ben\n3: Ben > Ann > Nobody\n3: Nobody > Ben"

ORDER = "5: Ann > Ben > Cy > Di\n1: Di"


# Comparisons in pairs


def test_schulze_goes_by_the_strongest_paths_and_shows_their_routes() -> None:
    assert reasons.why(outcome(PAPER, "schulze"), "E", "A") == (
        "E stands before A: the strongest path from E to A is E -> B -> A (25 votes), the one back A -> C -> E"
        " (24 votes); directly, 23 voters prefer E to A, 22 A to E."
    )


def test_asked_the_wrong_way_round_it_says_so_first() -> None:
    said = reasons.why(outcome(PAPER, "schulze"), "A", "E")
    assert said.startswith("It is the other way round. E stands before A: the strongest path from E to A")


def test_a_path_may_be_as_strong_as_a_margin_and_lack_a_way_back() -> None:
    counted = outcome("3: A > B\n1: B > A", "schulze", by=Strength.MARGINS)
    assert reasons.why(counted, "A", "B") == (
        "A stands before B: the strongest path from A to B is A -> B (a margin of 2), and none leads back;"
        " directly, 3 voters prefer A to B, 1 B to A."
    )


def test_schulze_without_a_stronger_path_goes_by_how_many_beat_each() -> None:
    assert reasons.why(outcome("1: C > A\n1: B", "schulze"), "B", "A") == (
        "B stands before A: no path of defeats leads from B to A, and none back, and B is beaten by nobody, A by 1 (C)."
    )


def test_those_beaten_by_equally_many_share_a_place() -> None:
    counted = outcome("2: A > B > C\n2: B > A > C", "schulze", seats=2)
    assert reasons.why(counted, "A", "B") == (
        "A and B share a place: no path of defeats leads from A to B, and none back, and each is beaten by nobody."
    )


def test_a_lot_that_parts_a_shared_place_is_named_with_its_seed() -> None:
    counted = outcome("2: A > B > C\n2: B > A > C", "schulze", ties=Lot("2026"))
    assert reasons.why(counted, "B", "A") == (
        "By the figures B and A are equal: no path of defeats leads from B to A, and none back, and each is beaten by"
        " nobody. A and B were tied for a place; the order of a lot drawn from the seed '2026' is B, A, so they stand"
        " in this order."
    )


def test_minimax_goes_by_the_worst_defeats() -> None:
    assert reasons.why(outcome(CIRCLE, "minimax"), "C", "B") == (
        "C stands before B: C's worst defeat is by B, 5 to 3 and B's worst defeat is by A, 6 to 5;"
        " directly, 3 voters prefer C to B, 5 B to C."
    )
    assert "nobody defeats A and B's worst defeat is by A, 2 to 0" in reasons.why(
        outcome("2: A > B", "minimax"), "A", "B"
    )


def test_ranked_pairs_go_by_the_locked_defeats_and_say_what_was_left_out() -> None:
    counted = outcome(CIRCLE, "ranked-pairs")
    assert reasons.why(counted, "C", "A") == "C stands before A: the defeat C over A (8 to 6) is locked."
    assert reasons.why(counted, "C", "B") == (
        "C stands before B: locked defeats lead from C to B: C over A (8 to 6), A over B (6 to 5);"
        " B over C (5 to 3) was left out, as it would have closed a circle."
    )


def test_ranked_pairs_without_a_way_between_two_go_by_how_many_lead_to_each() -> None:
    assert reasons.why(outcome("1: C > A\n1: B", "ranked-pairs"), "B", "A") == (
        "B stands before A: no locked defeats lead from one to the other, and B is below 0 of the others by them,"
        " A below 1; directly, 1 voter prefers B to A, 1 A to B."
    )


def test_equal_defeats_that_would_close_a_circle_are_told_apart_from_shared_places() -> None:
    circle = "1: A > B > C\n1: B > C > A\n1: C > A > B"
    drawn = reasons.sentences(outcome(circle, "ranked-pairs", ties=Decision(("B", "A", "C"))))
    assert drawn[1] == (
        "Equally strong defeats by A, B and C would close a circle; the order handed in is B, A, C, so those by B were"
        " taken up first."
    )
    still_open = outcome(circle, "ranked-pairs")
    assert "this is left open, and what is shown goes on as if A had been drawn." in reasons.sentences(still_open)[2]
    assert reasons.why(still_open, "A", "B") == (
        "A and B share a place: the tie of A, B and C over which of their defeats comes first is left open, and so is"
        " who of them stands first."
    )


# Rounds


VOTES = "9: A > B\n4: B\n4: C > B\n3: D > C\n1: E > D"


def test_a_transferable_vote_goes_by_round_votes_and_quota() -> None:
    counted = outcome("9: A\n6: B > D\n3: C > B\n3: D > B", "scottish", seats=2, ties=Lot("2026"))
    assert reasons.why(counted, "A", "B").startswith(
        "A stands before B: A was elected in round 1 with 9.00000 votes, the quota being 8.00000, B elected in round"
    )


def test_whoever_is_left_for_the_last_seats_is_said_to_be() -> None:
    assert reasons.why(outcome(VOTES, "scottish", seats=2), "C", "B") == (
        "C stands before B: C was elected in round 6 with 7.00000 votes, no more being left than seats,"
        " B excluded in round 5 with 4.99999 votes, the fewest."
    )


def test_an_earlier_round_that_settled_an_exclusion_is_named() -> None:
    assert reasons.why(outcome(VOTES, "scottish", seats=2), "C", "D").endswith(
        "D excluded in round 4 with 4.00000 votes, the fewest. In round 4, C and D were tied for exclusion;"
        " in round 2, the latest that tells them apart, D had the fewest votes."
    )


def test_meek_gives_the_votes_and_the_quota_of_the_round() -> None:
    counted = outcome("6: A\n4: B > A\n2: C > D\n3: D", "meek", seats=2)
    assert reasons.why(counted, "A", "C") == (
        "A stands before C: A was elected in round 1 with 6.000000000 votes, the quota being 5.000000001,"
        " C excluded in round 2 with 2.000000000 votes, the fewest."
    )
    assert "B still in the count at its end with 4.000000000 votes" in reasons.why(counted, "A", "B")


def test_an_instant_run_off_says_of_how_many_votes_the_winner_had_most() -> None:
    counted = outcome("40: A\n36: B\n20: C > B\n15: D > C", "irv")
    assert reasons.why(counted, "B", "A") == (
        "B stands before A: B was elected in round 3 with 56 votes of the 96 that counted,"
        " A still in the count at its end with 40 votes."
    )
    assert reasons.why(counted, "C", "D") == (
        "C stands before D: C was excluded in round 3 with 35 votes, the fewest, D excluded in round 2 with 15 votes,"
        " the fewest."
    )


def test_parts_of_votes_are_mixed_numbers() -> None:
    counted = outcome("3: A = B\n1: A\n1: C > A", "irv")
    assert "A was elected in round 2 with 3 1/2 votes of the 5 that counted" in reasons.why(counted, "A", "B")


def test_candidates_excluded_together_share_their_place() -> None:
    counted = outcome("3: A\n2: B\n1: E > C > D", "irv")
    assert reasons.sentences(counted)[1] == (
        "In round 2, C and D were tied for exclusion; none of them had a vote, and all were excluded together."
    )
    assert reasons.why(counted, "C", "D") == (
        "C and D share a place: both were excluded in round 2 with 0 votes, the fewest."
    )


def test_a_tie_left_open_amid_the_rounds_says_what_holds_whichever_way_it_goes() -> None:
    counted = outcome("9: A\n6: B > D\n3: C > B\n3: D > B", "scottish", seats=2)
    still_open = "the tie of C and D in round 3 is left open"
    assert reasons.why(counted, "C", "D") == (
        f"C and D share a place: {still_open}, and so is who of them stands first."
    )
    assert reasons.why(counted, "B", "C") == (
        f"B stands before C: {still_open}, and B has one of the first 2 places in every way the count could go on,"
        " C in none."
    )
    assert reasons.why(counted, "A", "B") == (
        f"A stands before B: {still_open}, and in every way the count could go on A has the better place."
    )
    assert reasons.sentences(counted)[1] == (
        "In round 3, C and D were tied for exclusion; this is left open, and what is shown goes on as if C had been"
        " drawn."
    )


# Marks


@pytest.mark.parametrize(("method", "unit"), [("approval", "approvals"), ("plurality", "marks"), ("score", "points")])
def test_marks_are_added_up(method: str, unit: str) -> None:
    counted = count(marks({(1, 0): 5, (0, 1): 3}), Rules(method=method))
    assert reasons.why(counted, "A", "B") == f"A stands before B: A has 5 {unit}, B 3."


def test_equal_sums_share_a_place() -> None:
    counted = count(marks({(1, 1, 0): 3, (0, 0, 1): 1}), Rules(method="approval", seats=2))
    assert reasons.why(counted, "A", "B") == "A and B share a place: each has 3 approvals."


def test_star_goes_by_the_run_off_or_by_who_reached_it() -> None:
    counted = count(stars({(5, 4, 0): 3, (0, 4, 5): 3, (1, 5, 0): 2}), Rules(method="star"))
    assert reasons.why(counted, "B", "A") == (
        "B stands before A: in the run-off of round 2 5 voters prefer B to A, 3 A to B."
    )
    assert reasons.why(counted, "B", "C") == (
        "B stands before C: B won the run-off of round 2, which C did not reach: B has 34 points, C 15."
    )


def test_stars_own_tie_breaks_are_said() -> None:
    counted = count(stars({(5, 0, 1): 3, (0, 5, 1): 3}), Rules(method="star", ties=Lot("x")))
    assert reasons.why(counted, "B", "C").endswith(
        "In round 3, B and C were tied for a place; in round 1, the latest that tells them apart, B had the higher"
        " score."
    )


# Beside the count


def test_whoever_does_not_beat_none_of_the_above_stands_behind_with_the_figures() -> None:
    counted = outcome(NOBODY, "schulze", seats=2, none_of_the_above="Nobody")
    dropped = "Ben did not get past none of the above: 3 voters prefer Ben to Nobody, 7 Nobody to Ben."
    assert reasons.why(counted, "Ann", "Ben") == f"Ann stands before Ben. {dropped}"
    assert reasons.why(counted, "Ann", "Nobody").endswith(
        "Nobody stands for none of the above, behind all who got past it, and takes no seat."
    )
    assert reasons.sentences(counted) == [
        "Ann is elected.",
        dropped,
        "1 seat stays vacant: too few candidates got past none of the above.",
    ]


def test_a_quorum_that_was_missed_is_named() -> None:
    counted = outcome("3: Ann > Nobody\n1: Nobody", "schulze", none_of_the_above="Nobody", quorum=4)
    assert reasons.sentences(counted)[:2] == [
        "Nobody is elected.",
        (
            "Ann did not get past none of the above: 3 voters prefer Ann to Nobody, 1 Nobody to Ann, and the quorum is"
            " 4 voters."
        ),
    ]


def test_whom_the_cap_passes_over_is_said_with_who_moves_up() -> None:
    cap = Cap(2, {"Ann": "Acme", "Ben": "Acme"}, {"Old": "Acme"})
    skipped = (
        "Ben is passed over: the body takes no more than 2 of Acme, and has Ann and Old (continuing);"
        " Cy, the next who fits, moves up."
    )
    counted = outcome(ORDER, "schulze", seats=2, cap=cap)
    assert reasons.sentences(counted) == ["Ann and Cy are elected, in this order.", skipped]
    assert reasons.why(counted, "Ben", "Cy").startswith("Ben stands before Cy: ")
    assert reasons.why(counted, "Ben", "Cy").endswith(skipped)


def test_a_seat_that_the_cap_leaves_empty_is_said_to_be() -> None:
    everybody = Cap(1, dict.fromkeys(["Ann", "Ben", "Cy", "Di"], "Acme"))
    said = reasons.sentences(outcome(ORDER, "schulze", seats=2, cap=everybody))
    assert said[1].endswith("has Ann; nobody below fills the seat.")
    assert said[-1] == "1 seat stays vacant: the affiliation cap lets nobody else in."


def test_whoever_was_removed_stands_behind_all_who_were_counted_again() -> None:
    cap = Cap(1, {"Ann": "Acme", "Ben": "Acme"}, rule=CapRule.RECOUNT)
    assert reasons.why(outcome(ORDER, "schulze", seats=2, cap=cap), "Di", "Ben") == (
        "Di stands before Ben. Ben was removed and everything counted again: the body takes no more than 1 of Acme,"
        " and has Ann."
    )


def test_whoever_withdrew_has_no_place() -> None:
    counted = outcome(ORDER, "schulze", withdrawn=("Ben",))
    said = "Ben withdrew and did not stand: ballots count as if without that name."
    assert reasons.why(counted, "Ann", "Ben") == reasons.why(counted, "Ben", "Ann") == said
    assert said in reasons.sentences(counted)


def test_seats_left_open_and_terms_are_said() -> None:
    counted = outcome("2: Ann > Ben = Cy\n1: Ann > Cy = Ben", "schulze", seats=2, longer=1)
    assert reasons.sentences(counted) == [
        "Ann is elected.",
        "Ben and Cy are tied for 1 further seat.",
        "Ann gets the longer term.",
    ]
    three = outcome("2: Ann > Ben = Cy", "schulze", seats=4, longer=2)
    assert reasons.sentences(three) == [
        "Ann, Ben and Cy are elected; Ben and Cy share a place.",
        "Ann gets the longer term.",
        "1 seat stays vacant: too few candidates.",
        "Ben and Cy were tied for a longer term; this is left open.",
    ]


def test_two_different_candidates_are_asked_for() -> None:
    counted = outcome(ORDER, "schulze")
    with pytest.raises(TallyError, match="'Zoe' is not among the candidates of this outcome"):
        reasons.why(counted, "Ann", "Zoe")
    with pytest.raises(TallyError, match="name two candidates"):
        reasons.why(counted, "Ann", "Ann")


@settings(max_examples=150, deadline=None)
@given(outcomes())
def test_every_pair_of_any_outcome_has_its_reason_also_from_json(counted: Outcome) -> None:
    again = Outcome.from_dict(json.loads(json.dumps(counted.to_dict())))
    assert reasons.sentences(again) == reasons.sentences(counted)
    for one in counted.candidates:
        for other in set(counted.candidates) - {one}:
            there, back = reasons.why(counted, one, other), reasons.why(again, other, one)
            assert there.endswith(".")
            if not {one, other} & set(counted.withdrawn) and counted.place(one) < counted.place(other):
                assert back == f"It is the other way round. {there}"
