"""HTTP for the counter (柜面): makers propose, another person decides by `/proposals`."""

from fastapi import APIRouter, Response

from loans import access
from loans.access import AtCounter, ContractNumber, Maker, Staff
from loans.errors import Reason, Refused
from loans.operations import contracts, counter, transfers
from loans.shapes import money, requests
from loans.store import claims, debits, disbursements
from shared.http.callers import ContextDependency
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

MAX_CLAIMS = 400
"""Receipts of one loan that are listed."""
MAX_UNDER_WAY = 500
"""Debits without an outcome in the operators' list."""

router = APIRouter(tags=["柜面业务"])


@router.post(
    "/contracts/{contract_number}/counter/card-changes",
    status_code=202,
    response_model=ProposalAnswer,
    summary="变更还款银行卡",
)
async def change_card(
    contract_number: ContractNumber, body: requests.CardChangeBody, maker: AtCounter
) -> Response:
    """Propose another repayment card, a borrower's own (R-REP-2)."""
    who = await access.confirmed_by(maker, body, contract_number)
    return await answer_proposed(
        maker, counter.CHANGE_CARD, body, contract_number=contract_number, confirmed_by=who
    )


@router.post(
    "/contracts/{contract_number}/counter/payee-changes",
    status_code=202,
    response_model=ProposalAnswer,
    summary="更正收款人并重新放款",
)
async def change_payee(
    contract_number: ContractNumber, body: requests.PayeeChangeBody, maker: Maker
) -> Response:
    """Propose the account of a loan whose disbursement failed or came back; it is then paid out again."""
    return await answer_proposed(
        maker, contracts.CHANGE_PAYEE, body, contract_number=contract_number
    )


@router.post(
    "/contracts/{contract_number}/counter/card-repayments",
    status_code=202,
    response_model=ProposalAnswer,
    summary="柜面扣款还款",
)
async def repay_by_card(
    contract_number: ContractNumber, body: requests.CardRepaymentBody, maker: AtCounter
) -> Response:
    """Propose a debit of the card now in use, of all that is owed on the day or a part (R-REP-7)."""
    who = await access.confirmed_by(maker, body, contract_number)
    return await answer_proposed(
        maker, counter.DEBIT, body, contract_number=contract_number, confirmed_by=who
    )


@router.post(
    "/contracts/{contract_number}/counter/early-repayments",
    status_code=202,
    response_model=ProposalAnswer,
    summary="柜面提前还款",
)
async def repay_early(
    contract_number: ContractNumber, body: requests.CounterEarlyBody, maker: AtCounter
) -> Response:
    """Propose an early repayment, without an agreement and with arrears too (3.10)."""
    if (body.kind == "partial") == (body.amount_fen is None):
        raise Refused(Reason.AMOUNT)
    who = await access.confirmed_by(maker, body, contract_number)
    return await answer_proposed(
        maker, counter.EARLY, body, contract_number=contract_number, confirmed_by=who
    )


@router.post(
    "/contracts/{contract_number}/counter/transfer-repayments",
    status_code=202,
    response_model=ProposalAnswer,
    summary="来款还款",
)
async def repay_by_transfer(
    contract_number: ContractNumber, body: requests.TransferBody, maker: Maker
) -> Response:
    """Propose that a bank receipt repays the loan; it leaves suspense for it before the entry is made."""
    return await answer_proposed(maker, transfers.TRANSFER, body, contract_number=contract_number)


@router.get("/contracts/{contract_number}/receipt-claims", summary="来款还款记录")
async def list_claims(
    context: ContextDependency, staff: Staff, contract_number: ContractNumber
) -> money.ReceiptClaimsAnswer:
    """List the bank receipts that were claimed for a loan, the latest first."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, staff)
        found = await claims.of_contract(connection, contract_number, MAX_CLAIMS)
    return money.ReceiptClaimsAnswer(
        claims=[money.ReceiptClaimAnswer(**dict(one)) for one in found]
    )


@router.get("/debits-under-way", summary="结果未明的扣款")
async def debits_under_way(context: ContextDependency, _staff: Staff) -> money.DebitsAnswer:
    """List the debits whose outcome is not known yet, the oldest first, for operators."""
    async with access.reading(context) as connection:
        found = await debits.all_under_way(connection, MAX_UNDER_WAY)
    return money.DebitsAnswer(debits=[money.DebitAnswer.of(one) for one in found])


@router.get("/contracts/{contract_number}/disbursements", summary="放款记录")
async def list_disbursements(
    context: ContextDependency, staff: Staff, contract_number: ContractNumber
) -> money.DisbursementsAnswer:
    """List every attempt to pay a loan out."""
    async with access.reading(context) as connection:
        await access.visible(connection, contract_number, staff)
        found = await disbursements.of_contract(connection, contract_number)
    return money.DisbursementsAnswer(
        disbursements=[money.DisbursementAnswer.of(one) for one in found]
    )
