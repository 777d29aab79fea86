"""The life of a call in the books: kept as it goes, ended once."""

from datetime import datetime

from hotline import announcements
from hotline.store import agents, call_backs, calls
from hotline.store.calls import Call
from shared.messaging.unit import Unit


async def keep(unit: Unit, call: Call, *, call_back: bool = False) -> None:
    """Keep a call as it is now; its end is told once."""
    saved = await calls.save(unit.connection, call)
    if call_back:
        await call_backs.ask(unit.connection, call.call_id, unit.clock.now())
    if saved and call.ended_at is not None and call.ending is not None:
        unit.emit(
            announcements.ended(call.call_id, call.person_id, call.ending.value, call.ended_at)
        )


async def close_left(unit: Unit, instance: str, started_at: datetime) -> int:
    """End what was left open of this instance before its process started; return how many.

    Calls are answered meanwhile: what has begun since goes on.
    """
    now = unit.clock.now()
    await agents.close_left(unit.connection, instance, now, started_at)
    left = await calls.close_left(unit.connection, instance, now, started_at)
    for row in left:
        unit.emit(announcements.ended(row["call_id"], row["person_id"], "failed", now))
    return len(left)
