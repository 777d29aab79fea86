"""Cursor pagination: an opaque text that holds the ordering values of the last row."""

import base64
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from shared.http.problems import ProblemError


def encode_cursor(*parts: str | int) -> str:
    """Make an opaque cursor of the last row's ordering values."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def decode_cursor(cursor: str) -> list[Any]:
    """Read a cursor; raises a 400 problem when it is not one of ours."""
    try:
        parts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError) as error:
        raise bad_cursor() from error
    if not isinstance(parts, list):
        raise bad_cursor()
    return parts


def decode_position(cursor: str) -> tuple[datetime, UUID]:
    """Read a cursor of an instant and an id, by which rows stand in time; raises a 400 problem."""
    try:
        at, row_id = decode_cursor(cursor)
        return datetime.fromisoformat(at), UUID(row_id)
    except (ValueError, TypeError, AttributeError) as error:
        raise bad_cursor() from error


def bad_cursor() -> ProblemError:
    """What a cursor answers that is not one of ours."""
    return ProblemError(400, "bad-cursor", "分页参数 cursor 无效。")
