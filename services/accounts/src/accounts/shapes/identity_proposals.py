"""What goes in and out about an employer's proposals of another name or ID number."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from accounts.domain import Row
from accounts.handlers.identity_proposals import Wanted
from accounts.rules.identity_proposal import ProposalState
from accounts.shapes.fields import Body, Name
from shared.base.id_documents import IdDocument, IdType
from shared.base.shape import Shape
from shared.proposals.shapes import Document


class IdentityProposalBody(Body):
    """The name and identity document that shall be on file of somebody; never a phone or a card."""

    name: Name = Field(repr=False)
    """Full name, as it stands on the document (姓名)."""
    id_type: IdType = IdType.RESIDENT_ID
    """Type of the identity document (证件类型), A.1."""
    id_number: str = Field(max_length=80, repr=False)
    """Number of the identity document (证件号码)."""
    evidence: Annotated[list[Document], Field(min_length=1, max_length=20)]
    """Numbers of the documents that show it (依据材料编号)."""

    def wanted(self) -> Wanted:
        """What is proposed; raises `InvalidIdentifier`."""
        document = IdDocument.parse(self.id_type, self.id_number)
        return Wanted(self.name, document, tuple(self.evidence))


class Proposed(Shape):
    """A proposal that was made."""

    proposal_id: UUID
    """Its id."""


class IdentityProposal(Shape):
    """A proposal, and how it stands; what it wants is shown to the person alone."""

    proposal_id: UUID
    """Its id."""
    account_number: str
    evidence: list[str]
    """Numbers of the documents that show it."""
    state: ProposalState
    """How it stands, as a stable code."""
    state_text: str
    """How it stands, in Chinese."""
    reason_text: str | None
    """Why it was not taken, or not by itself."""
    asked_at: datetime
    """When it was proposed."""
    ended_at: datetime | None
    """When it ended."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        state = ProposalState(row["state"])
        same = ("account_number", "reason_text", "asked_at", "ended_at")
        return cls(
            proposal_id=row["id"],
            evidence=list(row["evidence"]),
            state=state,
            state_text=state.text,
            **{name: row[name] for name in same},
        )


class IdentityProposals(Shape):
    """Proposals, latest first."""

    items: list[IdentityProposal]
    """The proposals."""
