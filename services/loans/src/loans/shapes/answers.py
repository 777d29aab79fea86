"""The shapes of answers over HTTP."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime

from pydantic import BaseModel

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
from loans.rules.repayment import KIND_TEXTS, Booked, Owed, RepaymentKind
from loans.rules.terms import Quote
from shared.base.money import percent


class PartyAnswer(BaseModel):
    """A person in a contract."""

    person_id: uuid.UUID
    role: Role


class InstalmentAnswer(BaseModel):
    """One line of the plan; `state` is paid, overdue, due, coming or cancelled."""

    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    total_fen: int
    state: str | None = None

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


class ArrearsAnswer(BaseModel):
    """What is overdue (逾期) today, with the penalty interest up to today."""

    instalments: int
    since: date | None
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    total_fen: int


class AccountAnswer(BaseModel):
    """The running figures of a disbursed loan on the business date."""

    disbursed_on: date
    annual_rate: str
    level_fen: int
    balance_fen: int
    principal_repaid_fen: int
    interest_repaid_fen: int
    penalty_repaid_fen: int
    plan_version: int
    next_instalment: InstalmentAnswer | None
    last_due_on: date | None
    arrears: ArrearsAnswer
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


class ContractAnswer(BaseModel):
    """A contract with its account."""

    contract_number: str
    state: State
    state_text: str
    amount_fen: int
    method: RepaymentMethod
    periods: int
    home: Home
    signed_on: date
    parties: list[PartyAnswer]
    account: AccountAnswer | None
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


class ContractsAnswer(BaseModel):
    """Contracts, latest first."""

    contracts: list[ContractAnswer]


class StateAnswer(BaseModel):
    """A contract's state after a step."""

    contract_number: str
    state: State
    state_text: str

    @classmethod
    def of(cls, contract_number: str, state: State) -> "StateAnswer":
        """Show a state."""
        return cls(contract_number=contract_number, state=state, state_text=STATE_TEXTS[state])


class PlanVersionAnswer(BaseModel):
    """One version of the plan and why it was made."""

    version: int
    cause: str
    effective_on: date
    annual_rate: str
    level_fen: int
    first_number: int


class PlanAnswer(BaseModel):
    """The plan in force on the business date, or one version as it was made."""

    contract_number: str
    version: int
    versions: list[PlanVersionAnswer]
    instalments: list[InstalmentAnswer]


class EntryAnswer(BaseModel):
    """A loan entry (贷款业务明细)."""

    entry_number: int
    serial: str
    kind: str
    kind_text: str
    booked_on: date
    amount_fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    balance_after_fen: int
    recorded_at: datetime
    source: str
    reverses: int | None
    """The entry that this one undoes (冲账)."""

    @classmethod
    def of(cls, entry: Entry) -> "EntryAnswer":
        """Show an entry; kind 01 is the disbursement."""
        text = "放款" if entry.kind == "01" else KIND_TEXTS[RepaymentKind(entry.kind)]
        reversal = "（冲账）" if entry.reverses is not None else ""
        return cls(**vars(entry), kind_text=text + reversal)


class EntriesAnswer(BaseModel):
    """A page of entries, latest first."""

    entries: list[EntryAnswer]
    next_cursor: str | None


class RecordedAnswer(BaseModel):
    """What a list of repayments did to the loan."""

    contract_number: str
    recorded: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    balance_fen: int
    settled_on: date | None

    @classmethod
    def of(cls, account: LoanAccount, booked: Sequence[Booked]) -> "RecordedAnswer":
        """Add up a list."""
        return cls(
            contract_number=account.loan.contract_number,
            recorded=len(booked),
            principal_fen=sum(one.principal_fen for one in booked),
            interest_fen=sum(one.interest_fen for one in booked),
            penalty_fen=sum(one.penalty_fen for one in booked),
            balance_fen=account.balance_fen,
            settled_on=account.settled_on,
        )


class QuoteAnswer(BaseModel):
    """What settles the loan on a day (结清金额); valid for that day only (R-REP-5)."""

    contract_number: str
    paid_on: date
    penalty_fen: int
    owed_interest_fen: int
    owed_principal_fen: int
    broken_interest_fen: int
    remaining_principal_fen: int
    total_fen: int

    @classmethod
    def of(cls, contract_number: str, day: date, quote: Quote) -> "QuoteAnswer":
        """Show a quote."""
        return cls(
            contract_number=contract_number,
            paid_on=day,
            total_fen=quote.total_fen,
            **vars(quote),
        )


class PayoffCertificateAnswer(BaseModel):
    """The facts of a payoff certificate (结清证明)."""

    contract_number: str
    amount_fen: int
    disbursed_on: date
    settled_on: date
    total_principal_fen: int
    total_interest_fen: int
    total_repaid_fen: int
    """Principal and interest; penalty interest is left out (R-WDR-5)."""
    offset_agreement_ever: bool


class AgreementAnswer(BaseModel):
    """An offset agreement (冲抵协议), in force or ended."""

    agreement_id: uuid.UUID
    contract_number: str
    person_id: uuid.UUID
    way: OffsetWay
    short_balance: ShortBalance
    prepayment_effect: PrepaymentEffect
    signed_on: date
    ended_on: date | None

    @classmethod
    def of(cls, agreement: OffsetAgreement) -> "AgreementAnswer":
        """Show an agreement."""
        return cls(**vars(agreement))


class AgreementsAnswer(BaseModel):
    """The whole history of a contract's agreements."""

    agreements: list[AgreementAnswer]
