"""Fines on employers as they are proposed and shown (R-CRD-4)."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from accounts.rules.penalties import Fine
from accounts.shapes.fields import Day, Name, Row, Version, Words
from shared.base.identifiers import SocialCreditCode
from shared.base.money import Fen
from shared.base.shape import Shape
from shared.messages.penalties import PenaltyCause
from shared.proposals.shapes import Grounds

MAX_FINE_FEN = 100_000_000
"""One million yuan: beyond any law's."""
FineFen = Annotated[int, Field(strict=True, ge=1, le=MAX_FINE_FEN, description="罚款，分")]


class NewPenalty(Grounds):
    """A fine on an employer that was ordered to register, or to open accounts, in vain (行政处罚决定)."""

    social_credit_code: str = Field(max_length=40, examples=["91110000600037341L"])
    """Whom it is on (统一社会信用代码), registered with the fund or not."""
    name: Name
    """Its name in the register of firms."""
    legal_representative: Name
    """法定代表人."""
    cause: PenaltyCause
    """For what, as a stable code."""
    facts: Words
    """违法事实, without personal data: it is published."""
    fine_fen: FineFen
    """The fine, within the bounds of the law of the order's last day."""
    order_number: Version
    """Number of the order (责令限期办理通知书文号)."""
    ordered_until: Day
    """Its last day, which is over."""
    decided_on: Day
    """Day of the decision, today at the latest."""
    document_number: Version
    """Number of the decision's document (决定文书号), once."""

    def fine(self) -> Fine:
        """What the rules read; raises `InvalidIdentifier`."""
        return Fine(
            SocialCreditCode.parse(self.social_credit_code).value,
            self.name,
            self.legal_representative,
            self.cause,
            self.facts,
            Fen(self.fine_fen),
            self.order_number,
            self.ordered_until,
            self.decided_on,
            self.document_number,
        )


class PenaltyLift(Grounds):
    """A fine was wrong."""

    penalty_id: UUID


class PenaltyImposed(Shape):
    """A fine that stands."""

    penalty_id: UUID
    """Its id."""


class Penalty(Shape):
    """A fine as staff see it."""

    penalty_id: UUID
    """Its id."""
    social_credit_code: str
    """Whom it is on."""
    name: str
    """Name of the employer."""
    cause: PenaltyCause
    """For what, as a stable code."""
    facts: str
    """违法事实."""
    basis: str
    """处罚依据."""
    fine_fen: Fen
    """The fine."""
    order_number: str
    """Number of the order."""
    ordered_until: date
    """Last day of the order."""
    decided_on: date
    """Day of the decision."""
    document_number: str
    """决定文书号."""
    lifted_at: datetime | None
    """When it was taken back; none while it stands."""
    lift_reason: str | None
    """Why it was taken back."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a fine."""
        return cls(**{name: row[name] for name in cls.model_fields})


class Penalties(Shape):
    """Fines, the latest first, at most two hundred."""

    items: list[Penalty]
    """The fines."""
