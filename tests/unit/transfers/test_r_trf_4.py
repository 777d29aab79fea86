"""Numbers, fields and the wire of letters, and what agrees with what (R-TRF-4); worked out by hand."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from shared.messages.transfers import Direction
from transfers.domain import CODES, ENDED, Information, Letter, LetterState, Policy, Seen
from transfers.platform import wire
from transfers.platform.port import Answer, Message, TxCode
from transfers.process import IN, OUT
from transfers.rules import fields, matching
from transfers.rules.fields import BadFields
from transfers.rules.numbers import number_of, numbers_in

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
NUMBER = "3714002603020001"
POLICY = Policy(months_deposited=6, review_from_fen=20_000_000, overdue_days=10)
TOLD = Information(
    amount_fen=1_234_567, principal_fen=1_234_500, interest_fen=67, opened_on=date(2018, 9, 1),
    paid_up_to="2026-01", six_months_in_a_row=True, loans=1, loans_ended=True, fraud=False,
    contact="12329",
)  # fmt: skip
LETTER = Letter(
    letter_id=UUID(int=1), direction=Direction.IN, state=LetterState.INFORMED, centre_code="370100",
    centre_name="济南住房公积金中心", channel="web", asked_at=NOW, state_since=NOW, number=NUMBER,
    person_id=UUID(int=2), principal_fen=1_234_500, interest_fen=67,
)  # fmt: skip


def came(fen: int, serial: str = "B1", *, used: bool = False) -> Seen:
    return Seen(serial, LETTER.letter_id, fen, date(2026, 3, 2), used)


def test_a_number_is_centre_day_and_serial_and_is_found_in_a_note() -> None:
    assert number_of("371400", date(2026, 3, 2), 1) == NUMBER
    with pytest.raises(ValueError, match="10000"):
        number_of("371400", date(2026, 3, 2), 10_000)
    note = f"异地转移接续{NUMBER}，{NUMBER} 3701002603020001 {NUMBER}1"
    assert numbers_in(note, "371400") == [NUMBER]


@pytest.mark.parametrize(
    ("seen", "answer"),
    [
        ([], None),
        ([came(1_234_567)], matching.Claim("B1")),
        ([came(1_234_567, used=True)], None),
        ([came(1), came(1_234_567, "B2")], matching.Claim("B2")),
        ([came(1_234_566)], matching.Differs("账户信息金额12,345.67元，到账12,345.66元，请更正")),
    ],
)
def test_money_is_the_letter_s_to_the_fen_or_not_at_all(seen: Any, answer: Any) -> None:
    assert matching.judge(LETTER, seen, POLICY) == answer


def test_a_large_sum_waits_for_two_and_a_claim_that_runs_for_its_answer() -> None:
    large = replace(LETTER, principal_fen=20_000_000, interest_fen=0)
    seen = [came(20_000_000)]
    assert matching.judge(large, seen, POLICY) == matching.LooksRight()
    agreed = replace(large, proposal_id=UUID(int=3))
    assert matching.judge(agreed, seen, POLICY) == matching.Claim("B1")
    assert matching.judge(replace(agreed, bank_serial="B1"), seen, POLICY) is None
    early = replace(LETTER, state=LetterState.RECEIVED)
    assert matching.judge(early, [came(1_234_567)], POLICY) is None


def test_information_is_read_as_it_was_written() -> None:
    written = fields.information(NUMBER, TOLD)
    assert (written["TranAmt"], written["OrAcctAmt"], written["Yinter"]) == (
        "12345.67", "12345.00", "0.67",
    )  # fmt: skip
    assert (written["OAcctDate"], written["PayEndDate"]) == ("20180901", "202601")
    assert fields.read_information(written) == TOLD


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("TranAmt", "12345.68"), ("TranAmt", "1e3"), ("TranAmt", "-1.00"), ("Yinter", "0.7"),
        ("OrAcctAmt", ""), ("OAcctDate", "20180931"), ("PayEndDate", "202613"), ("LoanNum", "viele"),
    ],
)  # fmt: skip
def test_information_that_cannot_be_is_refused_by_its_field(field: str, value: str) -> None:
    with pytest.raises(BadFields):
        fields.read_information({**fields.information(NUMBER, TOLD), field: value})


LETTER_FIELDS = {
    "ConNum": "3701002603020001", "InCenCode": "370100", "Name": "张三丰", "CertType": "01",
    "CertNo": "11010519491231002x", "OutAcctNo": "",
}  # fmt: skip


def test_a_letter_is_read_with_its_document_as_it_is_known_here() -> None:
    read = fields.read_letter(LETTER_FIELDS)
    assert (read.subject.id_number, read.lookup_key) == ("11010519491231002X",) * 2
    for field, value in (
        ("ConNum", "371"), ("InCenCode", "371400"), ("Name", " "), ("CertType", "77"),
        ("CertNo", "110105194912310021"), ("OutAcctNo", "'; --"),
    ):  # fmt: skip
        with pytest.raises(BadFields):
            fields.read_letter({**LETTER_FIELDS, field: value})


async def _read(data: bytes) -> wire.Parsed:
    reader = asyncio.StreamReader()
    reader.feed_data(data)
    reader.feed_eof()
    return await wire.read(reader)


async def test_a_message_is_gbk_xml_behind_sixteen_bytes() -> None:
    message = Message(TxCode.LETTER, "S1", {"TxFunc": "0", "Name": "张𠮷丰<&>"})
    sent = wire.request(message, "C37140", NOW)
    assert sent[:12] == b"C371401" + bytes(5)
    assert int.from_bytes(sent[12:16], "big") == len(sent) - 16
    assert "张".encode("gbk") in sent
    read = await _read(sent)
    assert not read.is_answer
    assert read.request().fields == message.fields
    answer = Answer(accepted=False, code="E003", text="联系函状态不符")
    back = await _read(wire.reply(message, answer, "C37140", NOW))
    assert (back.is_answer, back.serial, back.answer()) == (True, "S1", answer)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<message", b"<other/>",
        b'<!DOCTYPE m [<!ENTITY a "b">]><message><head/><body/></message>',
    ],
)  # fmt: skip
async def test_what_is_no_message_ends_the_line(body: bytes) -> None:
    with pytest.raises(wire.Unreadable):
        await _read(wire.frame("C37140", body))


async def test_a_length_that_cannot_be_is_not_waited_for() -> None:
    with pytest.raises(wire.Unreadable):
        await _read(wire.HEADER.pack(b"NATION", b"1", bytes(5), 2**31))
    with pytest.raises(wire.Unreadable):
        await _read(wire.HEADER.pack(b"NATION", b"0", bytes(5), 10) + bytes(10))


def test_every_state_of_the_platform_is_one_of_ours_and_ends_where_it_ends() -> None:
    assert set(CODES.values()) == {"01", "02", "08", "00", "05", "06", "20", "13", "40"}
    for table in (IN, OUT):
        targets = {line.target for line in table.transitions.values()}
        assert ENDED - {LetterState.NOT_SENT} <= targets
        for state in ENDED:
            assert table.steps_from(state) == {}
