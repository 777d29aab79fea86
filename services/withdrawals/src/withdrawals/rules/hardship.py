"""Minimum living allowance (低保提取), a local type that is off without a row: all but a fen (R-WDR-47)."""

from datetime import date

from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import Register
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.ground import Cap, Ceiling, Ground, GroundTerms, Item, Question
from withdrawals.rules.model import WithdrawalReason, WithdrawalType

KIND = "hardship"


class HardshipTerms(GroundTerms):
    """The numbers of the policy row: those of every case."""

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        return ["每年可以提取一次。"]


def ceiling(question: Question) -> Ceiling | Refusal:
    """Offer the balance, of which accounts keeps a fen, once a calendar year."""
    HardshipTerms.of(question.terms)
    year = question.accepted_on.year
    if not question.dossier.hardship or question.dossier.account is None:
        return question.refuse("not_listed")
    if question.claims.of_kind(KIND).own().in_year(year).rows:
        return question.refuse("once_a_year", eligible_from=date(year + 1, 1, 1))
    balance = question.dossier.account.balance_fen
    key = f"household:{question.dossier.household.key}"
    return Ceiling((Item(key, balance, f"hardship-{year}"),), (Cap("账户余额", balance),))


HARDSHIP = WithdrawalType(
    kind=KIND,
    name="低保家庭提取",
    reason=WithdrawalReason.OTHER,
    local_sub_code="9905",
    closing=False,
    conditions=("家庭享受最低生活保障。",),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset(),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        HardshipTerms,
        frozenset({Register.MARRIAGE, Register.HARDSHIP}),
        ceiling,
        papers=frozenset({Register.HARDSHIP}),
    ),
)
