"""What a service says, it says in one file: every event of its own is made in `announcements.py`."""

import ast
import importlib
import inspect
from pathlib import Path

import pytest

from shared.messages.base import Event
from shared.messaging.topology import SERVICES

ROOT = Path(__file__).parents[2]


def events_of(service: str) -> set[str]:
    """The names of the events that a service owns."""
    messages = importlib.import_module(f"shared.messages.{service}")
    return {
        name
        for name, found in inspect.getmembers(messages, inspect.isclass)
        if issubclass(found, Event) and found.__module__ == messages.__name__
    }


def made_in(module: Path, events: set[str]) -> set[str]:
    """The events that a module makes."""
    calls = [
        node
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
    ]
    return {call.func.id for call in calls if isinstance(call.func, ast.Name)} & events


@pytest.mark.parametrize("service", SERVICES)
def test_every_event_is_made_among_the_announcements(service: str) -> None:
    package = ROOT / "services" / service / "src" / service
    events = events_of(service)
    assert events
    made = {
        str(module.relative_to(package)): found
        for module in sorted(package.rglob("*.py"))
        if (found := made_in(module, events))
    }
    assert set(made) == {"announcements.py"}
