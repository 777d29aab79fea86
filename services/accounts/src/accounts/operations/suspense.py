"""What two people do with money in suspense: allot it to a list, or send it back."""

from accounts.access import MAKERS, bound, still_bound
from accounts.handlers import suspense as handlers
from accounts.operations.lists import detail
from accounts.rules.suspense import Part
from accounts.shapes import suspense as shapes
from accounts.shapes.lists import ListDetail
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal, Right
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


def _parts(body: shapes.AllotmentBody) -> list[Part]:
    return [Part(one.bank_serial, one.amount_fen) for one in body.parts]


async def _examine_allotting(unit: Unit, body: shapes.AllotmentProposal, by: Principal) -> Facts:
    found, _ = await handlers.allottable(unit, body.list_id, _parts(body), bound(by))
    total = Fen(found["employer_fen"] + found["employee_fen"])
    serials = "、".join(part.bank_serial for part in body.parts[:3])
    more = f"等{len(body.parts)}笔" if len(body.parts) > 3 else ""
    summary = (
        f"以暂收款{serials}{more}共{yuan(total)}元"
        f"缴纳单位{found['employer_number']}{found['month']:%Y-%m}清册"
    )
    return Facts(str(body.list_id), summary, amount_fen=total)


async def _allot(unit: Unit, body: shapes.AllotmentProposal, decision: Decision) -> ListDetail:
    await still_bound(unit, decision, Right.PAY)
    await handlers.allot(unit, body.list_id, _parts(body))
    return await detail(unit, body.list_id)


async def _examine_refunding(unit: Unit, body: shapes.RefundProposal, by: Principal) -> Facts:
    row = await handlers.refundable(unit, body.bank_serial, body.amount_fen, bound(by))
    tail = row["payer_account_tail"]
    summary = (
        f"将暂收款{body.bank_serial}中的{yuan(body.amount_fen)}元"
        f"退回{row['payer_name']}的原付款账户（尾号{tail}）"
    )
    return Facts(body.bank_serial, summary, amount_fen=Fen(body.amount_fen))


async def _refund(
    unit: Unit, body: shapes.RefundProposal, decision: Decision
) -> shapes.OrderedRefund:
    await still_bound(unit, decision, Right.PAY)
    signed_by = (decision.maker_id, decision.checker_id)
    refund_id = await handlers.refund(unit, body.bank_serial, body.amount_fen, signed_by)
    return shapes.OrderedRefund(refund_id=refund_id)


ALLOT = Operation(
    "suspense.allot",
    "暂收款缴纳清册",
    shapes.AllotmentProposal,
    _examine_allotting,
    _allot,
    makers=frozenset(MAKERS),
)
REFUND = Operation(
    "suspense.refund",
    "暂收款退款",
    shapes.RefundProposal,
    _examine_refunding,
    _refund,
    makers=frozenset(MAKERS),
)
OPERATIONS = (ALLOT, REFUND)
