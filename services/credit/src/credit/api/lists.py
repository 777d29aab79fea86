"""HTTP for staff: lists that others keep, who is on them, and what became of it in a matter (联合奖惩)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.handlers import lists as handlers
from credit.shapes.checks import CheckList
from credit.shapes.lists import (
    Feedback,
    ListKind,
    ListKinds,
    Measure,
    Membership,
    Memberships,
    NewEntry,
)
from credit.views import checks as check_views
from credit.views import lists as views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency, looking, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["联合奖惩"], dependencies=WITHOUT_AUDITORS)

MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]


@router.get("/lists", summary="名单与措施清单")
async def lists(_staff: Staff, context: ContextDependency) -> ListKinds:
    """List which lists there are and what may be done with who is on one: nothing else (R-CRD-26)."""
    kinds, measures = await views.kinds(context.pool, context.clock.today())
    return ListKinds(
        items=[
            ListKind(
                **dict(one),
                measures=[Measure.of(row) for row in measures[one["list_code"]]],
            )
            for one in kinds
        ]
    )


@router.get("/subjects/{subject_id}/lists", summary="主体所在名单")
async def of_subject(
    subject_id: Annotated[UUID, Path(description="Id of the subject.")],
    _looker: Looker,
    context: ContextDependency,
) -> Memberships:
    """Show on which lists somebody is today."""
    rows = await views.of_subject(context.pool, subject_id, context.clock.today())
    audit.looked_at([str(subject_id)])
    return Memberships(items=[Membership.of(row) for row in rows])


@router.post("/lists/entries", status_code=202, response_model=ProposalAnswer, summary="列入名单")
async def enter(body: NewEntry, maker: MakerPost) -> Response:
    """Propose what an authority told: who is on its list, with basis and days."""
    return await answer_proposed(maker, operations.lists.ENTER, body)


@router.post(
    "/lists/entries/{entry_id}/leaving",
    status_code=202,
    response_model=ProposalAnswer,
    summary="移出名单",
)
async def leave(
    entry_id: Annotated[UUID, Path(description="Id of the membership.")],
    body: Grounds,
    maker: MakerPost,
) -> Response:
    """Propose that somebody is no longer on a list; what rested on it is answered anew."""
    return await answer_proposed(maker, operations.lists.LEAVE, body, entry_id=entry_id)


@router.post(
    "/checks/{check_id}/feedback",
    status_code=201,
    response_model=CheckList,
    summary="奖惩措施反馈",
)
async def feed_back(
    check_id: Annotated[UUID, Path(description="Id of the check.")],
    body: Feedback,
    maker: MakerPost,
) -> Response:
    """Say what became of a measure in the matter of a check, applied or not, and why (R-CRD-28)."""
    caller, post = maker

    async def handle(unit: Unit) -> CheckList:
        await handlers.feed_back(unit, check_id, body, caller.identity_id)
        checks = await check_views.one(unit.connection, check_id)
        return await check_views.shown(unit.connection, checks, unit.clock.today())

    return await post.once(body, 201, handle)
