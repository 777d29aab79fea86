"""A list that the centre confirms for an employer, or takes back though it was confirmed."""

from collections.abc import Sequence
from uuid import UUID

from accounts.handlers import remittances
from accounts.shapes.lists import ListDetail, ListGrounds, RemittanceList
from accounts.views import employers as views
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


async def _examine_confirming(unit: Unit, body: ListGrounds, _by: Principal) -> Facts:
    async with unit.undone():
        await remittances.confirm_list(unit, body.list_id, None)
    row = await views.remittance_list(unit.connection, body.list_id)
    assert row is not None
    shown = RemittanceList.of(row)
    summary = (
        f"代单位{shown.employer_number}确认{shown.month}汇缴清册，"
        f"{shown.head_count}人，{shown.total_text}元"
    )
    total = Fen(shown.total_fen)
    return Facts(str(body.list_id), summary, amount_fen=total if total else None)


async def _confirm(unit: Unit, body: ListGrounds, _decision: Decision) -> ListDetail:
    await remittances.confirm_list(unit, body.list_id, None)
    return await detail(unit, body.list_id)


async def detail(unit: Unit, list_id: UUID) -> ListDetail:
    """Show a list with its roll-forward."""
    return (await details(unit, [list_id]))[list_id]


async def details(unit: Unit, list_ids: Sequence[UUID]) -> dict[UUID, ListDetail]:
    """Show lists with their roll-forwards, by their ids."""
    changes = await views.changes_since_last(unit.connection, list_ids)
    return {
        row["id"]: ListDetail.shown(row, changes[row["id"]])
        for row in await views.lists_by_id(unit.connection, list_ids)
    }


CONFIRM_LIST = Operation(
    "remittance_list.confirm", "代单位确认清册", ListGrounds, _examine_confirming, _confirm
)
CANCEL_LIST = Operation(
    "remittance_list.cancel", "撤销已确认的汇缴清册", ListGrounds, _examine_cancelling, _cancel
)
OPERATIONS = (CONFIRM_LIST, CANCEL_LIST)
