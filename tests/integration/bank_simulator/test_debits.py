"""Debits of cards: the same keys and states as payments, the money the other way, all of it or nothing."""

import sqlite3

from tests.integration.bank_simulator.conftest import Running, Start
from tests.integration.bank_simulator.messages import (
    CARD,
    OTHER_CARD,
    Payment,
    camt_054,
    pain_002,
    pain_008,
    signed_fen,
)

from simulators.bank.settings import BankSettings


async def test_a_debit_takes_the_whole_amount_or_nothing(bank: Running) -> None:
    await bank.order("cards", card_number=CARD, holder_name="张三", balance_fen=30_000)
    await bank.order("cards", card_number=OTHER_CARD, holder_name="张三", state="closed")
    debits = [
        Payment(yuan="100.00"),
        Payment(yuan="200.01"),
        Payment(yuan="200.00"),
        Payment(yuan="0.01"),
        Payment(yuan="1.00", card=OTHER_CARD),
        Payment(yuan="1.00", holder="李四"),
    ]
    report = await bank.debit(*debits)
    assert report.group["OrgnlMsgNmId"] == "pain.008.001.08"
    assert report.reasons == [None, "AM04", None, "AM04", "AC04", "BE01"]
    assert await bank.balance(CARD) == 0
    told = report.status(debits[1])["StsRsnInf/AddtlInf"]
    assert told == "扣款卡余额不足", "nobody learns what is on the card"
    entries = await bank.entries()
    assert [signed_fen(entry) for entry in entries] == [10_000, 20_000]
    assert {entry["BkTxCd/Domn/Fmly/Cd"] for entry in entries} == {"IDDT"}
    assert (await bank.debit(debits[0])).statuses == [report.status(debits[0])]
    totals = await bank.totals()
    assert (totals["debited_count"], totals["debited_fen"], totals["executed_count"]) == (
        2,
        30_000,
        0,
    )
    assert totals["balance_fen"] == totals["opening_fen"] + 30_000


async def test_a_debit_that_is_taken_back_is_booked_once_and_the_card_has_its_money(
    bank: Running,
) -> None:
    await bank.fail(return_later=1, return_seconds=0.0, return_code="MD06")
    later, now = Payment(), Payment()
    await bank.order("cards", card_number=CARD, holder_name="张三", balance_fen=50_000)
    await bank.debit(later, now)
    entries = await bank.entries(after=2, wait_seconds=10)
    assert [signed_fen(entry) for entry in entries] == [-10_001]
    assert entries[0]["BkTxCd/Domn/Fmly/SubFmlyCd"] == "UPDD"
    assert entries[0]["NtryDtls/TxDtls/RtrInf/Rsn/Cd"] == "MD06"
    assert (await bank.order("returns", end_to_end_id=now.key)).status_code == 201
    assert (await bank.order("returns", end_to_end_id=now.key)).status_code == 409
    assert await bank.balance(CARD) == 50_000
    statement = await bank.statement()
    assert sum(signed_fen(entry) for entry in statement.entries) == 0
    assert statement.balances["OPBD"] == statement.balances["CLBD"]


async def test_a_key_is_for_one_direction_for_ever(bank: Running) -> None:
    payment = Payment()
    await bank.pay(payment)
    answer = await bank.link.post("/debits", content=pain_008([payment, Payment()]))
    assert answer.status_code == 409
    assert (await bank.totals())["debited_count"] == 0
    assert (await bank.ask(payment.key)).states == ["ACSC"]


async def test_a_file_of_debits_whose_sum_does_not_hold_is_refused_whole(bank: Running) -> None:
    body = pain_008([Payment()], total="100.02")
    report = pain_002((await bank.link.post("/debits", content=body)).content)
    assert (report.group["GrpSts"], report.group["StsRsnInf/Rsn/Cd"]) == ("RJCT", "AM10")
    assert (await bank.link.post("/payments", content=pain_008([Payment()]))).status_code == 400
    assert (await bank.totals())["payments_count"] == 0


async def test_a_debit_is_taken_back_only_while_the_special_account_has_the_money(
    start: Start, settings: BankSettings
) -> None:
    async with start(settings.model_copy(update={"opening_balance_fen": 0})) as bank:
        debit = Payment()
        await bank.debit(debit)
        await bank.pay(Payment())
        assert (await bank.order("returns", end_to_end_id=debit.key)).status_code == 409
        await bank.order(
            "receipts", payer_name="某某公司", amount_fen=10_001, remittance_information="x"
        )
        assert (await bank.order("returns", end_to_end_id=debit.key)).status_code == 201
        assert (await bank.totals())["balance_fen"] == 0


BEFORE_DEBITS = """
CREATE TABLE special_account (
    account_id INTEGER PRIMARY KEY, opening_fen INTEGER NOT NULL, balance_fen INTEGER NOT NULL);
CREATE TABLE card (
    card_number TEXT PRIMARY KEY, holder_name TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE payment (
    payment_number INTEGER PRIMARY KEY, end_to_end_id TEXT NOT NULL UNIQUE, amount_fen INTEGER NOT NULL,
    currency TEXT NOT NULL, card_number TEXT NOT NULL, holder_name TEXT NOT NULL, remittance TEXT NOT NULL,
    status TEXT NOT NULL, reason_code TEXT, reason_text TEXT, serial TEXT UNIQUE,
    attempts INTEGER NOT NULL DEFAULT 1, accepted_at TEXT NOT NULL, final_at TEXT, due_at REAL,
    due_reason TEXT, return_at REAL, return_code TEXT);
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('payout', 'return', 'receipt')),
    amount_fen INTEGER NOT NULL, signed_fen INTEGER NOT NULL GENERATED ALWAYS AS
        (CASE kind WHEN 'payout' THEN -amount_fen ELSE amount_fen END) STORED,
    serial TEXT NOT NULL UNIQUE, booked_on TEXT NOT NULL, value_on TEXT NOT NULL,
    end_to_end_id TEXT REFERENCES payment (end_to_end_id), party TEXT NOT NULL, remittance TEXT NOT NULL,
    reason_code TEXT, reason_text TEXT, reference TEXT UNIQUE, UNIQUE (end_to_end_id, kind));
CREATE INDEX entry_of_day ON entry (booked_on, number, signed_fen);
INSERT INTO special_account VALUES (1, 500, 400);
INSERT INTO card VALUES (:card, '张三', 'debit', 'open');
INSERT INTO payment (end_to_end_id, amount_fen, currency, card_number, holder_name, remittance, status,
                     serial, accepted_at, final_at)
VALUES (:key, 100, 'CNY', :card, '张三', '提取住房公积金', 'ACSC', 'S1',
        '2026-03-01T10:00:00.000+08:00', '2026-03-01T10:00:00.000+08:00');
INSERT INTO entry (number, kind, amount_fen, serial, booked_on, value_on, end_to_end_id, party, remittance)
VALUES (1, 'payout', 100, 'S1', '2026-03-01', '2026-03-01', :key, '张三', '提取住房公积金');
"""


async def test_a_book_from_before_there_were_debits_goes_on(
    start: Start, settings: BankSettings
) -> None:
    payment = Payment(yuan="1.00")
    old = sqlite3.connect(settings.book_path)
    for statement in BEFORE_DEBITS.split(";"):
        old.execute(statement, {"card": CARD, "key": payment.key})
    old.commit()
    old.close()
    for _ in range(2):
        async with start(settings) as bank:
            assert (await bank.pay(payment)).states == ["ACSC"]
            assert (await bank.debit(Payment(yuan="2.00"))).states == ["ACSC"]
    async with start(settings) as bank:
        entries = camt_054((await bank.link.get("/notifications")).content)
        assert [signed_fen(entry) for entry in entries] == [-100, 200, 200]
        assert (await bank.totals())["balance_fen"] == 800
        assert await bank.balance(CARD) == 10_000_000_000 - 400
