"""A court's ruling shields a firm while its plan of reorganisation is carried out (破产重整, R-CRD-24)."""

from uuid import UUID, uuid4

from credit.errors import Reason, Refused
from credit.handlers import checks
from credit.handlers.subjects import standing
from credit.shapes.shields import Shielding
from credit.store import shields as store
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision

PLAN_OVER = "重整计划执行期满"


async def demand_new(unit: Unit, body: Shielding) -> None:
    """Demand that a firm can be shielded by a ruling; raises `Refused`."""
    (subject,) = await standing(unit, [body.subject_id])
    today = unit.clock.today()
    if subject.code is None or not body.ruled_on <= today <= body.plan_until:
        raise Refused(Reason.NO_SHIELD)
    if await store.known(unit.connection, body.subject_id, body.ruling_no):
        raise Refused(Reason.SHIELD_KNOWN)


async def begin(unit: Unit, body: Shielding, decision: Decision) -> UUID:
    """Show nobody the penalties of a firm, let no measure of a serious list apply, and answer checks anew."""
    await demand_new(unit, body)
    new = store.NewShield(
        uuid4(),
        body.subject_id,
        body.court_name,
        body.ruling_no,
        body.ruled_on,
        body.plan_until,
        unit.clock.now(),
        decision.proposal_id,
    )
    if not await store.add(unit.connection, new):
        raise Refused(Reason.SHIELD_KNOWN)
    await checks.wake(unit, *await store.shielded(unit.connection, body.subject_id))
    return new.shield_id


async def to_end(unit: Unit, shield_id: UUID) -> str:
    """Lock a shield that stands; return the number of its ruling. Raises `Refused`."""
    row = await store.lock(unit.connection, shield_id)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    return str(row["ruling_no"])


async def end(unit: Unit, shield_id: UUID, decision: Decision) -> None:
    """Show again what was hidden: the plan failed, or was carried out early."""
    await to_end(unit, shield_id)
    now = unit.clock.now()
    await store.end(unit.connection, shield_id, now, decision.reason, decision.proposal_id)


async def end_over(unit: Unit) -> int:
    """End the shields whose plan is over; return how many."""
    now, today = unit.clock.now(), unit.clock.today()
    return await store.end_over(unit.connection, now, today, PLAN_OVER)
