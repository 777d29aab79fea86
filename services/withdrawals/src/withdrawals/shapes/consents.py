"""Consent to look-ups for a spouse's application, as its giver and staff see it (R-WDR-20)."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from shared.base.id_documents import IdDocument, IdType
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds
from withdrawals.store.consents import Consent


class ConsentShown(Shape):
    """Whether registers may be asked about the caller when the spouse applies (配偶授权查询)."""

    given: bool
    """It holds now."""
    given_on: date | None = None
    """Business date on which it was given."""
    ends_on: date | None = None
    """Last day on which it holds; then it is given anew, or nobody asks."""

    @classmethod
    def of(cls, consent: Consent | None) -> "ConsentShown":
        """Show it."""
        if consent is None:
            return cls(given=False)
        return cls(given=True, given_on=consent.given_on, ends_on=consent.ends_on)


class PaperConsent(Grounds):
    """What somebody signed at the counter; its evidence names the paper."""

    id_type: IdType = IdType.RESIDENT_ID
    """Identity document of who signed."""
    id_number: str = Field(max_length=40, repr=False)
    """Its number."""
    given: bool = True
    """False: what was given, online or on paper, is taken back."""

    def document(self) -> IdDocument:
        """The document as parsed; raises where it is none."""
        return IdDocument.parse(self.id_type, self.id_number)


class PaperConsentTaken(Shape):
    """What became of it."""

    id: UUID | None
    """The consent; none where it was taken back."""
    ends_on: date | None
    """Last day on which it holds; none where it was taken back."""
    taken_at: datetime
    """When it was kept."""
