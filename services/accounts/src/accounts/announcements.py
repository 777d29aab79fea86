"""The events by which accounts tells the others what has happened, one function each; pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from accounts.domain import (
    BUSINESS_TEXTS,
    AccountFacts,
    AccountState,
    Month,
    NewEmployer,
    Operator,
    Refused,
    Reservation,
    Reserved,
    Row,
    month_text,
)
from accounts.rules import arrears, reminders
from accounts.rules.deposit import DepositPolicy, side_fen
from accounts.rules.loan_money import Booking
from accounts.rules.offset import REFUSAL_TEXTS, OffsetFacts
from accounts.rules.reservation import months_behind
from accounts.sealed import OPERATOR_PHONE, id_number_in, name_in, phone_in
from shared.base.id_documents import IdType
from shared.messages.accounts import (
    BalanceTold,
    ContributionFactsTold,
    EmployerRegistered,
    EmployerReminded,
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
from shared.messages.cards import CardMovedIn
from shared.messages.documents import DocumentRequested
from shared.messages.employers import EmployerReminder
from shared.messages.facts import ContributionAccount, ContributionEntry
from shared.messages.loans import LoanOffsetRequested
from shared.messages.notifications import BalanceAsked
from shared.messages.receipts import (
    LoanReceiptClaimed,
    ReceiptAllotted,
    ReceiptRefusal,
    ReceiptWithheld,
)
from shared.messages.totals import LoanMoneyTotalsTold, MoneyTotal, in_parts
from shared.messages.withdrawals import WithdrawalFundsRequested, WithdrawalPaid, WithdrawalReturned
from shared.sealing.personal_data import PersonalData

ACCOUNT_TAIL_DIGITS = 4


def _tail(account_number: str) -> str:
    return account_number[-ACCOUNT_TAIL_DIGITS:]


def employer_registered(number: str, new: NewEmployer, operator: Operator) -> EmployerRegistered:
    """An employer may remit, and its operator may log in."""
    return EmployerRegistered(
        employer_number=number,
        name=new.name,
        operator_name=operator.name,
        operator_id_number=operator.document.value,
        operator_id_number_hash="",
        operator_phone=operator.phone.value,
        operator_id_type=operator.document.kind.value,
        social_credit_code=new.social_credit_code,
        payday=new.payday,
        employer_ratio_bp=new.employer_ratio_bp,
        employee_ratio_bp=new.employee_ratio_bp,
        registered_on=new.registered_on,
    )


def employer_reminded(row: Row, data: PersonalData) -> EmployerReminded:
    """An employer is late with a month, or with its staff's accounts; its operator shall know."""
    kind, month = EmployerReminder(row["kind"]), None
    due_on, days = (
        reminders.due_on(kind, row["about"], row["payday"]),
        reminders.DAYS_TO_OPEN_ACCOUNTS,
    )
    if kind is EmployerReminder.REMITTANCE_LATE:
        month, days = Month.of(row["about"]), arrears.DAYS_AFTER_PAYDAY
    return EmployerReminded(
        employer_number=row["number"],
        name=row["name"],
        phone=data.open(row["operator_phone_sealed"], OPERATOR_PHONE, row["social_credit_code"]),
        kind=kind,
        month=str(month) if month else None,
        due_on=due_on,
        days=days,
    )


def account_opened(row: Row, employer_number: str, data: PersonalData) -> IndividualAccountOpened:
    """Somebody has an account, and may log in; the personal data are those known of the person."""
    return IndividualAccountOpened(
        account_number=row["number"],
        person_id=row["person_id"],
        employer_number=employer_number,
        name=name_in(row, data),
        id_number=id_number_in(row, data),
        id_number_hash="",
        phone=phone_in(row, data),
        phone_hash="",
        opened_on=row["opened_on"],
        base_fen=row["base_fen"],
        id_type=row["id_type"],
    )


def card_moved_in(person_id: UUID, card: str, today: date) -> CardMovedIn:
    """An older system paid somebody to this card; in clear here, withdrawals alone can read it on its way."""
    return CardMovedIn(person_id=person_id, card=card, moved_in_on=today)


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
    name: str,
    today: date,
) -> FundsReserved:
    """What a withdrawal pays is frozen, with what decides about it."""
    return FundsReserved(
        application_id=event.application_id,
        person_id=event.person_id,
        round=event.round,
        account_number=facts.account_number,
        account_tail=_tail(facts.account_number),
        holder_name=name,
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


def funds_released(reservation: Reservation) -> FundsReleased:
    """What was frozen is free again."""
    return FundsReleased(
        application_id=reservation.application_id,
        person_id=reservation.person_id,
        amount_fen=reservation.frozen_fen,
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


def receipt_allotted(claim: LoanReceiptClaimed) -> ReceiptAllotted:
    """A receipt left suspense for the loan that claimed it."""
    return ReceiptAllotted(
        claim_id=claim.claim_id,
        contract_number=claim.contract_number,
        bank_serial=claim.bank_serial,
        amount_fen=claim.amount_fen,
        value_date=claim.value_date,
    )


RECEIPT_REFUSALS: Mapping[ReceiptRefusal, str] = {
    ReceiptRefusal.UNKNOWN_RECEIPT: "没有这笔来款",
    ReceiptRefusal.RECEIPT_USED: "该来款已经使用",
    ReceiptRefusal.OF_AN_EMPLOYER: "该来款是单位的汇缴款",
    ReceiptRefusal.OTHER_FACTS: "金额或到账日与来款不符",
}


def receipt_withheld(claim: LoanReceiptClaimed, why: ReceiptRefusal) -> ReceiptWithheld:
    """A loan does not get the receipt that it claimed."""
    return ReceiptWithheld(
        claim_id=claim.claim_id,
        contract_number=claim.contract_number,
        bank_serial=claim.bank_serial,
        reason_code=why.value,
        reason_text=RECEIPT_REFUSALS[why],
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


REVERSAL = "02"


def contribution_account(
    row: Row, policy: DepositPolicy, months_in_a_row: int
) -> ContributionAccount:
    """An account as a certificate shows it; base and deposit are those of today (R-DEP-1)."""
    base_fen = policy.base_within_limits(row["base_fen"])
    ratios = (row["employer_ratio_bp"], row["employee_ratio_bp"])
    return ContributionAccount(
        account_number=row["number"],
        employer_number=row["employer_number"],
        employer_name=row["employer_name"],
        state_text=AccountState(row["state"]).text,
        opened_on=row["opened_on"],
        paid_up_to=month_text(row["paid_up_to"]),
        base_fen=base_fen,
        employer_ratio_bp=ratios[0],
        employee_ratio_bp=ratios[1],
        monthly_deposit_fen=sum(side_fen(base_fen, ratio, policy.rounding) for ratio in ratios),
        balance_fen=row["posted_fen"],
        frozen_fen=row["frozen_fen"],
        months_in_a_row=months_in_a_row,
    )


def contribution_facts(
    event: DocumentRequested,
    person: Row | None,
    account: ContributionAccount | None,
    rows: Sequence[Row],
    now: datetime,
    *,
    data: PersonalData,
) -> ContributionFactsTold:
    """What a document about contributions rests on; nothing for whoever has no account."""
    before = [row for row in rows if row["before"]]
    return ContributionFactsTold(
        request_id=event.request_id,
        person_id=event.person_id,
        told_at=now,
        name=name_in(person, data) if person else None,
        id_number=id_number_in(person, data) if person else None,
        id_type_text=IdType(person["id_type"]).text if person else None,
        account=account,
        opening_balance_fen=before[-1]["balance_after_fen"] if before else 0,
        entries=[_contribution_entry(row) for row in rows if not row["before"]],
    )


def _contribution_entry(row: Row) -> ContributionEntry:
    text = BUSINESS_TEXTS[row["business_type"]]
    return ContributionEntry(
        booked_on=row["booked_on"],
        business_text=f"{text}（冲账）" if row["reversal_flag"] == REVERSAL else text,
        month=month_text(row["contribution_month"]),
        amount_fen=row["amount_fen"],
        balance_after_fen=row["balance_after_fen"],
    )


def totals_told(as_of: date, totals: Sequence[MoneyTotal]) -> list[LoanMoneyTotalsTold]:
    """All that ever moved for loans, as of a day's beginning, in parts."""
    return in_parts(LoanMoneyTotalsTold, as_of, totals)
