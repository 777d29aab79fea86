"""HTTP about what operators have filled in of pages and not submitted yet (草稿). No rule."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from accounts.access import DraftPost, actor, demand_own
from accounts.handlers import page_drafts as handlers
from accounts.shapes import page_drafts as shapes
from accounts.store import page_drafts as store
from shared.http.callers import ContextDependency, require
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit

router = APIRouter(tags=["草稿"])
Operator = Annotated[Principal, Depends(require(Role.EMPLOYER_OPERATOR))]
Page = Annotated[str, Path(pattern="^[a-z]{2,20}$", description="网页的名称", examples=["month"])]


@router.get("/employers/{employer_number}/drafts/{page}", summary="未提交的草稿")
async def draft(
    employer_number: str, page: Page, principal: Operator, context: ContextDependency
) -> shapes.PageDraft:
    """Return what is filled in of a page; version 0 where there never was anything."""
    demand_own(principal, employer_number)
    row = await store.draft(context.pool, (employer_number, page))
    return shapes.PageDraft.of(row, context.personal_data)


@router.post(
    "/employers/{employer_number}/drafts/{page}",
    response_model=shapes.PageDraft,
    summary="保存未提交的草稿",
)
async def save(
    employer_number: str, page: Page, body: shapes.DraftBody, caller: DraftPost
) -> Response:
    """Keep what is filled in for the employer's operators, unless another one has changed it meanwhile."""
    principal, post = caller
    demand_own(principal, employer_number)
    by = (actor(principal).name, principal.name)

    async def handle(unit: Unit) -> shapes.PageDraft:
        row = await handlers.save(unit, (employer_number, page), body.version, body.content, by)
        return shapes.PageDraft.of(row, unit.personal_data)

    return await post.once(body, 200, handle)
