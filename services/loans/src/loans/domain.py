"""The things that loans keeps: contracts, parties, offset agreements."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loans.process import State
from loans.rules.agreements import OffsetWay, PrepaymentEffect, ShortBalance
from loans.rules.rates import Home
from loans.rules.schedule import RepaymentMethod
from loans.rules.terms import Loan
from shared.base.money import Fen


class Role(StrEnum):
    """What a person is to a loan."""

    BORROWER = "borrower"
    """借款人"""
    CO_BORROWER = "co_borrower"
    """共同借款人"""
    GUARANTOR = "guarantor"
    """担保人"""


OWING = (Role.BORROWER, Role.CO_BORROWER)
"""Who repays the loan, may sign an offset agreement and may see the loan's books."""


@dataclass(frozen=True)
class Party:
    """A person in a contract."""

    person_id: uuid.UUID
    role: Role


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
    def borrower(self) -> uuid.UUID:
        """The main borrower."""
        return next(party.person_id for party in self.parties if party.role is Role.BORROWER)

    def role_of(self, person_id: uuid.UUID) -> Role | None:
        """What a person is to this contract; None for a stranger."""
        roles = (party.role for party in self.parties if party.person_id == person_id)
        return next(roles, None)


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
class SealedAccount:
    """A bank card or account with its holder, as it is kept: sealed but for the last digits."""

    number: str
    tail: str
    holder_name: str


@dataclass(frozen=True)
class CardInUse:
    """The repayment card (还款银行卡) that a loan is debited from now (R-REP-2)."""

    card_id: uuid.UUID
    card: SealedAccount
