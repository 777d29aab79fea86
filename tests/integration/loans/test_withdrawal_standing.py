"""What loans tells before a withdrawal is decided: debts, a payoff, loans with payments (R-WDR-38, 39)."""

import uuid
from datetime import date

from tests.integration.loans.conftest import LoansService, lend_e28
from tests.support.telling import received

from loans.handlers import questions as handlers
from shared.messages.inquiries import LoanStandingTold
from shared.messages.withdrawals import WithdrawalFactsAsked


def asks(person_id: uuid.UUID, *, loans: bool = True) -> WithdrawalFactsAsked:
    return WithdrawalFactsAsked(
        inquiry_id=uuid.uuid4(),
        person_id=person_id,
        round=1 if loans else 2,
        as_of=date(2026, 3, 2),
        loans_wanted=loans,
    )


async def told(loans: LoansService, *questions: WithdrawalFactsAsked) -> list[LoanStandingTold]:
    await loans.context.pool.execute("DELETE FROM outbox")
    async with loans.context.unit() as unit:
        await handlers.tell_standing(unit, received(questions))
    found = {one.subject: one for one in await loans.events() if isinstance(one, LoanStandingTold)}
    return [found[one.subject] for one in questions if one.subject in found]


async def test_r_wdr_38_a_paid_off_loan_is_told_with_what_was_repaid(loans: LoansService) -> None:
    loan = await lend_e28(loans)
    stranger = asks(uuid.uuid4())
    mine, nobody = await told(loans, asks(loan.borrower), stranger)
    assert (mine.payoff_contract, mine.payoff_repaid_fen) == (loan.number, 22_125_422)  # E28
    assert (mine.payoff_denied, mine.payoff_offset_ever) == (None, False)
    [shown] = mine.loans
    assert (shown.contract_number, shown.balance_fen, shown.arrears) == (loan.number, 0, False)
    assert shown.paid_off_on == date(2019, 8, 29)
    assert all(one.own_fen == one.fen for one in shown.payments)
    assert (nobody.payoff_denied, nobody.loans) == ("no_loan", [])


async def test_who_wants_no_loans_is_told_nothing(loans: LoansService) -> None:
    assert await told(loans, asks(uuid.uuid4(), loans=False)) == []
