"""Drafts of policy for tests: what was read of a service, with one value another, from a later day on."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

DOCUMENT = "德房委〔2027〕3号"


def drafted(
    items: Sequence[dict[str, Any]], kind: str, path: str, value: Any, *, today: date, days: int = 1
) -> dict[str, Any]:
    """Make a draft of the newest row of a kind, from some days after it, or after today, on."""
    newest = max(one["effective_from"] for one in items if one["kind"] == kind)
    later = max(today, date.fromisoformat(newest)) + timedelta(days)
    return {
        "kind": kind, "effective_from": later.isoformat(), "base_from": newest,
        "document_number": DOCUMENT, "changes": [{"path": path, "value": value}],
    }  # fmt: skip
