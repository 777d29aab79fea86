"""The events by which transfers asks others and tells what became of a letter, one function each; pure."""

from datetime import date
from uuid import UUID

from shared.messages.transfers import (
    TransferInAsked,
    TransferInClaimed,
    TransferNews,
    TransferOutApproved,
    TransferOutAsked,
    TransferOutFundsRequested,
    TransferOutLoansAsked,
    TransferTold,
)
from transfers.domain import Centre, Letter, Subject


def in_asked(letter_id: UUID, person_id: UUID) -> TransferInAsked:
    """May the account here take another one?"""
    return TransferInAsked(letter_id=letter_id, person_id=person_id)


def in_claimed(letter: Letter, bank_serial: str) -> TransferInClaimed:
    """The money of a letter is there, and agrees with what was told."""
    assert letter.person_id is not None, "a letter of ours is about somebody"
    assert letter.number is not None, "it was written"
    assert letter.principal_fen is not None, "the other centre told it"
    assert letter.interest_fen is not None, "the other centre told it"
    return TransferInClaimed(
        letter_id=letter.letter_id,
        letter_number=letter.number,
        person_id=letter.person_id,
        bank_serial=bank_serial,
        principal_fen=letter.principal_fen,
        interest_fen=letter.interest_fen,
    )


def out_asked(letter_id: UUID, subject: Subject) -> TransferOutAsked:
    """Whose account is it, and how does it stand?"""
    return TransferOutAsked(
        letter_id=letter_id,
        name=subject.name,
        id_type=subject.id_type,
        id_number=subject.id_number,
        account_number=subject.account_there,
    )


def loans_asked(letter_id: UUID, person_id: UUID) -> TransferOutLoansAsked:
    """What does this person owe?"""
    return TransferOutLoansAsked(letter_id=letter_id, person_id=person_id)


def funds_requested(letter: Letter) -> TransferOutFundsRequested:
    """Two people agreed: all of it is to be frozen."""
    assert letter.person_id is not None, "two people saw whose it is"
    return TransferOutFundsRequested(letter_id=letter.letter_id, person_id=letter.person_id)


def approved(letter: Letter, payee: Centre, today: date) -> TransferOutApproved:
    """The money is frozen: it is to be paid."""
    assert letter.number is not None, "another centre's letter has its number"
    assert letter.amount_fen is not None, "accounts told it"
    return TransferOutApproved(
        letter_id=letter.letter_id,
        letter_number=letter.number,
        amount_fen=letter.amount_fen,
        payee_account=payee.account,
        payee_name=payee.account_name,
        approved_on=today,
    )


def told(letter: Letter, what: TransferNews, today: date, reason: str = "") -> TransferTold:
    """What the person should know; the letter is about somebody."""
    assert letter.person_id is not None, "nobody is told of a letter that is about nobody"
    return TransferTold(
        letter_id=letter.letter_id,
        person_id=letter.person_id,
        direction=letter.direction,
        what=what,
        centre_name=letter.centre_name,
        amount_fen=letter.amount_fen,
        reason_text=reason,
        told_on=today,
    )
