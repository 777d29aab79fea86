"""What accounts and loans tell before a withdrawal is decided or estimated."""

from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, Fen, SealedTo, date
from shared.messages.facts import AccountFigures, FundsTold, HomeLoanTold


class AccountFactsTold(Event):
    """What a withdrawal asks of an account, all of one instant; nothing for who has none."""

    type: ClassVar[str] = "account_facts.told.v1"
    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "inquiry_id"

    inquiry_id: UUID
    person_id: UUID
    round: int
    """Of the question that it answers."""
    told_at: AwareDatetime
    name: Annotated[str | None, SealedTo("withdrawals")]
    """Name of the person; registers are asked by it."""
    id_number: Annotated[str | None, SealedTo("withdrawals")]
    """Number of the identity document; registers are asked by it."""
    account: AccountFigures | None
    """The open account if there is one, else the latest; none without any."""
    funds: list[FundsTold]
    """What would be frozen of what was wanted."""


class LoanStandingTold(Event):
    """What a withdrawal asks about a person's fund loans, all of one instant (R-WDR-4, 10, 38)."""

    type: ClassVar[str] = "loan_standing.told.v1"
    owner: ClassVar[str] = "loans"
    subject_field: ClassVar[str] = "inquiry_id"

    inquiry_id: UUID
    person_id: UUID
    told_at: AwareDatetime
    unpaid_as_borrower: int
    """Unpaid loans as borrower."""
    unpaid_as_co_borrower: int
    """Unpaid loans as co-borrower."""
    unpaid_as_guarantor: int
    """Unpaid loans as guarantor."""
    payoff_denied: str | None
    """`no_loan` or `loan_not_paid_off`; none where a payoff is certified."""
    payoff_contract: str | None
    """Number of the contract that was paid off; none where none is certified."""
    payoff_settled_on: date | None
    """Day of the payoff."""
    payoff_repaid_fen: Fen | None
    """All principal and interest repaid over its life, penalty interest left out."""
    payoff_offset_ever: bool | None
    """Any party of it ever signed an offset agreement (冲抵协议)."""
    loans: list[HomeLoanTold]
    """As borrower or co-borrower, running ones and those paid off."""


EVENTS = (AccountFactsTold, LoanStandingTold)
