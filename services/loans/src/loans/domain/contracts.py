"""What loans keeps of a loan and its people: contracts, parties, offset agreements, cards."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared.base.money import Fen
from shared.messages.withdrawals import BanCause


class State(StrEnum):
    """Loan account state (贷款账户状态), the codes of 1.2 that a contract here can have."""

    TO_CONFIRM = "6"
    """待确认: entered by a maker"""
    TO_DISBURSE = "1"
    """待放款: confirmed by a checker"""
    NORMAL = "2"
    """正常"""
    PAID_OFF = "3"
    """已结清"""
    OVERDUE = "5"
    """逾期, only ever shown"""
    VOID = "8"
    """作废: rejected by a checker"""


class Role(StrEnum):
    """What a person is to a loan."""

    BORROWER = "borrower"
    """借款人"""
    CO_BORROWER = "co_borrower"
    """共同借款人"""
    GUARANTOR = "guarantor"
    """担保人"""


ROLE_TEXTS = {Role.BORROWER: "借款人", Role.CO_BORROWER: "共同借款人", Role.GUARANTOR: "担保人"}

OWING = (Role.BORROWER, Role.CO_BORROWER)
"""Who repays the loan, may sign an offset agreement and may see the loan's books."""


@dataclass(frozen=True)
class Party:
    """A person in a contract."""

    person_id: uuid.UUID
    role: Role


class Home(StrEnum):
    """Which home of the family the loan buys (首套, 二套)."""

    FIRST = "first"
    SECOND = "second"


class RepaymentMethod(StrEnum):
    """Repayment method (还款方式, A.11)."""

    EQUAL_INSTALMENT = "01"
    """等额本息"""
    EQUAL_PRINCIPAL = "02"
    """等额本金"""


@dataclass(frozen=True)
class Loan:
    """What was agreed, and never changes."""

    contract_number: str
    amount_fen: Fen
    method: RepaymentMethod
    periods: int
    home: Home
    disbursed_on: date


class GuaranteeType(StrEnum):
    """How a loan is secured (担保类型, A.10)."""

    MORTGAGE = "01"
    """抵押"""
    PLEDGE = "02"
    """质押"""
    GUARANTEE = "03"
    """保证"""
    OTHER = "99"
    """其他"""


class PayeeKind(StrEnum):
    """Whose account gets a loan's money."""

    BORROWER = "borrower"
    """A borrower's or co-borrower's own"""
    SELLER = "seller"
    """The seller's whom the purchase contract names (售房人)"""


@dataclass(frozen=True)
class Basis:
    """On what a loan rests: application, contributions, security."""

    application_number: str
    months_contributed: int
    guarantee_type: GuaranteeType
    guarantee_number: str


@dataclass(frozen=True)
class Contract:
    """A loan contract (借款合同) as it was entered."""

    contract_number: str
    amount_fen: Fen
    method: RepaymentMethod
    periods: int
    home: Home
    signed_on: date
    state: State
    entered_by: uuid.UUID
    parties: Sequence[Party]
    entered_on: date | None = None
    """Known once it is stored."""
    basis: Basis | None = None
    """Only written; None for a loan that an older system has granted."""

    def lent_on(self, disbursed_on: date) -> Loan:
        """Say what was agreed, as the account knows it."""
        return Loan(
            self.contract_number,
            self.amount_fen,
            self.method,
            self.periods,
            self.home,
            disbursed_on,
        )

    @property
    def terms(self) -> tuple[object, ...]:
        """What was agreed, with whom."""
        people = frozenset((party.person_id, party.role) for party in self.parties)
        return self.amount_fen, self.method, self.periods, self.home, self.signed_on, people

    @property
    def borrower(self) -> uuid.UUID:
        """The main borrower."""
        return next(party.person_id for party in self.parties if party.role is Role.BORROWER)

    def role_of(self, person_id: uuid.UUID) -> Role | None:
        """What a person is to this contract; None for a stranger."""
        roles = (party.role for party in self.parties if party.person_id == person_id)
        return next(roles, None)


class OffsetWay(StrEnum):
    """How often the fund balance pays the loan (按月冲还贷, 按年冲还贷)."""

    MONTHLY = "monthly"
    YEARLY = "yearly"


class ShortBalance(StrEnum):
    """What happens when the fund balance is short of the instalment (R-LOAN-7, E43)."""

    ACCOUNT_FIRST = "account_first"
    """Use the balance, top up from the card."""
    ALL_OR_NOTHING = "all_or_nothing"
    """Leave the balance, take all from the card."""


class PrepaymentEffect(StrEnum):
    """What a partial prepayment changes (R-REP-8)."""

    SHORTEN = "shorten"
    """缩短贷款年限"""
    REDUCE = "reduce"
    """减少月还款额"""


@dataclass(frozen=True)
class OffsetAgreement:
    """An offset agreement (冲抵协议) with all that was agreed."""

    agreement_id: uuid.UUID
    contract_number: str
    person_id: uuid.UUID
    way: OffsetWay
    short_balance: ShortBalance
    prepayment_effect: PrepaymentEffect
    signed_on: date
    ended_on: date | None = None


@dataclass(frozen=True)
class Ban:
    """A ban from loans (R-WDR-14) as withdrawals said it."""

    cause: BanCause
    ends_on: date
    """Its last day."""


@dataclass(frozen=True)
class SealedAccount:
    """A bank card or account with its holder, as it is kept: sealed but for the last digits."""

    number: str
    tail: str
    holder_name: str


@dataclass(frozen=True, repr=False)
class BankAccount:
    """A bank card or account with its holder in clear, between a request, a row and an event."""

    number: str
    holder_name: str

    @property
    def tail(self) -> str:
        """The last four digits."""
        return self.number[-4:]


@dataclass(frozen=True)
class CardInUse:
    """The repayment card (还款银行卡) that a loan is debited from now (R-REP-2)."""

    card_id: uuid.UUID
    card: SealedAccount
