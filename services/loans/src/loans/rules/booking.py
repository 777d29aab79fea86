"""What one transaction did to a loan account, and where the money came from."""

import uuid
from dataclasses import dataclass, field

from loans.rules.account import LoanAccount
from loans.rules.repayment import Booked
from shared.messages.loans import RepaymentSource


@dataclass(frozen=True)
class Origin:
    """Where a booked repayment comes from."""

    source: RepaymentSource
    source_id: uuid.UUID


@dataclass
class Change:
    """What happened to one account in this transaction."""

    account: LoanAccount
    entries_before: int
    booked: list[Booked] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    """One for each of `booked`, or none at all: recorded by staff."""

    @property
    def number(self) -> str:
        """The contract's number."""
        return self.account.loan.contract_number

    def add(self, booked: Booked, origin: Origin) -> int:
        """Keep a repayment; return the number of its entry."""
        self.booked.append(booked)
        self.origins.append(origin)
        return self.entries_before + len(self.booked)
