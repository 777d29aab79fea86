"""A batch costs a constant number of statements, whatever its size."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.support.telling import received

from notifications.carriers import ReceivedText, Route
from notifications.decisions import Verdict
from notifications.handlers.incoming import answer_texts
from notifications.handlers.texts import text_persons
from notifications.store import dispatch, receipts
from notifications.store.dispatch import Claimed, Due, Outcome
from notifications.store.receipts import Told
from shared.base.identifiers import Phone
from shared.messaging.unit import Unit

FEW, MANY = 3, 150


async def statements(office: Any, work: Callable[[Unit], Awaitable[Any]]) -> int:
    """Count the statements of one transaction, the outbox included; the driver's own left out."""
    sent: list[str] = []
    async with office.context.unit() as unit:
        with unit.connection.query_logger(lambda record: sent.append(record.query)):
            await work(unit)
            await unit.flush()
    own = ("typeinfo_tree", "current_setting('jit')")
    return len([query for query in sent if not any(words in query for words in own)])


async def both(office: Any, work: Callable[[Unit, int], Awaitable[Any]]) -> tuple[int, int]:
    few = await statements(office, lambda unit: work(unit, FEW))
    return few, await statements(office, lambda unit: work(unit, MANY))


async def test_facts_become_texts_in_five_statements(office: Any, make: Any) -> None:
    persons = [(await office.person())[0] for _ in range(5)]

    async def tell(unit: Unit, size: int) -> None:
        facts = [make.rejected(persons[number % 5]) for number in range(size)]
        await text_persons(unit, received(facts))

    # What texts say today, who they are, who hears by WeChat, what they have chosen, the texts.
    assert await both(office, tell) == (5, 5)
    assert len(await office.texts()) == FEW + MANY


async def test_claiming_recording_and_receipts_cost_the_same_for_few_and_many(
    office: Any, make: Any
) -> None:
    person, _ = await office.person()
    await office.tell(*(make.rejected(person) for _ in range(FEW + MANY)))
    claimed: list[Claimed] = []
    ids: list[str] = []
    now, later = datetime.now(UTC), datetime.now(UTC) + timedelta(minutes=1)

    async def claim(unit: Unit, size: int) -> None:
        claimed[:] = await dispatch.claim(unit.connection, Route.SMPP, now, later, size)
        assert len(claimed) == size

    async def record(unit: Unit, _size: int) -> None:
        ids[:] = [f"{text.number:08X}" for text in claimed]
        outcomes = [
            Outcome(text, Verdict.ACCEPTED, {1: message_id})
            for text, message_id in zip(claimed, ids, strict=True)
        ]
        assert await dispatch.record(unit.connection, outcomes, now, Due(later, later, later)) == []

    async def told(unit: Unit, size: int) -> None:
        news = [Told(message_id, "undelivered") for message_id in ids]
        assert len(await receipts.apply_receipts(unit.connection, news, now)) == size

    costs = []
    for size in (FEW, MANY):
        steps = [
            await statements(office, lambda unit, step=step, size=size: step(unit, size))
            for step in (claim, record, told)
        ]
        costs.append(steps)
    assert costs == [[1, 3, 3], [1, 3, 3]]
    assert set(await office.states()) == {"undelivered"}


async def test_citizens_texts_are_kept_and_answered_in_a_constant_number_of_statements(
    office: Any,
) -> None:
    phones = [(await office.person())[1] for _ in range(MANY)]
    now = office.context.clock.now()

    async def answer(unit: Unit, size: int) -> None:
        received = [
            ReceivedText(Phone.parse(phone), word)
            for phone in phones[:size]
            for word in ("余额", "TD", f"你好{size}")
        ]
        await answer_texts(unit, received, now)

    few, many = await both(office, answer)
    assert few == many <= 7


async def test_receipts_of_two_parts_that_two_instances_record_at_once_end_the_text(
    office: Any, make: Any
) -> None:
    person, _ = await office.person()
    await office.tell(make.paid(person))
    now, later = datetime.now(UTC), datetime.now(UTC) + timedelta(minutes=1)
    async with office.context.unit() as unit:
        [text] = await dispatch.claim(unit.connection, Route.SMPP, now, later, 1)
        outcome = Outcome(text, Verdict.ACCEPTED, {1: "0A", 2: "0B"})
        await dispatch.record(unit.connection, [outcome], now, Due(later, later, later))

    async def tell(unit: Unit, message_id: str) -> None:
        await receipts.apply_receipts(unit.connection, [Told(message_id, "delivered")], now)

    async def tell_beside_it() -> None:
        async with office.context.unit() as unit:
            await tell(unit, "0B")

    async with office.context.unit() as unit:
        await tell(unit, "0A")
        assert await unit.connection.fetchval("SELECT state FROM delivery") == "submitted"
        other = asyncio.create_task(tell_beside_it())
        await make.until(lambda: _waits_for_a_lock(office))
    await other
    assert await office.states() == ["delivered"]


async def _waits_for_a_lock(office: Any) -> bool:
    return bool(
        await office.context.pool.fetchval(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
    )
