"""An outcome as JSON: in the shape that is documented, and read back equal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from election.tally import METHODS, Outcome, TallyError
from tests.tally.elections import outcome
from tests.tally.outcomes import outcomes

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "outcome.schema.json").read_text("utf-8"))
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether a value is as a schema says, by the few keywords that ours uses; KeyError for any other."""
    return all(CHECKS[keyword](value, said, schema) for keyword, said in schema.items())


def _of_type(value: Any, said: Any, _: Any) -> bool:
    kinds = [said] if isinstance(said, str) else said
    whole = type(value) is int and "integer" in kinds
    return whole or any(isinstance(value, TYPES[kind]) for kind in kinds if kind != "integer")


def _additional(value: Any, said: Any, schema: dict[str, Any]) -> bool:
    others = [item for name, item in value.items() if name not in schema.get("properties", {})]
    return not others if said is False else all(fits(item, said) for item in others)


def _referred(value: Any, said: str, _: Any) -> bool:
    return fits(value, SCHEMA["$defs"][said.removeprefix("#/$defs/")])


def _nothing(*_: Any) -> bool:
    return True


CHECKS: dict[str, Callable[[Any, Any, dict[str, Any]], bool]] = {
    **dict.fromkeys(("$schema", "$defs", "title", "description"), _nothing),
    "type": _of_type,
    "enum": lambda value, said, _: value in said,
    "minimum": lambda value, said, _: value >= said,
    "minItems": lambda value, said, _: len(value) >= said,
    "pattern": lambda value, said, _: re.search(said, value) is not None,
    "anyOf": lambda value, said, _: any(_first_type_fits(value, one) and fits(value, one) for one in said),
    "required": lambda value, said, _: set(said) <= set(value),
    "properties": lambda value, said, _: all(fits(value[name], one) for name, one in said.items() if name in value),
    "additionalProperties": _additional,
    "items": lambda value, said, _: all(fits(item, said) for item in value),
    "$ref": _referred,
}


def _first_type_fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether the type fits, before its other keywords are asked, which are for values of that type."""
    return "type" not in schema or _of_type(value, schema["type"], schema)


@settings(max_examples=150, deadline=None)
@given(outcomes())
def test_every_outcome_is_as_the_schema_says(counted: Outcome) -> None:
    assert fits(counted.to_dict(), SCHEMA)


@pytest.mark.parametrize("method", METHODS)
def test_an_outcome_of_every_method_is_read_back_equal_from_json(method: str) -> None:
    @settings(max_examples=25, deadline=None)
    @given(outcomes(method))
    def reads_back(counted: Outcome) -> None:
        assert Outcome.from_dict(json.loads(json.dumps(counted.to_dict()))) == counted

    reads_back()


def test_the_schema_names_every_method_and_every_field() -> None:
    assert set(SCHEMA["properties"]["method"]["enum"]) == set(METHODS)
    assert set(SCHEMA["required"]) == set(SCHEMA["properties"]) == set(outcome("1: A", "schulze").to_dict())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("method", "borda"),
        ("ballots", 3.0),
        ("ballots", True),
        ("blank", -1),
        ("elected", "Ann"),
        ("ranking", [[]]),
        ("rounds", [{}]),
        ("colour", "red"),
    ],
)
def test_the_schema_refuses_what_is_no_outcome(field: str, value: object) -> None:
    assert not fits(outcome("1: Ann", "irv").to_dict() | {field: value}, SCHEMA)


@pytest.mark.parametrize("votes", [1.5, "1,5", "one", "", "1/0", "-1", None])
def test_votes_are_whole_or_written_exactly(votes: object) -> None:
    assert not fits(votes, SCHEMA["$defs"]["votes"])


def test_votes_are_written_with_all_decimals_or_as_a_fraction() -> None:
    votes = "2: A > B\n1: B\n2: C"
    assert outcome(votes, "scottish", 2).to_dict()["rounds"][0]["votes"] == {
        "A": "2.00000",
        "B": "1.00000",
        "C": "2.00000",
    }
    assert outcome("1: A = B = C\n1: A", "irv").to_dict()["rounds"][0]["votes"] == {"A": "4/3", "B": "1/3", "C": "1/3"}


@pytest.mark.parametrize("wrong", [{"version": 2}, {"rounds": [{}]}, {"elected": 1}, {"ties": [{"tied": []}]}])
def test_data_of_another_shape_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(TallyError, match="This is not an outcome"):
        Outcome.from_dict(outcome("1: A", "schulze").to_dict() | wrong)
