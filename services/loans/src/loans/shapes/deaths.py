"""Loans whose borrower, co-borrower or guarantor died, as staff see and settle them (R-WDR-45)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from loans.domain.contracts import Role
from shared.base.shape import Shape

TEXT_MOST_CHARACTERS = 500


class LoanOfTheDead(Shape):
    """A loan that is not over, and which of its people died."""

    death_id: UUID
    """The death, as withdrawals recorded it."""
    contract_number: str
    role: Role
    """What the dead is to the loan: `borrower`, `co_borrower` or `guarantor`."""
    role_text: str
    """The same in Chinese."""
    died_on: date
    """The day of death."""
    heard_on: date
    """Since when it waits for staff."""
    state: str
    """`6` to be confirmed, `1` to be paid out, `2` running (JGJ/T 320 A.1)."""
    agreement_ended: bool
    """The dead had an offset agreement, which has ended by that death."""
    agreement_of_others: bool
    """Another party's offset agreement runs on."""


class LoansOfTheDead(Shape):
    """What waits for staff, the oldest first."""

    items: list[LoanOfTheDead]


class DeathAnswerBody(Shape):
    """What staff settled about a loan: who repays it from now on, and how that was found out."""

    text: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=2, max_length=TEXT_MOST_CHARACTERS),
    ]
    """In Chinese sentences; kept with the loan."""
