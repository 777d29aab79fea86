"""A cursor comes back as it was made; whatever else is sent in its place is a 400, never an error of ours."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from shared.http.cursors import decode_position, encode_cursor
from shared.http.problems import ProblemError

AT, ROW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC), UUID(int=7)


def test_a_position_comes_back_as_it_was_made() -> None:
    assert decode_position(encode_cursor(AT.isoformat(), str(ROW))) == (AT, ROW)


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (AT.isoformat(),),
        (AT.isoformat(), 5),
        (5, str(ROW)),
        ("yesterday", str(ROW)),
        ("", "", ""),
    ],
)
def test_what_is_no_position_is_a_bad_cursor(parts: tuple[str | int, ...]) -> None:
    with pytest.raises(ProblemError) as refused:
        decode_position(encode_cursor(*parts))
    assert (refused.value.status, refused.value.code) == (400, "bad-cursor")
