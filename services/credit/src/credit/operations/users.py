"""Two people for who may look up, and for looking up many at once (R-CRD-32)."""

from credit.handlers import users as handlers
from credit.shapes.checks import BulkCheck, BulkChecked
from credit.shapes.users import NewUser
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine_user(_unit: Unit, body: NewUser, _by: Principal) -> Facts:
    return Facts(str(body.identity_id), f"授权{body.unit_name}（{body.county}）人员查询信用信息")


async def _authorise(unit: Unit, body: NewUser, decision: Decision) -> None:
    await handlers.authorise(unit, body, decision)


async def _examine_bulk(unit: Unit, body: BulkCheck, by: Principal) -> Facts:
    if by.role in BULK.makers:
        await handlers.asker(unit, by.identity_id)
    return Facts(body.matter_id, f"批量查询{len(body.subjects)}个主体，用途：{body.purpose}")


async def _ask(unit: Unit, body: BulkCheck, decision: Decision) -> BulkChecked:
    user = await handlers.asker(unit, decision.maker_id)
    questions = body.questions(unit.clock.today(), decision.maker_id)
    await handlers.ask(unit, questions, user)
    return BulkChecked(checks=len(questions))


AUTHORISE = Operation("user.authorise", "授权用户", NewUser, _examine_user, _authorise)
BULK = Operation("check.bulk", "批量信用查询", BulkCheck, _examine_bulk, _ask)
OPERATIONS = (AUTHORISE, BULK)
