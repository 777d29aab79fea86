"""HTTP about what an employer changes for many at once: a list of changes, the yearly bases, the ratios."""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel

from accounts.access import (
    PROPOSED,
    DecidingPost,
    Office,
    OfficeLook,
    OfficePost,
    actor,
    after_text,
    by_staff,
    demand_own,
    grounds,
)
from accounts.domain import Month
from accounts.handlers.changes import Actor
from accounts.operations import change_lists as operations
from accounts.rules.ratio import JULY
from accounts.shapes import change_lists as shapes
from accounts.shapes.fields import OnBehalf
from accounts.store.ratios import round_of
from accounts.store.remittances import policy_on
from shared.audit import trail as audit
from shared.http.callers import ContextDependency
from shared.http.cursors import encode_cursor
from shared.http.gate import LIST_MAX_BYTES, up_to
from shared.http.idempotency import IdempotentPost
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.operation import Operation

router = APIRouter(prefix="/employers/{employer_number}", tags=["变更与启封存"])
B = TypeVar("B", bound=OnBehalf)


async def _done_or_proposed(
    employer_number: str,
    body: B,
    caller: tuple[Principal, IdempotentPost],
    work: Callable[[Unit, str, B, Actor], Awaitable[BaseModel]],
    operation: Operation,
) -> Response:
    """Let an operator do it for its employer; what staff want done another person decides."""
    principal, post = caller
    demand_own(principal, employer_number)
    if by_staff(principal):
        named = {"employer_number": employer_number, **grounds(body).model_dump()}
        return await answer_proposed(caller, operation, body, **named)

    async def handle(unit: Unit) -> BaseModel:
        return await work(unit, employer_number, body, actor(principal))

    return await post.once(body, 200, handle)


@router.post(
    "/changes",
    response_model=shapes.ChangesDone,
    responses=PROPOSED,
    summary="汇缴变更（清单）",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def change(employer_number: str, body: shapes.ChangesBody, caller: OfficePost) -> Response:
    """Do a list of seals, unseals and bases, all or none (R-CHG-1, 2, 6); a maker proposes it, 202."""
    return await _done_or_proposed(
        employer_number, body, caller, operations.change, operations.CHANGE
    )


@router.post("/changes/preview", summary="汇缴变更试算", openapi_extra=up_to(LIST_MAX_BYTES))
async def preview(
    employer_number: str, body: shapes.ChangesBody, principal: Office, context: ContextDependency
) -> shapes.ChangesPreview:
    """Return what a list of changes would make of the month, and who crosses a limit (R-CHG-5)."""
    demand_own(principal, employer_number)
    async with context.unit() as unit:
        return await operations.preview(unit, employer_number, body, actor(principal))


@router.post("/ratio", response_model=shapes.Rolled, responses=PROPOSED, summary="调整缴存比例")
async def change_ratio(
    employer_number: str, body: shapes.RatioBody, caller: DecidingPost
) -> Response:
    """Set another pair of ratios for all staff from a month on (R-CHG-4); a maker proposes it, 202."""
    return await _done_or_proposed(
        employer_number, body, caller, operations.change_ratio, operations.CHANGE_RATIO
    )


@router.get("/base-round", summary="年度基数调整名单")
async def base_round(
    employer_number: str,
    principal: OfficeLook,
    context: ContextDependency,
    query: Annotated[shapes.RoundQuery, Query()],
) -> shapes.RoundPage:
    """Return whose base is to be set for a July, its limits, and who crosses one (R-CHG-3, R-DEP-4)."""
    demand_own(principal, employer_number)
    july = Month(query.year, JULY)
    async with context.pool.acquire() as connection:
        policy = await policy_on(connection, july.first)
        rows = await round_of(
            connection, employer_number, july.first, after_text(query.cursor), query.limit + 1
        )
    items = [
        shapes.RoundPerson.of(row, policy, context.personal_data) for row in rows[: query.limit]
    ]
    audit.looked_at([item.account_number for item in items])
    return shapes.RoundPage(
        month=str(july),
        base_min_fen=policy.base_min_fen,
        base_max_fen=policy.base_max_fen,
        items=items,
        next_cursor=encode_cursor(items[-1].account_number) if len(rows) > query.limit else None,
    )


@router.post(
    "/base-round",
    response_model=shapes.RoundDone,
    responses=PROPOSED,
    summary="年度基数调整",
    openapi_extra=up_to(LIST_MAX_BYTES),
)
async def set_bases(employer_number: str, body: shapes.RoundBody, caller: OfficePost) -> Response:
    """Set everybody's base of a July, nobody left out (R-CHG-3); a maker proposes it, 202."""
    return await _done_or_proposed(
        employer_number, body, caller, operations.set_bases_of_july, operations.BASE_ROUND
    )
