"""The program's own JSON, and what in it is not as it should be."""

from __future__ import annotations

import json
from typing import Any

import pytest

from election.tally import Marks, Profile
from election.tally.formats import BallotFile, write
from tests.tally.formats.reading import ballots, file, marks, ranks, refusal

COMMITTEE: dict[str, Any] = {
    "format": "hustings-ballots",
    "version": 1,
    "title": "Committee, 2031",
    "seats": 2,
    "candidates": ["Ann", "Ben", "Cy"],
    "withdrawn": ["Cy"],
    "tie_order": ["Ben", "Ann", "Cy"],
    "ballots": [
        {"voters": 3, "ranking": [["Ann"], ["Cy", "Ben"]]},
        {"ranking": ["Ben", ["Ann"], "Ben"]},
        {"voters": 2, "ranking": []},
    ],
}
SCORES: dict[str, Any] = COMMITTEE | {"ballots": [{"voters": 3, "marks": {"Ben": 4, "Ann": 5}}, {"marks": {}}]}


def test_everything_is_in_it() -> None:
    read = file(json.dumps(COMMITTEE), "committee.json")
    assert read.ballots.candidates == ("Ann", "Ben", "Cy")
    assert ballots(read) == {ranks("Ann > Ben = Cy"): 3, ranks("Ben > Ann"): 1, ranks(""): 2}
    assert (read.title, read.seats, read.withdrawn) == ("Committee, 2031", 2, ("Cy",))
    assert read.tie_order == ("Ben", "Ann", "Cy")


@pytest.mark.parametrize(
    "layout", [{"indent": 4}, {"separators": (",", ":")}, {"sort_keys": True}, {"ensure_ascii": False}]
)
def test_the_layout_and_the_order_of_the_fields_change_nothing(layout: dict[str, Any]) -> None:
    read = file(json.dumps(COMMITTEE, **layout), "committee.json")
    assert (read.ballots.candidates, read.tie_order) == (("Ann", "Ben", "Cy"), ("Ben", "Ann", "Cy"))
    assert ballots(read) == ballots(file(json.dumps(COMMITTEE), "committee.json"))


@pytest.mark.parametrize("sort_keys", [False, True])
def test_marks_are_read_as_marks_and_go_as_high_as_is_asked_or_said(sort_keys: bool) -> None:
    content = json.dumps(SCORES | {"highest": 9}, sort_keys=sort_keys)
    for read, highest in ((file(content, "a.json"), 9), (file(content, "a.json", marks=True, highest=5), 5)):
        assert marks(read) == {(5, 4, 0): 3, (0, 0, 0): 1}
        assert isinstance(read.ballots, Marks)
        assert read.ballots.highest == highest


def test_rankings_stay_rankings_for_a_method_by_marks() -> None:
    assert isinstance(file(json.dumps(COMMITTEE), "a.json", marks=True).ballots, Profile)


def test_a_file_of_many_ballots_is_read_across_its_stretches() -> None:
    many = COMMITTEE | {"candidates": ["Zoë 蘇", "Ben"], "withdrawn": [], "tie_order": []}
    many["ballots"] = [{"voters": 7, "ranking": [["Zoë 蘇"], ["Ben"]]}] * 80_000
    content = json.dumps(many, ensure_ascii=False)
    assert len(content) > 3 * 2**20
    assert file(content, "many.json").ballots.total == 560_000


def test_ballots_are_written_one_a_line_in_an_order_that_tells_nothing() -> None:
    given = BallotFile(Profile.of(["Ann", "Ben"], [["Ben"], ["Ann"], ["Ben"], []]), title="Fête")
    assert write(given, "json").decode().splitlines() == [
        (
            '{"format": "hustings-ballots", "version": 1, "title": "Fête", "candidates": ["Ann", "Ben"],'
            ' "withdrawn": [], "tie_order": [], "ballots": ['
        ),
        '{"voters": 2, "ranking": [["Ben"]]},',
        '{"voters": 1, "ranking": []},',
        '{"voters": 1, "ranking": [["Ann"]]}]}',
    ]


def changed(**fields: Any) -> str:
    return json.dumps(COMMITTEE | fields)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (changed(format="csv"), "The format 'hustings-ballots' was expected, and “csv” found."),
        (changed(version=2), "Version 1 was expected, and “2” found."),
        (changed(version=True), "Version 1 was expected, and “true” found."),
        (changed(seats=0), "The number of seats was expected, and “0” found."),
        (changed(seats=2.5), "The number of seats was expected, and “2.5” found."),
        (changed(title=["x"]), 'A title without control characters was expected, and “["x"]” found.'),
        (changed(candidates=[]), "A list of the candidates' names was expected, and “[]” found."),
        (changed(candidates=["Ann", 2]), 'A list of the candidates\' names was expected, and “["Ann", 2]” found.'),
        (changed(candidates=["Ann", "Ann"]), "Two candidates are called “Ann”; give each a name of their own."),
        (changed(candidates=["Ann", "\ud800"]), "The name “·” has a control character in it; take it out."),
        (changed(candidates=["Ann", ""]), "A candidate's name was expected, and nothing found."),
        (changed(withdrawn=["Zoe"]), "Candidates, each once, were expected, and “Zoe” found."),
        (changed(tie_order=["Ann", "Ann"]), "Candidates, each once, were expected, and “Ann” found."),
        (changed(ballots={}), "A list in brackets, [ … ], was expected, and “{” found."),
        (changed(ballots=[3]), "A ballot in braces was expected, and “3” found."),
        (
            changed(ballots=[{"voters": 1}]),
            (
                'A ballot like {"voters": 1, "ranking": […]} or {"voters": 1, "marks": {…}} was expected, and'
                ' “{"voters": 1}” found.'
            ),
        ),
        (
            changed(ballots=[{"ranking": [], "marks": {}}]),
            (
                'A ballot like {"voters": 1, "ranking": […]} or {"voters": 1, "marks": {…}} was expected, and'
                ' “{"ranking": [], "marks": {}}” found.'
            ),
        ),
        (
            changed(ballots=[{"ranking": []}, {"marks": {}}]),
            'A ballot with ranking, as those before it, was expected, and “{"marks": {}}” found.',
        ),
        (changed(ballots=[{"ranking": [["Zoe"]]}]), "“Zoe” is not among the candidates."),
        (changed(ballots=[{"ranking": [["Ann", 2]]}]), "A candidate's name was expected, and “2” found."),
        (changed(ballots=[{"ranking": [[["Ann"]]]}]), 'A candidate\'s name was expected, and “["Ann"]” found.'),
        (
            changed(ballots=[{"marks": {"Ann": 1.0}}]),
            "A mark, which is a whole number from 0 on, was expected, and “1.0” found.",
        ),
        (
            changed(ballots=[{"marks": {"Ann": -1}}]),
            "A mark, which is a whole number from 0 on, was expected, and “-1” found.",
        ),
        (
            changed(ballots=[{"voters": 0, "ranking": []}]),
            "The number of voters who cast a ballot (1 to 1,000,000,000) was expected, and “0” found.",
        ),
        (
            changed(ballots=[{"voters": 10**9, "ranking": []}, {"ranking": []}]),
            "The file has 1,000,000,001 ballots up to here; 1,000,000,000 are the most counted.",
        ),
        (
            changed(elected=["Ann"]),
            (
                "One of the fields format, version, candidates, ballots, title, seats, withdrawn, tie_order, highest,"
                " each once, was expected, and “elected” found."
            ),
        ),
        ("{}", "The field “format” is missing from this object."),
        ('["Ann"]', "An object in braces, { … }, was expected, and “[” found."),
        (
            '{"version": 1, "version": 1}',
            (
                "One of the fields format, version, candidates, ballots, title, seats, withdrawn,"
                " tie_order, highest, each once, was expected, and “version” found."
            ),
        ),
        ('{"version": 1,}', "A field's name in quotation marks was expected, and “}” found."),
        ('{"version" 1}', "A colon behind “version” was expected, and “1” found."),
        ('{"version": 1', "A comma, or the closing brace, was expected, and nothing found."),
        ('{"version": }', "This is no JSON: Expecting value."),
        ('{"title": "x', "This is no JSON: Unterminated string starting at."),
        (json.dumps(COMMITTEE) + "x", "The end of the file was expected, and “x” found."),
        (
            '{"ballots": [{"voters": 1, "voters": 2, "ranking": []}]}',
            "This is no JSON that can be read: a name is twice in one object.",
        ),
        ('{"ballots": [' + "[" * 100_000, "Brackets are nested too deep here for ballots."),
        (
            '{"title": "' + "x" * 3 * 2**20 + '"}',
            "This goes on for more than 1,048,576 characters, which no ballot does.",
        ),
        ('{"ballots": [' + "[]," * 10**6, "A ballot in braces was expected, and “[]” found."),
    ],
)
def test_a_bad_file_is_refused(content: str, sentence: str) -> None:
    assert refusal(content, "bad.json")[2] == sentence


def test_a_number_of_a_million_digits_is_refused_at_once() -> None:
    assert "This is no JSON that can be read" in refusal('{"seats": ' + "9" * 10**6 + "}", "bad.json")[2]


@pytest.mark.parametrize(
    ("ballot", "options", "line", "column"),
    [
        ('{"ranking": ["Zoe"]}', {}, 4, 14),
        ('{"ranking": ["Ann", 5]}', {}, 4, 14),
        ('{"marks": {"Ann": 7}}', {"marks": True, "highest": 5}, 4, 14),
        ('{"ranking": ["Ann" "Ben"]}', {}, 4, 33),
    ],
)
@pytest.mark.parametrize("candidates_first", [True, False])
def test_the_place_is_that_of_the_ballot(
    ballot: str,
    options: dict[str, Any],
    line: int,
    column: int,
    candidates_first: bool,
) -> None:
    lines = ['"format": "hustings-ballots",', '"version": 1,', '"title": "Committee",', f'"ballots": [ {ballot}]']
    names = '"candidates": ["Ann", "Ben"]'
    content = "\n".join([*lines[:2], f"{names},", lines[3]] if candidates_first else [*lines, f", {names}"])
    assert refusal(f"{{{content}}}", "bad.json", **options)[:2] == (line, column)


def test_marks_beyond_what_is_asked_are_refused() -> None:
    assert refusal(json.dumps(SCORES), "a.json", marks=True)[2] == "Marks from 0 to 1 were expected, and 5 found."
