"""Which changes of an event the services of yesterday and the messages in their queues survive.

`python tests/contract/compatibility.py` records the events of today in `events/`, one file a type, and
refuses to record a change that is not compatible: that is a new version of the event (`….v2`) instead.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from shared.messages import EVENTS

FOLDER = Path(__file__).parent / "events"
PROSE = frozenset({"title", "description", "examples", "x-sealed-to"})
"""To whom a field is sealed is no matter of its shape: a hearer reads what is sealed to it, and no more."""

Shape = dict[str, Any]


def shape_of(model: type[BaseModel]) -> Shape:
    """What a model asks of its JSON, references resolved and prose left out."""
    schema = model.model_json_schema()
    return _plain(schema, schema.get("$defs", {}))


def _plain(node: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_plain(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _plain(definitions[node["$ref"].rpartition("/")[2]], definitions)
    found = {
        key: _plain(value, definitions)
        for key, value in node.items()
        if key not in PROSE | {"$defs", "properties"}
    }
    if "properties" in node:
        found["properties"] = {
            name: _plain(value, definitions) for name, value in node["properties"].items()
        }
    return found


def breaks(old: Shape, new: Shape, where: str = "") -> list[str]:
    """Say what of a new shape breaks those who know the old one; nothing when it is compatible."""
    if "properties" not in old or "properties" not in new:
        return _alternatives(old, new, where)
    known, required = old["properties"], set(old.get("required", ()))
    found = [f"{where}{name} was removed" for name in sorted(known.keys() - new["properties"])]
    for name in sorted(known.keys() & new["properties"].keys()):
        found += breaks(known[name], new["properties"][name], f"{where}{name}.")
        if (name in required) != (name in new.get("required", ())):
            found.append(f"{where}{name} was {'required' if name in required else 'optional'}")
    added = sorted(set(new.get("required", ())) - known.keys())
    found += [f"{where}{name} is new and required" for name in added]
    rest = {"properties", "required"}
    if _without(old, rest) != _without(new, rest):
        found.append(f"{where or 'the event '}is another kind of object")
    return found


def _alternatives(old: Shape, new: Shape, where: str) -> list[str]:
    """A value, one of several (`X | None`) or a list: what is inside must be what it was."""
    for key in ("anyOf", "items"):
        before, after = _listed(old.get(key)), _listed(new.get(key))
        if before and len(before) == len(after) and _without(old, {key}) == _without(new, {key}):
            pairs = zip(before, after, strict=True)
            return [text for one, other in pairs for text in breaks(one, other, where)]
    return [] if old == new else [f"{where.rstrip('.')} was {json.dumps(old)}"]


def _listed(node: Any) -> list[Shape]:
    return node if isinstance(node, list) else [node] if isinstance(node, dict) else []


def _without(shape: Shape, keys: set[str]) -> Shape:
    return {key: value for key, value in shape.items() if key not in keys}


def path_of(event_type: str) -> Path:
    """Where the recorded shape of an event is."""
    return FOLDER / f"{event_type}.json"


def recorded(event_type: str) -> Shape:
    """The shape that was recorded."""
    found: Shape = json.loads(path_of(event_type).read_text("utf-8"))
    return found


def main() -> int:
    """Record today's events; 1 and no change when something would break."""
    FOLDER.mkdir(exist_ok=True)
    problems = [
        f"{event_type}: {text}"
        for event_type, model in EVENTS.items()
        if path_of(event_type).exists()
        for text in breaks(recorded(event_type), shape_of(model))
    ]
    if problems:
        sys.stderr.write("\n".join(problems) + "\n")
        return 1
    for event_type, model in EVENTS.items():
        text = json.dumps(shape_of(model), ensure_ascii=False, indent=2, sort_keys=True)
        path_of(event_type).write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
