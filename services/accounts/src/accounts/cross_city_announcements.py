"""The events by which accounts tells of cross-city transfers (异地转移接续), one function each; pure."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from accounts.domain import AccountFacts, Reservation, Reserved, Row, month_text
from accounts.sealed import id_number_in, name_in
from shared.messages.accounts import RefusalReason
from shared.messages.cross_city import (
    TransferInAccountTold,
    TransferInBooked,
    TransferInRefusal,
    TransferInWithheld,
    TransferOutAccountTold,
    TransferOutPosted,
    TransferOutRefusal,
    TransferOutRefused,
    TransferOutReserved,
    TransferOutRestored,
)
from shared.messages.transfers import TransferInAsked, TransferInClaimed, TransferOutAsked
from shared.sealing.personal_data import PersonalData

ACCOUNT_TAIL_DIGITS = 4
REFUSALS: Mapping[RefusalReason, TransferOutRefusal] = {
    RefusalReason.NO_ACCOUNT: TransferOutRefusal.NO_ACCOUNT,
    RefusalReason.ACCOUNT_CLOSED: TransferOutRefusal.ACCOUNT_CLOSED,
    RefusalReason.ACCOUNT_FROZEN: TransferOutRefusal.ACCOUNT_FROZEN,
    RefusalReason.NOT_SEALED: TransferOutRefusal.NOT_SEALED,
    RefusalReason.FUNDS_ALREADY_RESERVED: TransferOutRefusal.FUNDS_RESERVED,
    RefusalReason.CHANGE_REQUEST_OPEN: TransferOutRefusal.LIST_OPEN,
    RefusalReason.NOTHING_TO_WITHDRAW: TransferOutRefusal.NOTHING_THERE,
}
"""A transfer out is refused for what refuses a closing withdrawal."""


def in_account_told(
    event: TransferInAsked, row: Row | None, months: int, now: datetime, *, data: PersonalData
) -> TransferInAccountTold:
    """Whose account here may take another one, and since how many months; `row` is an open one."""
    return TransferInAccountTold(
        letter_id=event.letter_id,
        person_id=event.person_id,
        told_at=now,
        name=name_in(row, data) if row else None,
        id_number=id_number_in(row, data) if row else None,
        id_type=row["id_type"] if row else None,
        account_number=row["number"] if row else None,
        months_deposited=months,
    )


def in_booked(claim: TransferInClaimed, row: Row) -> TransferInBooked:
    """The money of a letter is on the account."""
    return TransferInBooked(
        letter_id=claim.letter_id,
        person_id=claim.person_id,
        bank_serial=row["bank_serial"],
        amount_fen=row["principal_fen"] + row["interest_fen"],
        booked_on=row["booked_on"],
        account_tail=row["account_number"][-ACCOUNT_TAIL_DIGITS:],
        balance_after_fen=row["posted_fen"],
    )


def in_withheld(claim: TransferInClaimed, why: TransferInRefusal) -> TransferInWithheld:
    """The money of a letter stays in suspense."""
    return TransferInWithheld(
        letter_id=claim.letter_id,
        person_id=claim.person_id,
        bank_serial=claim.bank_serial,
        reason_code=why,
    )


def out_account_told(
    event: TransferOutAsked,
    facts: AccountFacts | None,
    refusal: TransferOutRefusal | None,
    months_in_a_row: int,
    now: datetime,
) -> TransferOutAccountTold:
    """Whose account a letter is about; nothing of whom it does not fit."""
    return TransferOutAccountTold(
        letter_id=event.letter_id,
        told_at=now,
        person_id=facts.person_id if facts else None,
        account_number=facts.account_number if facts else None,
        refusal=refusal,
        balance_fen=facts.balance_fen + min(0, facts.interest_fen) if facts else 0,
        interest_fen=max(0, facts.interest_fen) if facts else 0,
        paid_up_to=month_text(facts.paid_up_to) if facts else None,
        opened_on=facts.opened_on if facts else None,
        months_in_a_row=months_in_a_row,
    )


def out_reserved(
    letter_id: UUID, facts: AccountFacts, amounts: Reserved, today: date
) -> TransferOutReserved:
    """All of an account is frozen."""
    return TransferOutReserved(
        letter_id=letter_id,
        person_id=facts.person_id,
        principal_fen=amounts.principal_fen,
        interest_fen=amounts.interest_fen,
        amount_fen=amounts.amount_fen,
        reserved_on=today,
        account_tail=facts.account_number[-ACCOUNT_TAIL_DIGITS:],
    )


def out_refused(letter_id: UUID, person_id: UUID, why: RefusalReason) -> TransferOutRefused:
    """Nothing is frozen."""
    return TransferOutRefused(letter_id=letter_id, person_id=person_id, reason_code=REFUSALS[why])


def out_posted(reservation: Reservation, today: date, *, account_closed: bool) -> TransferOutPosted:
    """What was paid to another centre is booked."""
    return TransferOutPosted(
        letter_id=reservation.application_id,
        person_id=reservation.person_id,
        amount_fen=reservation.frozen_fen,
        posted_on=today,
        account_closed=account_closed,
    )


def out_restored(reservation: Reservation, today: date) -> TransferOutRestored:
    """What came back is on the account again."""
    return TransferOutRestored(
        letter_id=reservation.application_id,
        person_id=reservation.person_id,
        amount_fen=reservation.frozen_fen,
        restored_on=today,
    )
