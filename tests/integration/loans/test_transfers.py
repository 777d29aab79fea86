"""A transfer repays a loan only by a bank receipt that accounts took out of suspense for it, once."""

import uuid
from datetime import date
from typing import Any

import httpx
import pytest
from tests.integration.loans.conftest import LoansService, move_to
from tests.integration.loans.money import GROUNDS, Borrowed, borrow, deliver, last, told, work
from tests.integration.loans.test_loan_life import assert_books_agree

from loans.handlers import receipts
from shared.messages.loans import LoanDebitRequested, LoanPaidOff, LoanRepaid, RepaymentSource
from shared.messages.receipts import (
    LoanReceiptClaimed,
    ReceiptAllotted,
    ReceiptRefusal,
    ReceiptWithheld,
)

LATE = date(2019, 10, 5)


@pytest.fixture
async def late(loans: LoansService) -> Borrowed:
    """The loan of E15: instalment 37 is 15 days late, 1,701.59 and 3.46 yuan are owed."""
    made = await borrow(loans)
    move_to(loans, LATE)
    return made


async def claim(loan: Borrowed, serial: str = "B20191005001", **more: Any) -> httpx.Response:
    body = {
        "bank_serial": serial, "amount_fen": 170_505, "kind": "04", "paid_on": str(LATE), **more,
    }  # fmt: skip
    return await loan.at_counter("transfer-repayments", body)


def allotted(asked: LoanReceiptClaimed, **changes: Any) -> ReceiptAllotted:
    facts = {
        "claim_id": asked.claim_id, "contract_number": asked.contract_number,
        "bank_serial": asked.bank_serial, "amount_fen": asked.amount_fen,
        "value_date": asked.value_date,
    }  # fmt: skip
    return ReceiptAllotted(**(facts | changes))


def withheld(asked: LoanReceiptClaimed) -> ReceiptWithheld:
    return ReceiptWithheld(
        claim_id=asked.claim_id, contract_number=asked.contract_number,
        bank_serial=asked.bank_serial, reason_code=ReceiptRefusal.UNKNOWN_RECEIPT,
        reason_text="没有这笔来款",
    )  # fmt: skip


async def claims(loan: Borrowed) -> list[tuple[str, str | None]]:
    found = (await loan.loans.maker.get(f"{loan.path}/receipt-claims")).json()["claims"]
    return [(one["state"], one["reason_text"]) for one in found]


async def test_a_receipt_repays_when_accounts_has_taken_it_for_the_loan(
    loans: LoansService, late: Borrowed
) -> None:
    assert (await claim(late)).status_code == 200
    asked = await last(loans, LoanReceiptClaimed)
    assert (asked.bank_serial, asked.amount_fen, asked.value_date) == (
        "B20191005001", 170_505, LATE
    )  # fmt: skip
    assert (await late.account())["state"] == "5", "asked for, and not repaid yet"
    for _ in range(2):
        assert await deliver(loans, receipts.allotted, allotted(asked)) == ([], [])
    [repaid] = await told(loans, LoanRepaid)
    assert (repaid.source, repaid.source_id) == (RepaymentSource.COUNTER, asked.claim_id)
    assert (repaid.penalty_fen, repaid.interest_fen, repaid.principal_fen) == (346, 72_158, 98_001)
    assert (await late.account())["state"] == "2"
    assert await claims(late) == [("applied", None)]
    await assert_books_agree(loans.context, late.number)


async def test_a_receipt_repays_once(loans: LoansService, late: Borrowed) -> None:
    other = await borrow(loans)
    assert (await claim(late)).status_code == 200
    for loan in (late, other):
        again = await claim(loan)
        assert (again.status_code, again.json()["title"]) == (
            (409, "money-under-way") if loan is late else (409, "receipt-taken")
        )
    await deliver(loans, receipts.allotted, allotted(await last(loans, LoanReceiptClaimed)))
    assert (await claim(other)).json()["title"] == "receipt-taken"
    assert len(await told(loans, LoanReceiptClaimed)) == 1


async def test_a_receipt_that_nobody_has_repays_nothing_and_may_be_named_right(
    loans: LoansService, late: Borrowed
) -> None:
    await claim(late)
    asked = await last(loans, LoanReceiptClaimed)
    for _ in range(2):
        assert await deliver(loans, receipts.withheld, withheld(asked)) == ([], [])
    assert (await late.account())["state"] == "5"
    assert await claims(late) == [("refused", "没有这笔来款")]
    _, parked = await deliver(loans, receipts.allotted, allotted(asked))
    assert parked, "what was refused cannot have been allotted"
    assert (await claim(late)).status_code == 200, "the receipt may come later"


async def test_what_loans_never_asked_for_is_for_people(
    loans: LoansService, late: Borrowed
) -> None:
    await claim(late)
    asked = await last(loans, LoanReceiptClaimed)
    for wrong in ({"claim_id": uuid.uuid4()}, {"amount_fen": 170_504}):
        _, parked = await deliver(loans, receipts.allotted, allotted(asked, **wrong))
        assert parked
    assert await told(loans, LoanRepaid) == []


async def test_while_a_receipt_is_asked_for_nothing_else_happens_to_the_loan(
    loans: LoansService, late: Borrowed
) -> None:
    await claim(late)
    online = await late.me.post(f"{late.path}/owed-payments", None)
    assert online.json()["title"] == "money-under-way"
    await work(loans, date(2019, 10, 20))
    assert await told(loans, LoanDebitRequested) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"amount_fen": 170_506}, "more-than-owed"),
        ({"amount_fen": 345}, "less-than-penalty"),
        ({"kind": "06"}, "not-the-payoff-amount"),
        ({"paid_on": "2019-10-06"}, "date-in-the-future"),
    ],
)
async def test_r_rep_7_a_receipt_that_does_not_fit_is_refused_before_anybody_is_asked(
    loans: LoansService, late: Borrowed, wrong: dict[str, Any], code: str
) -> None:
    body = {"bank_serial": "B1234", "amount_fen": 170_505, "kind": "04", "paid_on": str(LATE)}
    path = f"{late.path}/counter/transfer-repayments"
    answer = await loans.maker.post(path, {**body, **wrong, **GROUNDS})
    assert (answer.status_code, answer.json()["title"]) == (422, code)
    assert await told(loans, LoanReceiptClaimed) == []


async def test_a_payoff_counts_to_the_day_on_which_the_money_came(
    loans: LoansService,
) -> None:
    """E12: 266,644.58 yuan on 2019-08-29, taken for the loan a month later."""
    loan = await borrow(loans)
    move_to(loans, date(2019, 9, 18))
    answer = await claim(loan, amount_fen=26_664_458, kind="06", paid_on="2019-08-29")
    assert answer.status_code == 200, answer.text
    await deliver(loans, receipts.allotted, allotted(await last(loans, LoanReceiptClaimed)))
    assert (await last(loans, LoanPaidOff)).settled_on == date(2019, 8, 29)
    await assert_books_agree(loans.context, loan.number)
