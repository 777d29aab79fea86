"""HTTP about merging one person's two accounts (合并)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel

from accounts.access import MakerPost, Staff
from accounts.handlers import merges as handlers
from accounts.operations import merges as operations
from accounts.shapes import fields
from accounts.shapes import merges as shapes
from accounts.views import merges as views
from shared.http.callers import ContextDependency
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["账户合并"])

OfAccount = Annotated[str | None, Query(max_length=20, description="Only those of this account.")]
MergeId = Annotated[UUID, Path(description="Id of the merge.")]


@router.post(
    "/accounts/{account_number}/merges",
    status_code=202,
    response_model=ProposalAnswer,
    summary="申请账户合并",
)
async def merge(
    account_number: fields.Number, body: shapes.MergeBody, caller: MakerPost
) -> Response:
    """Propose that an account goes into the same person's other one; a senior decides (R-ACC-8)."""
    return await answer_proposed(caller, operations.MERGE, body, account_number=account_number)


@router.get("/merges", summary="账户合并列表")
async def merges(
    _principal: Staff, context: ContextDependency, account_number: OfAccount = None
) -> shapes.Merges:
    """Return merges with how they stand, the latest first."""
    rows = await views.merges(context.pool, account_number)
    return shapes.Merges(items=[shapes.Merge.of(row) for row in rows])


@router.post("/merges/{merge_id}/calling-off", response_model=shapes.Merge, summary="撤销账户合并")
async def call_off(merge_id: MergeId, caller: MakerPost) -> Response:
    """End a merge that waits for answers; both accounts are as they were."""
    _principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handlers.call_off(unit, merge_id)
        row = await views.one(unit.connection, merge_id)
        assert row is not None, "it was found"
        return shapes.Merge.of(row)

    return await post.once(None, 200, handle)
