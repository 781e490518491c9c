"""The recount that anybody can run at home: small elections counted by hand, and a file that stands alone."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

FILE = Path(__file__).parents[2] / "tools" / "recount.py"
sys.path.append(str(FILE.parent))

import recount as program  # noqa: E402 -- a file by itself, in no package
from recount import recount  # noqa: E402

NAMES = ["Ann", "Ben", "Cy"]
SPLIT = [(3, [["Ann"]]), (2, [["Ben"], ["Cy"]]), (2, [["Cy"], ["Ben"]])]
"""Ben and Cy are tied for exclusion, and whoever stays is elected."""
CIRCLE = [(5, [["Ann"], ["Ben"], ["Cy"]]), (4, [["Ben"], ["Cy"], ["Ann"]]), (3, [["Cy"], ["Ann"], ["Ben"]])]
"""Ann beats Ben by 8 to 4, Ben beats Cy by 9 to 3, Cy beats Ann by 7 to 5."""


def exact(**votes: str) -> dict[str, Fraction]:
    return {name: Fraction(amount) for name, amount in votes.items()}


ACME = {"Ann": "Acme", "Ben": " acme", "Cy": "Initech", "Dan": ""}


def approvals(*ballots: tuple[int, str]) -> list[tuple[int, dict[str, int]]]:
    return [(voters, dict.fromkeys(names.split(), 1)) for voters, names in ballots]


class TestTheFile:
    def test_it_uses_the_standard_library_alone(self) -> None:
        imports = [node for node in ast.walk(ast.parse(FILE.read_text())) if isinstance(node, ast.Import)]
        froms = [node for node in ast.walk(ast.parse(FILE.read_text())) if isinstance(node, ast.ImportFrom)]
        modules = {alias.name for node in imports for alias in node.names} | {str(node.module) for node in froms}
        assert {module.split(".")[0] for module in modules} <= sys.stdlib_module_names
        assert not any(node.level for node in froms)

    def test_python_3_9_can_read_it(self) -> None:
        ast.parse(FILE.read_text(), feature_version=(3, 9))

    def test_it_runs_where_the_project_is_not(self, tmp_path: Path) -> None:
        copy = tmp_path / "recount.py"
        copy.write_text(FILE.read_text())
        election = {
            "candidates": NAMES,
            "seats": 1,
            "method": "irv",
            "ties": ["order", ["Ben", "Cy"]],
            "ballots": [{"voters": voters, "ranking": ranking} for voters, ranking in [*SPLIT, (1, [])]],
        }
        (tmp_path / "election.json").write_text(json.dumps(election))
        run = subprocess.run(
            [sys.executable, "-I", str(copy), "election.json"], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert run.stdout.splitlines() == [
            "8 ballots, 1 of them blank and 0 invalid.",
            "Elected: Cy",
            "Ranking:",
            "  Cy",
            "  Ann",
            "  Ben",
        ]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("{", "cannot be counted"),
            ('{"candidates": ["Ann"], "seats": 1, "method": "borda", "ballots": []}', "'borda' is not among"),
            ('{"candidates": ["Ann"], "seats": 1, "method": "irv"}', "cannot be counted: 'ballots'"),
        ],
    )
    def test_what_it_cannot_count_it_says(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
    ) -> None:
        (tmp_path / "election.json").write_text(text)
        assert program.main([str(tmp_path / "election.json")]) == 2
        assert said in capsys.readouterr().err

    def test_without_a_file_it_says_how_it_is_called(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert program.main([]) == 2
        assert "python recount.py election.json" in capsys.readouterr().err

    def test_it_tells_what_is_open_vacant_and_passed_over(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        election = {
            "candidates": ["Ann", "Ben", "Cy", "Dan", "Nobody"],
            "seats": 4,
            "method": "approval",
            "none_of_the_above": "Nobody",
            "cap": 1,
            "affiliations": {"Ann": "Acme", "Ben": "Acme", "Cy": "acme "},
            "ballots": [{"voters": 2, "marks": {"Ann": 1, "Ben": 1}}, {"voters": 1, "marks": {"Cy": 1}}],
        }
        (tmp_path / "election.json").write_text(json.dumps(election))
        assert program.main([str(tmp_path / "election.json")]) == 0
        assert capsys.readouterr().out.splitlines() == [
            "3 ballots, 0 of them blank and 0 invalid.",
            "Tied for seats left open (1): Ann, Ben",
            "Vacant seats: 3",
            "Not elected because of the cap: Cy",
            "Not above none of the above: Dan",
            "Ranking:",
            "  Ann = Ben",
            "  Cy",
            "  Nobody",
            "  Dan",
        ]


class TestTies:
    def test_a_lot_is_drawn_by_the_digest_of_seed_and_name(self) -> None:
        # printf '1 2 3\n%s' NAME | sha256sum begins with 7907 for Ann, e334 for Ben, 7202 for Cy
        drawn = recount(NAMES, [], "schulze", 1, ties=("seed", "1 2 3"))
        assert drawn["ranking"] == [["Cy"], ["Ann"], ["Ben"]]
        assert (drawn["elected"], drawn["tied"]) == (["Cy"], [])

    def test_two_ways_to_write_a_name_draw_the_same(self) -> None:
        draw = program.Draw(("seed", "7 11 23"))
        assert draw.number("Zoe\u0301") == draw.number("Zoé")
        assert draw.number("Zoé").startswith("79c12b7a")

    def test_the_first_one_drawn_gets_the_exclusion(self) -> None:
        assert recount(NAMES, SPLIT, "irv", 1, ties=("order", ["Ben", "Cy"]))["elected"] == ["Cy"]
        assert recount(NAMES, SPLIT, "irv", 1, ties=("order", ["Cy", "Ben"]))["elected"] == ["Ben"]

    def test_the_first_one_drawn_gets_the_place(self) -> None:
        tied = recount(NAMES, approvals((1, "Ann Ben")), "approval", 1, ties=("order", ["Cy", "Ben", "Ann"]))
        assert tied["ranking"] == [["Ben"], ["Ann"], ["Cy"]]
        assert tied["elected"] == ["Ben"]

    def test_an_order_has_to_name_who_is_tied(self) -> None:
        with pytest.raises(ValueError, match="Cy is tied"):
            recount(NAMES, SPLIT, "irv", 1, ties=("order", ["Ben"]))

    def test_ties_left_open_are_counted_each_way(self) -> None:
        answer = recount(NAMES, SPLIT, "irv", 1)
        assert (answer["elected"], answer["tied"], answer["contested"]) == ([], ["Ben", "Cy"], 1)

    def test_who_is_elected_each_way_is_elected(self) -> None:
        ballots = [(5, [["Ann"]]), (1, [["Ben"], ["Ann"]]), (1, [["Cy"], ["Ann"]]), (4, [["Dan"]])]
        answer = recount([*NAMES, "Dan"], ballots, "irv", 1)
        assert (answer["elected"], answer["tied"], answer["contested"]) == (["Ann"], [], 0)

    def test_candidates_without_a_vote_go_together(self) -> None:
        ballots = [(2, [["Ann"]]), (2, [["Dan"]]), (1, [["Eve"], ["Ann"]])]
        answer = recount([*NAMES, "Dan", "Eve"], ballots, "irv", 1)
        assert [entry.get("excluded") for entry in answer["rounds"]] == [["Ben", "Cy"], ["Eve"], None]
        assert answer["ranking"] == [["Ann"], ["Dan"], ["Eve"], ["Ben", "Cy"]]

    def test_too_many_ways_are_refused(self) -> None:
        names = [f"C{number}" for number in range(9)]
        with pytest.raises(ValueError, match="draw a lot"):
            recount(names, [(1, [[name]]) for name in names], "scottish", 2)


class TestPairs:
    def test_the_weakest_defeat_of_a_circle_gives_way(self) -> None:
        for method in ("schulze", "minimax", "ranked-pairs"):
            assert recount(NAMES, CIRCLE, method, 1)["ranking"] == [["Ann"], ["Ben"], ["Cy"]]

    def test_votes_or_lead_make_a_defeat_strong(self) -> None:
        # Ben beats Ann by 6 to 5, Cy beats Ben by 4 to 1, Ann beats Cy by 5 to 3
        pairs = [(6, "Ben Ann"), (5, "Ann Ben"), (4, "Cy Ben"), (1, "Ben Cy"), (5, "Ann Cy"), (3, "Cy Ann")]
        ballots = [(voters, [[name] for name in names.split()]) for voters, names in pairs]
        votes = recount(NAMES, ballots, "minimax", 1, unranked="leave-out")
        lead = recount(NAMES, ballots, "minimax", 1, unranked="leave-out", by="margins")
        assert votes["ranking"] == [["Ben"], ["Cy"], ["Ann"]]
        assert lead["ranking"] == [["Ann"], ["Cy"], ["Ben"]]

    def test_who_is_not_ranked_is_last_or_left_out(self) -> None:
        ballots = [(3, [["Ann"]]), (2, [["Ben"], ["Ann"]])]
        assert recount(["Ann", "Ben"], ballots, "schulze", 1)["elected"] == ["Ann"]
        assert recount(["Ann", "Ben"], ballots, "schulze", 1, unranked="leave-out")["elected"] == ["Ben"]

    def test_equals_are_no_preference(self) -> None:
        ballots = [(9, [["Ann", "Ben"]]), (1, [["Ben"], ["Ann"]])]
        assert recount(["Ann", "Ben"], ballots, "schulze", 1)["ranking"] == [["Ben"], ["Ann"]]

    def test_places_are_shared_by_who_is_beaten_by_as_many(self) -> None:
        ballots = [(1, [["Ann"], ["Ben"], ["Cy"]]), (1, [["Ben"], ["Ann"], ["Cy"]])]
        answer = recount(NAMES, ballots, "schulze", 1)
        assert answer["ranking"] == [["Ann", "Ben"], ["Cy"]]
        assert (answer["elected"], answer["tied"], answer["contested"]) == ([], ["Ann", "Ben"], 1)

    def test_equal_defeats_of_a_circle_leave_everybody_tied(self) -> None:
        circle = [(1, [["Ann"], ["Ben"], ["Cy"]]), (1, [["Ben"], ["Cy"], ["Ann"]]), (1, [["Cy"], ["Ann"], ["Ben"]])]
        assert recount(NAMES, circle, "ranked-pairs", 1)["tied"] == NAMES

    def test_equal_defeats_are_locked_in_the_order_drawn(self) -> None:
        # Drawn: Ben, Cy, Ann. Ben over Cy first, Cy over Ann next; Ann over Ben would close the circle.
        circle = [(1, [["Ann"], ["Ben"], ["Cy"]]), (1, [["Ben"], ["Cy"], ["Ann"]]), (1, [["Cy"], ["Ann"], ["Ben"]])]
        answer = recount(NAMES, circle, "ranked-pairs", 1, ties=("order", ["Ben", "Cy", "Ann"]))
        assert answer["ranking"] == [["Ben"], ["Cy"], ["Ann"]]

    def test_of_one_winners_equal_defeats_that_of_the_later_drawn_is_locked_first(self) -> None:
        # All defeats are 2 to 1; drawn: Dan, Ann, Ben, Cy.
        pairs = ["Dan Ben", "Ben Cy", "Cy Dan", "Dan Ann", "Ann Cy"]
        ballots: list[tuple[int, Any]] = [(2, [[one], [two]]) for one, two in map(str.split, pairs)]
        ballots += [(1, [[two], [one]]) for one, two in map(str.split, pairs)]
        answer = recount(
            [*NAMES, "Dan"], ballots, "ranked-pairs", 1, unranked="leave-out", ties=("order", ["Dan", *NAMES])
        )
        assert answer["ranking"] == [["Dan"], ["Ann"], ["Ben"], ["Cy"]]


class TestMarks:
    def test_a_ballot_with_more_marks_than_seats_is_invalid(self) -> None:
        ballots = [*approvals((3, "Ann"), (4, "Ben"), (9, "Ann Cy")), (2, {"Ann": 0})]
        answer = recount(NAMES, ballots, "plurality", 1)
        assert (answer["elected"], answer["ballots"], answer["invalid"], answer["blank"]) == (["Ben"], 18, 9, 2)
        assert recount(NAMES, ballots, "plurality", 2)["elected"] == ["Ann", "Cy"]

    def test_marks_are_added_up(self) -> None:
        ballots = [(3, {"Ann": 5, "Ben": 4}), (2, {"Ben": 4, "Cy": 5})]
        answer = recount(NAMES, ballots, "score", 1)
        assert answer["rounds"][0]["votes"] == {"Ann": 15, "Ben": 20, "Cy": 10}
        assert answer["elected"] == ["Ben"]

    def test_the_two_highest_sums_meet_in_a_run_off(self) -> None:
        ballots = [(3, {"Ann": 5, "Ben": 4}), (2, {"Ben": 4, "Cy": 5})]
        answer = recount(NAMES, ballots, "star", 2)
        assert answer["rounds"][0]["run-off"] == {"Ann": 3, "Ben": 2}
        assert answer["ranking"] == [["Ann"], ["Ben"], ["Cy"]]

    def test_a_run_off_as_close_goes_by_the_sum_then_by_highest_marks(self) -> None:
        by_sum = [(1, {"Ann": 5, "Ben": 4}), (1, {"Ann": 1, "Ben": 4})]
        assert recount(["Ann", "Ben"], by_sum, "star", 1)["elected"] == ["Ben"]
        by_top = [(1, {"Ann": 5, "Ben": 4}), (1, {"Ann": 2, "Ben": 3})]
        assert recount(["Ann", "Ben"], by_top, "star", 1)["elected"] == ["Ann"]

    def test_equal_sums_for_the_run_off_are_compared_with_each_other(self) -> None:
        # Dan has 10; the others 7 each. Ann is preferred to Ben and to Cy, so she meets Dan, and wins.
        ballots = [
            (1, {"Ann": 3, "Ben": 1, "Cy": 2, "Dan": 2}),
            (1, {"Ann": 3, "Ben": 2, "Cy": 1, "Dan": 2}),
            (1, {"Ann": 1, "Ben": 4, "Cy": 4, "Dan": 6}),
        ]
        answer = recount([*NAMES, "Dan"], ballots, "star", 1, highest=6)
        assert answer["rounds"][0]["run-off"] == {"Dan": 1, "Ann": 2}
        assert answer["elected"] == ["Ann"]

    def test_equal_match_ups_go_by_highest_marks_then_to_the_draw(self) -> None:
        circle = [{"Ann": 4, "Ben": 3, "Cy": 2}, {"Ann": 2, "Ben": 4, "Cy": 3}, {"Ann": 3, "Ben": 2, "Cy": 4}]
        top = [(1, marks) for marks in circle]
        answer = recount(NAMES, top, "star", 1, ties=("order", ["Cy", "Ben", "Ann"]))
        # Cy is drawn; of the others, compared again, Ann is preferred to Ben. Cy is preferred to Ann.
        assert answer["rounds"][0]["run-off"] == {"Cy": 2, "Ann": 1}
        assert answer["elected"] == ["Cy"]

    def test_who_has_no_point_meets_nobody(self) -> None:
        assert recount(NAMES, [(1, {"Ann": 1})], "star", 2)["ranking"] == [["Ann"], ["Ben", "Cy"]]


class TestInstantRunOff:
    def test_a_tie_goes_to_the_latest_earlier_round_that_differs(self) -> None:
        # Ben and Cy have 4 each in the second round, but Cy had 3 in the first.
        ballots = [(6, [["Ann"]]), (4, [["Ben"]]), (3, [["Cy"]]), (1, [["Dan"], ["Cy"]])]
        answer = recount([*NAMES, "Dan"], ballots, "irv", 1)
        assert answer["ranking"] == [["Ann"], ["Ben"], ["Cy"], ["Dan"]]

    def test_equals_share_a_ballot_and_what_one_had_goes_to_the_other(self) -> None:
        ballots = [(3, [["Ann", "Ben"]]), (2, [["Cy"]]), (1, [["Ann"]])]
        answer = recount(NAMES, ballots, "irv", 1)
        assert answer["rounds"][0]["votes"] == {"Ann": Fraction(5, 2), "Ben": Fraction(3, 2), "Cy": 2}
        assert answer["rounds"][1]["votes"] == {"Ann": 4, "Cy": 2}

    def test_half_is_not_enough(self) -> None:
        ballots = [(3, [["Ann"]]), (2, [["Ben"], ["Cy"]]), (1, [["Cy"], ["Ben"]])]
        assert len(recount(NAMES, ballots, "irv", 1)["rounds"]) == 3

    def test_it_fills_one_seat(self) -> None:
        with pytest.raises(ValueError, match="irv does not fill 2 seats"):
            recount(NAMES, SPLIT, "irv", 2)


class TestScottish:
    def test_a_surplus_is_transferred_cut_to_five_decimals(self) -> None:
        # 17 // 3 + 1 = 6. Ann's surplus is 3 of 9: 0.33333 a paper. Dan is excluded for Cy.
        ballots = [
            (7, [["Ann"], ["Ben"]]),
            (2, [["Ann"], ["Cy"]]),
            (2, [["Ben"]]),
            (4, [["Cy"]]),
            (2, [["Dan"], ["Cy"]]),
        ]
        answer = recount([*NAMES, "Dan"], ballots, "scottish", 2)
        first, second, third = answer["rounds"]
        assert first["votes"] == exact(Ann="9", Ben="2", Cy="4", Dan="2")
        assert second["votes"] == exact(Ann="6", Ben="4.33331", Cy="4.66666", Dan="2")
        assert second["lost"] == Fraction("0.00003")
        assert third["votes"] == exact(Ann="6", Ben="4.33331", Cy="6.66666", Dan="0")
        assert answer["elected"] == ["Ann", "Cy"]
        assert answer["ranking"] == [["Ann"], ["Cy"], ["Ben"], ["Dan"]]

    def test_papers_without_a_next_candidate_are_exhausted(self) -> None:
        # 14 // 2 + 1 = 8; Cy's 3 and then Ben's 5 name nobody else
        answer = recount(NAMES, [(6, [["Ann"]]), (5, [["Ben"]]), (3, [["Cy"]])], "scottish", 1)
        assert answer["rounds"][-1]["exhausted"] == 8
        assert answer["elected"] == ["Ann"]

    def test_equals_divide_a_paper_and_its_part_stays_in_the_rank_at_first(self) -> None:
        ballots = [(1, [["Ann", "Ben", "Cy"], ["Dan"]]), (3, [["Ann"]]), (2, [["Ben"]]), (3, [["Dan"]])]
        answer = recount([*NAMES, "Dan"], ballots, "scottish", 1)
        assert answer["rounds"][0]["votes"] == exact(Ann="3.33333", Ben="2.33333", Cy="0.33333", Dan="3")
        assert answer["rounds"][1]["votes"] == exact(Ann="3.49999", Ben="2.49999", Cy="0", Dan="3")
        assert answer["rounds"][1]["lost"] == Fraction("0.00002")

    def test_who_is_elected_with_as_many_votes_shares_the_place(self) -> None:
        ballots = [(4, [["Ann"]]), (4, [["Ben"]]), (2, [["Cy"]])]
        assert recount(NAMES, ballots, "scottish", 2)["ranking"] == [["Ann", "Ben"], ["Cy"]]

    def test_as_many_as_there_are_seats_are_all_elected(self) -> None:
        answer = recount(NAMES, [(5, [["Ann"]]), (1, [["Ben"]])], "scottish", 3)
        assert (answer["elected"], answer["vacancies"]) == (NAMES, 0)

    def test_equal_surpluses_left_open_matter_only_if_there_is_something_to_move(self) -> None:
        ballots = [(3, [["Ann"], ["Cy"]]), (3, [["Ben"], ["Dan"]]), (1, [["Cy"]]), (1, [["Dan"]])]
        answer = recount([*NAMES, "Dan"], ballots, "scottish", 3)
        assert (answer["elected"], answer["tied"]) == (["Ann", "Ben"], ["Cy", "Dan"])


class TestMeek:
    def test_the_elected_keep_what_they_need(self) -> None:
        # The quota is 12 / 3 + 0.000000001. Ann keeps 4.000000001 / 8 of each vote, rounded up: 0.500000001.
        ballots = [(8, [["Ann"], ["Ben"]]), (1, [["Ben"]]), (3, [["Cy"]])]
        answer = recount(NAMES, ballots, "meek", 2)
        first, second = answer["rounds"]
        assert first["quota"] == Fraction("4.000000001")
        assert second["votes"] == exact(Ann="4.000000008", Ben="4.999999992", Cy="3")
        assert answer["elected"] == ["Ann", "Ben"]

    def test_the_quota_falls_when_votes_run_out(self) -> None:
        # Cy's vote names nobody else: the quota is 9 / 2 at first, then 8 / 2.
        ballots = [(4, [["Ann"]]), (4, [["Ben"], ["Ann"]]), (1, [["Cy"]])]
        answer = recount(NAMES, ballots, "meek", 1, ties=("order", ["Ben", "Ann"]))
        assert [entry["quota"] for entry in answer["rounds"][:2]] == [Fraction("4.500000001"), Fraction("4.000000001")]
        assert answer["elected"] == ["Ann"]

    def test_equals_at_first_have_equal_parts_cut_to_nine_decimals(self) -> None:
        answer = recount(NAMES, [(3, [NAMES]), (2, [["Ann"]])], "meek", 1)
        assert answer["rounds"][0]["votes"] == exact(Ann="2.999999999", Ben="0.999999999", Cy="0.999999999")

    def test_equals_keep_what_they_would_on_average_of_every_order(self) -> None:
        half, whole = program.ONE // 2, program.ONE
        assert program.shares_of_equals(("Ann", "Ben"), {"Ann": half, "Ben": whole}, {}) == exact(Ann="1/4", Ben="3/4")
        assert program.shares_of_equals(("Ann", "Ben"), {"Ann": half, "Ben": half}, {}) == exact(Ann="3/8", Ben="3/8")


class TestWhoStands:
    def test_preferences_below_a_withdrawn_candidate_are_kept(self) -> None:
        ballots = [(3, [["Cy"], ["Ann"]]), (2, [["Ben"]]), (4, [["Cy"]]), (1, [])]
        answer = recount(NAMES, ballots, "scottish", 1, withdrawn=["Cy"])
        assert answer["elected"] == ["Ann"]
        assert (answer["ballots"], answer["blank"]) == (10, 1)
        assert answer["rounds"][0]["quota"] == 3
        assert answer["ranking"] == [["Ann"], ["Ben"]]

    def test_an_overvote_is_judged_as_it_was_cast(self) -> None:
        answer = recount(NAMES, approvals((2, "Ann Cy"), (1, "Ben")), "plurality", 1, withdrawn=["Cy"])
        assert (answer["elected"], answer["invalid"]) == (["Ben"], 2)

    def test_none_of_the_above_has_to_be_beaten(self) -> None:
        ballots = [(3, [["Ann"], ["Nobody"], ["Ben"]]), (2, [["Ben"], ["Nobody"]]), (1, [["Nobody"]])]
        answer = recount(["Ann", "Ben", "Nobody"], ballots, "schulze", 2, none_of_the_above="Nobody")
        assert answer["dropped"] == ["Ann", "Ben"]
        assert (answer["elected"], answer["vacancies"], answer["ranking"]) == ([], 2, [["Nobody"], ["Ann", "Ben"]])

    def test_whom_a_ballot_leaves_out_it_compares_with_none_of_the_above_or_not(self) -> None:
        ballots = [(2, [["Ann"]]), (1, [["Nobody"], ["Ann"]])]
        last = recount(["Ann", "Nobody"], ballots, "schulze", 1, none_of_the_above="Nobody")
        left_out = recount(["Ann", "Nobody"], ballots, "schulze", 1, none_of_the_above="Nobody", unranked="leave-out")
        assert (last["elected"], left_out["elected"]) == (["Ann"], [])

    def test_none_of_the_above_has_to_be_beaten_by_the_quorum(self) -> None:
        ballots = [(3, {"Ann": 5, "Nobody": 1}), (2, {"Ben": 4, "Nobody": 3}), (1, {"Cy": 1})]
        answer = recount([*NAMES, "Nobody"], ballots, "score", 1, none_of_the_above="Nobody", quorum=3)
        assert answer["dropped"] == ["Ben", "Cy"]
        assert answer["ranking"] == [["Ann"], ["Nobody"], ["Ben", "Cy"]]


class TestTheCap:
    def test_the_lower_placed_is_passed_over(self) -> None:
        answer = recount(
            list(ACME),
            approvals((4, "Ann"), (3, "Ben"), (2, "Cy"), (1, "Dan")),
            "approval",
            2,
            cap=1,
            affiliations=ACME,
        )
        assert (answer["elected"], answer["skipped"]) == (["Ann", "Cy"], ["Ben"])

    def test_continuing_members_count(self) -> None:
        members = [("Zoe", "INITECH"), ("Yan", "Acme"), ("Xu", "")]
        answer = recount(
            list(ACME),
            approvals((4, "Ann"), (3, "Ben"), (2, "Cy"), (1, "Dan")),
            "approval",
            2,
            cap=1,
            affiliations=ACME,
            continuing=members,
        )
        assert (answer["elected"], answer["skipped"], answer["vacancies"]) == (["Dan"], ["Ann", "Ben", "Cy"], 1)

    def test_or_removed_and_everything_counted_again(self) -> None:
        # Ann and Ben are elected at first; without Ben, his second preferences elect Dan before Cy.
        ballots = [(5, [["Ann"]]), (4, [["Ben"], ["Dan"]]), (3, [["Cy"]])]
        answer = recount(list(ACME), ballots, "scottish", 2, cap=1, affiliations=ACME, cap_rule="recount")
        assert (answer["elected"], answer["skipped"]) == (["Ann", "Dan"], ["Ben"])
        assert answer["ranking"] == [["Ann"], ["Dan"], ["Cy"], ["Ben"]]

    def test_members_of_one_affiliation_at_one_place_compete_for_its_share(self) -> None:
        tied = approvals((2, "Ann Ben Cy"))
        answer = recount(list(ACME), tied, "approval", 3, cap=1, affiliations=ACME)
        assert (answer["elected"], answer["tied"], answer["contested"]) == (["Cy", "Dan"], ["Ann", "Ben"], 1)


class TestBallots:
    @pytest.mark.parametrize(
        ("ballot", "method", "said"),
        [
            ([["Eve"]], "irv", "'Eve' is not among"),
            ([["Ann"], ["Ann"]], "irv", "'Ann' is there twice"),
            ({"Ann": 1}, "irv", "ranking"),
            ([["Ann"]], "approval", "marks"),
            ({"Ann": 6}, "score", "6 is not among"),
            ({"Ann": 1.0}, "score", r"1\.0 is not among"),
        ],
    )
    def test_what_is_no_ballot_is_refused(self, ballot: Any, method: str, said: str) -> None:
        with pytest.raises(ValueError, match=said):
            recount(NAMES, [(1, ballot)], method, 1)

    @pytest.mark.parametrize(
        "settings",
        [{"unranked": "first"}, {"by": "luck"}, {"cap_rule": "none"}, {"ties": ("coin", 1)}, {"ties": ("seed",)}],
    )
    def test_what_is_no_setting_is_refused(self, settings: dict[str, Any]) -> None:
        with pytest.raises(ValueError):
            recount(NAMES, CIRCLE, "schulze", 1, **settings)

    @pytest.mark.parametrize("method", ["schulze", "minimax", "ranked-pairs", "irv", "scottish", "meek"])
    def test_the_order_of_ballots_and_candidates_decides_nothing(self, method: str) -> None:
        answers = [
            recount(names, list(ballots), method, 1) for names in permutations(NAMES) for ballots in permutations(SPLIT)
        ]
        assert all(answer == answers[0] for answer in answers)
