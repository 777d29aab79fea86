"""Whatever the link does, an order is paid once: a doubt is asked about, never sent blindly (R-WDR-13)."""

import asyncio
import itertools
import time
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from settlement import tasks
from settlement.domain import BatchId, Counterparty, Kind, OrderId, Transaction
from settlement.iso20022 import Centre, payment_initiation
from settlement.settings import Settings
from settlement.store import claims, due
from settlement.store.due import Due
from settlement.work.link import BankLink
from settlement.work.sender import Sender
from settlement.work.wakes import Wakes
from shared.base.clock import BUSINESS_ZONE
from shared.base.money import Fen

from .conftest import (
    AMOUNT_FEN,
    HASTY,
    HOLDER,
    SENT_AGAIN,
    Bank,
    BankProcess,
    Settlement,
    SettlementFactory,
    new_card,
    until,
)


@pytest.mark.parametrize("fault", ["drop_answer", "cut_answer", "garbage", "wrong_xml"])
async def test_executed_but_not_told(settlement: Settlement, bank: Bank, fault: str) -> None:
    await bank.fail(**{fault: 1})
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, "succeeded")
    (paid,) = await bank.paid(key)
    assert paid["attempts"] == 1
    assert len(await bank.entries(key)) == 1
    assert await settlement.facts(key) == ["unknown", "succeeded"]
    assert await settlement.steps(key) == ["created", "sent", "unknown", "succeeded"]


@pytest.mark.parametrize("fault", ["drop_request", "http_500", "disconnect"])
async def test_not_executed_and_not_told(
    settlement_with: SettlementFactory, bank: Bank, fault: str
) -> None:
    settlement = await settlement_with(**HASTY)
    await bank.fail(**{fault: 1})
    if fault == "disconnect":  # Strikes whichever connection is made first.
        await settlement.approved()
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, "succeeded")
        assert await bank.left(fault) == 0
    (paid,) = await bank.paid(key)
    assert paid["attempts"] == 1
    assert len(await bank.entries(key)) == 1
    if fault != "disconnect":
        assert SENT_AGAIN.fullmatch(" ".join(await settlement.steps(key)))
        assert await settlement.facts(key) == ["unknown", "succeeded"]


async def test_a_key_is_not_sent_again_while_its_first_request_may_live(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    life_seconds = 4.0
    settlement = await settlement_with(**{**HASTY, "bank_request_life_seconds": life_seconds})
    await bank.fail(drop_request=1)
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, "succeeded")
    rows = await settlement.context.pool.fetch(
        "SELECT at FROM payment_order_history WHERE order_id = $1 AND step = 'sent' ORDER BY id",
        key,
    )
    pauses = [later["at"] - earlier["at"] for earlier, later in itertools.pairwise(rows)]
    assert pauses
    # The life counts from the beginning of the transaction, the history from a little later in it.
    assert min(pauses) >= timedelta(seconds=life_seconds - 1)


async def test_what_was_claimed_too_long_ago_does_not_go_out_any_more(
    settlement: Settlement, bank: Bank
) -> None:
    key, settings, batch_id = (
        await settlement.approved(),
        settlement.context.settings,
        BatchId(uuid.uuid4()),
    )
    assert isinstance(settings, Settings)
    async with settlement.context.unit() as unit:
        claimed = await claims.claim_to_send(
            unit.connection, Kind.PAYOUT, batch_id, flagged=False, limit=1,
            answer_within_seconds=60.0, now=unit.clock.now(),
        )  # fmt: skip
    async with BankLink(settings) as link:
        sender = Sender(settlement.context, settings, link, Wakes(), Kind.PAYOUT)
        too_long_ago = time.monotonic() - settings.bank_record_timeout_seconds - 1
        await sender._send(batch_id, claimed, too_long_ago)
    assert await settlement.steps(key) == ["created", "sent", "not_sent"]
    assert await bank.paid(key) == []
    async with settlement.working():
        await settlement.until_state(key, "succeeded")
    assert await settlement.facts(key) == ["succeeded"]


async def test_an_answer_that_comes_too_late_is_asked_for(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(**HASTY)
    await bank.fail(delay_seconds=4.0)
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, "succeeded")
    (paid,) = await bank.paid(key)
    assert paid["attempts"] == 1
    assert await settlement.facts(key) == ["unknown", "succeeded"]


async def test_a_slow_answer_does_not_keep_the_others_waiting(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(send_overlap_after_ms=50)
    async with settlement.working():
        await bank.fail(delay_seconds=8.0)
        slow = await settlement.approved()
        await until(lambda: bank.paid(slow))
        await bank.fail()
        quick = await settlement.approved()
        await settlement.until_state(quick, "succeeded")
        assert await settlement.state(slow) == "sent"
        await settlement.until_state(slow, "succeeded")
    assert await settlement.facts(slow) == ["succeeded"]


async def test_money_waits_while_the_bank_is_down(
    settlement: Settlement, bank_process: BankProcess
) -> None:
    await bank_process.kill()
    keys = [await settlement.approved() for _ in range(3)]
    async with settlement.working():
        await settlement.until_step(keys[0], "not_sent")
        late = await settlement.approved()
        assert {await settlement.state(key) for key in [*keys, late]} == {"to_send"}
        await bank_process.start()
        for key in [*keys, late]:
            await settlement.until_state(key, "succeeded")
    for key in [*keys, late]:
        assert await settlement.facts(key) == ["succeeded"]
        assert [item["attempts"] for item in await bank_process.paid(key)] == [1]
    assert (await settlement.steps(keys[0])).count("not_sent") <= 2


async def test_the_bank_dies_with_the_request_in_hand(
    settlement_with: SettlementFactory, bank_process: BankProcess
) -> None:
    settlement = await settlement_with(**HASTY)
    await bank_process.fail(delay_seconds=20)
    async with settlement.working():
        key = await settlement.approved()
        await until(lambda: bank_process.paid(key))
        await bank_process.kill()
        await settlement.until_step(key, "unknown")
        await bank_process.start()
        await settlement.until_state(key, "succeeded")
    (paid,) = await bank_process.paid(key)
    assert paid["attempts"] == 1
    assert await settlement.facts(key) == ["unknown", "succeeded"]


@pytest.mark.parametrize(("code", "outcome"), [(None, "succeeded"), ("AC04", "failed")])
async def test_what_is_pending_is_asked_about_again(
    settlement: Settlement, bank: Bank, code: str | None, outcome: str
) -> None:
    await bank.fail(pending=1, pending_seconds=1.0, pending_code=code)
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, outcome)
    assert await settlement.facts(key) == ["unknown", outcome]
    assert [item["attempts"] for item in await bank.paid(key)] == [1]


@pytest.mark.parametrize("fault", ["status_drop", "status_garbage", "status_http_500"])
async def test_asking_goes_on_until_there_is_an_answer(
    settlement: Settlement, bank: Bank, fault: str
) -> None:
    # Nothing is told on any other way either: the bank does not notify.
    await bank.fail(**{"drop_answer": 1, fault: 3, "notifications_drop": -1})
    async with settlement.working():
        key = await settlement.approved()
        await settlement.until_state(key, "succeeded")
        assert await bank.left(fault) == 0
    assert await settlement.facts(key) == ["unknown", "succeeded"]
    assert [item["attempts"] for item in await bank.paid(key)] == [1]


async def pay_behind_our_back(settlement: Settlement, key: uuid.UUID, amount_fen: int) -> None:
    """Somebody else used the key."""
    settings = settlement.context.settings
    assert isinstance(settings, Settings)
    payment = Transaction(
        OrderId(key), Fen(amount_fen), Counterparty(HOLDER, new_card()), "别的付款"
    )
    body = payment_initiation(
        uuid.uuid4(), [payment], Centre("别人", "1"), datetime.now(BUSINESS_ZONE)
    )
    async with BankLink(settings) as link:
        await link.pay(body)


async def test_a_key_with_other_content_is_flagged_never_failed_and_alone(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(**HASTY)
    conflicting, innocent = settlement.approval(), settlement.approval()
    key = conflicting.application_id
    await pay_behind_our_back(settlement, key, AMOUNT_FEN + 1)
    await settlement.approve(conflicting, innocent)
    async with settlement.working():
        await settlement.until_state(innocent.application_id, "succeeded")
        await settlement.until_state(key, "unknown")
        counters = await bank.counters()

        async def asked_again() -> bool:
            now = await bank.counters()
            return now["status_requests"] >= counters["status_requests"] + 3

        await until(asked_again)
    order = await settlement.order(key)
    assert order["state"] == "unknown"
    assert order["attention"] in ("key_conflict", "contradiction")
    assert await settlement.facts(key) == ["unknown"]
    assert [item["attempts"] for item in await bank.paid(innocent.application_id)] == [1]
    assert (await settlement.order(innocent.application_id))["attention"] is None


async def test_the_process_dies_between_commit_and_answer(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(**HASTY)
    await bank.fail(delay_seconds=30)
    dying = asyncio.create_task(tasks.work_with_bank(settlement.context, asyncio.Event()))
    key = await settlement.approved()
    await until(lambda: bank.paid(key))
    dying.cancel()
    await asyncio.gather(dying, return_exceptions=True)
    assert await settlement.state(key) == "sent"
    await bank.fail()
    async with settlement.working():
        await settlement.until_state(key, "succeeded")
    assert [item["attempts"] for item in await bank.paid(key)] == [1]
    assert await settlement.facts(key) == ["unknown", "succeeded"]


async def test_the_process_dies_between_commit_and_sending(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(**HASTY)
    key = await settlement.approved()
    await settlement.context.pool.execute(
        """
        UPDATE payment_order SET state = 'sent', batch_id = gen_random_uuid(), sent_at = now(),
            times_sent = 1, next_at = now() + interval '0.5 s'
        WHERE order_id = $1
        """,
        key,
    )
    async with settlement.working():
        await settlement.until_state(key, "succeeded")
    assert await settlement.facts(key) == ["unknown", "succeeded"]
    assert [item["attempts"] for item in await bank.paid(key)] == [1]
    assert (await settlement.order(key))["times_sent"] >= 2


FAULTS: list[dict[str, Any]] = [
    {"drop_answer": -1, "probability": 0.3},
    {"drop_request": -1, "probability": 0.3},
    {"cut_answer": -1, "garbage": -1, "http_500": -1, "wrong_xml": -1, "probability": 0.2},
    {"status_drop": -1, "status_http_500": -1, "drop_answer": -1, "probability": 0.3},
    {"disconnect": -1, "probability": 0.3},
    {"pending": -1, "pending_seconds": 0.2, "drop_answer": -1, "probability": 0.5},
]


async def test_through_a_storm_of_faults_each_order_is_paid_once(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(**HASTY, send_batch_max_orders=7)
    events = [settlement.approval(amount_fen=100 + number) for number in range(90)]
    async with settlement.working(), settlement.working():
        for number, faults in enumerate(FAULTS):
            await bank.fail(**faults)
            await settlement.approve(*events[number * 15 : number * 15 + 15])
            await asyncio.sleep(0.5)
        await bank.fail()
        for event in events:
            await settlement.until_state(event.application_id, "succeeded")
    paid = {entry["end_to_end_id"]: entry["amount_fen"] for entry in await bank.entries()}
    assert paid == {event.application_id.hex: event.amount_fen for event in events}
    assert len(await bank.entries()) == len(events)
    for event in events:
        facts = await settlement.facts(event.application_id)
        assert facts in (["succeeded"], ["unknown", "succeeded"])


async def test_r_wdr_13_an_order_that_outlived_its_days_is_asked_about_and_expires_and_is_never_sent(
    settlement: Settlement, bank: Bank
) -> None:
    settings = settlement.context.settings
    assert isinstance(settings, Settings)
    today = settlement.context.clock.today()
    lives = timedelta(days=settings.payment_life_days)
    late = settlement.approval(approved_on=today - lives - timedelta(days=1))
    debit_lives = timedelta(days=settings.debit_life_days)
    late_debit = settlement.debit(debit_on=today - debit_lives - timedelta(days=1))
    just = settlement.approval(approved_on=today - lives)
    assert await settlement.approve(late, just) == []
    assert await settlement.collect(late_debit) == []
    async with settlement.working():
        for key in (late.application_id, late_debit.debit_id):
            await settlement.until_state(key, "failed")
            assert await settlement.steps(key) == ["created", "lapsed", "expired"]
            assert await settlement.facts(key) == ["unknown", "failed"]
            assert await bank.paid(key) == []
        await settlement.until_state(just.application_id, "succeeded")


async def test_one_look_finds_what_is_due_and_nothing_else(settlement: Settlement) -> None:
    pool, settings = settlement.context.pool, settlement.context.settings
    assert isinstance(settings, Settings)
    nothing = Due([], silent=False, lapsed=False, to_ask=False, cards=False, evidence=False)
    living = settings.living(settlement.context.clock.today())
    assert await due.look(pool, living) == nothing

    key = await settlement.approved()
    assert await due.look(pool, living) == replace(nothing, to_send=[Kind.PAYOUT])
    tomorrow = living.payments_since + timedelta(days=settings.payment_life_days + 1)
    after_its_life = await due.look(pool, replace(living, payments_since=tomorrow))
    assert after_its_life == replace(nothing, to_send=[Kind.PAYOUT], lapsed=True)

    for state, found in (("sent", {"silent": True}), ("unknown", {"to_ask": True})):
        await pool.execute(SET_STATE, key, state, timedelta(seconds=-1))
        assert await due.look(pool, living) == replace(nothing, **found)
        await pool.execute(SET_STATE, key, state, timedelta(hours=1))
        assert await due.look(pool, living) == nothing


SET_STATE = """
UPDATE payment_order SET state = $2, next_at = now() + $3::interval, batch_id = gen_random_uuid(),
    sent_at = now(), unknown_since = CASE WHEN $2 = 'unknown' THEN now() END
WHERE order_id = $1
"""
