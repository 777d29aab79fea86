"""Kubernetes objects judged offline, by the schemas of Kubernetes and of the operators."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

FOLDER = Path(__file__).parent / "schemas"
HEAD = {
    "apiVersion": {"type": "string"},
    "kind": {"type": "string"},
    "metadata": {"$ref": "#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"},
}


def faults(one: dict[str, Any]) -> list[str]:
    """Say what is wrong with an object; a kind without a schema is wrong, too."""
    validator = _validators().get((one["apiVersion"], one["kind"]))
    if validator is None:
        return [f"no schema of {one['apiVersion']} {one['kind']}"]
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(one)]


@cache
def _validators() -> dict[tuple[str, str], "Draft202012Validator"]:
    from jsonschema import Draft202012Validator  # takes seconds, in whoever only looks for tests

    core = json.loads((FOLDER / "core.json").read_text("utf-8"))
    found = {}
    for kind, schema in core["kinds"].items():
        (known,) = schema["x-kubernetes-group-version-kind"]
        version = "/".join(filter(None, (known["group"], known["version"])))
        found[version, kind] = Draft202012Validator({**schema, "definitions": core["definitions"]})
    for path in FOLDER.glob("[A-Z]*.json"):
        custom = json.loads(path.read_text("utf-8"))
        schema = _strict(custom["schema"])
        schema["properties"] |= HEAD
        schema["definitions"] = core["definitions"]
        found[custom["apiVersion"], custom["kind"]] = Draft202012Validator(schema)
    return found


def _strict(schema: Any) -> Any:
    """Refuse fields that a custom resource does not have, and understand what only Kubernetes says."""
    if isinstance(schema, list):
        return [_strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        name: {key: _strict(one) for key, one in value.items()}
        if name == "properties"
        else _strict(value)
        for name, value in schema.items()
        if name != "format"
    }
    if made.pop("x-kubernetes-int-or-string", False):
        made.pop("type", None)
        made["anyOf"] = [{"type": "integer"}, {"type": "string"}]
    closed = "properties" in made and not made.get("x-kubernetes-preserve-unknown-fields")
    if closed and made.get("type") == "object":
        made.setdefault("additionalProperties", False)
    return made
