"""Writing what became of orders: one transaction for all, one by one when something is wrong with one.

The same fallback as for messages: an order whose outcome the database refuses must not take the outcomes of
its whole batch with it. Its outcome stays open, and the bank is asked about it.
"""

from collections.abc import Callable, Collection, Sequence
from functools import partial

import asyncpg

from settlement import metrics
from settlement.decisions import Move
from settlement.domain import Order, OrderId
from settlement.store import orders as store
from shared.base.db import named
from shared.base.resilience import all_or_each
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context, Unit

Decide = Callable[[Order], Move | None]

REFUSALS = (asyncpg.IntegrityConstraintViolationError, asyncpg.DataError)

log = get_logger()


async def record(context: Context, keys: Collection[OrderId], decide: Decide) -> None:
    """Lock the orders, decide each, write all with their events."""

    async def work(some: Sequence[OrderId]) -> None:
        await context.transact(partial(_record, keys=some, decide=decide))

    if keys:
        await all_or_each(list(keys), work, _refused, REFUSALS)


async def write(unit: Unit, moves: Sequence[Move]) -> None:
    """Write moves of locked orders, one an order; what the others hear of them leaves with them."""
    if not moves:
        return
    now = unit.clock.now()
    created_at = await store.write(unit.connection, moves, now)
    for move in moves:
        if move.event is not None:
            unit.traceparents.setdefault(move.event.subject, move.order.traceparent)
            unit.emit(move.event)
    metrics.observe(moves, created_at, now)


async def _record(unit: Unit, keys: Collection[OrderId], decide: Decide) -> None:
    orders = await store.lock(unit.connection, keys)
    await write(unit, [move for order in orders.values() if (move := decide(order))])


async def _refused(key: OrderId, error: Exception) -> None:
    log.error("outcome refused by the database", order=str(key), error=named(error))
