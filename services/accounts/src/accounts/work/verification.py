"""The ledger verified by the service itself, day by sealed day, again and again; by an operator: `verify`."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import asyncpg

from accounts.metrics import DIFFERENCES, OLDEST_VERDICT, VERIFIED
from accounts.rules.verdict import SealedDay, Verdict, broken, due, is_due, looked_back_to
from accounts.settings import Settings
from accounts.store import day_verdicts, verifications
from accounts.views import verification
from shared.base.db import Pool, connect
from shared.base.telemetry import get_logger
from shared.jobs.job import Round
from shared.messaging.unit import Context

log = get_logger()

WEIGHTS = "weights of ledger accounts"
"""What is hashed for the key of the weights."""


async def verify_when_due(context: Context[Settings], every_seconds: float) -> Round:
    """Verify the ledger if nobody has for so long and nobody does; show what the last time found."""
    found: int | None = None
    if await _due(context, context.pool, every_seconds):
        found = await _verify(context, every_seconds)
    last = await verifications.last(context.pool, context.personal_data)
    if last is None:
        return Round()
    DIFFERENCES.set(last.differences)
    VERIFIED.set(last.verified_at.timestamp())
    again = last.verified_at + timedelta(seconds=every_seconds)
    return Round(None if found is None else f"重算账簿，差异{found}处", next_at=again)


async def _due(
    context: Context[Settings],
    connection: "Pool | asyncpg.Connection[asyncpg.Record]",
    every_seconds: float,
) -> bool:
    last = await verifications.last(connection, context.personal_data)
    return is_due(last, await verifications.now(connection), every_seconds)


async def _verify(context: Context[Settings], every_seconds: float) -> int | None:
    """Return how many differences there are; None when another one verifies, or just has.

    On a connection of its own: it may take longer than any statement of a request may.
    """
    connection = await connect(
        str(context.settings.database_url),
        server_settings={"application_name": f"{context.service} ledger verification"},
    )
    try:
        if not await verifications.claim(connection):
            return None
        if not await _due(context, connection, every_seconds):
            return None
        found = await by_days(context, connection)
        today = context.clock.today()
        await verifications.keep(connection, context.personal_data, today, len(found))
    finally:
        connection.terminate()
    if found:
        kinds = sorted({line.partition(":")[0] for line in found})
        log.error("the ledger differs", differences=len(found), broken=kinds)
    else:
        log.info("the ledger agrees")
    return len(found)


async def by_days(
    context: Context[Settings], connection: "asyncpg.Connection[asyncpg.Record]"
) -> list[str]:
    """Read the days that are due, each by itself, then what is open; return the differences, in words.

    A verdict is kept as soon as its day was right: whoever is stopped in the middle goes on after it. One
    that its day no longer fits stays, and is told every time.
    """
    key = context.personal_data.lookup_hash(WEIGHTS).encode()
    verdicts, strange = await day_verdicts.read(connection, context.personal_data)
    days = await verification.sealed_days(connection)
    before = await verifications.last(connection, context.personal_data)
    found = broken(days, verdicts)
    fresh, again = due(days, verdicts, context.settings.ledger_verify_again_days)
    for day in (*fresh, *again):
        wrong, weight = await verification.of_day(connection, day, key)
        found += wrong
        if not wrong:
            now = context.clock.now()
            verdict = Verdict(day.booked_on, day.entries, day.hash, weight, now)
            await day_verdicts.keep(connection, verdict, context.personal_data)
            verdicts[day.booked_on] = verdict
    last = days[-1] if days else None
    found += await verification.late(connection, looked_back_to(before), days)
    found += await _balances(connection, key, days, verdicts)
    _show(verdicts)
    head = last.hash.hex() if last else None
    log.info("days verified", fresh=len(fresh), again=len(again), not_ours=len(strange), head=head)
    return found


async def _balances(
    connection: "asyncpg.Connection[asyncpg.Record]",
    key: bytes,
    days: Sequence[SealedDay],
    verdicts: Mapping[date, Verdict],
) -> list[str]:
    """Compare all balances with the days at once; only where they differ is it looked for the accounts."""
    unknown = [day.booked_on for day in days if day.booked_on not in verdicts]
    known = [verdicts[day.booked_on].weight for day in days if day.booked_on in verdicts]
    last = days[-1] if days else None
    if sum(known) == await verification.weight(connection, key, last, unknown):
        return []
    named = await verification.wrong_balances(connection)
    return named or ["the days do not weigh what the balances weigh"]


def _show(verdicts: Mapping[date, Verdict]) -> None:
    """Show how long the day waits that waits longest to be read again."""
    if verdicts:
        OLDEST_VERDICT.set(min(one.verified_at.timestamp() for one in verdicts.values()))
