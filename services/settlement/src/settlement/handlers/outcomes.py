"""Writing what became of orders: one transaction for all, one by one when something is wrong with one.

The same fallback as for messages: an order whose outcome the database refuses must not take the outcomes of
its whole batch with it. Its outcome stays open, and the bank is asked about it.
"""

from collections.abc import Callable, Collection, Sequence

import asyncpg

from settlement import metrics
from settlement.decisions import Move
from settlement.domain import Order, OrderId
from settlement.store import orders as store
from shared.base.db import CONTENDED
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context, Unit

CONTENTION_TRIES = 5

Decide = Callable[[Order], Move | None]

_REFUSED = (asyncpg.IntegrityConstraintViolationError, asyncpg.DataError)

log = get_logger()


async def record(context: Context, keys: Collection[OrderId], decide: Decide) -> None:
    """Lock the orders, decide each, write all with their events."""
    try:
        await _record(context, keys, decide)
    except _REFUSED as error:
        if len(keys) > 1:
            for key in keys:
                await record(context, [key], decide)
            return
        for key in keys:
            log.error("outcome refused by the database", order=str(key), error=_name(error))


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


async def _record(context: Context, keys: Collection[OrderId], decide: Decide) -> None:
    for attempt in range(CONTENTION_TRIES):
        try:
            async with context.unit() as unit:
                orders = await store.lock(unit.connection, keys)
                await write(unit, [move for order in orders.values() if (move := decide(order))])
            return
        except CONTENDED:
            if attempt == CONTENTION_TRIES - 1:
                raise


def _name(error: asyncpg.PostgresError) -> str:
    """The constraint alone: the rest of such an error can quote a row."""
    return f"{type(error).__name__} {getattr(error, 'constraint_name', None) or ''}"
