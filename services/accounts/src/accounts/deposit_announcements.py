"""The events about deposits that went another way than a monthly list's, one function each; pure."""

from datetime import date
from uuid import UUID

from accounts.domain import Row
from accounts.rules.correction import Wrong
from shared.messages.deposits import BackPaymentBooked, DepositCorrected
from shared.messages.refunds import RefundApproved, RefundPosted, RefundRestored

ACCOUNT_TAIL_DIGITS = 4


def refund_approved(
    refund_id: UUID, bank_serial: str, amount_fen: int, payee: tuple[str, str], today: date
) -> RefundApproved:
    """Money in suspense goes back to the account and holder that it came from."""
    account, name = payee
    return RefundApproved(
        refund_id=refund_id,
        bank_serial=bank_serial,
        amount_fen=amount_fen,
        payee_account=account,
        payee_name=name,
        approved_on=today,
    )


def refund_posted(refund_id: UUID, amount_fen: int, today: date) -> RefundPosted:
    """What the bank sent back to a payer is booked."""
    return RefundPosted(refund_id=refund_id, amount_fen=amount_fen, posted_on=today)


def refund_restored(refund_id: UUID, amount_fen: int, today: date) -> RefundRestored:
    """A refund that came back lies in suspense again."""
    return RefundRestored(refund_id=refund_id, amount_fen=amount_fen, restored_on=today)


def back_payment_booked(row: Row, bank_serial: str) -> BackPaymentBooked:
    """A back payment is on its people's accounts; the serial is its last receipt's."""
    return BackPaymentBooked(
        back_payment_id=row["id"],
        employer_number=row["employer_number"],
        head_count=row["head_count"],
        total_fen=row["total_fen"],
        bank_serial=bank_serial,
    )


def deposit_corrected(
    correction_id: UUID, wrong: Wrong, person_id: UUID, sign: int
) -> DepositCorrected:
    """A contribution left an account (`sign` -1), or came to the one that it belongs to (1)."""
    number = wrong.account_number if sign < 0 else wrong.to_account_number
    assert number is not None, "what came to nobody is not told"
    return DepositCorrected(
        correction_id=correction_id,
        person_id=person_id,
        account_tail=number[-ACCOUNT_TAIL_DIGITS:],
        month=str(wrong.month),
        amount_fen=sign * wrong.amount_fen,
    )
