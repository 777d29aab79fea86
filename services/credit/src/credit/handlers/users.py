"""Authorised users: let in by two people, confirmed each quarter, shut when idle; each look-up chained."""

from collections.abc import Sequence
from uuid import UUID

from credit.domain import Row
from credit.errors import Reason, Refused
from credit.handlers import checks
from credit.rules.checks import Question
from credit.rules.users import confirmed_until, dormant_before, sm3
from credit.shapes.users import USER_ROLE_TEXTS, NewUser, UserRole
from credit.store import users as store
from credit.views import checks as views
from shared.audit import trail as audit
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision


async def authorise(unit: Unit, body: NewUser, decision: Decision) -> None:
    """Let somebody look up, for a unit of a county."""
    today = unit.clock.today()
    of_unit = body.unit_code, body.unit_name, body.county, body.role
    on = today, decision.proposal_id, confirmed_until(today)
    await store.authorise(unit.connection, body.identity_id, of_unit, on)


async def asker(unit: Unit, identity_id: UUID) -> Row:
    """Lock somebody who may ask today; raises `Refused`."""
    return await acting(unit, identity_id, UserRole.ASKER)


async def acting(unit: Unit, identity_id: UUID, role: UserRole) -> Row:
    """Lock somebody who may act in a role today; raises `Refused`. A late task lets nobody in."""
    user, today = await store.lock(unit.connection, identity_id), unit.clock.today()
    if user is None or user["role"] != role:
        raise Refused(Reason.NO_USER, role=USER_ROLE_TEXTS[role])
    idle = user["last_used_on"] < dormant_before(today) or user["confirmed_until"] < today
    if user["shut_at"] is not None or idle:
        raise Refused(Reason.USER_SHUT)
    await store.used(unit.connection, identity_id, today)
    return user


async def proposing(unit: Unit, by: Principal, role: UserRole) -> None:
    """As `acting` of whoever proposes; who decides needs no role at the platform, but another head."""
    if by.role is Role.STAFF_MAKER:
        await acting(unit, by.identity_id, role)


async def let_in_for(unit: Unit, body: NewUser, administrator_id: UUID) -> None:
    """Demand that a unit's administrator may let in whom they name; raises `Refused`.

    Of the own unit, and neither another administrator nor somebody who acts for another unit meanwhile.
    """
    administrator = await acting(unit, administrator_id, UserRole.UNIT_ADMIN)
    told = body.unit_code, body.unit_name
    if told != (administrator["unit_code"], administrator["unit_name"]):
        raise Refused(Reason.OTHER_UNIT)
    if body.role is UserRole.UNIT_ADMIN:
        raise Refused(Reason.UNIT_ADMIN_BY_TWO)
    user = await store.lock(unit.connection, body.identity_id)
    if user is None or user["shut_at"] is not None:
        return
    if user["unit_code"] != administrator["unit_code"]:
        raise Refused(Reason.OTHER_UNIT)
    if user["role"] == UserRole.UNIT_ADMIN:
        raise Refused(Reason.UNIT_ADMIN_BY_TWO)


async def confirm(unit: Unit, identity_id: UUID, by: Principal) -> None:
    """Have the unit stand for a user one quarter longer; nobody stands for themselves."""
    if identity_id == by.identity_id:
        raise Refused(Reason.OWN_USER)
    user = await _of_own_unit(unit, identity_id, by)
    if user["shut_at"] is not None:
        raise Refused(Reason.USER_SHUT)
    await store.confirm(unit.connection, identity_id, confirmed_until(unit.clock.today()))


async def shut(unit: Unit, identity_id: UUID, by: Principal, reason: str) -> None:
    """Let a user in no more: a brake, which one person may pull; a unit's administrator in the own unit."""
    if by.role is Role.STAFF_MAKER:
        await _of_own_unit(unit, identity_id, by)
    elif await store.lock(unit.connection, identity_id) is None:
        raise Refused(Reason.NOT_FOUND)
    await store.shut(unit.connection, identity_id, unit.clock.now(), reason)


async def _of_own_unit(unit: Unit, identity_id: UUID, by: Principal) -> Row:
    """Lock a user of the unit whose administrator asks; of another unit nobody is there."""
    administrator = await acting(unit, by.identity_id, UserRole.UNIT_ADMIN)
    user = await store.lock(unit.connection, identity_id)
    if user is None or user["unit_code"] != administrator["unit_code"]:
        raise Refused(Reason.NOT_FOUND)
    return user


async def shut_idle(unit: Unit) -> int:
    """Shut who is dormant or whom no unit has confirmed (R-CRD-32)."""
    today = unit.clock.today()
    before = dormant_before(today)
    return await store.shut_idle(unit.connection, unit.clock.now(), today, before)


async def ask(unit: Unit, questions: Sequence[Question], user: Row) -> None:
    """Answer what a user asks, and chain each look-up with who, why and what was shown."""
    await checks.answer(unit, questions)
    trail, now = audit.current(), unit.clock.now()
    found = await views.by_ids(unit.connection, [one.check_id for one in questions])
    rows = [
        {
            "looked_at": now,
            "identity_id": user["identity_id"],
            "unit_code": user["unit_code"],
            "check_id": row["check_id"],
            "matter_id": row["matter_id"],
            "purpose": row["purpose"],
            "subject_id": row["subject_id"],
            "subject_hash": sm3(row["subject_code"]),
            "shown": sorted(row["categories"]),
            "address": trail.address if trail else "",
            "result_digest": row["digest"],
        }
        for row in found
    ]
    await store.append(unit.connection, rows)
