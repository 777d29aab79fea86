"""The events about deposits that went another way than a monthly list's, one function each; pure."""

from datetime import date
from uuid import UUID

from shared.messages.refunds import RefundApproved, RefundPosted, RefundRestored


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
