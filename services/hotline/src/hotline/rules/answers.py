"""What a caller hears of an answer: the prompts, one after the other. Never a whole number, card or name."""

from collections.abc import Mapping, Sequence
from typing import Final

from hotline.domain import AccountFacts, DepositFacts, LoanFacts, WithdrawalFacts
from hotline.rules import numerals
from hotline.rules.phrases import Phrase

Prompts = tuple[str, ...]

WITHDRAWAL_STATES: Final[Mapping[str, Phrase]] = {
    "submitted": Phrase.WITHDRAWAL_CHECKING,
    "funds_requested": Phrase.WITHDRAWAL_CHECKING,
    "in_review": Phrase.WITHDRAWAL_REVIEW,
    "approved": Phrase.WITHDRAWAL_PAYING,
    "paid": Phrase.WITHDRAWAL_PAID,
    "rejected": Phrase.WITHDRAWAL_REJECTED,
    "cancelled": Phrase.WITHDRAWAL_CANCELLED,
    "failed": Phrase.WITHDRAWAL_FAILED,
    "returned": Phrase.WITHDRAWAL_FAILED,
}


def balance(facts: AccountFacts | None) -> Prompts:
    """The balance, and what of it is frozen."""
    if facts is None:
        return (Phrase.NO_ACCOUNT,)
    said = (Phrase.BALANCE_IS, *numerals.amount(facts.balance_fen))
    if not facts.frozen_fen:
        return said
    return (*said, Phrase.FROZEN_IS, *numerals.amount(facts.frozen_fen))


def last_deposit(facts: DepositFacts | None) -> Prompts:
    """When the last contribution was booked, and how much it was."""
    if facts is None:
        return (Phrase.NO_DEPOSIT,)
    return (
        Phrase.LAST_DEPOSIT_ON,
        *numerals.day(facts.booked_on),
        Phrase.DEPOSIT_OF,
        *numerals.amount(facts.amount_fen),
    )


def withdrawal(facts: WithdrawalFacts | None) -> Prompts:
    """How far the latest application is; a state that has no words yet is being checked."""
    if facts is None:
        return (Phrase.NO_WITHDRAWAL,)
    sum_ = (
        (Phrase.WITHDRAWAL_SUM, *numerals.amount(facts.amount_fen))
        if facts.amount_fen is not None
        else ()
    )
    state = WITHDRAWAL_STATES.get(facts.state, Phrase.WITHDRAWAL_CHECKING)
    return (Phrase.WITHDRAWAL_OF, *numerals.day(facts.accepted_on), *sum_, state)


def loans(facts: Sequence[LoanFacts]) -> Prompts:
    """The next instalment and what is overdue, of each loan."""
    if not facts:
        return (Phrase.NO_LOAN,)
    said: list[str] = []
    for loan in facts:
        said += [Phrase.ANOTHER_LOAN] if said else []
        said += _next(loan)
        if loan.overdue_fen:
            said += [Phrase.LOAN_OVERDUE, *numerals.amount(loan.overdue_fen)]
        else:
            said.append(Phrase.LOAN_NOT_OVERDUE)
    return tuple(said)


def _next(loan: LoanFacts) -> list[str]:
    if loan.next_due_on is None or loan.next_fen is None:
        return []
    day, sum_ = numerals.day(loan.next_due_on), numerals.amount(loan.next_fen)
    return [Phrase.NEXT_INSTALMENT_ON, *day, Phrase.INSTALMENT_OF, *sum_]
