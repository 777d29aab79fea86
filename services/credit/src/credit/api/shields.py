"""HTTP for staff: firms that a court reorganises (R-CRD-24)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.shapes.shields import NewShield, Shield, Shields
from credit.views import shields as views
from shared.http.callers import ContextDependency, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["破产重整"], dependencies=WITHOUT_AUDITORS)

MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
SubjectId = Annotated[UUID, Path(description="Id of the subject (信用主体).")]
ShieldId = Annotated[UUID, Path(description="Id of the shield.")]


@router.get("/subjects/{subject_id}/shields", summary="破产重整屏蔽")
async def shields(subject_id: SubjectId, _staff: Staff, context: ContextDependency) -> Shields:
    """List the rulings by which a firm is or was shielded."""
    rows = await views.of_subject(context.pool, subject_id)
    return Shields(items=[Shield.of(row) for row in rows])


@router.post(
    "/subjects/{subject_id}/shields",
    status_code=202,
    response_model=ProposalAnswer,
    summary="破产重整屏蔽",
)
async def begin(subject_id: SubjectId, body: NewShield, maker: MakerPost) -> Response:
    """Propose, as a repair officer, that a firm's penalties are hidden while its plan is carried out."""
    return await answer_proposed(maker, operations.shields.BEGIN, body, subject_id=subject_id)


@router.post(
    "/shields/{shield_id}/ending",
    status_code=202,
    response_model=ProposalAnswer,
    summary="终止破产重整屏蔽",
)
async def end(shield_id: ShieldId, body: Grounds, maker: MakerPost) -> Response:
    """Propose that a shield ends before its plan would; what it hid is shown again as long as it may be."""
    return await answer_proposed(maker, operations.shields.END, body, shield_id=shield_id)
