"""docs/bank-link.md: the schemas accept what settlement writes, and the bank's own reader understands it.

The other way round settlement reads what the simulated bank writes, which shares no code with it.
"""

import re
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from settlement.domain import Counterparty, EntryKind, Flaw, OrderId, Transaction, Verdict
from settlement.iso20022 import (
    BadMessage,
    Centre,
    debit_initiation,
    payment_initiation,
    read_notification,
    read_report,
    read_statement,
    status_request,
)
from settlement.iso20022.requests import flaw_of
from settlement.iso20022.xml import read_key, write_amount, write_key
from shared.base.money import Fen
from simulators.bank import outbound
from simulators.bank.inbound import (
    PaymentFile,
    StatusRequest,
    read_debits,
    read_payments,
    read_status_request,
)
from simulators.bank.inbound import Transfer as BankTransfer
from simulators.bank.records import Entry as BankEntry
from simulators.bank.records import State as BankState

from .schema import violations

NOW = datetime(2026, 10, 12, 16, 30, tzinfo=UTC)
"""Half past midnight of the 13th in Shanghai."""
CENTRE = Centre("德州市住房公积金管理中心", "37149000000000000001")
BATCH = uuid.UUID(int=1)
READERS: tuple[Callable[[bytes], object], ...] = (read_report, read_notification, read_statement)

CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
NAMES = st.text(CHARACTERS, min_size=1, max_size=140).filter(lambda text: text.strip() == text)
PAYMENTS = st.builds(
    Transaction,
    st.uuids().map(OrderId),
    st.integers(1, 10**13).map(Fen),
    st.builds(Counterparty, NAMES, st.from_regex(r"[0-9]{16,19}", fullmatch=True)),
    NAMES,
)


@given(st.lists(PAYMENTS, min_size=1, max_size=5))
def test_the_bank_reads_the_payments_that_were_meant(payments: list[Transaction]) -> None:
    body = payment_initiation(BATCH, payments, CENTRE, NOW)
    assert violations(body, "pain.001.001.09") == []
    file = read_payments(body)
    assert (file.message_id, file.defect) == (BATCH.hex, None)
    assert file.transfers == tuple(
        BankTransfer(
            payment.key.hex, payment.amount_fen, "CNY", payment.counterparty.card_number,
            payment.counterparty.holder_name, payment.remittance_information,
        )
        for payment in payments
    )  # fmt: skip
    assert [flaw_of(payment) for payment in payments] == [None] * len(payments)


@given(st.lists(PAYMENTS, min_size=1, max_size=5))
def test_the_bank_reads_the_debits_that_were_meant(debits: list[Transaction]) -> None:
    body = debit_initiation(BATCH, debits, CENTRE, NOW)
    # The package of schemas leaves out this version; what is used of the next one is the same.
    assert violations(body.replace(b"pain.008.001.08", b"pain.008.001.09"), "pain.008.001.09") == []
    file = read_debits(body)
    assert (file.message_id, file.message, file.defect) == (BATCH.hex, "pain.008.001.08", None)
    assert file.transfers == tuple(
        BankTransfer(
            debit.key.hex, debit.amount_fen, "CNY", debit.counterparty.card_number,
            debit.counterparty.holder_name, debit.remittance_information, debit=True,
        )
        for debit in debits
    )  # fmt: skip


@given(st.lists(st.uuids().map(OrderId), min_size=1, max_size=5))
def test_the_bank_reads_the_keys_that_are_asked_about(keys: list[OrderId]) -> None:
    body = status_request(BATCH, keys, NOW)
    assert violations(body, "pacs.028.001.03") == []
    asked = read_status_request(body)
    assert asked == StatusRequest(BATCH.hex, tuple(key.hex for key in keys))


def test_a_full_file_has_a_thousand_payments() -> None:
    payee = Counterparty("张三丰", "6222021612003456788")
    payments = [
        Transaction(OrderId(uuid.UUID(int=number)), Fen(number + 1), payee, "提取")
        for number in range(1_000)
    ]
    body = payment_initiation(BATCH, payments, CENTRE, NOW)
    assert violations(body, "pain.001.001.09") == []
    assert len(read_payments(body).transfers) == 1_000


def test_the_execution_date_is_that_of_shanghai() -> None:
    payee = Counterparty("张三丰", "6222021612003456788")
    payment = Transaction(OrderId(BATCH), Fen(1), payee, "提取")
    assert b"<Dt>2026-10-13</Dt>" in payment_initiation(BATCH, [payment], CENTRE, NOW)


@pytest.mark.parametrize(
    ("fen", "yuan"), [(1, "0.01"), (10, "0.10"), (100, "1.00"), (5_742_123, "57421.23")]
)
def test_an_amount_is_yuan_with_two_decimals(fen: int, yuan: str) -> None:
    assert write_amount(fen) == yuan


@given(st.uuids())
def test_a_key_is_32_hexadecimal_digits_both_ways(key: uuid.UUID) -> None:
    assert len(write_key(key)) == 32
    assert read_key(write_key(key)) == key
    assert read_key(str(key)) is None


# What the bank says.

KEYS = [uuid.UUID(int=number) for number in range(1, 6)]
STATES = {
    KEYS[0].hex: BankState("ACSC", "", "", "B1", "2026-10-13T00:30:00.000+08:00"),
    KEYS[1].hex: BankState("RJCT", "AC04", "收款账户已销户", "", "2026-10-13T00:30:00.000+08:00"),
    KEYS[2].hex: BankState("PDNG", "", "", "", ""),
}
AT = "2026-10-13T00:30:00.000+08:00"


def test_the_answer_about_each_key_is_understood() -> None:
    asked = StatusRequest("m1", tuple(key.hex for key in KEYS[:4]))
    report = read_report(outbound.status_report(asked, STATES, AT))
    paid, refused, pending, unheard, missing = (report.about(OrderId(key), Fen(1)) for key in KEYS)
    assert (paid.verdict, paid.bank_serial) == (Verdict.PAID, "B1")
    assert paid.paid_on == date(2026, 10, 13)
    assert (refused.verdict, refused.reason_code) == (Verdict.REFUSED, "AC04")
    assert refused.reason_text == "收款账户已销户"
    assert pending.verdict is Verdict.PENDING
    assert unheard.verdict is Verdict.NOT_RECEIVED
    assert missing.verdict is Verdict.DOUBTFUL


def test_a_file_that_was_refused_whole_says_nothing_of_its_payments() -> None:
    file = PaymentFile("pain.001.001.09", BATCH.hex, "b1", "AM10", ())
    report = read_report(outbound.file_refusal(file, "AM10", AT))
    assert (report.original_message_id, report.group_refusal) == (BATCH.hex, "AM10")
    assert report.answers == {}


def status(body: str, message: str = "pain.002.001.10") -> bytes:
    return (
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{message}"><CstmrPmtStsRpt>'
        f"<GrpHdr><MsgId>1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>m</OrgnlMsgId>"
        f"</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>{body}</OrgnlPmtInfAndSts>"
        f"</CstmrPmtStsRpt></Document>"
    ).encode()


def transaction(inside: str) -> str:
    key = f"<OrgnlEndToEndId>{KEYS[0].hex}</OrgnlEndToEndId>"
    return f"<TxInfAndSts>{key}{inside}</TxInfAndSts>"


PAID = (
    "<TxSts>ACSC</TxSts><AccptncDtTm>2026-10-12T23:59:59+08:00</AccptncDtTm>"
    "<AcctSvcrRef>B1</AcctSvcrRef>"
)


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<TxSts>ACSC</TxSts>",
        "<TxSts>ACSC</TxSts><AcctSvcrRef>B1</AcctSvcrRef>",
        "<TxSts>ACSC</TxSts><AccptncDtTm>gestern</AccptncDtTm><AcctSvcrRef>B1</AcctSvcrRef>",
        "<TxSts>ACSC</TxSts><AccptncDtTm>0001-01-01T00:00:00+14:00</AccptncDtTm>"
        "<AcctSvcrRef>B1</AcctSvcrRef>",
        f"<TxSts>ACSC</TxSts><AccptncDtTm>{AT}</AccptncDtTm><AcctSvcrRef>{'B' * 36}</AcctSvcrRef>",
        "<TxSts>RJCT</TxSts>",
        "<TxSts>ACTC</TxSts>",
        "<TxSts>acsc</TxSts>",
        "<StsRsnInf><Rsn><Prtry>SOMETHING</Prtry></Rsn></StsRsnInf>",
        "<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Prtry>NOT-RECEIVED</Prtry></Rsn></StsRsnInf>",
        PAID + "<OrgnlTxRef><Amt><InstdAmt Ccy='CNY'>0.02</InstdAmt></Amt></OrgnlTxRef>",
    ],
)
def test_an_answer_that_lacks_something_is_doubtful_never_final(inside: str) -> None:
    report = read_report(status(transaction(inside)))
    assert report.about(OrderId(KEYS[0]), Fen(1)).verdict is Verdict.DOUBTFUL


def test_two_answers_about_one_key_are_doubtful_unless_they_agree() -> None:
    key = OrderId(KEYS[0])
    agreeing = read_report(status(transaction(PAID) * 2))
    assert agreeing.about(key, Fen(1)).verdict is Verdict.PAID
    other = transaction("<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>")
    contradicting = read_report(status(transaction(PAID) + other))
    assert contradicting.about(key, Fen(1)).verdict is Verdict.DOUBTFUL


def entry(number: int, kind: str, **changes: Any) -> BankEntry:
    usual: dict[str, Any] = {
        "number": number, "kind": kind, "amount_fen": 100 + number, "serial": f"B{number}",
        "booked_on": "2026-10-13", "value_on": "2026-10-12",
        "end_to_end_id": None if kind == "receipt" else KEYS[0].hex, "party": "某某公司",
        "remittance": "HJ1", "reason_code": None, "reason_text": None,
    }  # fmt: skip
    return BankEntry(**usual | changes)


BOOKED = [
    entry(1, "payout"),
    entry(2, "return", reason_code="AC04", reason_text="收款账户已销户"),
    entry(3, "receipt"),
    entry(4, "debit"),
    entry(5, "reversal", reason_code="MD06", reason_text="付款人要求退回"),
]


def test_the_banks_entries_are_understood() -> None:
    found = read_notification(outbound.notification("1", BOOKED, AT)).entries
    payout, back, receipt, debit, reversal = found
    assert [item.kind for item in found] == [
        EntryKind.PAYOUT, EntryKind.RETURN, EntryKind.RECEIPT, EntryKind.DEBIT, EntryKind.REVERSAL,
    ]  # fmt: skip
    assert (payout.number, payout.serial, payout.amount_fen) == (1, "B1", 101)
    assert (payout.key, payout.credit) == (KEYS[0], False)
    assert (payout.booked_on, payout.value_on) == (date(2026, 10, 13), date(2026, 10, 12))
    assert (back.key, back.credit, back.reason_code) == (KEYS[0], True, "AC04")
    assert (receipt.key, receipt.payer_name) == (None, "某某公司")
    assert receipt.remittance_information == "HJ1"
    assert (debit.key, debit.credit, debit.reason_code) == (KEYS[0], True, "")
    assert (reversal.key, reversal.credit, reversal.reason_code) == (KEYS[0], False, "MD06")


def test_an_entry_that_is_told_twice_is_one() -> None:
    twice = read_notification(outbound.notification("1", [BOOKED[0], BOOKED[0]], AT))
    assert (len(twice.entries), twice.odd) == (1, ())


def test_of_two_entries_under_one_number_neither_is_believed_and_the_others_are() -> None:
    other = entry(1, "payout", amount_fen=7)
    told = read_notification(outbound.notification("1", [BOOKED[0], other, BOOKED[2]], AT))
    assert [item.number for item in told.entries] == [3]
    assert [item.number for item in told.odd] == [1, 1]


def test_of_two_entries_with_one_serial_the_first_is_believed() -> None:
    again = entry(9, "payout", serial="B1")
    told = read_notification(outbound.notification("1", [again, BOOKED[0], BOOKED[2]], AT))
    assert [item.number for item in told.entries] == [1, 3]
    assert [item.number for item in told.odd] == [9]


def test_a_statement_has_balances_and_entries_of_its_day() -> None:
    day = date(2026, 10, 13)
    body = b"".join(outbound.statement("1", day, (1_000, -5), BOOKED, AT))
    found = read_statement(body)
    assert (found.business_date, found.opening_fen, found.closing_fen) == (day, 1_000, -5)
    assert [item.number for item in found.entries] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'Ccy="CNY"', b'Ccy="USD"'),
        (b">1.01<", b">1.015<"),
        (b">1.01<", b">-1.01<"),
        (b">1.01<", b">0.00<"),
        (b">1.01<", b">1,01<"),
        (b">1.01<", b">NaN<"),
        (b"<Cd>BOOK</Cd>", b"<Cd>PDNG</Cd>"),
        (b"<NtryRef>1<", b"<NtryRef>0<"),
        (b"<NtryRef>1<", b"<NtryRef>x<"),
        (b"<NtryRef>1<", b"<NtryRef>9999999999999999999999<"),
        (b"2026-10-13<", b"2026-13-13<"),
        (b"2026-10-13<", b"20261013<"),
        (b"DBIT", b"BOTH"),
        (b"<AcctSvcrRef>B1</AcctSvcrRef>", b""),
    ],
)
def test_an_entry_that_is_not_exact_is_set_aside_and_spoils_no_other(
    good: bytes, bad: bytes
) -> None:
    odd = outbound.notification("1", BOOKED[:1], AT)
    assert good in odd
    entry_of = re.compile(rb"<Ntry>.*?</Ntry>", re.DOTALL)
    (spoilt,) = entry_of.findall(odd.replace(good, bad))
    body = outbound.notification("1", BOOKED[2:3], AT).replace(b"<Ntry>", spoilt + b"<Ntry>", 1)
    told = read_notification(body)
    assert [(item.number, item.amount_fen) for item in told.entries] == [(3, 103)]
    (aside,) = told.odd
    assert aside.flaw
    assert "<NtryRef>" in aside.content or b"NtryRef" in good
    statement = b"".join(outbound.statement("1", date(2026, 10, 13), (1_000, 5), BOOKED[2:3], AT))
    read = read_statement(statement.replace(b"<Ntry>", spoilt + b"<Ntry>", 1))
    assert ([item.number for item in read.entries], len(read.odd)) == ([3], 1)


@pytest.mark.parametrize(
    ("good", "lawful"),
    [
        (b">1.01<", b">1.01000<"),
        (b"<Dt>2026-10-13</Dt>", b"<DtTm>2026-10-13T09:30:00+08:00</DtTm>"),
        (b"<Dt>2026-10-13</Dt>", b"<DtTm>2026-10-12T23:30:00Z</DtTm>"),
    ],
)
def test_what_the_standard_lets_the_bank_choose_is_understood(good: bytes, lawful: bytes) -> None:
    body = outbound.notification("1", BOOKED[:1], AT)
    assert good in body
    told = read_notification(body.replace(good, lawful))
    (found,) = told.entries
    assert told.odd == ()
    assert (found.amount_fen, found.booked_on) == (101, date(2026, 10, 13))


@pytest.mark.parametrize(
    "code", [(b"DMCT", b"XXXX"), (b"PMNT", b"ACMT"), (b"ICDT", b"RCDT"), (b"<Fmly>", b"<Fmly/><X>")]
)
def test_an_entry_of_a_kind_that_nobody_knows_is_kept_as_such(code: tuple[bytes, bytes]) -> None:
    good, bad = code
    body = outbound.notification("1", BOOKED[:1], AT).replace(good, bad)
    body = body.replace(b"</Fmly>", b"</X>") if b"<X>" in body else body
    (found,) = read_notification(body).entries
    assert (found.kind, found.key) == (EntryKind.OTHER, None)


def test_a_payout_under_a_key_of_somebody_else_has_none_of_ours() -> None:
    body = outbound.notification("1", [entry(1, "payout", end_to_end_id="NOTPROVIDED")], AT)
    (found,) = read_notification(body).entries
    assert (found.kind, found.key) == (EntryKind.PAYOUT, None)


# What nobody should send.

SAMPLES = [
    outbound.status_report(StatusRequest("m1", tuple(key.hex for key in KEYS)), STATES, AT),
    outbound.notification("1", BOOKED, AT),
    b"".join(outbound.statement("1", date(2026, 10, 13), (1_000, 5), BOOKED, AT)),
]


def test_a_status_under_a_foreign_key_is_no_reason_to_doubt_ours() -> None:
    body = outbound.status_report(
        StatusRequest("m1", (KEYS[0].hex, "FOREIGN-1", KEYS[1].hex)), STATES, AT
    )
    report = read_report(body)
    alone = read_report(outbound.status_report(StatusRequest("m1", (KEYS[0].hex,)), STATES, AT))
    assert report.answers[OrderId(KEYS[0])] == alone.answers[OrderId(KEYS[0])]
    assert report.foreign == 1
    about = report.only([OrderId(KEYS[0])])
    assert (set(about.answers), about.foreign) == ({OrderId(KEYS[0])}, 2)


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_a_bad_message_and_nothing_else(body: bytes) -> None:
    for read in READERS:
        with pytest.raises(BadMessage):
            read(body)


@given(st.sampled_from(SAMPLES), st.data())
def test_a_damaged_message_is_read_or_refused_and_nothing_else(
    sample: bytes, data: st.DataObject
) -> None:
    body = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(body) - 1))
        length = data.draw(st.integers(0, 12))
        body[start : start + length] = data.draw(st.binary(max_size=12))
    for read in READERS:
        try:
            read(bytes(body))
        except BadMessage:
            continue


@pytest.mark.parametrize(
    "prologue",
    [
        b"<!DOCTYPE Document>",
        b'<!DOCTYPE Document SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE Document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    ],
)
def test_a_document_type_is_refused(prologue: bytes) -> None:
    for sample, read in zip(SAMPLES, READERS, strict=True):
        content = sample.partition(b"?>")[2]
        with pytest.raises(BadMessage):
            read(prologue + content)


def test_a_message_of_another_type_or_version_is_refused() -> None:
    for number, read in enumerate(READERS):
        for other, sample in enumerate(SAMPLES):
            if other != number:
                with pytest.raises(BadMessage):
                    read(sample)
    with pytest.raises(BadMessage):
        read_report(status("", "pain.002.001.11"))


@pytest.mark.parametrize(
    "changes",
    [
        {"holder_name": ""},
        {"holder_name": "张\x00"},
        {"holder_name": "\ufffe"},
        {"holder_name": "张" * 141},
        {"card_number": ""},
        {"card_number": "1" * 35},
        {"card_number": "6222 0216"},
    ],
)
def test_what_xml_or_the_schema_cannot_carry_is_known_beforehand(changes: dict[str, str]) -> None:
    usual = {"holder_name": "张三丰", "card_number": "6222021612003456788"}
    payment = Transaction(OrderId(BATCH), Fen(1), Counterparty(**usual | changes), "提取")
    flaw = Flaw.HOLDER if "holder_name" in changes else Flaw.ACCOUNT
    assert flaw_of(payment) is flaw


@pytest.mark.parametrize(
    ("good", "bad", "against"),
    [
        (b"<PmtMtd>TRF</PmtMtd>", b"", "PmtMtd: 0 times"),
        (b"<PmtMtd>TRF</PmtMtd>", b"<PmtMtd>XXX</PmtMtd>", "no PaymentMethod3Code"),
        (b'Ccy="CNY"', b'Ccy="yuan"', "not of the pattern"),
        (b"<InitgPty>", b"<NbOfTxs>1</NbOfTxs><InitgPty>", "not in order"),
        (b"<Ustrd>", b"<Strd1/><Ustrd>", "unknown"),
    ],
)
def test_the_judge_of_schemas_condemns_what_is_wrong(good: bytes, bad: bytes, against: str) -> None:
    payment = Transaction(OrderId(BATCH), Fen(1), Counterparty("张", "6222021612003456788"), "提取")
    body = payment_initiation(BATCH, [payment], CENTRE, NOW)
    assert good in body
    assert any(against in found for found in violations(body.replace(good, bad), "pain.001.001.09"))
