"""Answers to what withdrawals asks about loans (R-WDR-4, R-WDR-10)."""

from collections.abc import Sequence

from loans import announcements
from loans.views import contracts as views
from shared.messages.withdrawals import LoanQuestion, WithdrawalSubmitted
from shared.messaging.unit import Received, Unit, events_of


async def answer_questions(unit: Unit, batch: Sequence[Received[WithdrawalSubmitted]]) -> None:
    """Answer what withdrawals asks about loans: one statement for each kind of question."""
    asked = {event.application_id: event for event in events_of(batch)}.values()
    payoffs = [event for event in asked if event.loan_question is LoanQuestion.PAYOFF]
    debts = [event for event in asked if event.loan_question is LoanQuestion.UNPAID]
    if payoffs:
        await _answer_payoffs(unit, payoffs)
    if debts:
        await _answer_debts(unit, debts)


async def _answer_payoffs(unit: Unit, events: Sequence[WithdrawalSubmitted]) -> None:
    answers = await views.payoff_facts(
        unit.connection,
        [event.application_id for event in events],
        [event.person_id for event in events],
        [event.loan_contract_number for event in events],
        unit.clock.today(),
    )
    for answer in answers:
        unit.emit(announcements.payoff_answered(answer))


async def _answer_debts(unit: Unit, events: Sequence[WithdrawalSubmitted]) -> None:
    answers = await views.unpaid_loans(
        unit.connection,
        [event.application_id for event in events],
        [event.person_id for event in events],
    )
    for debts in answers:
        unit.emit(announcements.debt_checked(debts))
