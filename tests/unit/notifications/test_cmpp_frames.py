"""CMPP frames: 3.0 as tshark reads them, 2.0 to the octet by the standard's tables; nothing else is taken.

tshark knows the widths of 3.0 only; frames that are the same in both it judges for both.
"""

import contextlib
import hashlib
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.tshark import judged

from notifications.cmpp import frames
from notifications.cmpp.frames import (
    GBK,
    UCS2,
    Account,
    Connected,
    InvalidFrameError,
    Message,
    Version,
)

NOW = datetime(2026, 11, 29, 4, 5, 6, 700_000, tzinfo=UTC)
AT = "1129120506"
"""The same in China."""
OLD = Account("901234", "shared secret", Version.V20)
NEW = Account("901234", "shared secret", Version.V30)
PHONE = "13800001234"
PART = bytes((5, 0, 3, 7, 2, 1)) + "余额".encode("utf-16-be")


def message(content: bytes = PART, *, udhi: bool = True) -> Message:
    return Message(
        phone=PHONE, content=content, part=1, total=2, udhi=udhi, urgency=3, source_number="12329",
        service="DZGJJ", valid_until=NOW,
    )  # fmt: skip


def deliver(
    account: Account, content: bytes, *, msg_fmt: int = UCS2, report: bool = False
) -> bytes:
    """What a gateway sends, by the standard's table."""
    widths = account.widths
    return b"".join(
        (
            bytes.fromhex("0102030405060708"), b"12329".ljust(21, b"\0"), b"DZGJJ".ljust(10, b"\0"),
            bytes((0, 0, msg_fmt)), PHONE.encode().ljust(widths.number, b"\0"),
            bytes(widths.number_type), bytes((report, len(content))), content, bytes(widths.reserve),
        )
    )  # fmt: skip


def report(account: Account, state: bytes = b"DELIVRD") -> bytes:
    number = PHONE.encode().ljust(account.widths.number, b"\0")
    return bytes.fromhex("A1B2C3D4E5F60718") + state + b"2611291205" * 2 + number + bytes(4)


def test_tshark_reads_what_was_meant_in_every_frame_of_ours(tmp_path: Path) -> None:
    told = judged(
        tmp_path,
        [
            frames.connect(1, NEW, AT), frames.connect(2, OLD, AT), frames.submit(3, NEW, message()),
            frames.active_test(4), frames.active_test_answer(5), frames.terminate(6),
            frames.terminate_answer(7), frames.deliver_answer(8, NEW, bytes(range(8)), 9),
        ],
        "cmpp",
    )  # fmt: skip
    new, old, submit, active, alive, bye, good_bye, taken = told
    assert (new["cmpp.Version"], old["cmpp.Version"]) == ("03.00", "02.00")
    for one in (new, old):
        assert one["cmpp.connect.Source_Addr"] == "901234"
        assert one["cmpp.connect.Timestamp"] == "11/29 12:05:06"
    assert {name.rpartition(".")[2]: value for name, value in submit.items()} | {
        "Pk_total": "2", "Pk_number": "1", "Registered_Delivery": "1", "Msg_level": "3",
        "Fee_UserType": "2", "TP_udhi": "1", "Msg_Fmt": "8", "Msg_src": "901234", "FeeType": "01",
        "FeeCode": "000000", "Valld_Time": "261129120506732+", "At_time": "", "Src_Id": "12329",
        "DestUsr_tl": "1", "Dest_terminal_Id": PHONE, "Msg_Length": "10", "Servicd_Id": "DZGJJ",
    } == {name.rpartition(".")[2]: value for name, value in submit.items()}  # fmt: skip
    assert [one["cmpp.Command_Id"] for one in (active, alive, bye, good_bye)] == [
        "0x00000008", "0x80000008", "0x00000002", "0x80000002",
    ]  # fmt: skip
    assert (taken["cmpp.Msg_Id"], taken["cmpp.deliver_resp.Result"]) == ("0x0001020304050607", "9")
    assert [one["cmpp.Sequence_Id"] for one in told] == [str(number) for number in range(1, 9)]


def test_tshark_and_we_read_the_same_in_what_a_gateway_sends(tmp_path: Path) -> None:
    text, told = (
        deliver(NEW, "余额".encode("gbk"), msg_fmt=GBK),
        deliver(NEW, report(NEW), report=True),
    )
    answer = bytes.fromhex("A1B2C3D4E5F60718") + (8).to_bytes(4, "big")
    deliveries = [
        frames.frame(frames.Command.DELIVER, number, body)
        for number, body in ((1, text), (2, told))
    ]
    submitted = frames.frame(frames.Command.SUBMIT | frames.RESPONSE, 3, answer)
    first, second, third = judged(tmp_path, [*deliveries, submitted], "cmpp")
    ours = frames.delivered(text, NEW)
    assert (first["cmpp.deliver.Src_terminal_Id"], first["cmpp.deliver.Dest_Id"]) == (
        ours.source, ours.destination,
    ) == (PHONE, "12329")  # fmt: skip
    assert (ours.content.decode("gbk"), ours.msg_fmt, ours.is_report) == ("余额", 15, False)
    assert frames.delivered(told, NEW).is_report
    read = frames.report(frames.delivered(told, NEW).content)
    assert read == frames.Report("A1B2C3D4E5F60718", "DELIVRD", PHONE)
    assert "DELIVRD" in str(second)
    assert third["cmpp.submit_resp.Result"] == "8"
    assert frames.submitted(answer, NEW) == frames.Submitted("A1B2C3D4E5F60718", frames.THROTTLED)


@pytest.mark.parametrize(("account", "fixed", "number"), [(OLD, 126, 21), (NEW, 151, 32)])
def test_a_submit_has_the_standards_length_and_places(
    account: Account, fixed: int, number: int
) -> None:
    """Total_Length is 12 + 126 + 21n + length in 2.0, and 12 + 151 + 32n + length in 3.0."""
    sent = frames.submit(7, account, message())
    assert len(sent) == int.from_bytes(sent[:4], "big") == 12 + fixed + number + len(PART)
    body = sent[12:]
    destination = body.index(PHONE.encode())
    assert body[destination - 1] == 1
    assert body[destination - 22 : destination - 1] == b"12329".ljust(21, b"\0")
    assert body[destination - 39 : destination - 22] == bytes(17)
    assert body[destination - 56 : destination - 39] == b"261129120506732+\0"
    length_at = destination + number + account.widths.number_type
    assert body[length_at] == len(PART)
    assert body[length_at + 1 :] == PART + bytes(account.widths.reserve)


def test_both_sides_prove_that_they_know_the_secret() -> None:
    own = hashlib.md5(b"901234" + bytes(9) + b"shared secret" + AT.encode()).digest()
    assert frames.timestamp(NOW) == AT
    assert frames.connect(1, OLD, AT)[12:] == b"901234" + own + struct.pack(">BI", 0x20, 1129120506)
    for account, status in ((OLD, b"\0"), (NEW, bytes(4))):
        theirs = hashlib.md5(status + own + b"shared secret").digest()
        answer = frames.connected(status + theirs + bytes((account.version,)), account)
        assert frames.is_the_gateways(answer, account, AT)
        stranger = Connected(0, hashlib.md5(b"guess").digest(), account.version)
        assert not frames.is_the_gateways(stranger, account, AT)


@given(st.binary(max_size=300), st.sampled_from([OLD, NEW]))
def test_whatever_comes_is_read_or_refused_and_never_half(octets: bytes, account: Account) -> None:
    for read in (frames.delivered, frames.connected, frames.submitted):
        try:
            read(octets, account)
        except InvalidFrameError:
            continue
    for read_any in (frames.report, frames.answering_version):
        with contextlib.suppress(InvalidFrameError):
            read_any(octets)


def test_a_frame_with_an_impossible_length_ends_the_connection() -> None:
    for length in (0, 11, 4_097, 2**32 - 1):
        with pytest.raises(InvalidFrameError):
            frames.header(struct.pack(">III", length, 5, 1), 0)


def test_what_is_too_long_is_not_sent_cut() -> None:
    for bad in (message(bytes(141)), Message("1" * 33, b"", 1, 1, False, 0, "12329", "A", NOW)):
        with pytest.raises(ValueError, match="octets"):
            frames.submit(1, NEW, bad)
