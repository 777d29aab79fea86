"""HTTP for staff: authorised users, each unit's by its own administrator (R-CRD-32)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.handlers import users as handlers
from credit.settings import Settings
from credit.shapes.users import NewUser, User, UserRole, Users
from credit.views import users as views
from shared.http.callers import get_context, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, STAFF, Principal, Role
from shared.messaging.unit import Context, Unit, own_settings
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["授权用户"], dependencies=WITHOUT_AUDITORS)

MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
AdminPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_ADMIN))]
BrakePost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(*BUSINESS))]
Staff = Annotated[Principal, Depends(require(*STAFF))]
ServiceContext = Annotated[Context[Settings], Depends(get_context)]
UserId = Annotated[UUID, Path(description="Identity of the user.")]


@router.get("/users", summary="授权用户清单")
async def users(
    staff: Staff,
    context: ServiceContext,
    county: Annotated[str | None, Query(max_length=50, description="市、县（市、区）")] = None,
) -> Users:
    """List users with how much each looks up; a unit's administrator sees the own unit's alone."""
    unit_code = None
    if staff.role is Role.STAFF_MAKER:

        async def own(unit: Unit) -> str:
            user = await handlers.acting(unit, staff.identity_id, UserRole.UNIT_ADMIN)
            return str(user["unit_code"])

        unit_code = await context.transact(own)
    most = context.settings.odd_look_ups_a_day
    found, in_force = await views.users(context.pool, (county, unit_code), context.clock, most)
    return Users(items=[User.of(row) for row in found], in_force=in_force)


@router.post("/users", status_code=202, response_model=ProposalAnswer, summary="授权用户")
async def authorise(body: NewUser, maker: MakerPost) -> Response:
    """Propose, as its administrator, that somebody acts for a unit; who was shut comes in again like that."""
    return await answer_proposed(maker, operations.users.AUTHORISE, body)


@router.post(
    "/users/appointments", status_code=202, response_model=ProposalAnswer, summary="平台授权用户"
)
async def appoint(body: NewUser, admin: AdminPost) -> Response:
    """Propose, as one of two administrators of the platform, a unit's administrator or whoever has none."""
    return await answer_proposed(admin, operations.users.APPOINT, body)


@router.post("/users/{user_id}/confirmation", response_model=User, summary="按季确认用户")
async def confirm(user_id: UserId, maker: MakerPost) -> Response:
    """Say, as its administrator, that the unit stands for a user one quarter longer; never for oneself."""
    caller, post = maker

    async def handle(unit: Unit) -> User:
        await handlers.confirm(unit, user_id, caller)
        return await _shown(unit, user_id)

    return await post.once(None, 200, handle)


@router.post("/users/{user_id}/shutting", response_model=User, summary="停用用户")
async def shut(user_id: UserId, body: Grounds, staff: BrakePost) -> Response:
    """Let a user in no more, at once: the own unit's administrator does it, or anybody who decides."""
    caller, post = staff

    async def handle(unit: Unit) -> User:
        await handlers.shut(unit, user_id, caller, body.reason)
        return await _shown(unit, user_id)

    return await post.once(body, 200, handle)


async def _shown(unit: Unit, user_id: UUID) -> User:
    most = own_settings(unit.context, Settings).odd_look_ups_a_day
    return User.of(await views.user(unit.connection, user_id, unit.clock.now(), most))
