"""Paying a loan out through settlement: approved by the checker, booked once when the bank has paid."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.integration.loans.conftest import CARD, NAME, PAYEE, LoansService, contract_body, lend
from tests.integration.loans.money import Borrowed, deliver, last, told

from loans.handlers import disbursements
from shared.messages.loans import LoanDisbursed, LoanDisbursementApproved
from shared.messages.settlement import (
    DisbursementFailed,
    DisbursementReturned,
    DisbursementSucceeded,
    DisbursementUnknown,
)

ACCOUNT = {name: PAYEE[name] for name in ("number", "holder_name")}
PAID_ON = date(2026, 3, 2)


@dataclass
class Confirmed(Borrowed):
    """A contract whose disbursement is under way."""

    async def state(self) -> str:
        return str((await self.loans.maker.get(self.path)).json()["state"])

    async def tries(self) -> list[dict[str, Any]]:
        found = (await self.loans.maker.get(f"{self.path}/disbursements")).json()
        tries: list[dict[str, Any]] = found["disbursements"]
        return tries


@pytest.fixture
async def loan(loans: LoansService) -> Confirmed:
    body = contract_body(signed_on="2026-02-20")
    assert (await loans.by_two("/contracts", body)).status_code == 201
    people = [uuid.UUID(body[role]) for role in ("borrower",)]
    co_borrower, guarantor = uuid.UUID(body["co_borrowers"][0]), uuid.UUID(body["guarantors"][0])
    return Confirmed(loans, body["contract_number"], people[0], co_borrower, guarantor, PAID_ON)


def paid(asked: LoanDisbursementApproved, **changes: Any) -> DisbursementSucceeded:
    facts = {
        "disbursement_id": asked.disbursement_id, "amount_fen": asked.amount_fen,
        "bank_serial": f"B{asked.disbursement_id.hex[:12]}", "paid_on": PAID_ON,
    }  # fmt: skip
    return DisbursementSucceeded(**(facts | changes))


async def test_a_confirmed_loan_is_paid_out_once_and_then_has_its_plan(
    loans: LoansService, loan: Confirmed
) -> None:
    [asked] = await told(loans, LoanDisbursementApproved)
    assert (asked.amount_fen, asked.payee_account_tail) == (30_000_000, "9001")
    assert asked.payee_account == PAYEE["number"]
    assert await loan.state() == "1"
    refused = await loan.at_counter("payee-changes", ACCOUNT)
    assert refused.json()["title"] == "disbursement-under-way"
    unknown = DisbursementUnknown(
        disbursement_id=asked.disbursement_id, since=datetime(2026, 3, 2, 2, tzinfo=UTC)
    )
    await deliver(loans, disbursements.unknown, unknown)
    assert await loan.state() == "1", "an unknown outcome just waits"
    for _ in range(2):
        assert await deliver(loans, disbursements.succeeded, paid(asked), paid(asked)) == ([], [])
    assert await loan.state() == "2"
    [disbursed] = await told(loans, LoanDisbursed)
    first = (await loan.plan())[0]
    assert str(disbursed.first_due_on) == first["due_on"] == "2026-04-02"
    assert disbursed.first_amount_fen == first["total_fen"]
    plan = (await loan.me.get(f"{loan.path}/plan")).json()
    assert plan["versions"][0]["annual_rate"] == "2.60%", "the rate of that day (R-LOAN-1)"


async def test_a_failed_disbursement_is_paid_out_again_once_the_payee_is_corrected(
    loans: LoansService, loan: Confirmed
) -> None:
    asked = await last(loans, LoanDisbursementApproved)
    no = DisbursementFailed(
        disbursement_id=asked.disbursement_id, reason_code="AC01", reason_text="账号不存在"
    )
    await deliver(loans, disbursements.failed, no)
    assert (await loan.state(), await told(loans, LoanDisbursed)) == ("1", [])
    _, parked = await deliver(loans, disbursements.succeeded, paid(asked))
    assert parked, "what failed for good cannot have succeeded"
    again = await loan.at_counter("payee-changes", ACCOUNT | {"number": "371400000001239002"})
    assert again.status_code == 200, again.text
    second = await last(loans, LoanDisbursementApproved)
    assert second.disbursement_id != asked.disbursement_id
    assert second.payee_account_tail == "9002"
    await deliver(loans, disbursements.succeeded, paid(second))
    assert [one["state_text"] for one in await loan.tries()] == ["放款失败", "已放款"]
    apart = "SELECT entered_by <> approved_by FROM payee JOIN disbursement USING (contract_number)"
    assert await loans.context.pool.fetchval(f"SELECT every(apart) FROM ({apart}) AS t (apart)")
    twice = await loan.at_counter("payee-changes", ACCOUNT)
    assert twice.status_code == 409, "a loan is paid out once"


async def test_a_returned_disbursement_is_undone_and_may_be_paid_out_again(
    loans: LoansService, loan: Confirmed
) -> None:
    asked = await last(loans, LoanDisbursementApproved)
    back = DisbursementReturned(
        disbursement_id=asked.disbursement_id, amount_fen=asked.amount_fen, bank_serial="B1",
        reason_code="AC04", reason_text="账户已销户", returned_on=date(2026, 3, 3),
    )  # fmt: skip
    postponed, _ = await deliver(loans, disbursements.returned, back)
    assert postponed, "a return that overtakes its payment comes again later"
    await deliver(loans, disbursements.succeeded, paid(asked))
    for _ in range(2):
        assert await deliver(loans, disbursements.returned, back) == ([], [])
    shown = (await loan.me.get(loan.path)).json()
    assert (shown["state"], shown["account"]) == ("1", None)
    await loan.at_counter("payee-changes", ACCOUNT)
    again = await last(loans, LoanDisbursementApproved)
    await deliver(loans, disbursements.succeeded, paid(again, paid_on=date(2026, 3, 4)))
    entries = await loan.entries()
    assert [(one["kind_text"], one["balance_after_fen"]) for one in entries] == [
        ("放款", 30_000_000), ("放款（冲账）", 0), ("放款", 30_000_000)
    ]  # fmt: skip
    assert (await loan.account())["balance_fen"] == 30_000_000
    assert len(await loan.plan()) == 240


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"borrower": str(uuid.uuid4())}, "person-unknown"),
        ({"guarantors": [str(uuid.uuid4())]}, "person-unknown"),
        ({"repayment_card": CARD | {"holder_name": "李四"}}, "not-the-holder"),
        ({"payee": PAYEE | {"kind": "borrower"}}, "not-the-payee"),
    ],
)
async def test_a_loan_its_card_and_its_payee_belong_to_people_whom_the_fund_knows(
    loans: LoansService, wrong: dict[str, Any], code: str
) -> None:
    answer = await loans.maker.post("/contracts", contract_body(**wrong))
    assert (answer.status_code, answer.json()["title"]) == (422, code)


async def test_a_borrowers_own_account_may_be_paid(loans: LoansService) -> None:
    own = PAYEE | {"kind": "borrower", "holder_name": NAME}
    assert (await loans.by_two("/contracts", contract_body(payee=own))).status_code == 201


async def test_a_corrected_payee_is_whom_the_contract_names_or_a_borrower(
    loans: LoansService, loan: Confirmed
) -> None:
    asked = await last(loans, LoanDisbursementApproved)
    no = DisbursementFailed(
        disbursement_id=asked.disbursement_id, reason_code="AC01", reason_text="账号不存在"
    )
    await deliver(loans, disbursements.failed, no)
    stranger = await loan.at_counter("payee-changes", ACCOUNT | {"holder_name": "王五"})
    assert (stranger.status_code, stranger.json()["title"]) == (422, "not-the-payee")
    assert len(await told(loans, LoanDisbursementApproved)) == 1


async def test_a_contract_rests_on_its_application_and_no_other_does(loans: LoansService) -> None:
    body = contract_body()
    assert (await loans.by_two("/contracts", body)).status_code == 201
    kept = await loans.context.pool.fetchrow("SELECT * FROM contract")
    assert (kept["application_number"], kept["months_contributed"]) == (
        body["application_number"], 36
    )  # fmt: skip
    assert (kept["guarantee_type"], kept["guarantee_number"]) == tuple(body["guarantee"].values())
    other = contract_body(application_number=body["application_number"])
    answer = await loans.maker.post("/contracts", other)
    assert (answer.status_code, answer.json()["title"]) == (409, "application-used")


async def test_r_rep_2_a_loan_needs_its_repayment_card(loans: LoansService) -> None:
    for card in (None, CARD | {"number": "6222021612003456789"}):
        answer = await loans.maker.post("/contracts", contract_body(repayment_card=card))
        assert answer.status_code == 422


async def test_a_returned_disbursement_takes_back_its_own_loan_alone(
    loans: LoansService, loan: Confirmed
) -> None:
    asked = await last(loans, LoanDisbursementApproved)
    await deliver(loans, disbursements.succeeded, paid(asked))
    neighbour = await lend(loans, "2026-02-20")
    before = (await loans.maker.get(neighbour.path)).json()
    back = DisbursementReturned(
        disbursement_id=asked.disbursement_id, amount_fen=asked.amount_fen, bank_serial="B1",
        reason_code="AC04", reason_text="账户已销户", returned_on=date(2026, 3, 2),
    )  # fmt: skip
    assert await deliver(loans, disbursements.returned, back) == ([], [])
    assert (await loans.maker.get(neighbour.path)).json() == before
    entries = (await loans.maker.get(f"{neighbour.path}/repayments")).json()["entries"]
    assert [(one["kind_text"], one["balance_after_fen"]) for one in entries] == [
        ("放款", 30_000_000)
    ]  # fmt: skip
