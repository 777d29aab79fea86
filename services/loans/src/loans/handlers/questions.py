"""Answers to what withdrawals asks about loans (R-WDR-4, R-WDR-10)."""

from collections.abc import Sequence

from loans.views import contracts as views
from shared.messages.loans import LoanDebtChecked, LoanPayoffCertified, LoanPayoffDenied
from shared.messages.withdrawals import LoanQuestion, WithdrawalSubmitted
from shared.messaging.unit import Unit


async def answer_questions(unit: Unit, events: Sequence[WithdrawalSubmitted]) -> None:
    """Answer what withdrawals asks about loans: one statement for each kind of question."""
    asked = {event.application_id: event for event in events}.values()
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
        unit.emit(_payoff_event(answer))


def _payoff_event(answer: views.PayoffAnswer) -> LoanPayoffCertified | LoanPayoffDenied:
    if answer.contract_number is None or answer.settled_on is None:
        return LoanPayoffDenied(
            application_id=answer.application_id,
            person_id=answer.person_id,
            reason_code="no_loan" if answer.contract_number is None else "loan_not_paid_off",
            contract_number=answer.contract_number,
        )
    return LoanPayoffCertified(
        application_id=answer.application_id,
        person_id=answer.person_id,
        contract_number=answer.contract_number,
        settled_on=answer.settled_on,
        total_principal_fen=answer.principal_repaid_fen or 0,
        total_interest_fen=answer.interest_repaid_fen or 0,
        offset_agreement_ever=bool(answer.offset_agreement_ever),
    )


async def _answer_debts(unit: Unit, events: Sequence[WithdrawalSubmitted]) -> None:
    answers = await views.unpaid_loans(
        unit.connection,
        [event.application_id for event in events],
        [event.person_id for event in events],
    )
    for debts in answers:
        unit.emit(
            LoanDebtChecked(
                application_id=debts.application_id,
                person_id=debts.person_id,
                unpaid_as_borrower=debts.as_borrower,
                unpaid_as_co_borrower=debts.as_co_borrower,
                unpaid_as_guarantor=debts.as_guarantor,
                contract_number=debts.contract_number,
            )
        )
