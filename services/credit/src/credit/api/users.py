"""HTTP for staff: authorised users, and the chained look-ups (R-CRD-32, 33)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from credit import operations
from credit.handlers import users as handlers
from credit.shapes.users import LookUp, LookUps, NewUser, User, Users, Verification
from credit.views import users as views
from shared.http.callers import ContextDependency, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["授权用户"])

MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
CheckerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_CHECKER))]
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Auditor = Annotated[Principal, Depends(require(Role.STAFF_CHECKER))]
UserId = Annotated[UUID, Path(description="Identity of the user.")]


@router.get("/users", summary="授权用户清单")
async def users(
    _staff: Staff,
    context: ContextDependency,
    county: Annotated[str | None, Query(max_length=50, description="市、县（市、区）")] = None,
) -> Users:
    """List who may look up, by county and unit."""
    found, in_force = await views.users(context.pool, county, context.clock.today())
    return Users(items=[User.of(row) for row in found], in_force=in_force)


@router.post("/users", status_code=202, response_model=ProposalAnswer, summary="授权用户")
async def authorise(body: NewUser, maker: MakerPost) -> Response:
    """Propose that somebody may look up for a unit; who was shut comes in again like that."""
    return await answer_proposed(maker, operations.users.AUTHORISE, body)


@router.post("/users/{user_id}/confirmation", response_model=User, summary="按季确认用户")
async def confirm(user_id: UserId, checker: CheckerPost) -> Response:
    """Say that the unit stands for a user until the next quarter ends; nobody does it for themselves."""
    caller, post = checker

    async def handle(unit: Unit) -> User:
        await handlers.confirm(unit, user_id, caller)
        return User.of(await views.user(unit.connection, user_id))

    return await post.once(None, 200, handle)


@router.post("/users/{user_id}/shutting", response_model=User, summary="停用用户")
async def shut(user_id: UserId, body: Grounds, checker: CheckerPost) -> Response:
    """Let a user in no more, at once."""
    _, post = checker

    async def handle(unit: Unit) -> User:
        await handlers.shut(unit, user_id, body.reason)
        return User.of(await views.user(unit.connection, user_id))

    return await post.once(body, 200, handle)


@router.get("/look-ups", summary="查询留痕")
async def look_ups(
    _auditor: Auditor,
    context: ContextDependency,
    subject_id: Annotated[UUID | None, Query(description="At whom was looked")] = None,
    identity_id: Annotated[UUID | None, Query(description="Who looked")] = None,
) -> LookUps:
    """Show who looked, for which unit, in which matter and why, the latest first."""
    found = await views.look_ups(context.pool, subject_id, identity_id)
    return LookUps(items=[LookUp.of(row) for row in found])


@router.get("/look-ups/verification", summary="核验查询留痕")
async def verification(_auditor: Auditor, context: ContextDependency) -> Verification:
    """Reckon the chain again: whether a look-up was changed or left out."""
    looked_through, broken_at = await views.verify(context.pool)
    return Verification(looked_through=looked_through, broken_at=broken_at)
