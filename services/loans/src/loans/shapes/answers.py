"""The shapes of answers over HTTP."""

import uuid
from datetime import date, datetime

from loans.domain.answers import Entry
from loans.domain.contracts import (
    Contract,
    Home,
    OffsetAgreement,
    OffsetWay,
    PrepaymentEffect,
    RepaymentMethod,
    Role,
    ShortBalance,
    State,
)
from loans.process import STATE_TEXTS, shown
from loans.rules.account import LoanAccount
from loans.rules.repayment import Owed
from loans.rules.terms import Quote
from loans.shapes.entries import kind_text
from shared.base.money import percent
from shared.base.shape import Shape


class PartyAnswer(Shape):
    """A person in a contract."""

    person_id: uuid.UUID
    role: Role
    """What the person is to the loan: borrower, co-borrower or guarantor."""


class InstalmentAnswer(Shape):
    """One line of the plan; `state` is paid, overdue, due, coming or cancelled."""

    number: int
    """Number of the instalment, from 1."""
    due_on: date
    principal_fen: int
    interest_fen: int
    total_fen: int
    state: str | None = None
    """Paid, overdue, due, coming or cancelled; none in a version that is not in force."""

    @classmethod
    def of(cls, line: Owed, state: str | None = None) -> "InstalmentAnswer":
        """Show a line."""
        return cls(
            number=line.number,
            due_on=line.due_on,
            principal_fen=line.principal_fen,
            interest_fen=line.interest_fen,
            total_fen=line.total_fen,
            state=state,
        )


class ArrearsAnswer(Shape):
    """What is overdue (逾期) today, with the penalty interest up to today."""

    instalments: int
    """Number of overdue instalments."""
    since: date | None
    """Due date of the oldest of them."""
    principal_fen: int
    """Overdue principal (逾期本金)."""
    interest_fen: int
    """Overdue interest (逾期利息)."""
    penalty_fen: int
    total_fen: int


class AccountAnswer(Shape):
    """The running figures of a disbursed loan on the business date."""

    disbursed_on: date
    annual_rate: str
    level_fen: int
    balance_fen: int
    """Outstanding principal (贷款余额)."""
    principal_repaid_fen: int
    """Principal repaid so far."""
    interest_repaid_fen: int
    """Interest paid so far."""
    penalty_repaid_fen: int
    """Penalty interest paid so far."""
    plan_version: int
    """Version of the plan in force."""
    next_instalment: InstalmentAnswer | None
    """The instalment that falls due next; none after the last."""
    last_due_on: date | None
    """Due date of the last instalment."""
    arrears: ArrearsAnswer
    """What is overdue."""
    settled_on: date | None

    @classmethod
    def of(cls, account: LoanAccount, today: date) -> "AccountAnswer":
        """Show an account that has caught up with today."""
        coming = [owed for owed in account.unpaid if owed.due_on >= today]
        return cls(
            disbursed_on=account.loan.disbursed_on,
            annual_rate=percent(account.annual_rate),
            level_fen=account.level_fen,
            balance_fen=account.balance_fen,
            principal_repaid_fen=account.principal_repaid_fen,
            interest_repaid_fen=account.interest_repaid_fen,
            penalty_repaid_fen=account.penalty_repaid_fen,
            plan_version=account.version,
            next_instalment=InstalmentAnswer.of(coming[0]) if coming else None,
            last_due_on=account.unpaid[-1].due_on if account.unpaid else None,
            arrears=_arrears(account, today),
            settled_on=account.settled_on,
        )


def _arrears(account: LoanAccount, today: date) -> ArrearsAnswer:
    overdue = account.overdue(today)
    principal = sum(owed.principal_fen for owed in overdue)
    interest = sum(owed.interest_fen for owed in overdue)
    penalty = account.penalty_fen(today) if overdue else 0
    return ArrearsAnswer(
        instalments=len(overdue),
        since=overdue[0].due_on if overdue else None,
        principal_fen=principal,
        interest_fen=interest,
        penalty_fen=penalty,
        total_fen=principal + interest + penalty,
    )


class ContractAnswer(Shape):
    """A contract with its account."""

    contract_number: str
    state: State
    """Where the contract stands, as a stable code."""
    state_text: str
    amount_fen: int
    """Amount of the loan (贷款金额)."""
    method: RepaymentMethod
    periods: int
    home: Home
    signed_on: date
    """Day on which the contract was signed."""
    parties: list[PartyAnswer]
    """Borrower, co-borrowers and guarantors."""
    account: AccountAnswer | None
    """The running figures; none before the loan is paid out."""
    decide_by: date | None = None
    """Until when a checker decides about a contract that was entered (R-LOAN-8)."""

    @classmethod
    def of(cls, contract: Contract, account: LoanAccount | None, today: date) -> "ContractAnswer":
        """Show a contract on the business date."""
        figures = AccountAnswer.of(account, today) if account else None
        state = shown(contract.state, figures.arrears.total_fen if figures else 0)
        return cls(
            contract_number=contract.contract_number,
            state=state,
            state_text=STATE_TEXTS[state],
            amount_fen=contract.amount_fen,
            method=contract.method,
            periods=contract.periods,
            home=contract.home,
            signed_on=contract.signed_on,
            parties=[
                PartyAnswer(person_id=party.person_id, role=party.role)
                for party in contract.parties
            ],
            account=figures,
        )


class ContractsAnswer(Shape):
    """Contracts, latest first."""

    contracts: list[ContractAnswer]
    """The contracts, latest first."""


class StateAnswer(Shape):
    """A contract's state after a step."""

    contract_number: str
    state: State
    """Where the contract stands, as a stable code."""
    state_text: str

    @classmethod
    def of(cls, contract_number: str, state: State) -> "StateAnswer":
        """Show a state."""
        return cls(contract_number=contract_number, state=state, state_text=STATE_TEXTS[state])


class PlanVersionAnswer(Shape):
    """One version of the plan and why it was made."""

    version: int
    cause: str
    """Why the plan was made anew: disbursement, repayment, rate and so on."""
    effective_on: date
    """Day from which it is in force."""
    annual_rate: str
    level_fen: int
    first_number: int
    """Number of its first instalment."""


class PlanAnswer(Shape):
    """The plan in force on the business date, or one version as it was made."""

    contract_number: str
    version: int
    """Version that is shown."""
    versions: list[PlanVersionAnswer]
    """All versions, the first one first."""
    instalments: list[InstalmentAnswer]
    """The instalments in order."""


class EntryAnswer(Shape):
    """A loan entry (贷款业务明细)."""

    entry_number: int
    serial: str
    kind: str
    """Loan business type (贷款业务明细类型), code of JGJ/T 320 A.15."""
    kind_text: str
    booked_on: date
    amount_fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    balance_after_fen: int
    """Outstanding principal afterwards."""
    recorded_at: datetime
    source: str
    """Where the money comes from: card, account or counter."""
    reverses: int | None
    """Number of the entry that this one undoes (冲账)."""

    @classmethod
    def of(cls, entry: Entry) -> "EntryAnswer":
        """Show an entry; kind 01 is the disbursement."""
        reversal = "（冲账）" if entry.reverses is not None else ""
        return cls(**vars(entry), kind_text=kind_text(entry.kind) + reversal)


class EntriesAnswer(Shape):
    """A page of entries, latest first."""

    entries: list[EntryAnswer]
    """The entries, latest first."""
    next_cursor: str | None


class QuoteAnswer(Shape):
    """What settles the loan on a day (结清金额); valid for that day only (R-REP-5)."""

    contract_number: str
    paid_on: date
    """The day that the amount is for, and for no other (R-REP-5)."""
    penalty_fen: int
    owed_interest_fen: int
    """Overdue interest."""
    owed_principal_fen: int
    """Overdue principal."""
    broken_interest_fen: int
    """Interest from the last due date to the day (R-LOAN-5)."""
    remaining_principal_fen: int
    """Principal that is not yet due."""
    total_fen: int
    """What settles the loan on that day (结清金额)."""

    @classmethod
    def of(cls, contract_number: str, day: date, quote: Quote) -> "QuoteAnswer":
        """Show a quote."""
        return cls(
            contract_number=contract_number,
            paid_on=day,
            total_fen=quote.total_fen,
            **vars(quote),
        )


class PayoffCertificateAnswer(Shape):
    """The facts of a payoff certificate (结清证明)."""

    contract_number: str
    amount_fen: int
    """Amount of the loan (贷款金额)."""
    disbursed_on: date
    settled_on: date
    total_principal_fen: int
    total_interest_fen: int
    total_repaid_fen: int
    """Principal and interest; penalty interest is left out (R-WDR-5)."""
    offset_agreement_ever: bool


class AgreementAnswer(Shape):
    """An offset agreement (冲抵协议), in force or ended."""

    agreement_id: uuid.UUID
    contract_number: str
    person_id: uuid.UUID
    way: OffsetWay
    short_balance: ShortBalance
    prepayment_effect: PrepaymentEffect
    signed_on: date
    ended_on: date | None
    """First day on which it no longer applies; none while it does."""

    @classmethod
    def of(cls, agreement: OffsetAgreement) -> "AgreementAnswer":
        """Show an agreement."""
        return cls(**vars(agreement))


class AgreementsAnswer(Shape):
    """The whole history of a contract's agreements."""

    agreements: list[AgreementAnswer]
    """The agreements, ended ones too."""
