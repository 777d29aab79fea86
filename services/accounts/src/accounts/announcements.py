"""The events by which accounts tells the others what has happened, one function each; pure."""

from datetime import date, datetime
from uuid import UUID

from accounts.domain import AccountFacts, Month, NewEmployer, Refused, Reserved, Row, month_text
from accounts.rules.loan_money import Booking
from accounts.rules.offset import REFUSAL_TEXTS, OffsetFacts
from accounts.rules.reservation import months_behind
from shared.messages.accounts import (
    BalanceTold,
    EmployerRegistered,
    FundsPosted,
    FundsRefused,
    FundsReleased,
    FundsReserved,
    FundsRestored,
    IndividualAccountOpened,
    IndividualAccountSealed,
    IndividualAccountUnsealed,
    LoanMoney,
    LoanMoneyBooked,
    OffsetRefusal,
    OffsetRefused,
    OffsetReserved,
    ReceiptRecorded,
    RemittanceListBooked,
    SealReason,
)
from shared.messages.loans import LoanOffsetRequested
from shared.messages.notifications import BalanceAsked
from shared.messages.withdrawals import WithdrawalFundsRequested, WithdrawalPaid, WithdrawalReturned

ACCOUNT_TAIL_DIGITS = 4


def _tail(account_number: str) -> str:
    return account_number[-ACCOUNT_TAIL_DIGITS:]


def employer_registered(
    number: str, new: NewEmployer, operator_id_number_hash: str
) -> EmployerRegistered:
    """An employer may remit, and its operator may log in."""
    return EmployerRegistered(
        employer_number=number,
        name=new.name,
        operator_name=new.operator_name_sealed,
        operator_id_number=new.operator_id_number_sealed,
        operator_id_number_hash=operator_id_number_hash,
        operator_phone=new.operator_phone_sealed,
        social_credit_code=new.social_credit_code,
        payday=new.payday,
        employer_ratio_bp=new.employer_ratio_bp,
        employee_ratio_bp=new.employee_ratio_bp,
        registered_on=new.registered_on,
    )


def account_opened(row: Row, employer_number: str) -> IndividualAccountOpened:
    """Somebody has an account, and may log in; the personal data are those known of the person."""
    return IndividualAccountOpened(
        account_number=row["number"],
        person_id=row["person_id"],
        employer_number=employer_number,
        name=row["name_sealed"],
        id_number=row["id_number_sealed"],
        id_number_hash=row["id_number_hash"],
        phone=row["phone_sealed"],
        phone_hash=row["phone_hash"],
        opened_on=row["opened_on"],
        base_fen=row["base_fen"],
        id_type=row["id_type"],
    )


def account_sealed(
    row: Row, reason: SealReason, sealed_on: date, from_month: date
) -> IndividualAccountSealed:
    """Nothing is contributed any more, from a month on; `row` is the account as it was."""
    return IndividualAccountSealed(
        account_number=row["number"],
        person_id=row["person_id"],
        reason=reason,
        sealed_on=sealed_on,
        paid_up_to=month_text(row["paid_up_to"]),
        sealed_month=month_text(from_month),
    )


def account_unsealed(row: Row, month: Month) -> IndividualAccountUnsealed:
    """Contributions go on, from a month on."""
    return IndividualAccountUnsealed(
        account_number=row["number"], person_id=row["person_id"], effective_month=str(month)
    )


def funds_reserved(
    event: WithdrawalFundsRequested,
    amounts: Reserved,
    facts: AccountFacts,
    name_sealed: str,
    today: date,
) -> FundsReserved:
    """What a withdrawal pays is frozen, with what decides about it."""
    return FundsReserved(
        application_id=event.application_id,
        person_id=event.person_id,
        round=event.round,
        account_number=facts.account_number,
        account_tail=_tail(facts.account_number),
        holder_name=name_sealed,
        closing=event.conditions.closing,
        principal_fen=amounts.principal_fen,
        interest_fen=amounts.interest_fen,
        amount_fen=amounts.amount_fen,
        balance_after_fen=facts.balance_fen - amounts.principal_fen,
        retained_fen=amounts.retained_fen,
        reserved_on=today,
        seal_reason=SealReason(facts.seal_reason) if facts.seal_reason else None,
        sealed_on=facts.sealed_on,
        paid_up_to=month_text(facts.paid_up_to),
        months_behind=months_behind(facts.paid_up_to, facts.sealed_month, facts.opened_on),
    )


def funds_refused(
    event: WithdrawalFundsRequested, why: Refused, facts: AccountFacts | None
) -> FundsRefused:
    """Nothing is frozen for this round, and why."""
    return FundsRefused(
        application_id=event.application_id,
        person_id=event.person_id,
        round=event.round,
        reason_code=why.reason_code,
        rule=why.rule,
        eligible_from=why.eligible_from,
        balance_fen=facts.balance_fen if facts else None,
        retained_fen=why.retained_fen,
    )


def funds_released(application_id: UUID, reservation: Row) -> FundsReleased:
    """What was frozen is free again."""
    return FundsReleased(
        application_id=application_id,
        person_id=reservation["person_id"],
        amount_fen=reservation["principal_fen"] + reservation["interest_fen"],
    )


def funds_posted(
    event: WithdrawalPaid, today: date, *, account_closed: bool, left_fen: int
) -> FundsPosted:
    """What the bank paid is booked."""
    return FundsPosted(
        application_id=event.application_id,
        person_id=event.person_id,
        amount_fen=event.amount_fen,
        posted_on=today,
        account_closed=account_closed,
        left_fen=left_fen,
    )


def funds_restored(event: WithdrawalReturned, today: date) -> FundsRestored:
    """What came back (退票) is on an account again."""
    return FundsRestored(
        application_id=event.application_id,
        person_id=event.person_id,
        amount_fen=event.amount_fen,
        restored_on=today,
    )


def offset_reserved(
    event: LoanOffsetRequested, amount_fen: int, left: OffsetFacts
) -> OffsetReserved:
    """What a loan may take out of an account is frozen; `left` is the account without it."""
    return OffsetReserved(
        offset_id=event.offset_id,
        person_id=event.person_id,
        amount_fen=amount_fen,
        account_tail=_tail(left.account_number),
        balance_after_fen=left.available_fen,
    )


def offset_refused(event: LoanOffsetRequested, reason: OffsetRefusal) -> OffsetRefused:
    """An account pays nothing for a loan this time, and why."""
    return OffsetRefused(
        offset_id=event.offset_id,
        person_id=event.person_id,
        reason_code=reason,
        reason_text=REFUSAL_TEXTS[reason],
    )


def loan_money_booked(item: Booking, today: date) -> LoanMoneyBooked:
    """Money of a loan that the bank moved is in the ledger too."""
    return LoanMoneyBooked(
        key=UUID(item.key),
        kind=LoanMoney(item.kind),
        amount_fen=item.amount_fen,
        booked_on=today,
    )


def receipt_recorded(receipt: Row) -> ReceiptRecorded:
    """Money that came in at the bank is in the ledger too."""
    return ReceiptRecorded(
        bank_serial=receipt["bank_serial"],
        amount_fen=receipt["amount_fen"],
        value_date=receipt["value_date"],
    )


def list_booked(row: Row, bank_serial: str) -> RemittanceListBooked:
    """A month's list is on its people's accounts; the serial is its last receipt's."""
    return RemittanceListBooked(
        list_id=row["id"],
        employer_number=row["employer_number"],
        month=str(Month.of(row["month"])),
        head_count=row["head_count"],
        total_fen=row["total_fen"],
        bank_serial=bank_serial,
    )


def balance_told(event: BalanceAsked, account: Row | None, now: datetime) -> BalanceTold:
    """What somebody asked for by text (余额); nothing for whoever has no account."""
    return BalanceTold(
        inquiry_id=event.inquiry_id,
        person_id=event.person_id,
        account_tail=_tail(account["number"]) if account else None,
        balance_fen=account["posted_fen"] if account else None,
        paid_up_to=month_text(account["paid_up_to"]) if account else None,
        told_at=now,
    )
