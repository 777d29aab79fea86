"""R-WDR-3: the bank says whose card it is; asked until it answers, answered once, and no money moves."""

import uuid
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from tests.support.waiting import until

from settlement.handlers import card_checks as handlers
from shared.base.clock import FixedClock
from shared.messages.cards import CardCheckAsked, CardVerdict

from .conftest import HOLDER, Bank, Settlement, SettlementFactory, made_with, new_card, today

FLAWED = "6222021612003456780"
"""Its check digit is wrong."""


async def ask(settlement: Settlement, *cards: str, holder: str = HOLDER) -> list[uuid.UUID]:
    asked = [
        CardCheckAsked(
            check_id=uuid.uuid4(), card=card, holder_name=holder, asked_on=today(settlement)
        )
        for card in cards
    ]
    assert await settlement.deliver(handlers.card_check_asked, *asked) == []
    assert await settlement.deliver(handlers.card_check_asked, *asked) == [], "told twice"
    return [one.check_id for one in asked]


async def told(settlement: Settlement, checks: list[uuid.UUID]) -> list[Any]:
    """What was said of each question, once all are answered."""

    async def answered() -> bool:
        return {one.subject for one in await settlement.emitted()} >= {str(one) for one in checks}

    await until(answered)
    said = []
    for check in checks:
        (event,) = await settlement.emitted(check)
        said.append((event.verdict, event.reason_code))
    return said


async def test_r_wdr_3_yes_and_every_kind_of_no(settlement: Settlement, bank: Bank) -> None:
    good, closed, credit, anothers = (new_card() for _ in range(4))
    await bank.put_card(closed, state="closed")
    await bank.put_card(credit, kind="credit")
    await bank.put_card(anothers, holder="李四")
    async with settlement.working():
        checks = await ask(settlement, good, closed, credit, anothers, FLAWED, "x")
        said = await told(settlement, checks)
    refused = CardVerdict.REFUSED
    assert said == [
        (CardVerdict.MATCHED, None),
        (refused, "AC04"),
        (refused, "AC13"),
        (refused, "BE01"),
        (refused, "AC01"),
        (refused, "AC01"),
    ]
    assert await bank.payments() == [], "no money moves for a question"


async def test_a_bank_that_is_away_slow_or_talks_nonsense_is_asked_again(
    settlement_with: SettlementFactory, bank: Bank
) -> None:
    settlement = await settlement_with(bank_request_timeout_seconds=1.0)
    faults = {"verify_drop": 1, "verify_garbage": 1, "verify_http_500": 1}
    await bank.fail(**faults)
    async with settlement.working():
        checks = await ask(settlement, new_card())
        assert await told(settlement, checks) == [(CardVerdict.MATCHED, None)]
        assert [await bank.left(fault) for fault in faults] == [0, 0, 0]
        await bank.fail(verify_delay_seconds=2.0)
        late = await ask(settlement, new_card())
        await until(partial(asked_twice, settlement, late[0]))
        await bank.fail()
        assert await told(settlement, late) == [(CardVerdict.MATCHED, None)]


async def asked_twice(settlement: Settlement, check: uuid.UUID) -> bool:
    query = "SELECT times_asked FROM card_check WHERE check_id = $1"
    return int(await settlement.context.pool.fetchval(query, check)) >= 2


async def test_a_question_that_lived_out_is_told_as_unanswered(
    service_context: Any, bank: Bank, keys: Any
) -> None:
    clock = FixedClock(datetime(2026, 10, 12, 1, tzinfo=UTC))
    settlement = await made_with(service_context, bank, keys, clock)
    await bank.fail(verify_http_500=-1)
    checks = await ask(settlement, new_card())
    async with settlement.working():
        await until(partial(asked_twice, settlement, checks[0]))
        assert await settlement.emitted(checks[0]) == []
        clock.advance(timedelta(hours=24))
        assert await told(settlement, checks) == [(CardVerdict.UNANSWERED, None)]


async def test_a_card_that_cannot_be_opened_is_told_as_unanswered(settlement: Settlement) -> None:
    checks = await ask(settlement, new_card())
    await settlement.context.pool.execute("UPDATE card_check SET card_sealed = 'lost.b.AAAA'")
    async with settlement.working():
        assert await told(settlement, checks) == [(CardVerdict.UNANSWERED, None)]
