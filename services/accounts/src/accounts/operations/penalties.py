"""Two people for a fine on an employer, and for taking it back (R-CRD-4)."""

from accounts.handlers import penalties as handlers
from accounts.shapes.penalties import NewPenalty, PenaltyImposed, PenaltyLift
from shared.base.money import yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: NewPenalty, _by: Principal) -> Facts:
    fine = body.fine()
    await handlers.demand_lawful(unit, fine)
    summary = f"对{fine.name}罚款{yuan(fine.fine_fen)}元（{fine.document_number}）"
    return Facts(body.document_number, summary, amount_fen=fine.fine_fen)


async def _impose(unit: Unit, body: NewPenalty, decision: Decision) -> PenaltyImposed:
    return PenaltyImposed(penalty_id=await handlers.impose(unit, body.fine(), decision))


async def _examine_lift(unit: Unit, body: PenaltyLift, _by: Principal) -> Facts:
    row = await handlers.liftable(unit, body.penalty_id)
    return Facts(str(body.penalty_id), f"撤销对{row['name']}的罚款（{row['document_number']}）")


async def _lift(unit: Unit, body: PenaltyLift, decision: Decision) -> None:
    await handlers.lift(unit, body.penalty_id, decision)


FINE = Operation("employer.fine", "单位行政处罚", NewPenalty, _examine, _impose)
LIFT = Operation("employer.lift_fine", "撤销单位行政处罚", PenaltyLift, _examine_lift, _lift)
OPERATIONS = (FINE, LIFT)
