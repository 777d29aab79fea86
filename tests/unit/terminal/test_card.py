"""A card reader's frames, byte by byte, and what is read of a card."""

import pytest

from terminal.card import FIND, READ, SELECT, STATUS, Broken, Card, card_of, frame, missing, unframe

TEXT = (
    "王小明".ljust(15) + "1" + "01" + "19491231" + "北京市东城区".ljust(35)
    + "11010519491231002X" + "北京市公安局".ljust(15) + "20200101" + "20400101"
).ljust(128)  # fmt: skip
HEAD = b"\x01\x00\x04\x00"


@pytest.mark.parametrize(
    ("command", "written"),
    [
        (FIND, "AAAAAA96690003200122"),
        (SELECT, "AAAAAA96690003200221"),
        (READ, "AAAAAA96690003300132"),
        (STATUS, "AAAAAA9669000311FFED"),
    ],
)
def test_commands_are_framed_with_length_and_exclusive_or(command: bytes, written: str) -> None:
    assert frame(command) == bytes.fromhex(written)
    assert unframe(bytes.fromhex(written)) == command


@pytest.mark.parametrize(
    "broken", ["", "AAAAAA9669", "AAAAAA96690003200123", "BBAAAA96690003200122"]
)
def test_what_is_no_frame_is_broken(broken: str) -> None:
    with pytest.raises(Broken):
        unframe(bytes.fromhex(broken))


def test_a_frame_says_how_much_of_it_is_missing() -> None:
    whole = frame(b"\x00\x00\x90" + bytes(1284))
    assert missing(whole[:3]) == 4
    assert missing(whole[:7]) == len(whole) - 7
    assert missing(whole) == 0


def test_name_and_number_are_read_of_a_card_and_nothing_else() -> None:
    data = HEAD + TEXT.encode("utf-16-le") + bytes(1024)
    assert card_of(data) == Card("王小明", "11010519491231002X")


def test_a_card_that_is_laid_out_in_another_way_is_none_of_ours() -> None:
    foreign = TEXT[:124] + "I" + TEXT[125:]
    for data in (HEAD + foreign.encode("utf-16-le") + bytes(1024), HEAD, b""):
        with pytest.raises(Broken):
            card_of(data)
