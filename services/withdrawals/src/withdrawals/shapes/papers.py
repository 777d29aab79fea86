"""What goes in and out over HTTP of papers (证明材料); what is in one is never shown inline."""

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from shared.base.shape import Shape
from shared.http.uploads import UploadName
from shared.proposals.shapes import Grounds
from withdrawals.dossier import Outcome, Register, Told
from withdrawals.shapes.citizens import Application, Body
from withdrawals.shapes.staff import ReviewProposal
from withdrawals.store.papers import Paper, Request, Sheet


class NewPaper(UploadName):
    """What makes it the same upload."""

    application_id: UUID
    name: str
    media_type: str


class PaperShown(Shape):
    """A paper, without what is in it."""

    id: UUID
    name: str
    """What the applicant calls it."""
    media_type: str
    """What was sent; what is kept is a PDF of pictures."""
    sent_bytes: int
    """Size of the file that was sent, in bytes."""
    uploaded_at: datetime
    """When it was uploaded."""
    gone_at: datetime | None
    """When it was taken back, or its time was over; it cannot be fetched then."""

    @classmethod
    def of(cls, paper: Paper) -> Self:
        """Show one."""
        return cls(
            id=paper.id,
            name=paper.name,
            media_type=paper.media_type,
            sent_bytes=paper.sent_bytes,
            uploaded_at=paper.uploaded_at,
            gone_at=paper.gone_at,
        )


class SheetShown(Shape):
    """A sheet of another centre (亮码可办) that lies with the application; staff fetch it from documents."""

    reading_id: UUID
    """Number of the reading, by which staff fetch it."""
    number: str
    """Number of the sheet (编号)."""
    centre_name: str
    """Which centre told."""
    filed_at: datetime
    """When it was printed into the case."""

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        """Show one."""
        return cls(
            reading_id=sheet.reading_id,
            number=sheet.number,
            centre_name=sheet.centre_name,
            filed_at=sheet.filed_at,
        )


class PaperRequestShown(Shape):
    """What the applicant was asked for once."""

    number: int
    """1 for the first time, then one more each time."""
    registers: list[str]
    """Whose facts the papers are to show, as stable codes; none where a reviewer asks for something else."""
    text: str
    asked_at: datetime
    """When it was asked for."""
    sent_back: bool
    """True where a reviewer asked (补正), False where no register knows."""
    by_on: date
    """Last day to hand it in."""
    handed_in_at: datetime | None
    """When it was handed in; none before."""

    @classmethod
    def of(cls, asked: Request) -> Self:
        """Show one."""
        return cls(
            number=asked.number,
            registers=list(asked.registers),
            text=asked.text,
            asked_at=asked.asked_at,
            sent_back=asked.sent_back,
            by_on=asked.by_on,
            handed_in_at=asked.handed_in_at,
        )


class PaperList(Shape):
    """What was asked for of an application, and what there is."""

    requests: list[PaperRequestShown]
    """What was asked for, in order; the last one is open while it is not handed in."""
    papers: list[PaperShown]
    """The papers, in the order of their coming."""
    sheets: list[SheetShown]
    """Sheets of other centres, read by their codes (亮码可办)."""


class PaperReview(Application):
    """An application whose papers wait for staff."""

    person_id: UUID
    holder_name: str
    """Name of the applicant, masked."""
    requests: list[PaperRequestShown]
    """What was asked for, in order."""
    papers: list[PaperShown]
    """The papers, in the order of their coming."""
    sheets: list[SheetShown]
    """Sheets of other centres, read by their codes (亮码可办)."""
    proposal: ReviewProposal | None
    """What a maker proposed; none while nobody has."""
    read: str | None
    """What was read from the papers, fact by fact in words: whoever decides compares it with them."""


class PaperReviewPage(Shape):
    """Applications whose papers wait for staff, oldest first."""

    items: list[PaperReview]
    next_cursor: str | None


class Return(Body):
    """What a reviewer found missing."""

    text: str = Field(min_length=2, max_length=300, examples=["租赁合同缺少签字页，请补传。"])
    """What to mend, in Chinese sentences that the applicant reads."""


class ReadFacts(Body):
    """What staff read from the papers in the stead of one register."""

    outcome: Outcome
    """`yes` with the facts, or `no` where the papers show that there are none."""
    data: dict[str, Any] = Field(default_factory=dict, max_length=20)
    """The facts, by the names by which that register tells them."""


class AcceptanceBody(Grounds):
    """A maker's reading of the papers; another person compares it with them and decides."""

    facts: dict[Register, ReadFacts] = Field(min_length=1)
    """What was read, by the register that does not know it."""

    @property
    def told(self) -> dict[Register, Told]:
        """The same, as a register would tell it."""
        return {
            register: Told(one.outcome, one.data, paper=True)
            for register, one in self.facts.items()
            if one.outcome is not Outcome.UNKNOWN
        }


class Acceptance(AcceptanceBody):
    """What is proposed of an application."""

    application_id: UUID
