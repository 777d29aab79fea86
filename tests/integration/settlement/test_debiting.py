"""Debits of repayment cards and disbursements of loans: the one order of a key, as for payouts (R-WDR-13)."""

import asyncio
import uuid
from datetime import timedelta

import pytest

from settlement.domain import BatchId, Kind
from settlement.handlers import orders as handlers
from settlement.store import claims
from shared.identity.principal import Role

from .conftest import (
    AMOUNT_FEN,
    HASTY,
    SENT_AGAIN,
    Bank,
    Settlement,
    SettlementFactory,
    new_card,
    today,
    until,
)

PAYOFF_FEN = 26_664_458
"""E12: 266,644.58."""
CARD_FEN = 100_000_000


async def test_e14_a_fen_too_little_is_refused_whole_and_the_exact_sum_is_taken(
    settlement: Settlement, bank: Bank
) -> None:
    card = new_card()
    await bank.put_card(card, balance_fen=PAYOFF_FEN - 1)
    async with settlement.working():
        short = await settlement.collected(PAYOFF_FEN, card)
        await settlement.until_state(short, "failed")
        assert (await bank.balance(card), await bank.entries()) == (PAYOFF_FEN - 1, [])
        await bank.put_card(card, balance_fen=PAYOFF_FEN)
        exact = await settlement.collected(PAYOFF_FEN, card)
        await settlement.until_state(exact, "succeeded")
    (failed,), (succeeded,) = await settlement.emitted(short), await settlement.emitted(exact)
    (entry,) = await bank.entries()
    assert (failed.type, failed.reason_code) == ("debit.failed.v1", "AM04")
    assert (succeeded.type, succeeded.amount_fen) == ("debit.succeeded.v1", PAYOFF_FEN)
    assert (succeeded.bank_serial, succeeded.debited_on) == (entry["serial"], today(settlement))
    assert (entry["kind"], entry["amount_fen"], await bank.balance(card)) == (
        "debit",
        PAYOFF_FEN,
        0,
    )


async def test_a_batch_of_debits_succeeds_and_fails_transaction_by_transaction(
    settlement: Settlement, bank: Bank
) -> None:
    closed, others, poor, shared_card = new_card(), new_card(), new_card(), new_card()
    await bank.put_card(closed, state="closed")
    await bank.put_card(others, holder="李四")
    await bank.put_card(poor, balance_fen=AMOUNT_FEN - 1)
    await bank.put_card(shared_card, balance_fen=AMOUNT_FEN)
    bad = {
        settlement.debit(card=closed): "AC04",
        settlement.debit(card=others): "BE01",
        settlement.debit(card=poor): "AM04",
    }
    good = [settlement.debit(amount_fen=1 + number) for number in range(200)]
    twins = [settlement.debit(card=shared_card) for _ in range(2)]
    await settlement.collect(*good, *twins, *bad)
    async with settlement.working():

        async def all_final() -> bool:
            rows = await settlement.context.pool.fetch("SELECT DISTINCT state FROM payment_order")
            return {row["state"] for row in rows} == {"succeeded", "failed"}

        await until(all_final)
    assert (await bank.counters())["files"] == 1
    for event, code in bad.items():
        (told,) = await settlement.emitted(event.debit_id)
        assert (told.type, told.reason_code) == ("debit.failed.v1", code)
    debited = {entry["end_to_end_id"]: entry["amount_fen"] for entry in await bank.entries()}
    assert {event.debit_id.hex: event.amount_fen for event in good}.items() <= debited.items()
    assert len(debited) == len(good) + 1
    outcomes = sorted([await settlement.facts(twin.debit_id) for twin in twins])
    assert outcomes == [["failed"], ["succeeded"]]
    assert await bank.balance(shared_card) == 0


@pytest.mark.parametrize("fault", ["drop_answer", "garbage"])
async def test_debited_but_not_told_is_asked_about_and_never_debited_again(
    settlement: Settlement, bank: Bank, fault: str
) -> None:
    card = new_card()
    await bank.put_card(card, balance_fen=CARD_FEN)
    await bank.fail(**{fault: 1})
    async with settlement.working():
        key = await settlement.collected(card=card)
        await settlement.until_state(key, "succeeded")
    assert await settlement.facts(key) == ["unknown", "succeeded"]
    assert await settlement.steps(key) == ["created", "sent", "unknown", "succeeded"]
    assert [item["attempts"] for item in await bank.paid(key)] == [1]
    assert await bank.balance(card) == CARD_FEN - AMOUNT_FEN


async def test_killed_between_commit_and_wire_it_is_asked_about_and_debited_once(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(**HASTY)
    card = new_card()
    await bank.put_card(card, balance_fen=CARD_FEN)
    key = await settlement.collected(card=card)
    async with (
        settlement.context.unit() as unit
    ):  # Whoever claimed it is gone before a byte leaves.
        await claims.claim_to_send(
            unit.connection, Kind.DEBIT, BatchId(uuid.uuid4()), flagged=False, limit=1,
            answer_within_seconds=0.0, now=unit.clock.now(),
        )  # fmt: skip
    async with settlement.working():
        await settlement.until_state(key, "succeeded")
    assert SENT_AGAIN.fullmatch(" ".join(await settlement.steps(key)))
    assert await settlement.facts(key) == ["unknown", "succeeded"]
    assert await bank.balance(card) == CARD_FEN - AMOUNT_FEN


async def test_pending_debits_take_the_money_only_when_they_are_final(
    settlement: Settlement, bank: Bank
) -> None:
    card = new_card()
    await bank.put_card(card, balance_fen=AMOUNT_FEN)
    await bank.fail(pending=2, pending_seconds=0.2)
    async with settlement.working():
        keys = [await settlement.collected(card=card) for _ in range(2)]

        async def both_final() -> bool:
            return sorted([await settlement.state(key) for key in keys]) == ["failed", "succeeded"]

        await until(both_final)
    assert await bank.balance(card) == 0


async def test_a_debit_that_is_taken_back_later_is_reversed(
    settlement: Settlement, bank: Bank
) -> None:
    card = new_card()
    await bank.put_card(card, balance_fen=CARD_FEN)
    async with settlement.working():
        key = await settlement.collected(card=card)
        await settlement.until_state(key, "succeeded")
        await bank.send_back(key, "MD06")
        await settlement.until_state(key, "returned")
    reversed_ = (await settlement.emitted(key))[-1]
    (_, back) = await bank.entries(key)
    assert await settlement.facts(key) == ["succeeded", "reversed"]
    assert (reversed_.amount_fen, reversed_.bank_serial) == (AMOUNT_FEN, back["serial"])
    assert (reversed_.reason_code, reversed_.reversed_on) == ("MD06", today(settlement))
    assert await bank.balance(card) == CARD_FEN


async def test_a_loan_is_paid_out_once_and_may_come_back(
    settlement: Settlement, bank: Bank
) -> None:
    await bank.fail(drop_answer=1)
    async with settlement.working():
        key = await settlement.paid_out()
        await settlement.until_state(key, "succeeded")
        await bank.send_back(key)
        await settlement.until_state(key, "returned")
    told = await settlement.emitted(key)
    assert [event.type for event in told] == [
        "disbursement.unknown.v1", "disbursement.succeeded.v1", "disbursement.returned.v1",
    ]  # fmt: skip
    assert [item["attempts"] for item in await bank.paid(key)] == [1]


async def test_repeats_are_the_same_order_and_other_content_for_a_key_is_parked(
    settlement_alone: Settlement,
) -> None:
    settlement = settlement_alone
    first = settlement.debit()
    dearer = first.model_copy(update={"amount_fen": AMOUNT_FEN + 1})
    good = settlement.debit()
    # A payout under the key of a debit would turn the money round.
    payout = settlement.approval(
        application_id=first.debit_id, card=first.card, holder_name=first.holder_name
    )
    assert len(await settlement.collect(first, first, dearer, good)) == 1
    assert await settlement.collect(first) == []
    assert len(await settlement.approve(payout)) == 1
    order = await settlement.order(first.debit_id)
    assert (order["kind"], order["amount_fen"], order["state"]) == ("debit", AMOUNT_FEN, "to_send")
    assert await settlement.context.pool.fetchval("SELECT count(*) FROM payment_order") == 2


async def test_a_debit_waits_for_its_day_and_keeps_nothing_else_waiting(
    settlement: Settlement, bank: Bank
) -> None:
    tomorrow = today(settlement) + timedelta(days=1)
    later = settlement.debit(debit_on=tomorrow)
    overdue = settlement.debit(debit_on=today(settlement) - timedelta(days=3))
    await settlement.collect(later, overdue)
    async with settlement.working():
        payout = await settlement.approved()
        await settlement.until_state(overdue.debit_id, "succeeded")
        await settlement.until_state(payout, "succeeded")
    assert await settlement.state(later.debit_id) == "to_send"
    assert await bank.paid(later.debit_id) == []
    waits = await settlement.context.pool.fetchval(
        "SELECT next_at - now() FROM payment_order WHERE order_id = $1", later.debit_id
    )
    assert timedelta(0) < waits <= timedelta(days=1)


async def test_instances_share_the_debits_of_a_day_and_take_each_once(
    settlement: Settlement, bank: Bank
) -> None:
    events = [settlement.debit() for _ in range(60)]
    await bank.fail(drop_answer=2)
    async with settlement.working(), settlement.working():
        await asyncio.gather(
            *(
                settlement.collect(*events[start : start + 10], *events[:5])
                for start in range(0, 60, 10)
            )
        )
        for event in events:
            await settlement.until_state(event.debit_id, "succeeded")
    debited = await bank.entries()
    assert sorted(entry["end_to_end_id"] for entry in debited) == sorted(
        event.debit_id.hex for event in events
    )


async def test_staff_see_the_kind_of_an_order_and_may_ask_for_one(
    settlement_alone: Settlement,
) -> None:
    settlement = settlement_alone
    key = await settlement.collected()
    await settlement.approved()
    await settlement.deliver(handlers.disbursement_approved, settlement.disbursement())
    staff = settlement.caller(Role.STAFF_MAKER)
    (debit,) = (await staff.get("/payment-orders", kind="debit")).json()["items"]
    assert (debit["order_id"], debit["kind_text"], debit["deadline_on"]) == (str(key), "扣款", None)
    assert debit["purpose"] == "住房公积金贷款提前结清 DK2016000123"
    everything = (await staff.get("/payment-orders")).json()["items"]
    assert {item["kind"] for item in everything} == {"payout", "disbursement", "debit"}
    assert (await staff.get("/unknown-payments", kind="debit")).json()["items"] == []
