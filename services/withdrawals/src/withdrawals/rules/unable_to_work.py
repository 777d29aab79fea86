"""Unable to work (完全丧失劳动能力提取): total loss and employment ended; closes the account (R-WDR-44)."""

from pydantic import Field

from shared.messages.accounts import SealReason
from shared.messages.withdrawals import LoanQuestion
from withdrawals.domain import Refusal
from withdrawals.dossier import Register
from withdrawals.rules.checks import holder_alive, not_banned
from withdrawals.rules.ground import Ceiling, Ground, GroundTerms, Question
from withdrawals.rules.model import WithdrawalReason, WithdrawalType


class UnableTerms(GroundTerms):
    """The numbers of the policy row."""

    worst_grades: int = Field(ge=1, le=10)
    """Grades 1 to this one are a total loss."""

    def words(self) -> list[str]:
        """How much and within which time, as a citizen reads it."""
        return [f"鉴定结论为一级至{self.worst_grades}级的，提取全部余额和利息。"]


def ceiling(question: Question) -> Ceiling | Refusal:
    """Everything with interest, where the loss is total; that the account is sealed, accounts sees."""
    terms = UnableTerms.of(question.terms)
    grade = question.dossier.disability_grade
    if grade is None:
        return question.refuse("not_assessed")
    if grade > terms.worst_grades:
        return question.refuse("not_total")
    return Ceiling((), (), closing=True)


UNABLE_TO_WORK = WithdrawalType(
    kind="unable_to_work",
    name="完全丧失劳动能力提取",
    reason=WithdrawalReason.UNABLE_TO_WORK,
    local_sub_code=None,
    closing=True,
    conditions=("劳动能力鉴定为完全丧失劳动能力，并已与单位终止劳动关系。",),
    loan_question=LoanQuestion.NONE,
    expected_seal_reasons=frozenset({SealReason.TERMINATED, SealReason.OTHER}),
    on_acceptance=(not_banned,),
    on_loan_answer=(not_banned,),
    on_reservation=(not_banned, holder_alive),
    ground=Ground(
        UnableTerms,
        frozenset({Register.WORKING_ABILITY}),
        ceiling,
        papers=frozenset({Register.WORKING_ABILITY}),
    ),
)
