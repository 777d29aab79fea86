"""Two people for what the public sees: published, corrected, withdrawn (R-CRD-11, 15)."""

from collections.abc import Sequence

from credit.domain import Record
from credit.errors import Reason, Refused
from credit.handlers import records as handlers
from credit.handlers import users
from credit.process import Step
from credit.shapes.records import Correction, Publication, Published, Retraction
from credit.shapes.users import UserRole
from credit.store import subjects
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _facts(unit: Unit, records: Sequence[Record], summary: str) -> Facts:
    people = await subjects.people_of(unit.connection, [one.subject_id for one in records])
    return Facts(str(records[0].record_id), summary, people)


async def _examine_publication(unit: Unit, body: Publication, by: Principal) -> Facts:
    await users.proposing(unit, by, UserRole.REPORTER)
    records = await handlers.to_move(unit, body.record_ids, Step.PUBLISH)
    deciding = by.role is Role.STAFF_CHECKER
    if deciding and any(one.entered_by == by.identity_id for one in records):
        raise Refused(Reason.OWN_ENTRY)
    return await _facts(unit, records, f"公示{len(records)}条行政许可、行政处罚信息")


async def _publish(unit: Unit, body: Publication, decision: Decision) -> Published:
    await users.acting(unit, decision.maker_id, UserRole.REPORTER)
    return Published(records=await handlers.publish(unit, body.record_ids, decision))


async def _examine_correction(unit: Unit, body: Correction, by: Principal) -> Facts:
    await users.proposing(unit, by, UserRole.REPORTER)
    records = await handlers.to_move(unit, [body.record_id], Step.CORRECT)
    await handlers.corrected_subject(unit, records[0], body.record.entry)
    return await _facts(unit, records, "更正已公示的信息")


async def _correct(unit: Unit, body: Correction, decision: Decision) -> None:
    await users.acting(unit, decision.maker_id, UserRole.REPORTER)
    await handlers.correct(unit, body.record_id, body.record.entry, decision)


async def _examine_retraction(unit: Unit, body: Retraction, by: Principal) -> Facts:
    await users.proposing(unit, by, UserRole.REPORTER)
    records = await handlers.to_move(unit, [body.record_id], Step.WITHDRAW)
    return await _facts(unit, records, "撤销信息，不再公示和共享")


async def _withdraw(unit: Unit, body: Retraction, decision: Decision) -> None:
    await users.acting(unit, decision.maker_id, UserRole.REPORTER)
    await handlers.withdraw(unit, body.record_id, decision)


PUBLISH = Operation("record.publish", "信息公示", Publication, _examine_publication, _publish)
CORRECT = Operation("record.correct", "信息更正", Correction, _examine_correction, _correct)
WITHDRAW = Operation("record.withdraw", "信息撤销", Retraction, _examine_retraction, _withdraw)
OPERATIONS = (PUBLISH, CORRECT, WITHDRAW)
