"""Two people for repairs and objections: one decision makes a record invisible everywhere (R-CRD-21, 25)."""

from credit.handlers import records, users
from credit.handlers import repairs as handlers
from credit.process import RepairStep, Step
from credit.shapes.repairs import ObjectionDecision, RepairDecision
from credit.shapes.users import UserRole
from credit.store import subjects
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine_repair(unit: Unit, body: RepairDecision, by: Principal) -> Facts:
    await users.proposing(unit, by, UserRole.REPAIR_OFFICER)
    step = RepairStep.AGREE if body.agree else RepairStep.REFUSE
    record_id = await handlers.standing(unit, body.repair_id, step)
    (record,) = await records.to_move(unit, [record_id], Step.REPAIR)
    people = await subjects.people_of(unit.connection, [record.subject_id])
    summary = "同意信用修复，停止公示和共享" if body.agree else "不同意信用修复"
    return Facts(str(body.repair_id), summary, people)


async def _repair(unit: Unit, body: RepairDecision, decision: Decision) -> None:
    await users.acting(unit, decision.maker_id, UserRole.REPAIR_OFFICER)
    await handlers.decide(unit, body.repair_id, agree=body.agree, decision=decision)


async def _examine_objection(unit: Unit, body: ObjectionDecision, by: Principal) -> Facts:
    await users.proposing(unit, by, UserRole.REPAIR_OFFICER)
    await handlers.open_objection(unit, body.objection_id)
    summary = "异议成立，更正或撤销信息" if body.upheld else "异议不成立"
    return Facts(str(body.objection_id), summary)


async def _answer(unit: Unit, body: ObjectionDecision, decision: Decision) -> None:
    await users.acting(unit, decision.maker_id, UserRole.REPAIR_OFFICER)
    await handlers.answer_objection(unit, body.objection_id, upheld=body.upheld, decision=decision)


REPAIR = Operation("repair.decide", "信用修复", RepairDecision, _examine_repair, _repair)
OBJECTION = Operation(
    "objection.decide", "异议核查", ObjectionDecision, _examine_objection, _answer
)
OPERATIONS = (REPAIR, OBJECTION)
