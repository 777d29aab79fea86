"""Whether a bank receipt is the money of a letter (异地转入, R-TRF-4); pure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shared.messages.cross_city import TransferInRefusal


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
    taken_fen: int


def refusal(receipt: Receipt, amount_fen: int) -> TransferInRefusal | None:
    """Say why a receipt is not the letter's; None when it is. It is taken whole, and once."""
    elsewhere = (receipt.loan_claim, receipt.list_id, receipt.reference, receipt.employer_number)
    if receipt.taken_fen > 0 or any(one is not None for one in elsewhere):
        return TransferInRefusal.RECEIPT_USED
    if receipt.amount_fen != amount_fen:
        return TransferInRefusal.OTHER_AMOUNT
    return None
