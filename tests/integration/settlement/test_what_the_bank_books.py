"""Notifications: receipts are told on once, returns follow payments, the cursor survives whatever dies."""

import asyncio
import uuid
from datetime import date
from typing import Any

import pytest

from settlement.domain import Entry, EntryKind, OrderId
from settlement.handlers import evidence, orders
from settlement.store.entries import READER_LOCK_KEY
from shared.base.money import Fen
from shared.messages.refunds import RefundApproved

from .conftest import AMOUNT_FEN, HASTY, Bank, Settlement, SettlementFactory, today, until

DAY = date(2026, 10, 12)


def entry(number: int, kind: EntryKind, **changes: Any) -> Entry:
    usual: dict[str, Any] = {
        "number": number,
        "serial": f"S{number:06d}",
        "kind": kind,
        "amount_fen": Fen(AMOUNT_FEN),
        "credit": kind is not EntryKind.PAYOUT,
        "booked_on": DAY,
        "value_on": DAY,
    }
    return Entry(**usual | changes)


async def receipts(settlement: Settlement) -> list[Any]:
    return [e for e in await settlement.emitted() if e.type == "receipt.credited.v1"]


async def cursor(settlement: Settlement) -> int:
    return int(await settlement.context.pool.fetchval("SELECT last_number FROM bank_cursor"))


async def test_a_receipt_is_told_with_what_the_payer_wrote(
    settlement: Settlement, bank: Bank
) -> None:
    async with settlement.working():
        number = await bank.receive(960_00, "HJ20261012000001", "德州某某有限公司")
        (event,) = await until(lambda: receipts(settlement))
    (booked,) = await bank.entries()
    assert (event.amount_fen, event.payer_name) == (960_00, "德州某某有限公司")
    assert event.remittance_information == "HJ20261012000001"
    assert (event.bank_serial, event.subject) == (booked["serial"], booked["serial"])
    assert event.value_date == today(settlement)
    assert await cursor(settlement) == number


async def test_receipts_come_within_moments_of_the_booking(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(notifications_wait_seconds=20)
    async with settlement.working():
        await until(bank.counters)
        started = asyncio.get_running_loop().time()
        await bank.receive(1, "HJ1")
        await until(lambda: receipts(settlement))
        assert asyncio.get_running_loop().time() - started < 10
    # The long poll of 20 seconds does not hold up an orderly end.
    assert asyncio.get_running_loop().time() - started < 15


@pytest.mark.parametrize("fault", ["entries_twice", "entries_again"])
async def test_entries_told_again_do_nothing(
    settlement: Settlement, bank: Bank, fault: str
) -> None:
    await bank.fail(**{fault: -1})
    async with settlement.working():
        for number in range(4):
            await bank.receive(100 + number, f"HJ{number}")
            key = await settlement.approved()
            await settlement.until_state(key, "succeeded")

        async def all_read() -> bool:
            return await cursor(settlement) == 8

        await until(all_read)
    assert [event.amount_fen for event in await receipts(settlement)] == [100, 101, 102, 103]
    assert await settlement.context.pool.fetchval("SELECT count(*) FROM bank_entry") == 8


@pytest.mark.parametrize(
    "fault", ["notifications_drop", "notifications_garbage", "notifications_http_500"]
)
async def test_reading_goes_on_after_a_bad_answer(
    settlement: Settlement, bank: Bank, fault: str
) -> None:
    await bank.fail(**{fault: 3})
    await bank.receive(100, "HJ1")
    async with settlement.working():
        (event,) = await until(lambda: receipts(settlement))
    assert event.amount_fen == 100


async def test_the_cursor_survives_a_restart(settlement: Settlement, bank: Bank) -> None:
    await bank.receive(100, "HJ1")
    async with settlement.working():
        await until(lambda: receipts(settlement))
    await bank.receive(200, "HJ2")
    async with settlement.working():

        async def second() -> bool:
            return len(await receipts(settlement)) == 2

        await until(second)
    assert [event.amount_fen for event in await receipts(settlement)] == [100, 200]


async def test_effects_and_cursor_are_one_transaction(settlement: Settlement) -> None:
    good, bad = entry(1, EntryKind.RECEIPT), entry(2, EntryKind.RECEIPT, payer_name="\x00")
    poisoned = entry(2, EntryKind.RECEIPT, serial="\x00")  # No database takes it.
    with pytest.raises(Exception, match="invalid byte sequence"):
        await settlement.read(good, poisoned)
    assert await cursor(settlement) == 0
    assert await receipts(settlement) == []
    await settlement.read(good, bad)
    assert await cursor(settlement) == 2


async def test_one_reader_at_a_time(settlement: Settlement, bank: Bank) -> None:
    async with settlement.working(), settlement.working():
        for number in range(10):
            await bank.receive(100 + number, f"HJ{number}")

        async def all_read() -> bool:
            return await cursor(settlement) == 10

        await until(all_read)
        held = await settlement.context.pool.fetchval(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid = $1"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            READER_LOCK_KEY,
        )
        assert held == 1
    assert len(await receipts(settlement)) == 10


async def test_a_payment_that_comes_back_later_is_returned(
    settlement: Settlement, bank: Bank
) -> None:
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, "succeeded")
        await bank.send_back(key, "AC04")
        await settlement.until_state(key, "returned")
    event = (await settlement.emitted(key))[-1]
    (_, back) = await bank.entries(key)
    assert await settlement.facts(key) == ["succeeded", "returned"]
    assert (event.amount_fen, event.bank_serial) == (AMOUNT_FEN, back["serial"])
    assert (event.reason_code, event.returned_on) == ("AC04", today(settlement))
    assert event.reason_text
    assert await settlement.steps(key) == ["created", "sent", "succeeded", "returned"]


async def test_the_banks_own_book_settles_what_it_does_not_answer(
    settlement: Settlement, bank: Bank
) -> None:
    await bank.fail(drop_answer=1, status_http_500=-1)
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, "succeeded")
    (booked,) = await bank.entries(key)
    assert (await settlement.order(key))["bank_serial"] == booked["serial"]
    assert await settlement.facts(key) == ["unknown", "succeeded"]


async def test_paid_unknown_and_back_before_anybody_answered(
    settlement: Settlement, bank: Bank
) -> None:
    await bank.fail(drop_answer=1, status_http_500=-1, return_later=1, return_seconds=0.0)
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, "returned")
    assert await settlement.facts(key) == ["unknown", "succeeded", "returned"]


async def fates(settlement: Settlement) -> dict[int, str | None]:
    rows = await settlement.context.pool.fetch("SELECT number, fate FROM bank_entry")
    return {row["number"]: row["fate"] for row in rows}


async def test_a_return_waits_for_its_payment(settlement_with: SettlementFactory) -> None:
    settlement = await settlement_with(**HASTY)
    key = OrderId(await settlement.approved())
    back = entry(2, EntryKind.RETURN, key=key, reason_code="AC04")
    await settlement.read(back)
    await evidence.settle_waiting(settlement.context)
    assert await fates(settlement) == {2: None}
    assert await settlement.emitted(key) == []
    await settlement.read(entry(1, EntryKind.PAYOUT, key=key))
    while await evidence.settle_waiting(settlement.context):
        pass
    await evidence.settle_waiting(settlement.context)
    assert await fates(settlement) == {1: "settled", 2: "settled"}
    assert await settlement.facts(key) == ["succeeded", "returned"]


async def test_a_payout_that_nobody_ordered_is_unmatched(settlement: Settlement) -> None:
    stranger = OrderId(uuid.uuid4())
    await settlement.read(entry(1, EntryKind.PAYOUT, key=stranger), entry(2, EntryKind.PAYOUT))
    await evidence.settle_waiting(settlement.context)
    assert await fates(settlement) == {1: "unmatched", 2: "unmatched"}
    assert await settlement.emitted() == []


async def test_entries_that_came_before_their_order_are_held_against_it_when_it_is_made(
    settlement: Settlement,
) -> None:
    approval = settlement.approval()
    key = OrderId(approval.application_id)
    entries = [entry(1, EntryKind.PAYOUT, key=key), entry(2, EntryKind.RETURN, key=key)]
    await settlement.read(*entries)
    await evidence.settle_waiting(settlement.context)
    assert await fates(settlement) == {1: "unmatched", 2: "unmatched"}
    assert await settlement.approve(approval) == []
    while await evidence.settle_waiting(settlement.context):
        pass
    await evidence.settle_waiting(settlement.context)
    assert await fates(settlement) == {1: "settled", 2: "settled"}
    assert await settlement.facts(key) == ["succeeded", "returned"]


async def test_a_payout_of_another_amount_does_not_settle_an_order(
    settlement: Settlement,
) -> None:
    key = OrderId(await settlement.approved())
    other = entry(1, EntryKind.PAYOUT, key=key, amount_fen=Fen(AMOUNT_FEN - 1))
    await settlement.read(other)
    await evidence.settle_waiting(settlement.context)
    order = await settlement.order(key)
    assert (order["state"], order["attention"]) == ("to_send", "contradiction")
    assert await settlement.emitted(key) == []
    assert (await settlement.steps(key))[-1] == "flagged"


async def test_a_second_return_of_one_payment_contradicts(
    settlement: Settlement, bank: Bank
) -> None:
    async with settlement.working():
        key = OrderId(await settlement.approved())
        await settlement.until_state(key, "succeeded")
        await bank.send_back(key)
        await settlement.until_state(key, "returned")
    await settlement.read(entry(900, EntryKind.RETURN, key=key))
    await evidence.settle_waiting(settlement.context)
    assert (await fates(settlement))[900] == "contradicted"
    assert (await settlement.order(key))["attention"] == "contradiction"
    assert await settlement.facts(key) == ["succeeded", "returned"]


async def test_a_return_of_a_failed_payment_contradicts(settlement: Settlement, bank: Bank) -> None:
    await bank.fail(refuse=1)
    async with settlement.working():
        key = OrderId(await settlement.approved())
        await settlement.until_state(key, "failed")
    for number, kind in ((800, EntryKind.PAYOUT), (801, EntryKind.RETURN)):
        await settlement.read(entry(number, kind, key=key))
        await evidence.settle_waiting(settlement.context)
        assert (await fates(settlement))[number] == "contradicted"
    assert await settlement.facts(key) == ["failed"]
    assert await settlement.state(key) == "failed"


async def test_r_dep_7_a_receipt_goes_back_to_the_account_that_the_bank_named(
    settlement: Settlement, bank: Bank
) -> None:
    """Paid once by the key of the refund, and told again when the other bank sends it back."""
    async with settlement.working():
        await bank.receive(960_01, "谢谢", "德州某某有限公司")
        (receipt,) = await until(lambda: receipts(settlement))
        refund = RefundApproved(
            refund_id=uuid.uuid4(),
            bank_serial=receipt.bank_serial,
            amount_fen=1,
            payee_account=receipt.payer_account,
            payee_name=receipt.payer_name,
            approved_on=today(settlement),
        )
        assert await settlement.deliver(orders.refund_approved, refund, refund) == []
        await settlement.until_state(refund.refund_id, "succeeded")
        (paid,) = await bank.paid(refund.refund_id)
        assert (paid["card_number"], paid["holder_name"]) == (
            receipt.payer_account,
            "德州某某有限公司",
        )
        assert (paid["amount_fen"], paid["attempts"]) == (1, 1)
        await bank.send_back(refund.refund_id)
        await settlement.until_state(refund.refund_id, "returned")
    assert await settlement.facts(refund.refund_id) == [
        "succeeded",
        "returned",
    ]
    assert (await settlement.order(refund.refund_id))["kind"] == "refund"
