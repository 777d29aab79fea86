"""A policy tried on applications of before (试办): what each comes to by the old terms and the new; pure.

By what is kept of a case: bans, the owner's brakes and what accounts judges are as they were.
"""

from dataclasses import dataclass, replace
from datetime import date

from shared.base.money import Fen, yuan
from withdrawals.domain import Case, Debt, Payoff, Refusal, Reservation
from withdrawals.dossier import Claims, Dossier
from withdrawals.looks import COUNTER, Allowed, Asking, look
from withdrawals.refusals import Reason, chinese_date
from withdrawals.rules.book import ALL_KINDS, PolicyRow, Rulebook
from withdrawals.rules.ground import Missing
from withdrawals.rules.model import Facts, Terms, WithdrawalType, judge, review_reasons

LONG_AGO = date(2000, 1, 1)
"""A row that is tried holds for every application of before."""
OWES_NOTHING = Debt(0, 0, 0)
NOTHING_TAKEN = Claims()
OWES = {
    Reason.UNPAID_LOAN: Debt(1, 0, 0),
    Reason.UNPAID_LOAN_AS_CO_BORROWER: Debt(0, 1, 0),
    Reason.UNPAID_LOAN_AS_GUARANTOR: Debt(0, 0, 1),
}
"""What a refusal tells of the debt for which it was."""


@dataclass(frozen=True)
class Tried:
    """An application of before, with what was known when it was decided."""

    case: Case
    dossier: Dossier | None = None
    """Of a case of the law."""
    claims: Claims = NOTHING_TAKEN
    """What had been taken before it."""
    debt: Debt | None = None
    payoff: Payoff | None = None
    payoff_denied: str | None = None
    subject: str | None = None
    wanted_fen: int | None = None


@dataclass(frozen=True)
class Outcome:
    """What an application comes to by some terms."""

    text: str
    """In Chinese."""
    fen: int | None = None
    """What would be paid; None: nothing, or it is not known."""


@dataclass(frozen=True)
class Change:
    """An application that the new terms would have decided otherwise."""

    case: Case
    before: Outcome
    after: Outcome


def book_of(book: Rulebook, row: PolicyRow) -> Rulebook:
    """Make the book in which a row holds for every application of before; raises pydantic's errors."""
    return book.with_row(replace(row, effective_from=LONG_AGO))


def changes(tried: list[Tried], before: Rulebook, after: Rulebook, about: str) -> list[Change]:
    """Hold what each comes to by one book against the other."""
    found = [
        Change(one.case, _outcome(one, before, about), _outcome(one, after, about)) for one in tried
    ]
    return [one for one in found if one.before != one.after]


def _outcome(tried: Tried, book: Rulebook, about: str) -> Outcome:
    if about == ALL_KINDS:
        promise = book.promise(tried.case.accepted_on)
        return Outcome(
            f"{chinese_date(promise.decide_by)}前决定，{chinese_date(promise.pay_by)}前到账"
        )
    declared, terms = book.type_of(about), book.terms(about, tried.case.accepted_on)
    if tried.dossier is not None:
        return _of_the_law(declared, terms, tried, tried.dossier)
    return _of_the_account(declared, terms, tried.case)


def _of_the_law(kind: WithdrawalType, terms: Terms, tried: Tried, dossier: Dossier) -> Outcome:
    case = tried.case
    facts = Facts(
        case.accepted_on, payoff=tried.payoff, payoff_denied=tried.payoff_denied, debt=tried.debt
    )
    asking = Asking(case.accepted_on, tried.subject, tried.wanted_fen, case.channel == COUNTER)
    seen = look(kind, terms, facts, dossier, claims=tried.claims, asking=asking)
    if isinstance(seen, Missing):
        return Outcome(f"须补正材料：{seen.text}")
    if isinstance(seen, Refusal):
        return _refused(seen)
    return _allowed(kind, terms, case, seen)


def _allowed(kind: WithdrawalType, terms: Terms, case: Case, seen: Allowed) -> Outcome:
    money, cap_fen = case.reservation, seen.conditions.cap_fen
    if money is None:
        if case.refusal is not None and case.round:  # The account refused it, and not the terms.
            return _refused(case.refusal)
        return Outcome("符合条件，金额由账户核定")
    if cap_fen is not None and not money.closing:
        there_fen = money.amount_fen + money.balance_after_fen
        money = replace(money, amount_fen=min(cap_fen, there_fen))
    return _priced(kind, terms, money)


def _of_the_account(kind: WithdrawalType, terms: Terms, case: Case) -> Outcome:
    code = case.refusal.code if case.refusal is not None else None
    debt = OWES.get(Reason(code), OWES_NOTHING) if code in set(Reason) else OWES_NOTHING
    known = case.reservation is not None or debt != OWES_NOTHING
    if not known:
        return _refused(case.refusal) if case.refusal is not None else Outcome("没有核定")
    facts = Facts(case.accepted_on, payoff=case.payoff, debt=debt)
    refusal = judge(kind.on_loan_answer, facts, terms)
    if refusal is not None:
        return _refused(refusal)
    if case.reservation is None:
        return Outcome("符合条件，金额由账户核定")
    return _priced(kind, terms, case.reservation)


def _priced(kind: WithdrawalType, terms: Terms, money: Reservation) -> Outcome:
    reasons = review_reasons(kind, terms.review, money)
    amount = f"{yuan(Fen(money.amount_fen))}元"
    if reasons:
        return Outcome(
            f"{amount}，转人工审核：{'；'.join(one.text for one in reasons)}", money.amount_fen
        )
    return Outcome(f"{amount}，不经人工审核付款", money.amount_fen)


def _refused(refusal: Refusal) -> Outcome:
    return Outcome(f"不予提取：{refusal.text}")
