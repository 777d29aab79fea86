"""HTTP for staff: the registers of subjects."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.handlers.subjects import named
from credit.shapes.subjects import (
    Found,
    Lookup,
    MergerBody,
    NewSubject,
    SubjectAnswer,
    SubjectChangeBody,
)
from credit.views import subjects as views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency, looking
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["主体库"], dependencies=WITHOUT_AUDITORS)

SubjectId = Annotated[UUID, Path(description="Id of the subject (信用主体).")]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]

HASH_CHARACTERS = 16
"""Of a number's keyed hash, in the trail: enough to find the look, too few to be one."""


@router.post("/subjects", status_code=202, response_model=ProposalAnswer, summary="主体入库")
async def register(body: NewSubject, maker: MakerPost) -> Response:
    """Propose that somebody stands in a register; nobody comes in by being looked for."""
    return await answer_proposed(maker, operations.subjects.REGISTER, body)


@router.post("/subjects/lookup", summary="核对主体")
async def lookup(body: Lookup, _looker: Looker, context: ContextDependency) -> Found:
    """Say whether name and code belong together in a register (R-CRD-10); creates nothing."""
    who = named(context.personal_data, body.name, body.code, body.id_number)
    code_hash, name_hash = who.hashes or (None, None)
    row = await views.lookup(
        context.pool, who.code, None if who.hashes else who.name, code_hash, name_hash
    )
    audit.looked_at([who.code or f"person:{(code_hash or '')[:HASH_CHARACTERS]}"])
    if row is None:
        return Found(match="none", subject_id=None, name=None)
    match = "exact" if row["exact"] else "code_only"
    return Found(match=match, subject_id=row["subject_id"], name=row["name"])


@router.get("/subjects/{subject_id}", summary="信用主体")
async def show(subject_id: SubjectId, _looker: Looker, context: ContextDependency) -> SubjectAnswer:
    """Show a subject and every name and code that it had."""
    found = await views.subject(context.pool, subject_id)
    if found is None:
        raise not_found()
    row, history = found
    return SubjectAnswer.of(row, list(history))


@router.post(
    "/subjects/{subject_id}/changes",
    status_code=202,
    response_model=ProposalAnswer,
    summary="主体更名换码",
)
async def change(subject_id: SubjectId, body: SubjectChangeBody, maker: MakerPost) -> Response:
    """Propose another name or code; the old ones stay in the history."""
    return await answer_proposed(maker, operations.subjects.CHANGE, body, subject_id=subject_id)


@router.post(
    "/subjects/{subject_id}/merger",
    status_code=202,
    response_model=ProposalAnswer,
    summary="主体合并",
)
async def merge(subject_id: SubjectId, body: MergerBody, maker: MakerPost) -> Response:
    """Propose that two subjects are one; the old key goes on to find it."""
    return await answer_proposed(maker, operations.subjects.MERGE, body, subject_id=subject_id)
