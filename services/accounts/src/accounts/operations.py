"""What takes two people here."""

from accounts.handlers import remittances
from accounts.shapes.lists import ListGrounds
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


CANCEL_LIST = Operation(
    "remittance_list.cancel", "撤销已确认的汇缴清册", ListGrounds, _examine_cancelling, _cancel
)
OPERATIONS = (CANCEL_LIST,)
