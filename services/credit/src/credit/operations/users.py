"""Two people for who may look up, and for looking up many at once (R-CRD-32)."""

from credit.errors import Reason, Refused
from credit.handlers import users as handlers
from credit.shapes.checks import BulkCheck, BulkChecked
from credit.shapes.users import USER_ROLE_TEXTS, NewUser
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


def _facts(body: NewUser, by: Principal) -> Facts:
    """What is proposed of somebody; nobody proposes or decides it of themselves."""
    if body.identity_id == by.identity_id:
        raise Refused(Reason.OWN_USER)
    role = USER_ROLE_TEXTS[body.role]
    return Facts(str(body.identity_id), f"授权{body.unit_name}（{body.county}）人员：{role}")


async def _examine_user(unit: Unit, body: NewUser, by: Principal) -> Facts:
    if by.role in AUTHORISE.makers:
        await handlers.let_in_for(unit, body, by.identity_id)
    return _facts(body, by)


async def _authorise(unit: Unit, body: NewUser, decision: Decision) -> None:
    await handlers.let_in_for(unit, body, decision.maker_id)
    await handlers.authorise(unit, body, decision)


async def _examine_appointment(_unit: Unit, body: NewUser, by: Principal) -> Facts:
    return _facts(body, by)


async def _appoint(unit: Unit, body: NewUser, decision: Decision) -> None:
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
APPOINT = Operation(
    "user.appoint",
    "平台授权用户",
    NewUser,
    _examine_appointment,
    _appoint,
    makers=frozenset({Role.STAFF_ADMIN}),
    deciders=frozenset({Role.STAFF_ADMIN}),
)
BULK = Operation("check.bulk", "批量信用查询", BulkCheck, _examine_bulk, _ask)
OPERATIONS = (AUTHORISE, APPOINT, BULK)
