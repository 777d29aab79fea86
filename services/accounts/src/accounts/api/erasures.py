"""HTTP for a person who wants to be forgotten (个人信息保护法 art. 47). No rule."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from accounts.access import Citizen, person
from accounts.handlers import erasures as handlers
from accounts.shapes.erasures import Erasing
from accounts.store import erasures as store
from shared.base.db import Connection, Pool
from shared.http.callers import ContextDependency
from shared.http.confirmations import confirmed
from shared.http.idempotency import IdempotentPost
from shared.http.problems import not_found
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit

router = APIRouter(tags=["个人信息"])
ConfirmedPost = Annotated[tuple[Principal, IdempotentPost], Depends(confirmed(Role.INDIVIDUAL))]


@router.get("/my/erasure", summary="删除个人信息：删什么、留什么、留到何时")
async def my_erasure(principal: Citizen, context: ContextDependency) -> Erasing:
    """Say what would go at once, what the law keeps until when, and how one's request stands."""
    return await _shown(context.pool, person(principal), context.clock.today())


@router.post("/my/erasure", status_code=202, response_model=Erasing, summary="请求删除个人信息")
async def erase(caller: ConfirmedPost) -> Response:
    """Ask for it, confirmed with a fresh code: phone and logins go once loans has nothing against it."""
    principal, post = caller
    person_id = person(principal)

    async def handle(unit: Unit) -> Erasing:
        await handlers.ask(unit, person_id)
        return await _shown(unit.connection, person_id, unit.clock.today())

    return await post.once(None, 202, handle)


async def _shown(source: Connection | Pool, person_id: UUID, today: date) -> Erasing:
    found = (await store.standing(source, [person_id])).get(person_id)
    if found is None:
        raise not_found()
    return Erasing.of(found, await store.last(source, person_id), today)
