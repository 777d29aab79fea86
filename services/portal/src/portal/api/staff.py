"""HTTP for staff: what was published; propose what is to be published, changed, withdrawn."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from portal import operations, views
from portal.shapes import (
    NewNotice,
    NoticeAnswer,
    NoticePage,
    NoticeWithdrawal,
    PlaceAnswer,
    PlaceChange,
    PlaceList,
    QuestionAnswer,
    QuestionChange,
    QuestionList,
)
from shared.http.callers import ContextDependency, require
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["发布"])

PAGE_MAX_ITEMS = 200
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Reader = Annotated[Principal, Depends(require(Role.STAFF_MAKER, Role.STAFF_CHECKER))]


@router.get("/notices", summary="公告列表")
async def list_notices(
    _caller: Reader,
    context: ContextDependency,
    cursor: Annotated[str | None, Query(description="`next_cursor` of the page before")] = None,
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS, description="How many at the most")] = 50,
) -> NoticePage:
    """List every notice that was published, also those that are not shown, newest first."""
    found = await views.all_notices(
        context.pool, decode_position(cursor) if cursor else None, limit + 1
    )
    shown = found[:limit]
    last = shown[-1] if len(found) > limit else None
    return NoticePage(
        items=[NoticeAnswer.of(one) for one in shown],
        next_cursor=encode_cursor(last.published_at.isoformat(), str(last.notice_id))
        if last
        else None,
    )


@router.post("/notices", status_code=202, response_model=ProposalAnswer, summary="发布公告")
async def publish(body: NewNotice, maker: MakerPost) -> Response:
    """Propose that a notice is published; a checker decides."""
    return await answer_proposed(maker, operations.PUBLISH, body)


@router.post(
    "/notice-withdrawals", status_code=202, response_model=ProposalAnswer, summary="撤回公告"
)
async def withdraw(body: NoticeWithdrawal, maker: MakerPost) -> Response:
    """Propose that a notice is withdrawn; a checker decides, and the reason is shown in its stead."""
    return await answer_proposed(maker, operations.WITHDRAW, body)


@router.get("/places", summary="网点列表")
async def list_places(_caller: Reader, context: ContextDependency) -> PlaceList:
    """List every place, also those that are not shown any more."""
    found = await views.all_places(context.pool)
    return PlaceList(items=[PlaceAnswer(**asdict(one)) for one in found])


@router.get("/questions", summary="常见问题列表")
async def list_questions(_caller: Reader, context: ContextDependency) -> QuestionList:
    """List every question with its answer, also those that are not shown any more."""
    found = await views.all_questions(context.pool)
    return QuestionList(
        items=[QuestionAnswer(**asdict(one), topic_text=one.topic.text) for one in found]
    )


@router.post("/places", status_code=202, response_model=ProposalAnswer, summary="变更网点")
async def change_place(body: PlaceChange, maker: MakerPost) -> Response:
    """Propose how a place is shown; a checker decides."""
    return await answer_proposed(maker, operations.CHANGE_PLACE, body)


@router.post("/questions", status_code=202, response_model=ProposalAnswer, summary="变更常见问题")
async def change_question(body: QuestionChange, maker: MakerPost) -> Response:
    """Propose a question and its answer; a checker decides."""
    return await answer_proposed(maker, operations.CHANGE_QUESTION, body)
