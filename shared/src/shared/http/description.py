"""What FastAPI cannot know of an application: the shape of its problems, what its parameters mean."""

from typing import Any

from fastapi import FastAPI

from shared.base.shape import describe
from shared.http.problems import PROBLEM_BASE, PROBLEM_TYPE

PROBLEM = {
    "type": "object",
    "description": "Why what was asked for was not done: RFC 9457 problem details.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {
            "type": "string",
            "description": "What went wrong, as a stable URN that ends in the code.",
            "examples": [PROBLEM_BASE + "not-found"],
        },
        "title": {
            "type": "string",
            "description": "The code alone.",
            "examples": ["not-found"],
        },
        "status": {
            "type": "integer",
            "description": "The HTTP status of this answer.",
            "examples": [404],
        },
        "detail": {
            "type": "string",
            "description": "What to tell the person, in one Chinese sentence.",
            "examples": ["没有找到您要的内容。"],
        },
    },
}
PROBLEM_ANSWERS: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "未能办理：RFC 9457 问题详情",
        "content": {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
"""What every operation answers when it does not do what was asked, as OpenAPI has it."""


def complete_description(app: FastAPI) -> None:
    """Put both into the OpenAPI document of an application."""
    without = app.openapi

    def completed() -> dict[str, Any]:
        document = without()
        document.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
        for parameter in _parameters(document):
            _describe(parameter)
        return document

    app.openapi = completed  # type: ignore[method-assign]


def _describe(parameter: dict[str, Any]) -> None:
    """A parameter has its description beside its schema, and its examples in it."""
    found = {"description": parameter.get("description")}
    describe(parameter["name"], found)
    if "examples" in found:
        parameter["schema"].setdefault("examples", found["examples"])
    if found["description"]:
        parameter["description"] = found["description"]


def _parameters(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Path, query and header parameters of all operations."""
    operations = [one for path in document.get("paths", {}).values() for one in path.values()]
    return [parameter for one in operations for parameter in one.get("parameters", ())]
