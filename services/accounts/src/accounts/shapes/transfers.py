"""What goes in and out about same-city transfers and people's own requests to be sealed."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from accounts.domain import Month, Row, month_text
from accounts.handlers.seal_requests import Wish
from accounts.handlers.transfers import Wanted
from accounts.rules.sealing import centre_may_seal_from
from accounts.rules.transfer import TransferState
from accounts.shapes.fields import BaseFen, Body, Day, MonthText, Name
from shared.base.id_documents import IdDocument, IdType
from shared.base.shape import Shape
from shared.messages.accounts import SealReason
from shared.proposals.shapes import Document, Grounds


class TransferBody(Body):
    """Somebody whom an employer takes over (同城转移)."""

    name: Name = Field(repr=False)
    """Name of the employee, as it stands on the document (姓名)."""
    id_type: IdType = IdType.RESIDENT_ID
    """Type of the identity document (证件类型), A.1."""
    id_number: str = Field(max_length=80, repr=False)
    first_month: MonthText
    """First month that the new employer remits (R-TRF-2)."""
    base_fen: BaseFen

    def wanted(self) -> Wanted:
        """What is asked for; raises `InvalidIdentifier`."""
        document = IdDocument.parse(self.id_type, self.id_number)
        return Wanted(document, self.name, Month.parse(self.first_month), self.base_fen)


class ConsentBody(Body):
    """What the person says to it."""

    agree: bool
    """Whether the account may move."""


class CentreTransfer(Grounds):
    """Which transfer the centre does in the former employer's stead, and why."""

    transfer_id: UUID


class Transfer(Shape):
    """A same-city transfer (同城转移)."""

    transfer_id: UUID
    """Its id."""
    account_number: str
    from_employer_name: str
    """Name of the former employer (原单位)."""
    to_employer_name: str
    """Name of the new employer (新单位)."""
    first_month: str
    """First month that the new employer remits, YYYY-MM."""
    state: TransferState
    """How far it is, as a stable code."""
    state_text: str
    """How far it is, in Chinese."""
    consent_by: date
    """Last day on which the person can agree."""
    release_by: date
    """Last day of the former employer; then the centre decides (R-TRF-3)."""
    asked_at: datetime
    """When the new employer asked."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        state = TransferState(row["state"])
        return cls(
            transfer_id=row["id"],
            account_number=row["account_number"],
            from_employer_name=row["from_name"],
            to_employer_name=row["to_name"],
            first_month=str(month_text(row["first_month"])),
            state=state,
            state_text=state.text,
            consent_by=row["consent_by"],
            release_by=row["release_by"],
            asked_at=row["asked_at"],
        )


class Transfers(Shape):
    """Transfers, latest first."""

    items: list[Transfer]


class SealRequestBody(Body):
    """A person's wish to be sealed though the employer does not do it (R-SEAL-7)."""

    reason: SealReason
    """Why (封存原因), R-SEAL-3."""
    employment_ended_on: Day
    """Last day of the employment."""
    evidence: Annotated[list[Document], Field(min_length=1, max_length=20)]
    """Numbers of the documents that show it (依据材料编号)."""

    def wish(self) -> Wish:
        """What is asked for."""
        return Wish(self.reason, self.employment_ended_on, tuple(self.evidence))


class SealRequest(Shape):
    """A person's request to be sealed."""

    request_id: UUID
    """Its id."""
    account_number: str
    employer_number: str
    reason: SealReason
    """Why (封存原因), R-SEAL-3."""
    employment_ended_on: date
    """Last day of the employment."""
    evidence: list[str]
    """Numbers of the documents that show it."""
    state: str
    """`open`, `done` or `withdrawn`."""
    centre_from: date
    """From when on the centre may seal in the employer's stead."""
    asked_at: datetime
    """When the person asked."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        same = ("account_number", "employer_number", "employment_ended_on", "state", "asked_at")
        return cls(
            request_id=row["id"],
            reason=SealReason(row["reason"]),
            evidence=list(row["evidence"]),
            centre_from=centre_may_seal_from(row["employment_ended_on"]),
            **{name: row[name] for name in same},
        )


class SealRequests(Shape):
    """Requests to be sealed."""

    items: list[SealRequest]


class Answered(Shape):
    """What was made or answered."""

    id: UUID
    """Of the transfer, or of the request."""
