"""The one look at whether and how much, for estimate and decision alike; pure (R-WDR-27)."""

from dataclasses import dataclass, replace
from datetime import date

from shared.base.money import yuan
from shared.messages.withdrawals import FundsConditions, LoanQuestion
from withdrawals.domain import Joint, Refusal
from withdrawals.dossier import Claims, Dossier
from withdrawals.rules.ground import Ceiling, Missing, Question, answer
from withdrawals.rules.model import Facts, Terms, WithdrawalType, funds_conditions, judge
from withdrawals.texts import refuse_case

COUNTER = "counter"
"""The channel of an application that staff take (柜台)."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What the applicant said beside the type."""

    accepted_on: date
    subject: str | None = None
    wanted_fen: int | None = None
    at_counter: bool = False
    agreed_least_fen: int | None = None
    """Of a run of an agreement: less is not paid where the account is short (R-WDR-50)."""
    joint: Joint | None = None
    """Of such a run: what both spouses signed (R-WDR-49)."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """So far allowed: accounts is asked on these conditions."""

    conditions: FundsConditions
    ceiling: Ceiling | None = None


def look(
    kind: WithdrawalType,
    terms: Terms,
    facts: Facts,
    dossier: Dossier,
    *,
    claims: Claims,
    asking: Asking,
) -> Allowed | Refusal | Missing:
    """Judge a type by everything that is known; the account itself is judged by accounts."""
    refusal = judge(kind.on_acceptance, facts, terms)
    if refusal is None and kind.asks_loans(terms) is not LoanQuestion.NONE:
        refusal = judge(kind.on_loan_answer, facts, terms)
    if refusal is not None:
        return refusal
    if kind.ground is None or terms.ground is None:
        return Allowed(funds_conditions(kind, terms, facts))
    if _owes(facts, terms):
        return refuse_case(kind.kind, "unpaid_fund_loan")
    question = Question(
        kind.kind,
        asking.accepted_on,
        dossier,
        claims,
        terms.ground,
        asking.subject,
        asking.at_counter,
        asking.agreed_least_fen is not None,
        asking.joint,
    )
    found = answer(kind.ground, question)
    if not isinstance(found, Ceiling):
        return found
    allowed = _asked(kind, terms, facts, found, asking.wanted_fen)
    if isinstance(allowed, Allowed) and asking.agreed_least_fen is not None:
        least = max(allowed.conditions.least_fen, min(asking.agreed_least_fen, found.fen))
        part = allowed.conditions.model_copy(update={"least_fen": least})
        return Allowed(part, allowed.ceiling)
    return allowed


def _owes(facts: Facts, terms: Terms) -> bool:
    """R-WDR-24: whoever owes a fund loan in a part that the policy names."""
    debt = facts.debt
    if debt is None:
        return bool(terms.unpaid_loan_bars)
    owed = {
        "borrower": debt.as_borrower,
        "co_borrower": debt.as_co_borrower,
        "guarantor": debt.as_guarantor,
    }
    return any(owed[role] for role in terms.unpaid_loan_bars)


def _asked(
    kind: WithdrawalType, terms: Terms, facts: Facts, ceiling: Ceiling, wanted: int | None
) -> Allowed | Refusal:
    """Less may be asked for, more is refused, not cut (R-WDR-19); a down payment: R-WDR-34."""
    if ceiling.payee is not None:
        return refuse_case(kind.kind, "at_counter")
    conditions = funds_conditions(kind, terms, replace(facts, ceiling=ceiling))
    if wanted is None or ceiling.closing:
        return Allowed(conditions, ceiling)
    if wanted > ceiling.fen:
        return refuse_case(
            kind.kind, "above_ceiling", wanted=yuan(wanted), ceiling=yuan(ceiling.fen)
        )
    exactly = {"cap_fen": wanted, "least_fen": wanted}
    return Allowed(conditions.model_copy(update=exactly), ceiling)
