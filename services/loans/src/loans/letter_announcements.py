"""The answer that loans gives about a letter of another centre; pure."""

from loans.domain.answers import Debts
from shared.messages.cross_city import TransferOutLoansTold
from shared.messages.transfers import TransferOutLoansAsked


def loans_told(
    event: TransferOutLoansAsked, debts: Debts, loans: int, *, fraud: bool
) -> TransferOutLoansTold:
    """What a person had, and owes."""
    return TransferOutLoansTold(
        letter_id=event.letter_id,
        person_id=event.person_id,
        loans=loans,
        unpaid=debts.as_borrower + debts.as_co_borrower + debts.as_guarantor,
        fraud=fraud,
    )
