"""The centre's offices (管理部): opened, closed, staffed, and given work.

An office is a sign by which the work list is sorted; it gives nobody a right. So one administrator opens and
staffs it, and any member of staff gives work to it.
"""

from dataclasses import replace
from uuid import UUID, uuid4

import asyncpg

from gateway.clock import now_of
from gateway.errors import Reason, Refused
from gateway.handlers import administration
from gateway.rules import work as rules
from gateway.rules.work import Item
from gateway.store import credentials
from gateway.store import offices as store
from gateway.store.credentials import Staff
from gateway.store.offices import Given, Office
from shared.identity.principal import Principal
from shared.messaging.unit import Unit


async def open_office(unit: Unit, admin: Principal, name: str) -> Office:
    """Open an office; raises `OFFICE_NAME_TAKEN`."""
    made = Office(uuid4(), name, None)
    try:
        async with unit.connection.transaction():
            await store.open_office(unit.connection, made.id, name, now_of(unit.context))
    except asyncpg.UniqueViolationError as error:
        raise Refused(Reason.OFFICE_NAME_TAKEN) from error
    await _record(unit, admin, "open office", None)
    return made


async def close(unit: Unit, admin: Principal, office_id: UUID) -> Office:
    """Close an office where nobody works any more; raises `UNKNOWN`, `OFFICE_HAS_STAFF`."""
    found = await store.lock(unit.connection, office_id)
    if found is None:
        raise Refused(Reason.UNKNOWN)
    if found.closed_at is not None:
        return found
    if await store.has_staff(unit.connection, office_id):
        raise Refused(Reason.OFFICE_HAS_STAFF)
    now = now_of(unit.context)
    await store.close(unit.connection, office_id, now)
    await _record(unit, admin, "close office", None)
    return Office(found.id, found.name, now)


async def move(unit: Unit, admin: Principal, staff_id: UUID, office_id: UUID | None) -> Staff:
    """Say where a member of staff works, or that it is not known; raises `UNKNOWN`, `NO_SUCH_OFFICE`."""
    staff = await administration.present(unit, staff_id)
    if office_id is not None:
        await _open(unit, office_id)
    await store.move(unit.connection, staff_id, office_id)
    await _record(unit, admin, "move to an office", staff_id)
    return replace(staff, office_id=office_id)


async def give(unit: Unit, caller: Principal, item: Item, office_id: UUID) -> Given:
    """Give a piece of work to an office; raises `UNKNOWN`, `NO_SUCH_OFFICE`."""
    if not rules.exists(item):
        raise Refused(Reason.UNKNOWN)
    await _open(unit, office_id)
    await store.give(unit.connection, item, office_id, caller.identity_id, now_of(unit.context))
    return Given(item, office_id)


async def _open(unit: Unit, office_id: UUID) -> None:
    if await store.hold_open(unit.connection, office_id) is None:
        raise Refused(Reason.NO_SUCH_OFFICE)


async def _record(unit: Unit, admin: Principal, action: str, about: UUID | None) -> None:
    now = now_of(unit.context)
    await credentials.record_action(unit.connection, now, admin.identity_id, action, about)
