"""A back payment that the centre confirms for an employer, or takes back though it was confirmed."""

from uuid import UUID

from accounts.handlers import back_payments as handlers
from accounts.shapes.back_payments import BackPayment, BackPaymentGrounds
from accounts.views import back_payments as views
from shared.base.money import Fen
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def shown(unit: Unit, back_id: UUID) -> BackPayment:
    """Show a back payment."""
    row = await views.one(unit.connection, back_id)
    assert row is not None
    return BackPayment.of(row)


async def _facts(unit: Unit, what: str, back_id: UUID) -> Facts:
    found = await shown(unit, back_id)
    summary = (
        f"{what}单位{found.employer_number}的补缴清单，{found.head_count}人，{found.total_text}元"
    )
    return Facts(str(back_id), summary, amount_fen=Fen(found.total_fen))


async def _examine_confirming(unit: Unit, body: BackPaymentGrounds, _by: Principal) -> Facts:
    async with unit.undone():
        await handlers.confirm(unit, body.back_payment_id, None)
    return await _facts(unit, "代为确认", body.back_payment_id)


async def _confirm(unit: Unit, body: BackPaymentGrounds, _decision: Decision) -> BackPayment:
    await handlers.confirm(unit, body.back_payment_id, None)
    return await shown(unit, body.back_payment_id)


async def _examine_cancelling(unit: Unit, body: BackPaymentGrounds, _by: Principal) -> Facts:
    async with unit.undone():
        await handlers.cancel(unit, body.back_payment_id)
    return await _facts(unit, "撤销已确认、未入账的", body.back_payment_id)


async def _cancel(unit: Unit, body: BackPaymentGrounds, _decision: Decision) -> BackPayment:
    await handlers.cancel(unit, body.back_payment_id)
    return await shown(unit, body.back_payment_id)


CONFIRM = Operation(
    "back_payment.confirm", "代单位确认补缴清单", BackPaymentGrounds, _examine_confirming, _confirm
)
CANCEL = Operation(
    "back_payment.cancel", "撤销已确认的补缴清单", BackPaymentGrounds, _examine_cancelling, _cancel
)
OPERATIONS = (CONFIRM, CANCEL)
