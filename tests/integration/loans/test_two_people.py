"""Whatever staff do to a loan takes another one: every operation, every trick."""

import uuid
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import pytest
from tests.integration.loans.conftest import LoansService, contract_body, lend
from tests.integration.loans.money import GROUNDS, LOST, OTHER_CARD, borrow, deliver, last
from tests.integration.loans.moving_in import Move, citizen
from tests.integration.loans.test_disbursement import ACCOUNT
from tests.integration.loans.test_moving_in import E06, past_loan
from tests.support.callers import Caller
from tests.support.policies import drafted
from tests.support.two_people import Desk, holds_against_insiders, staff

from loans.handlers import disbursements
from loans.operations import OPERATIONS
from shared.identity.principal import Principal, Role
from shared.messages.loans import LoanDisbursementApproved
from shared.messages.settlement import DisbursementFailed

DAY = date(2019, 8, 29)
Asked = tuple[str, dict[str, Any]]


def desk(loans: LoansService) -> Desk:
    def caller(who: Principal) -> Caller:
        return Caller(loans.client, {"Authorization": f"Bearer {loans.keys.token(who)}"})

    return Desk(loans.context, caller)


async def contract(_loans: LoansService) -> Asked:
    return "/contracts", contract_body(amount_fen=50_000_000)


async def past(_loans: LoansService) -> Asked:
    return "/moving-in", past_loan()


async def past_by_files(loans: LoansService) -> Asked:
    borrower = await citizen(loans)
    move = await Move.begin(loans, 1, E06["balance_fen"])
    await move.send({**past_loan(), "borrower": borrower, "co_borrowers": []})
    return f"{move.path}/signature", {}


async def payee(loans: LoansService) -> Asked:
    body = contract_body()
    await loans.by_two("/contracts", body)
    asked = await last(loans, LoanDisbursementApproved)
    no = DisbursementFailed(
        disbursement_id=asked.disbursement_id, reason_code="AC01", reason_text="账号不存在"
    )
    await deliver(loans, disbursements.failed, no)
    return f"/contracts/{body['contract_number']}/counter/payee-changes", ACCOUNT


async def signing(loans: LoansService) -> Asked:
    loan = await lend(loans)
    terms = {"way": "monthly", "short_balance": "account_first", "prepayment_effect": "reduce"}
    body = {"person_id": str(loan.borrower), "signed_on": "2017-01-10", **terms}
    return f"{loan.path}/agreements", body


async def end(loans: LoansService) -> Asked:
    loan = await lend(loans)
    signed = (await loan.sign(loan.borrower)).json()
    return f"{loan.path}/agreements/{signed['agreement_id']}/end", {"ended_on": "2018-01-01"}


async def card(loans: LoansService) -> Asked:
    return f"{(await borrow(loans, paid=0)).path}/counter/card-changes", {**OTHER_CARD, **LOST}


async def debit(loans: LoansService) -> Asked:
    return f"{(await borrow(loans, paid=35)).path}/counter/card-repayments", {**LOST}


async def early(loans: LoansService) -> Asked:
    return f"{(await borrow(loans)).path}/counter/early-repayments", {"kind": "payoff", **LOST}


async def transfer(loans: LoansService) -> Asked:
    loan = await borrow(loans)
    quote = (await loans.maker.get(f"{loan.path}/payoff-quote", paid_on=str(DAY))).json()
    body = {
        "bank_serial": uuid.uuid4().hex, "amount_fen": quote["total_fen"], "kind": "06",
        "paid_on": str(DAY),
    }  # fmt: skip
    return f"{loan.path}/counter/transfer-repayments", body


async def ruling(loans: LoansService) -> Asked:
    listed = await loans.maker.get("/policies")
    today = loans.context.clock.today()
    kind, path = "loan_rate first 02", "annual_rate"
    return "/policies", drafted(listed.json()["items"], kind, path, "0.027", today=today)


ARRANGE: dict[str, Callable[[LoansService], Awaitable[Asked]]] = {
    "contract.enter": contract,
    "loan.move_in": past,
    "loan.move_in_files": past_by_files,
    "payee.change": payee,
    "agreement.sign": signing,
    "agreement.end": end,
    "card.change": card,
    "repayment.debit": debit,
    "repayment.early": early,
    "repayment.transfer": transfer,
    "policy.enact": ruling,
}


def test_every_operation_is_tried() -> None:
    """Setting messages aside is every service's: tests/integration/shared/test_parking.py."""
    assert set(ARRANGE) == {operation.kind for operation in OPERATIONS} - {
        "parked_message.set_aside"
    }


@pytest.mark.parametrize("kind", ARRANGE)
async def test_no_insider_gets_it_done_alone(loans: LoansService, kind: str) -> None:
    path, body = await ARRANGE[kind](loans)
    done = await holds_against_insiders(desk(loans), path, {**body, **GROUNDS})
    assert (done["kind"], done["state"]) == (kind, "executed")


async def test_a_party_of_a_loan_does_not_work_at_it(loans: LoansService) -> None:
    """Borrower and co-borrower; on a new contract the guarantor too."""
    loan = await lend(loans)
    body = {**OTHER_CARD, **GROUNDS, **LOST}
    path = f"{loan.path}/counter/card-changes"
    for person in (loan.borrower, loan.co_borrower):
        own = desk(loans).caller(staff(Role.STAFF_MAKER, own_person_id=person))
        assert (await own.post(path, body)).json()["title"] == "own-affair"
    fresh = contract_body()
    guarantor = uuid.UUID(fresh["guarantors"][0])
    own = desk(loans).caller(staff(Role.STAFF_MAKER, own_person_id=guarantor))
    assert (await own.post("/contracts", fresh)).json()["title"] == "own-affair"
