"""A transfer repays a loan when two people say which bank receipt it is."""

from uuid import uuid4

from loans.domain.orders import Claim
from loans.handlers import receipts
from loans.operations.parts import about
from loans.shapes.money import ReceiptClaimedAnswer
from loans.shapes.proposed import TransferProposed
from shared.base.money import Fen, yuan
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


def _claim(body: TransferProposed) -> Claim:
    return Claim(
        uuid4(),
        body.contract_number,
        body.bank_serial,
        body.amount_fen,
        body.paid_on,
        body.kind,
        body.effect,
    )


async def _examine(unit: Unit, body: TransferProposed, _by: Principal) -> Facts:
    contract = await receipts.claimable(unit, _claim(body))
    what = f"以{body.paid_on}来款（流水{body.bank_serial}）{yuan(body.amount_fen)}元还款"
    return about(contract, what, Fen(body.amount_fen))


async def _execute(unit: Unit, body: TransferProposed, decision: Decision) -> ReceiptClaimedAnswer:
    claim = _claim(body)
    await receipts.request(unit, claim, decision.maker_id)
    return ReceiptClaimedAnswer(claim_id=claim.claim_id)


TRANSFER = Operation("repayment.transfer", "来款还款", TransferProposed, _examine, _execute)
OPERATIONS = (TRANSFER,)
