"""Whoever reads an interface needs no other book: every property, parameter and type says what it is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from shared.base.vocabulary import VOCABULARY

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*sorted(ROOT.glob("services/*/openapi.json")), ROOT / "docs" / "asyncapi.json"]

Named = tuple[str, str, dict[str, Any]]


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def properties(document: dict[str, Any]) -> Iterator[Named]:
    """Every property: whose it is, its name, its schema."""
    for owner, schema in document["components"]["schemas"].items():
        for name, found in schema.get("properties", {}).items():
            yield owner, name, found


def parameters(document: dict[str, Any]) -> Iterator[Named]:
    """Every path, query and header parameter."""
    for path, operations in document.get("paths", {}).items():
        for method, operation in operations.items():
            for found in operation.get("parameters", ()):
                yield f"{method} {path}", found["name"], found


def undescribed(found: Iterator[Named]) -> list[str]:
    return [f"{owner}: {name}" for owner, name, one in found if not one.get("description")]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_every_property_says_what_it_is(path: Path) -> None:
    assert undescribed(properties(read(path))) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_every_parameter_says_what_it_is(path: Path) -> None:
    assert undescribed(parameters(read(path))) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_every_shape_and_every_enumeration_says_what_it_is(path: Path) -> None:
    schemas = read(path)["components"]["schemas"]
    assert [name for name, schema in schemas.items() if not schema.get("description")] == []


def test_every_answer_that_is_json_says_what_is_in_it() -> None:
    silent = [
        f"{method} {path} {status}"
        for document in DOCUMENTS
        for path, operations in read(document).get("paths", {}).items()
        for method, operation in operations.items()
        for status, answer in operation["responses"].items()
        if answer.get("content", {}).get("application/json", {"schema": True}).get("schema") == {}
    ]
    assert silent == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_every_sum_of_money_and_every_ratio_says_its_unit(path: Path) -> None:
    for ending, units in (("_fen", ("fen", "分")), ("_bp", ("basis points", "万分比"))):
        silent = [
            f"{owner}: {name}"
            for owner, name, one in properties(read(path))
            if name.endswith(ending) and not any(unit in one["description"] for unit in units)
        ]
        assert silent == []


def test_the_vocabulary_holds_no_word_that_nobody_uses() -> None:
    documents = [read(path) for path in DOCUMENTS]
    used = {name for one in documents for _, name, _ in (*properties(one), *parameters(one))}
    assert sorted(VOCABULARY.keys() - used) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_every_example_is_what_its_schema_allows(path: Path) -> None:
    from jsonschema import Draft202012Validator

    document = read(path)
    named = [*properties(document), *((w, n, one["schema"]) for w, n, one in parameters(document))]
    given = [
        (owner, name, one, value) for owner, name, one in named for value in one.get("examples", ())
    ]
    assert given
    wrong = [
        f"{owner}: {name} {value!r}"
        for owner, name, one, value in given
        if not Draft202012Validator({**one, "components": document["components"]}).is_valid(value)
    ]
    assert wrong == []
