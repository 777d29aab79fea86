"""Cursors of lists in the order of days."""

from datetime import date
from uuid import UUID

from shared.http.cursors import bad_cursor, decode_cursor


def day_and_id(cursor: str) -> tuple[date, UUID]:
    """Read where a page ended; raises the problem of a bad cursor."""
    try:
        day, one = decode_cursor(cursor)
        return date.fromisoformat(day), UUID(one)
    except (ValueError, TypeError, AttributeError) as error:
        raise bad_cursor() from error
