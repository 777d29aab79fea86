"""What loans tells of its contracts' money: once a date, to the fen, without the past that staff recorded."""

import asyncio
from datetime import date
from typing import Any

from tests.integration.loans.conftest import LoansService, lend, move_to
from tests.integration.loans.money import bank_debits, borrow, deliver, last, told, work
from tests.integration.loans.test_disbursement import Confirmed, loan, paid
from tests.integration.loans.test_reversals import taken_back

from loans.handlers import disbursements, reversals, totals
from shared.messages.loans import LoanDebitRequested, LoanDisbursementApproved
from shared.messages.totals import LoanTotalsTold

__all__ = ["loan"]


async def tell(loans: LoansService) -> list[tuple[Any, ...]]:
    """Tell if it is time; return the lines of the last date."""
    async with loans.context.unit() as unit:
        await totals.tell(unit)
    return [tuple(one.model_dump().values()) for one in (await last(loans, LoanTotalsTold)).totals]


async def test_a_disbursement_is_told_from_the_next_date_on(
    loans: LoansService, loan: Confirmed
) -> None:
    [asked] = await told(loans, LoanDisbursementApproved)
    await deliver(loans, disbursements.succeeded, paid(asked))
    assert await tell(loans) == [], "as of the day's beginning"
    move_to(loans, date(2026, 3, 3))
    assert await tell(loans) == [(loan.number, None, 30_000_000, 0, 0)]


async def test_a_debit_is_told_and_its_reversal_taken_off(loans: LoansService) -> None:
    """E01: 1,701.59 a month; what was repaid before this system stays out."""
    loan = await borrow(loans)
    await work(loans, date(2019, 9, 20))
    asked = await last(loans, LoanDebitRequested)
    await bank_debits(loans)
    move_to(loans, date(2019, 9, 21))
    assert await tell(loans) == [(loan.number, None, 0, 170_159, 170_159)]
    await deliver(loans, reversals.debits_reversed, taken_back(asked, date(2019, 9, 21)))
    move_to(loans, date(2019, 9, 22))
    assert await tell(loans) == []


async def test_repayments_of_the_past_moved_no_money_here(loans: LoansService) -> None:
    lent = await lend(loans)
    assert (await lent.pay_on_time(2)).status_code == 201
    move_to(loans, date(2026, 3, 9))
    assert await tell(loans) == [(lent.number, None, 30_000_000, 0, 0)]


async def test_a_date_is_told_once_by_however_many(loans: LoansService) -> None:
    await asyncio.gather(tell(loans), tell(loans))
    await tell(loans)
    [only] = await told(loans, LoanTotalsTold)
    assert (only.part, only.chunk, only.chunks) == ("2026-03-02/1", 1, 1)
