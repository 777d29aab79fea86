"""The events that tell other services about loans, one function each; pure."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime

from loans.domain.answers import Debts, PayoffAnswer
from loans.domain.contracts import (
    ROLE_TEXTS,
    BankAccount,
    CardInUse,
    Contract,
    OffsetAgreement,
    RepaymentMethod,
)
from loans.domain.orders import Claim, Debit, Disbursement, NewDebit, NewDisbursement, OffsetUse
from loans.rules.account import LoanAccount
from loans.rules.booking import Change
from shared.base.money import percent
from shared.messages.documents import DocumentRequested
from shared.messages.facts import LoanShown, PlanLine
from shared.messages.loans import (
    LoanChange,
    LoanChanged,
    LoanDebitFailed,
    LoanDebitRequested,
    LoanDebtChecked,
    LoanDisbursed,
    LoanDisbursementApproved,
    LoanEarlyRepaymentAccepted,
    LoanEarlyRepaymentFailed,
    LoanFactsTold,
    LoanHistoryRecorded,
    LoanOffsetApplied,
    LoanOffsetReleased,
    LoanOffsetRequested,
    LoanOverdue,
    LoanPaidOff,
    LoanPayoffCertified,
    LoanPayoffDenied,
    LoanRepaid,
    LoanRepaymentDueSoon,
    LoanRepaymentReversed,
)
from shared.messages.receipts import LoanReceiptClaimed
from shared.messages.settlement import DebitFailed
from shared.messages.totals import LoanTotalsTold, MoneyTotal, in_parts


def disbursement_approved(
    contract: Contract, order: NewDisbursement, payee: BankAccount
) -> LoanDisbursementApproved:
    """The loan may be paid out."""
    return LoanDisbursementApproved(
        disbursement_id=order.disbursement_id,
        contract_number=contract.contract_number,
        person_id=contract.borrower,
        amount_fen=order.amount_fen,
        payee_account=payee.number,
        payee_account_tail=payee.tail,
        payee_name=payee.holder_name,
        approved_on=order.approved_on,
    )


def disbursed(contract: Contract, order: Disbursement, account: LoanAccount) -> LoanDisbursed:
    """The bank paid the loan out; what is due first."""
    first = account.unpaid[0]
    return LoanDisbursed(
        contract_number=contract.contract_number,
        person_id=contract.borrower,
        disbursement_id=order.disbursement_id,
        amount_fen=order.amount_fen,
        payee_account_tail=order.payee_tail,
        disbursed_on=account.loan.disbursed_on,
        first_due_on=first.due_on,
        first_amount_fen=first.total_fen,
    )


def debit_requested(debit: NewDebit, contract: Contract, card: BankAccount) -> LoanDebitRequested:
    """The card is to be debited, once."""
    return LoanDebitRequested(
        debit_id=debit.debit_id,
        contract_number=debit.contract_number,
        person_id=contract.borrower,
        purpose=debit.purpose,
        amount_fen=debit.amount_fen,
        card=card.number,
        card_tail=card.tail,
        holder_name=card.holder_name,
        debit_on=debit.debit_on,
    )


def debit_failed(
    contract: Contract, debit: Debit, event: DebitFailed, again: date | None
) -> LoanDebitFailed:
    """The card was not debited, and when it is tried again."""
    return LoanDebitFailed(
        debit_id=debit.debit_id,
        contract_number=debit.contract_number,
        person_id=contract.borrower,
        purpose=debit.purpose,
        amount_fen=debit.amount_fen,
        card_tail=debit.card_tail,
        reason_code=event.reason_code,
        reason_text=event.reason_text,
        next_try_on=again,
    )


def early_repayment_accepted(
    debit: NewDebit, contract: Contract, card: CardInUse
) -> LoanEarlyRepaymentAccepted:
    """The borrower repays early: the debit was asked for."""
    return LoanEarlyRepaymentAccepted(
        debit_id=debit.debit_id,
        contract_number=contract.contract_number,
        person_id=contract.borrower,
        purpose=debit.purpose,
        amount_fen=debit.amount_fen,
        card_tail=card.card.tail,
        debit_on=debit.debit_on,
    )


def early_repayment_failed(
    contract: Contract, debit: Debit, event: DebitFailed
) -> LoanEarlyRepaymentFailed:
    """An early repayment was not made (R-REP-4); the loan is what it was."""
    return LoanEarlyRepaymentFailed(
        debit_id=debit.debit_id,
        contract_number=debit.contract_number,
        person_id=contract.borrower,
        purpose=debit.purpose,
        amount_fen=debit.amount_fen,
        card_tail=debit.card_tail,
        reason_code=event.reason_code,
        reason_text=event.reason_text,
    )


def offset_requested(use: OffsetUse) -> LoanOffsetRequested:
    """A fund account is to give money by an agreement (R-LOAN-7)."""
    return LoanOffsetRequested(
        offset_id=use.offset_id,
        person_id=use.person_id,
        contract_number=use.contract_number,
        amount_fen=use.wanted_fen,
        all_or_nothing=use.all_or_nothing,
        business_date=use.run_on,
    )


def offset_applied(use: OffsetUse, amount_fen: int, today: date) -> LoanOffsetApplied:
    """Fund money repaid the loan."""
    return LoanOffsetApplied(
        offset_id=use.offset_id,
        person_id=use.person_id,
        contract_number=use.contract_number,
        amount_fen=amount_fen,
        applied_on=today,
    )


def offset_released(use: OffsetUse) -> LoanOffsetReleased:
    """The loan does not need the fund money any more."""
    return LoanOffsetReleased(offset_id=use.offset_id, person_id=use.person_id)


def receipt_claimed(claim: Claim, contract: Contract) -> LoanReceiptClaimed:
    """A bank receipt is to repay the loan (来款还款)."""
    return LoanReceiptClaimed(
        claim_id=claim.claim_id,
        contract_number=claim.contract_number,
        person_id=contract.borrower,
        bank_serial=claim.bank_serial,
        amount_fen=claim.amount_fen,
        value_date=claim.paid_on,
    )


def entries_booked(
    change: Change, contract: Contract, card_tail: str | None
) -> list[LoanRepaid | LoanRepaymentReversed]:
    """Tell entries that moved money now; the history that staff record moved it long ago."""
    return [
        (LoanRepaid if one.reverses is None else LoanRepaymentReversed)(
            contract_number=change.number,
            person_id=contract.borrower,
            entry_number=change.entries_before + position,
            serial=one.repayment.serial,
            kind=one.repayment.kind,
            amount_fen=one.repayment.amount_fen,
            principal_fen=one.principal_fen,
            interest_fen=one.interest_fen,
            penalty_fen=one.penalty_fen,
            balance_after_fen=one.balance_after_fen,
            source=origin.source,
            source_id=origin.source_id,
            repaid_on=one.repayment.on,
            card_tail=card_tail,
        )
        for position, (one, origin) in enumerate(
            zip(change.booked, change.origins, strict=False), 1
        )
    ]


def paid_off(change: Change, contract: Contract) -> LoanPaidOff:
    """Nothing is owed any more."""
    account = change.account
    assert account.settled_on is not None, "only a settled loan is paid off"
    return LoanPaidOff(
        contract_number=change.number,
        person_id=contract.borrower,
        settled_on=account.settled_on,
        total_principal_fen=account.principal_repaid_fen,
        total_interest_fen=account.interest_repaid_fen,
        offset_agreement_ever=bool(account.agreements),
    )


def overdue(contract: Contract, account: LoanAccount, day: date) -> LoanOverdue:
    """From this day on the loan is in arrears (逾期)."""
    lines = account.overdue(day)
    return LoanOverdue(
        contract_number=contract.contract_number,
        person_id=contract.borrower,
        since=lines[0].due_on,
        told_on=day,
        instalments=len(lines),
        amount_fen=account.owed_by(day),
        penalty_fen=account.penalty_fen(day),
    )


def due_soon(
    contract: Contract,
    account: LoanAccount,
    due_on: date,
    card: CardInUse,
    agreement: OffsetAgreement | None,
) -> LoanRepaymentDueSoon:
    """An instalment falls due in some days (R-SMS-2); the account has caught up with that day."""
    return LoanRepaymentDueSoon(
        contract_number=contract.contract_number,
        person_id=contract.borrower,
        due_on=due_on,
        amount_fen=account.owed_by(due_on),
        card_tail=card.card.tail,
        offset=agreement.short_balance if agreement else "none",
    )


def new_rate(contract: Contract, account: LoanAccount, change_id: uuid.UUID) -> LoanChanged:
    """The loan has another rate from 1 January on (R-LOAN-1)."""
    return LoanChanged(
        contract_number=contract.contract_number,
        person_id=contract.borrower,
        change_id=change_id,
        change=LoanChange.RATE,
        changed_on=account.new_plans[-1].effective_on,
        annual_rate=percent(account.annual_rate),
        level_fen=account.level_fen,
    )


def card_changed(
    contract: Contract, card_id: uuid.UUID, card: BankAccount, today: date
) -> LoanChanged:
    """The debits to come use another card (R-REP-2)."""
    return LoanChanged(
        contract_number=contract.contract_number,
        person_id=contract.borrower,
        change_id=card_id,
        change=LoanChange.CARD,
        changed_on=today,
        card_tail=card.tail,
    )


def agreement_changed(
    contract: Contract, change: LoanChange, change_id: uuid.UUID, today: date
) -> LoanChanged:
    """An offset agreement was signed or ended (R-LOAN-7)."""
    return LoanChanged(
        contract_number=contract.contract_number,
        person_id=contract.borrower,
        change_id=change_id,
        change=change,
        changed_on=today,
    )


def payoff_answered(answer: PayoffAnswer) -> LoanPayoffCertified | LoanPayoffDenied:
    """The facts of a paid-off loan, or why there are none (R-WDR-4)."""
    if answer.contract_number is None or answer.settled_on is None:
        return LoanPayoffDenied(
            application_id=answer.application_id,
            person_id=answer.person_id,
            reason_code="no_loan" if answer.contract_number is None else "loan_not_paid_off",
            contract_number=answer.contract_number,
        )
    return LoanPayoffCertified(
        application_id=answer.application_id,
        person_id=answer.person_id,
        contract_number=answer.contract_number,
        settled_on=answer.settled_on,
        total_principal_fen=answer.principal_repaid_fen or 0,
        total_interest_fen=answer.interest_repaid_fen or 0,
        offset_agreement_ever=bool(answer.offset_agreement_ever),
    )


def debt_checked(debts: Debts) -> LoanDebtChecked:
    """How many unpaid loans a person has, by the part played (R-WDR-10)."""
    return LoanDebtChecked(
        application_id=debts.application_id,
        person_id=debts.person_id,
        unpaid_as_borrower=debts.as_borrower,
        unpaid_as_co_borrower=debts.as_co_borrower,
        unpaid_as_guarantor=debts.as_guarantor,
        contract_number=debts.contract_number,
    )


def history_recorded(
    contract: Contract, change: Change, lent_fen: int, today: date
) -> LoanHistoryRecorded:
    """What was lent or repaid before this system stands in the books; `lent_fen` of it is new."""
    repaid = sum(one.principal_fen for one in change.booked)
    return LoanHistoryRecorded(
        contract_number=contract.contract_number,
        person_id=contract.borrower,
        entry_number=change.entries_before + len(change.booked),
        principal_fen=lent_fen - repaid,
        balance_after_fen=change.account.balance_fen,
        recorded_on=today,
    )


METHOD_TEXTS = {
    RepaymentMethod.EQUAL_INSTALMENT: "等额本息",
    RepaymentMethod.EQUAL_PRINCIPAL: "等额本金",
}


def loan_facts(
    event: DocumentRequested,
    found: Sequence[tuple[Contract, LoanAccount]],
    now: datetime,
) -> LoanFactsTold:
    """What a document about loans rests on; the plan is that of the one loan that was asked about."""
    asked_about = found if event.contract_number is not None else ()
    return LoanFactsTold(
        request_id=event.request_id,
        person_id=event.person_id,
        told_at=now,
        loans=[_loan_shown(event.person_id, *one) for one in found],
        plan=[
            PlanLine(
                number=line.number,
                due_on=line.due_on,
                principal_fen=line.principal_fen,
                interest_fen=line.interest_fen,
            )
            for _, account in asked_about
            for line in account.unpaid
        ],
    )


def _loan_shown(person_id: uuid.UUID, contract: Contract, account: LoanAccount) -> LoanShown:
    role = contract.role_of(person_id)
    assert role is not None, "only who owes or owed a loan is told of it"
    return LoanShown(
        contract_number=contract.contract_number,
        role_text=ROLE_TEXTS[role],
        amount_fen=contract.amount_fen,
        method_text=METHOD_TEXTS[contract.method],
        periods=contract.periods,
        annual_rate=percent(account.annual_rate),
        disbursed_on=account.loan.disbursed_on,
        balance_fen=account.balance_fen,
        principal_repaid_fen=account.principal_repaid_fen,
        interest_repaid_fen=account.interest_repaid_fen,
        settled_on=account.settled_on,
    )


def totals_told(as_of: date, totals: Sequence[MoneyTotal]) -> list[LoanTotalsTold]:
    """All that ever moved for loans, as of a day's beginning, in parts."""
    return in_parts(LoanTotalsTold, as_of, totals)
