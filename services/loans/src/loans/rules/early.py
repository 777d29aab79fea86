"""Early repayment (提前还款): who may do it, within which limits, what it changes (R-REP-1 to 10)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from loans.domain.contracts import CardInUse, PrepaymentEffect
from loans.errors import Reason, Refused
from loans.rules.account import LoanAccount
from loans.rules.agreements import agreement_on
from loans.rules.repayment import Repayment, RepaymentKind
from shared.base.money import Fen, yuan


class EarlyKind(StrEnum):
    """What the borrower chooses (调整方式, R-REP-1)."""

    PAYOFF = "payoff"
    """全部结清贷款"""
    PARTIAL = "partial"
    """部分还款"""


REPAYMENT_KINDS = {
    EarlyKind.PAYOFF: RepaymentKind.PAYOFF,
    EarlyKind.PARTIAL: RepaymentKind.EARLY,
}


@dataclass(frozen=True)
class Wish:
    """An early repayment as it is asked for."""

    kind: EarlyKind
    amount_fen: Fen | None
    """The debit; None for a payoff, whose amount follows from the day."""
    debit_on: date
    counter: bool = False
    """Staff do it for the borrower: with arrears and without an agreement too (3.10)."""
    effect: PrepaymentEffect | None = None
    """Only at the counter and without an agreement (R-REP-3)."""


@dataclass(frozen=True)
class Circumstances:
    """What beside the account bears on it."""

    early_this_month: int
    """Early repayments of the month that were not refused by the bank."""
    money_under_way: bool
    """A debit or an offset whose outcome is not known yet."""
    has_card: bool


@dataclass(frozen=True)
class EarlyQuote:
    """What an early repayment costs on its day and what it changes (R-REP-5)."""

    kind: EarlyKind
    debit_on: date
    penalty_fen: Fen
    arrears_fen: Fen
    """Instalments due by that day, without penalty interest."""
    principal_fen: Fen
    """Principal not yet due that is repaid."""
    interest_fen: Fen
    """On that principal, from the last due date to the debit date."""
    total_fen: Fen
    effect: PrepaymentEffect | None
    instalment_before_fen: Fen
    instalment_after_fen: Fen
    periods_before: int
    periods_after: int
    last_due_before: date | None
    last_due_after: date | None
    interest_saved_fen: Fen
    balance_after_fen: Fen


@dataclass(frozen=True)
class Offer:
    """A quote with what it rests on."""

    quote: EarlyQuote
    account: LoanAccount
    card: CardInUse
    token: str
    """Stands for all figures of the quote; whoever accepts sends it back."""


def judge(account: LoanAccount, wish: Wish, around: Circumstances) -> None:
    """Refuse what section 3.10 does not allow; says why in one sentence."""
    if account.settled_on is not None:
        raise Refused(Reason.ALREADY_SETTLED)
    if wish.debit_on <= account.loan.disbursed_on:
        raise Refused(Reason.TOO_EARLY)
    if around.money_under_way:
        raise Refused(Reason.MONEY_UNDER_WAY)
    _judge_arrears(account, wish)
    partial = wish.kind is EarlyKind.PARTIAL
    agreement = agreement_on(account.agreements, wish.debit_on)
    if partial and agreement is None and not wish.counter:
        raise Refused(Reason.AGREEMENT_NEEDED)
    if partial and len(account.coming(wish.debit_on)) <= 1:
        raise Refused(Reason.LAST_PERIOD)
    policy = account.rulebook.policy_on(wish.debit_on)
    if around.early_this_month >= policy.early_per_month:
        raise Refused(Reason.ONCE_A_MONTH, times=policy.early_per_month)
    if partial and (wish.amount_fen or 0) < policy.early_minimum_fen:
        raise Refused(Reason.BELOW_MINIMUM, minimum=yuan(policy.early_minimum_fen))
    if not around.has_card:
        raise Refused(Reason.NO_CARD)


def _judge_arrears(account: LoanAccount, wish: Wish) -> None:
    """Arrears must be paid first online (A2); in the debit window the instalment goes first (R-REP-6)."""
    day = wish.debit_on
    unpaid = [*account.overdue(day), *account.due(day)]
    if not unpaid or wish.counter:
        return
    window_ends = unpaid[0].due_on + timedelta(days=account.rulebook.policy_on(day).debit_days)
    if day < window_ends:
        raise Refused(Reason.IN_DEBIT_WINDOW, due_on=unpaid[0].due_on)
    raise Refused(Reason.ARREARS_FIRST, owed=yuan(account.owed_by(day)))


def repayment_of(account: LoanAccount, wish: Wish, serial: str) -> Repayment:
    """Turn a wish into the repayment that is booked when the card was debited."""
    day = wish.debit_on
    amount = wish.amount_fen
    if wish.kind is EarlyKind.PAYOFF:
        amount = account.quote_payoff(day).total_fen
    assert amount is not None, "a partial repayment has an amount"
    kind = REPAYMENT_KINDS[wish.kind]
    return Repayment(serial, day, kind, amount, wish.effect, rest_prepays=wish.counter)


def quote(account: LoanAccount, wish: Wish) -> EarlyQuote:
    """Say what it costs and changes, by doing it to a copy of the account (R-REP-5)."""
    after = replace(
        account,
        unpaid=[replace(owed) for owed in account.unpaid],
        new_plans=[],
        levels=[*account.levels],
    )
    after.catch_up(wish.debit_on)
    before = [owed for owed in after.unpaid if owed.due_on > wish.debit_on]
    interest_before = sum(owed.interest_fen for owed in before)
    booked = after.record(repayment_of(after, wish, "quote"))
    due_principal = sum(part.principal_fen for part in booked.allocations)
    due_interest = sum(part.interest_fen for part in booked.allocations)
    interest = booked.interest_fen - due_interest
    interest_after = sum(owed.interest_fen for owed in after.unpaid)
    agreement = agreement_on(account.agreements, wish.debit_on)
    effect = agreement.prepayment_effect if agreement else wish.effect
    return EarlyQuote(
        kind=wish.kind,
        debit_on=wish.debit_on,
        penalty_fen=booked.penalty_fen,
        arrears_fen=Fen(due_principal + due_interest),
        principal_fen=Fen(booked.principal_fen - due_principal),
        interest_fen=Fen(interest),
        total_fen=booked.repayment.amount_fen,
        effect=effect if wish.kind is EarlyKind.PARTIAL else None,
        instalment_before_fen=before[0].total_fen if before else Fen(0),
        instalment_after_fen=after.unpaid[0].total_fen if after.unpaid else Fen(0),
        periods_before=len(before),
        periods_after=len(after.unpaid),
        last_due_before=before[-1].due_on if before else None,
        last_due_after=after.unpaid[-1].due_on if after.unpaid else None,
        interest_saved_fen=Fen(interest_before - interest_after - interest),
        balance_after_fen=after.balance_fen,
    )


def consequence(kind: EarlyKind, *, agreement_ever: bool) -> str:
    """Say what it means for a withdrawal of type 5 (R-REP-10, R-WDR-4)."""
    if kind is EarlyKind.PARTIAL:
        return (
            "网上部分提前还款以签订冲抵协议为前提，签订过冲抵协议的贷款结清后，"
            "不能办理偿还公积金贷款提取。"
        )
    if agreement_ever:
        return "该贷款签订过冲抵协议，结清后不能办理偿还公积金贷款提取。"
    return "该贷款从未签订冲抵协议，结清后可以申请偿还公积金贷款提取。"
