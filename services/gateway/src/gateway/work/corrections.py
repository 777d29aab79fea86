"""Asks the register of identities, in no transaction: claims corrections, asks, and hands over what came."""

import asyncio
from datetime import timedelta
from functools import partial

from gateway.clock import now_of
from gateway.handlers import corrections
from gateway.settings import Settings
from gateway.store import corrections as store
from gateway.store.corrections import Correction
from gateway.work.register import Register, register_of
from shared.base.registers import client_of
from shared.base.resilience import every
from shared.messaging.unit import Context, Unit


async def run(context: Context[Settings], stop: asyncio.Event) -> None:
    """Ask until `stop`."""
    client = client_of(context.settings)
    register = register_of(client)
    try:
        await every(
            context.settings.correction_check_seconds,
            partial(ask_some, context, register),
            stop,
            name="ask the register of identities",
        )
    finally:
        if client is not None:
            await client.aclose()


async def ask_some(context: Context[Settings], register: Register) -> bool:
    """Ask about what is due; True where there may be more."""
    settings = context.settings
    lease, limit = timedelta(seconds=settings.correction_lease_seconds), settings.correction_batch
    async with context.unit() as unit:
        claimed = await store.claim(unit.connection, now_of(context), lease, limit)
    async with asyncio.TaskGroup() as group:
        for one in claimed:
            group.create_task(_ask(context, register, one))
    return len(claimed) == limit


async def _ask(context: Context[Settings], register: Register, correction: Correction) -> None:
    data = context.personal_data
    wanted = store.wanted_of(correction, data)
    said = await register.ask(wanted, store.before_of(correction, data))

    async def hand_over(unit: Unit[Settings]) -> None:
        await corrections.told(unit, correction, said)

    await context.transact(hand_over, patient=True)
