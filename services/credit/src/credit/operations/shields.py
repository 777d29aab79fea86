"""Two people for what a court's ruling hides, and for its end (R-CRD-24)."""

from credit.handlers import shields as handlers
from credit.handlers import users
from credit.shapes.shields import ShieldBegun, ShieldEnd, Shielding
from credit.shapes.users import UserRole
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine_begin(unit: Unit, body: Shielding, by: Principal) -> Facts:
    await users.proposing(unit, by, UserRole.REPAIR_OFFICER)
    await handlers.demand_new(unit, body)
    summary = f"破产重整期间屏蔽行政处罚、中止惩戒措施（{body.ruling_no}，至{body.plan_until}）"
    return Facts(str(body.subject_id), summary)


async def _begin(unit: Unit, body: Shielding, decision: Decision) -> ShieldBegun:
    await users.acting(unit, decision.maker_id, UserRole.REPAIR_OFFICER)
    return ShieldBegun(shield_id=await handlers.begin(unit, body, decision))


async def _examine_end(unit: Unit, body: ShieldEnd, by: Principal) -> Facts:
    await users.proposing(unit, by, UserRole.REPAIR_OFFICER)
    ruling_no = await handlers.to_end(unit, body.shield_id)
    return Facts(str(body.shield_id), f"终止破产重整期间的屏蔽（{ruling_no}）")


async def _end(unit: Unit, body: ShieldEnd, decision: Decision) -> None:
    await users.acting(unit, decision.maker_id, UserRole.REPAIR_OFFICER)
    await handlers.end(unit, body.shield_id, decision)


BEGIN = Operation("shield.begin", "破产重整屏蔽", Shielding, _examine_begin, _begin)
END = Operation("shield.end", "终止破产重整屏蔽", ShieldEnd, _examine_end, _end)
OPERATIONS = (BEGIN, END)
