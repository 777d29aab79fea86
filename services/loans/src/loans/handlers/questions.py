"""Answers to what withdrawals asks about loans (R-WDR-4, R-WDR-10)."""

from collections.abc import Sequence

from loans import announcements
from loans.rules import standing as rules
from loans.store import books
from loans.store import contracts as store
from loans.views import contracts as views
from loans.views import standing
from shared.base.calendar import months_after
from shared.messages.withdrawals import LoanQuestion, WithdrawalFactsAsked, WithdrawalSubmitted
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


PAYMENT_MONTHS = 36
"""So many months of repayments are told."""


async def tell_standing(unit: Unit, batch: Sequence[Received[WithdrawalFactsAsked]]) -> None:
    """Answer who wants to know of loans before a withdrawal is decided; who does not is told nothing."""
    asked = [event for event in events_of(batch) if event.loans_wanted]
    if not asked:
        return
    today, connection = unit.clock.today(), unit.connection
    keys = [event.inquiry_id for event in asked]
    people = [event.person_id for event in asked]
    debts = {one.application_id: one for one in await views.unpaid_loans(connection, keys, people)}
    nothing: list[str | None] = [None] * len(keys)
    payoffs = {
        one.application_id: one
        for one in await views.payoff_facts(connection, keys, people, nothing, today)
    }
    loans = await standing.loans_of(connection, people, today)
    numbers = sorted({row["contract_number"] for row in loans})
    payments = await standing.payments_of(connection, numbers, months_after(today, -PAYMENT_MONTHS))
    owing = await _in_arrears(unit, numbers)
    for event in asked:
        told = rules.home_loans(
            [row for row in loans if row["person_id"] == event.person_id], payments, owing
        )
        unit.emit(
            rules.standing_told(
                debts[event.inquiry_id], payoffs[event.inquiry_id], told, unit.clock.now()
            )
        )


async def _in_arrears(unit: Unit, numbers: Sequence[str]) -> set[str]:
    contracts = await store.contracts_of(unit.connection, numbers, lock=False)
    accounts = await books.accounts_of(unit.connection, contracts.values())
    today = unit.clock.today()
    return {number for number, one in accounts.items() if one.account.overdue(today)}
