"""What takes two people here."""

from uuid import UUID

from accounts.handlers import moving_in, remittances
from accounts.shapes.lists import ListGrounds
from accounts.shapes.moving_in import MovingIn
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine_cancelling(unit: Unit, body: ListGrounds, _by: Principal) -> Facts:
    found = await remittances.cancellable_list(unit, body.list_id)
    total = Fen(found["employer_fen"] + found["employee_fen"])
    summary = (
        f"撤销单位{found['employer_number']}已确认、未入账的{found['month']:%Y-%m}汇缴清册，"
        f"{found['head_count']}人，{yuan(total)}元"
    )
    return Facts(str(body.list_id), summary, amount_fen=total)


async def _cancel(unit: Unit, body: ListGrounds, _decision: Decision) -> None:
    await remittances.cancel_list(unit, body.list_id)


async def _examine_moving_in(unit: Unit, body: MovingIn, _by: Principal) -> Facts:
    rows = [row.read() for row in body.rows]
    control = (body.head_count, body.total_fen)
    await moving_in.check(unit, body.employer_number, rows, body.as_of, control)
    summary = (
        f"录入单位{body.employer_number}期初余额（{body.as_of}），"
        f"{body.head_count}人，{yuan(body.total_fen)}元，依据：{body.source}"
    )
    return Facts(body.employer_number, summary, amount_fen=Fen(body.total_fen))


async def _move_in(unit: Unit, body: MovingIn, decision: Decision) -> None:
    signed_by: tuple[UUID, UUID] = (decision.maker_id, decision.checker_id)
    await moving_in.book(
        unit,
        body.employer_number,
        [row.read() for row in body.rows],
        as_of=body.as_of,
        control=(body.head_count, body.total_fen),
        source=body.source,
        signed_by=signed_by,
    )


MOVE_IN = Operation("accounts.move_in", "录入期初余额", MovingIn, _examine_moving_in, _move_in)
CANCEL_LIST = Operation(
    "remittance_list.cancel", "撤销已确认的汇缴清册", ListGrounds, _examine_cancelling, _cancel
)
OPERATIONS = (CANCEL_LIST, MOVE_IN)
