"""What the API of proposals takes and answers, the same in every service."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from shared.base.shape import Shape
from shared.proposals.operation import Operation
from shared.proposals.papers import Attached
from shared.proposals.rules import Decider, State
from shared.proposals.store import Proposal

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]
Document = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class _Shape(Shape):
    model_config = ConfigDict(extra="forbid")


class Grounds(_Shape):
    """Why something is proposed (申请理由和依据); a body of an operation has these two beside its own."""

    reason: Reason
    """Why, in the maker's words (申请理由)."""
    evidence: list[Document] = Field(default_factory=list, max_length=20)
    """Numbers of the documents that show it (依据材料编号); the policy may ask for one."""


class DecisionOnProposal(_Shape):
    """What the other person says (复核意见)."""

    agree: bool
    """Whether it takes effect; if not it is sent back."""
    reason: Reason | None = None
    """Why; needed where it is sent back."""

    @model_validator(mode="after")
    def _sent_back_with_a_reason(self) -> Self:
        if not self.agree and self.reason is None:
            raise ValueError("退回时须填写原因")
        return self


class ScanShown(_Shape):
    """A scan (扫描件) that lies with a proposal; what is kept is a PDF of pictures."""

    paper_id: UUID
    """Its id, by which it is fetched."""
    name: str
    """What the maker calls it."""
    uploaded_at: datetime
    """When it was attached, UTC."""


class ProposalAnswer(_Shape):
    """A proposal as staff see it (复核申请)."""

    proposal_id: UUID
    """Its number."""
    kind: str
    """Stable code of the operation."""
    title: str
    """The operation's name in Chinese."""
    subject: str
    """What it is about: a contract's, an account's or an order's number."""
    summary: str
    """What would be done, in one sentence; personal data is masked."""
    amount_fen: int | None
    """The sum at stake, in fen; null where there is none."""
    reason: str
    """Why it was proposed."""
    evidence: list[str]
    """Numbers of the documents."""
    state: State
    """`open`, `executed`, `rejected`, `withdrawn` or `expired`."""
    decider: Decider
    """Who decides it: `checker` 复核员, `senior` 高级复核员, `admin` 管理员."""
    proposed_by: UUID
    """The maker's identity."""
    proposed_by_name: str
    """The maker's name, masked."""
    proposed_at: datetime
    """When it was proposed, UTC."""
    expires_at: datetime
    """Until when it can be decided, UTC."""
    decided_by: UUID | None
    """Who decided it, or took it back."""
    decided_by_name: str | None
    """That person's name, masked."""
    decided_at: datetime | None
    """When, UTC."""
    decision_reason: str | None
    """What the decision says."""
    result: Any | None
    """What the execution answered."""
    scan_needed: bool
    """Whether it takes effect only with a scan of its paper."""
    scans: list[ScanShown]
    """The scans that its maker has attached."""

    @classmethod
    def of(cls, found: Proposal, operation: Operation, scans: Sequence[Attached] = ()) -> Self:
        """Show a proposal, with its scans: one that is just made has none."""
        return cls(
            proposal_id=found.id,
            kind=found.kind,
            title=operation.title,
            subject=found.subject,
            summary=found.summary,
            amount_fen=found.amount_fen,
            reason=found.reason,
            evidence=list(found.evidence),
            state=found.state,
            decider=found.decider,
            proposed_by=found.proposed_by,
            proposed_by_name=found.proposed_by_name,
            proposed_at=found.proposed_at,
            expires_at=found.expires_at,
            decided_by=found.decided_by,
            decided_by_name=found.decided_by_name,
            decided_at=found.decided_at,
            decision_reason=found.decision_reason,
            result=json.loads(found.result) if found.result is not None else None,
            scan_needed=found.scan_needed,
            scans=[ScanShown(**asdict(one)) for one in scans],
        )


class ProposalPage(_Shape):
    """A page of proposals, newest first."""

    items: list[ProposalAnswer]
    """The proposals."""
    next_cursor: str | None
    """Give it back as `cursor` for the next page; null on the last."""
