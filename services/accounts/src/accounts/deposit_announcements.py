"""The events about deposits that went another way than a monthly list's, one function each; pure."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from accounts.domain import Month, Row
from accounts.rules.arrears import due_on
from accounts.rules.correction import Wrong
from shared.messages.deposits import (
    BackPaymentBooked,
    ComplaintAnswered,
    ContributionBooked,
    ContributionMissed,
    ContributionsBooked,
    DepositCorrected,
    DisputeAnswered,
    DisputeMade,
    InterestOfPerson,
    InterestSettled,
)
from shared.messages.dunning import DunningLetterDue
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


def contribution_missed(row: Row) -> ContributionMissed:
    """Somebody's months were not paid in time; who else would know?"""
    months = [Month.of(day) for day in row["months"]]
    return ContributionMissed(
        account_number=row["number"],
        person_id=row["person_id"],
        account_tail=row["number"][-ACCOUNT_TAIL_DIGITS:],
        employer_name=row["employer_name"],
        months=[str(month) for month in months],
        due_on=due_on(months[-1], row["payday"]),
    )


def complaint_answered(complaint_id: UUID, person_id: UUID) -> ComplaintAnswered:
    """The centre has answered a complaint."""
    return ComplaintAnswered(complaint_id=complaint_id, person_id=person_id)


def dispute_made(dispute_id: UUID, person_id: UUID, number: str, due_on: date) -> DisputeMade:
    """Somebody disputes a booked row or the balance."""
    return DisputeMade(
        dispute_id=dispute_id,
        person_id=person_id,
        account_tail=number[-ACCOUNT_TAIL_DIGITS:],
        due_on=due_on,
    )


def dispute_answered(
    dispute_id: UUID, person_id: UUID, number: str, *, by_bank: bool
) -> DisputeAnswered:
    """The bank or the centre has answered a dispute."""
    return DisputeAnswered(
        dispute_id=dispute_id,
        person_id=person_id,
        account_tail=number[-ACCOUNT_TAIL_DIGITS:],
        by_bank=by_bank,
    )


def contributions_booked(booking: Row, rows: Sequence[Row]) -> ContributionsBooked:
    """Some of the people of a booking, each with months, sum and balance."""
    return ContributionsBooked(
        booking_id=booking["id"],
        back_payment=booking["back_payment"],
        people=[
            ContributionBooked(
                person_id=row["person_id"],
                account_tail=row["account_number"][-ACCOUNT_TAIL_DIGITS:],
                months=[str(Month.of(day)) for day in row["months"]],
                amount_fen=row["amount_fen"],
                balance_fen=row["posted_fen"],
            )
            for row in rows
        ],
    )


def interest_settled(fund_year: int, rows: Sequence[Row]) -> InterestSettled:
    """The interest of a fund year is on some people's accounts."""
    return InterestSettled(
        fund_year=fund_year,
        people=[
            InterestOfPerson(
                person_id=row["person_id"],
                account_tail=row["account_number"][-ACCOUNT_TAIL_DIGITS:],
                interest_fen=row["interest_fen"],
                balance_fen=row["posted_fen"],
            )
            for row in rows
        ],
    )


def dunning_letter_due(row: Row) -> DunningLetterDue:
    """An employer owes months for so long that a letter goes out."""
    return DunningLetterDue(
        letter_id=row["id"],
        employer_number=row["employer_number"],
        employer_name=row["name"],
        stage=row["stage"],
        from_month=str(Month.of(row["from_month"])),
        until_month=str(Month.of(row["until_month"])),
        people=row["people"],
        owed_fen=row["owed_fen"],
        due_on=row["due_on"],
        pay_by=row["pay_by"],
        due_at=row["due_at"],
    )
