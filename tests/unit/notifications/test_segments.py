"""Cutting texts into short messages: 70 characters alone, 67 each in company, emoji never torn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.rules import segments
from notifications.rules.segments import Part, TextTooLongError, cut

WRITABLE = st.text(
    st.characters(exclude_categories=("Cs",)), min_size=1, max_size=segments.PART_UNITS * 9 // 2
)


def joined(parts: list[Part]) -> str:
    header = 6 if len(parts) > 1 else 0
    return b"".join(part.payload[header:] for part in parts).decode("utf-16-be")


def test_seventy_characters_are_one_short_message_without_header() -> None:
    [part] = cut("提" * 70, reference=1)
    assert part == Part(1, 1, ("提" * 70).encode("utf-16-be"))
    assert not part.headed
    assert len(part.payload) == 140


def test_seventy_one_characters_are_two_short_messages_of_at_most_67() -> None:
    first, second = cut("提" * 71, reference=0x1FE)
    assert first.headed and second.headed  # noqa: PT018
    assert first.payload[:6] == bytes((5, 0, 3, 0xFE, 2, 1))
    assert second.payload[:6] == bytes((5, 0, 3, 0xFE, 2, 2))
    assert (len(first.payload), len(second.payload)) == (140, 6 + 8)
    assert joined([first, second]) == "提" * 71


def test_an_emoji_at_the_border_goes_whole_into_the_next_short_message() -> None:
    text = "额" * 66 + "😀" + "额" * 10
    first, second = cut(text, reference=3)
    assert first.payload[6:].decode("utf-16-be") == "额" * 66
    assert second.payload[6:].decode("utf-16-be") == "😀" + "额" * 10


def test_an_emoji_counts_as_two_characters() -> None:
    assert segments.count("额" * 68 + "😀") == 1
    assert segments.count("额" * 69 + "😀") == 2


def test_a_text_of_more_than_ten_short_messages_is_refused() -> None:
    assert segments.count("额" * 670) == 10
    with pytest.raises(TextTooLongError):
        cut("额" * 671, reference=1)


@given(WRITABLE, st.integers(min_value=0, max_value=2**63))
def test_nothing_is_lost_and_nothing_exceeds_140_octets(text: str, reference: int) -> None:
    parts = cut(text, reference)
    assert joined(parts) == text
    assert len(parts) == segments.count(text)
    assert all(len(part.payload) <= 140 for part in parts)
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
