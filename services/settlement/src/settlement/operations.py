"""What takes two people in settlement: what is concluded of an order, what is said of a difference."""

from settlement import views
from settlement.domain import Order, Outcome
from settlement.handlers import conclusions, reconciliation
from settlement.process import OUTCOME_NAMES, state_name
from settlement.shapes import (
    CROSS_TEXTS,
    REASON_TEXTS,
    ConclusionProposal,
    CrossDifference,
    CrossExplanationProposal,
    Difference,
    ExplanationProposal,
    OddExplanationProposal,
    PaymentOrderDetail,
)
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.operations.parking.operation import SET_ASIDE
from shared.proposals.operation import Decision, Facts, Operation


def by_whom(decision: Decision) -> str:
    """Name both in the history; masked."""
    return f"经办{decision.maker_name}，复核{decision.checker_name}"


def facts_of(order: Order, outcome: Outcome) -> Facts:
    """What is to be concluded, for who decides."""
    said = f"{state_name(order.kind, order.state)}的指令认定为{OUTCOME_NAMES[outcome]}"
    return Facts(
        str(order.order_id), f"{said}，{yuan(order.amount_fen)}元", amount_fen=order.amount_fen
    )


async def _examine_conclusion(unit: Unit, body: ConclusionProposal, _by: Principal) -> Facts:
    return facts_of(await conclusions.checked(unit, body.order_id, body.outcome), body.outcome)


async def _conclude(
    unit: Unit, body: ConclusionProposal, decision: Decision
) -> PaymentOrderDetail | None:
    await conclusions.conclude(unit, body.order_id, body.outcome, decision)
    return await views.detail(unit.connection, unit.personal_data, body.order_id)


async def _examine_explanation(unit: Unit, body: ExplanationProposal, _by: Principal) -> Facts:
    row = await reconciliation.open_difference(unit, body.difference_id)
    figures = (row["bank_fen"], row["order_fen"], row["ledger_fen"])
    at_stake = max(abs(fen or 0) for fen in figures)
    summary = f"{row['business_date']}对账差异：{REASON_TEXTS[row['reason']]}（{row['key']}）"
    return Facts(str(body.difference_id), summary, amount_fen=Fen(at_stake) if at_stake else None)


async def _explain(unit: Unit, body: ExplanationProposal, decision: Decision) -> Difference:
    row = await reconciliation.explain(
        unit, body.difference_id, decision.reason, decision.maker_id, by_whom(decision)
    )
    return views.difference_of(row)


async def _examine_odd(unit: Unit, body: OddExplanationProposal, _by: Principal) -> Facts:
    row = await reconciliation.open_oddity(unit, body.odd_id)
    return Facts(str(body.odd_id), f"说明无法采信的银行记录，银行编号{row['number'] or '不可读'}")


async def _explain_odd(unit: Unit, body: OddExplanationProposal, decision: Decision) -> None:
    await reconciliation.explain_odd(
        unit, body.odd_id, decision.reason, decision.maker_id, by_whom(decision)
    )


async def _examine_cross(unit: Unit, body: CrossExplanationProposal, _by: Principal) -> Facts:
    row = await reconciliation.open_cross(unit, body.difference_id)
    figures = [row["loans_fen"], row["accounts_fen"], row["settlement_fen"]]
    known = [fen for fen in figures if fen is not None] or [0]
    at_stake = max(known) - min(known)
    about = row["contract_number"] or "全部合同"
    summary = f"{row['as_of']}服务间差异：{CROSS_TEXTS[row['what']]}（{about}）"
    return Facts(str(body.difference_id), summary, amount_fen=Fen(at_stake) if at_stake else None)


async def _explain_cross(
    unit: Unit, body: CrossExplanationProposal, decision: Decision
) -> CrossDifference:
    row = await reconciliation.explain_cross(
        unit, body.difference_id, decision.reason, decision.maker_id, by_whom(decision)
    )
    return views.cross_difference_of(row)


CONCLUDE = Operation(
    "order.conclude", "指令处理结论", ConclusionProposal, _examine_conclusion, _conclude
)
EXPLAIN = Operation(
    "difference.explain", "对账差异说明", ExplanationProposal, _examine_explanation, _explain
)
EXPLAIN_ODD = Operation(
    "odd_entry.explain",
    "无法采信的银行记录说明",
    OddExplanationProposal,
    _examine_odd,
    _explain_odd,
)
EXPLAIN_CROSS = Operation(
    "cross_difference.explain",
    "服务间差异说明",
    CrossExplanationProposal,
    _examine_cross,
    _explain_cross,
)
OPERATIONS = (CONCLUDE, EXPLAIN, EXPLAIN_ODD, EXPLAIN_CROSS, SET_ASIDE)
