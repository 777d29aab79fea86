"""A bank receipt repays a loan once: out of suspense whole, or refused with the reason."""

import uuid
from datetime import date
from typing import Any

import pytest

from accounts.handlers import loan_money, loan_receipts, remittances
from shared.messages.receipts import (
    LoanReceiptClaimed,
    ReceiptAllotted,
    ReceiptRefusal,
    ReceiptWithheld,
)

from .conftest import TODAY, Accounts, receipt
from .loans import LOAN, ledger, repaid

PAYOFF_FEN, PRINCIPAL_FEN, INTEREST_FEN = 26_664_458, 26_642_811, 21_647
"""E12."""


def claimed(serial: str, amount_fen: int = PAYOFF_FEN, **changes: Any) -> LoanReceiptClaimed:
    usual = {
        "claim_id": uuid.uuid4(), "contract_number": LOAN, "person_id": uuid.uuid4(),
        "bank_serial": serial, "amount_fen": amount_fen, "value_date": TODAY,
    }  # fmt: skip
    return LoanReceiptClaimed.model_validate(usual | changes)


async def came_in(accounts: Accounts, note: str = "还贷", amount_fen: int = PAYOFF_FEN) -> str:
    """Let money come in whose note names no list; its serial."""
    event = receipt(note, amount_fen, value_date=TODAY)
    await accounts.deliver(remittances.book_receipts, event)
    return event.bank_serial


async def answers(accounts: Accounts) -> list[str]:
    """What claims were answered: allotted, or why not."""
    found = []
    for event in await accounts.events():
        if isinstance(event, ReceiptAllotted):
            found.append("allotted")
        if isinstance(event, ReceiptWithheld):
            found.append(event.reason_code)
    return found


async def test_a_receipt_leaves_suspense_for_its_loan_and_the_entry_draws_on_it(
    accounts: Accounts,
) -> None:
    serial = await came_in(accounts)
    claim = claimed(serial)
    entry = repaid(claim.claim_id, PRINCIPAL_FEN, INTEREST_FEN, source="counter")
    postponed, _ = await accounts.deliver(loan_money.book_repayments, entry)
    assert postponed, "the entry that overtakes its money waits for it"
    for _ in range(2):
        assert await accounts.deliver(loan_receipts.allot_receipts, claim) == ([], [])
    assert await answers(accounts) == ["allotted", "allotted"], "asked again, answered again"
    assert await ledger(accounts) == {"loan_transit": PAYOFF_FEN}
    waiting = (await accounts.staff.get("/suspense")).json()["items"]
    assert serial not in [one["bank_serial"] for one in waiting]
    assert await accounts.deliver(loan_money.book_repayments, entry) == ([], [])
    assert await ledger(accounts) == {
        "loan_principal": PRINCIPAL_FEN, "loan_interest": INTEREST_FEN,
    }  # fmt: skip
    more = repaid(claim.claim_id, 1, entry_number=2, source="counter")
    _, parked = await accounts.deliver(loan_money.book_repayments, more)
    assert parked, "a receipt repays no more than it brought"
    await accounts.verified()


async def test_two_loans_that_claim_one_receipt_get_it_once(accounts: Accounts) -> None:
    serial = await came_in(accounts)
    await accounts.deliver(loan_receipts.allot_receipts, claimed(serial), claimed(serial))
    await accounts.deliver(loan_receipts.allot_receipts, claimed(serial))
    assert await answers(accounts) == ["allotted", "receipt_used", "receipt_used"]
    assert await ledger(accounts) == {"loan_transit": PAYOFF_FEN}
    await accounts.verified()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"bank_serial": "NOBODYS"}, ReceiptRefusal.UNKNOWN_RECEIPT),
        ({"amount_fen": PAYOFF_FEN + 1}, ReceiptRefusal.OTHER_FACTS),
        ({"amount_fen": PAYOFF_FEN - 1}, ReceiptRefusal.OTHER_FACTS),
        ({"value_date": "2026-02-27"}, ReceiptRefusal.OTHER_FACTS),
    ],
)
async def test_a_claim_that_does_not_fit_gets_nothing(
    accounts: Accounts, wrong: dict[str, Any], why: ReceiptRefusal
) -> None:
    serial = await came_in(accounts)
    await accounts.deliver(loan_receipts.allot_receipts, claimed(serial, **wrong))
    assert await answers(accounts) == [why]
    assert await ledger(accounts) == {}
    await accounts.verified()


async def test_an_employers_money_repays_nobodys_loan(accounts: Accounts) -> None:
    """A receipt that names a list is the employer's, paid too much or too little as it may be."""
    employer = await accounts.employer()
    await accounts.people(employer, 600_000, opened_on=date(2026, 1, 1))
    drafted = await accounts.staff.done(f"/employers/{employer}/lists", {"month": "2026-02"})
    await accounts.staff.done(f"/lists/{drafted['id']}/confirmation")
    serial = await came_in(accounts, drafted["payment_reference"], drafted["total_fen"] + 1)
    await accounts.deliver(loan_receipts.allot_receipts, claimed(serial, drafted["total_fen"] + 1))
    assert await answers(accounts) == ["of_an_employer"]
    await accounts.verified()
