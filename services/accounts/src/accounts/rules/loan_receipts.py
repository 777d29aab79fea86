"""Whether a bank receipt repays a loan that claims it; pure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.messages.receipts import ReceiptRefusal


@dataclass
class Receipt:
    """A receipt as it stands."""

    bank_serial: str
    amount_fen: int
    value_date: date
    list_id: UUID | None
    reference: str | None
    employer_number: str | None
    loan_claim: UUID | None
    taken_fen: int = 0


def refusal(receipt: Receipt | None, amount_fen: int, value_date: date) -> ReceiptRefusal | None:
    """Say why a receipt is not a loan's; None when it is. It repays whole, and once."""
    if receipt is None:
        return ReceiptRefusal.UNKNOWN_RECEIPT
    if receipt.loan_claim is not None or receipt.list_id is not None or receipt.taken_fen > 0:
        return ReceiptRefusal.RECEIPT_USED
    if receipt.reference is not None or receipt.employer_number is not None:
        return ReceiptRefusal.OF_AN_EMPLOYER
    if (receipt.amount_fen, receipt.value_date) != (amount_fen, value_date):
        return ReceiptRefusal.OTHER_FACTS
    return None
