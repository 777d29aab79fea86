"""HTTP for citizens: the own brakes. No rule here."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from shared.http.callers import ContextDependency
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from withdrawals.api.citizens import Citizen, ConfirmedPost, person_of
from withdrawals.domain import Brakes
from withdrawals.handlers import brakes as handlers
from withdrawals.shapes.brakes import BrakesShown, LimitBody
from withdrawals.store import brakes as store
from withdrawals.store import rulebooks

router = APIRouter(tags=["本人安全设置"])
Locking = Annotated[
    tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL, tightens=True))
]
"""By whoever is known by the query password alone, too: the phone may be lost."""


async def _shown(unit: Unit, brakes: Brakes) -> BrakesShown:
    moment = await rulebooks.moment(unit)
    return BrakesShown.of(brakes, moment.book.brakes(moment.today), moment.now)


@router.get("/brakes", summary="我的提取锁定、每日限额")
async def brakes(principal: Citizen, context: ContextDependency) -> BrakesShown:
    """Return what holds now, what is to come, and after how many hours."""
    found = await store.read(context.pool, person_of(principal))
    async with context.unit() as unit:
        return await _shown(unit, found)


@router.post("/brakes/lock", response_model=BrakesShown, summary="锁定提取")
async def lock(caller: Locking) -> Response:
    """Lock at once: nothing is applied for or paid any more, whoever holds the session or the phone."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> BrakesShown:
        return await _shown(unit, await handlers.lock(unit, person_id))

    return await post.once(None, 200, handle)


@router.post("/brakes/unlock", response_model=BrakesShown, summary="申请解除提取锁定")
async def unlock(caller: ConfirmedPost) -> Response:
    """Ask to lift the lock, confirmed by a fresh code; it holds for hours yet, and a text says until when."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> BrakesShown:
        return await _shown(unit, await handlers.ask_to_lift(unit, person_id))

    return await post.once(None, 200, handle)


@router.post("/brakes/daily-limit", response_model=BrakesShown, summary="设置每日提取限额")
async def limit(body: LimitBody, caller: ConfirmedPost) -> Response:
    """Set an own daily limit, confirmed by a fresh code: lower at once, higher or none after hours."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> BrakesShown:
        return await _shown(unit, await handlers.limit(unit, person_id, body.daily_limit_fen))

    return await post.once(body, 200, handle)
