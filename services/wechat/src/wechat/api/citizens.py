"""HTTP for a person: bind the WeChat user whose browser this is, see who is bound, end it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response

from shared.http.callers import ContextDependency, require
from shared.http.confirmations import confirmed
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from wechat.api.reaching import PlatformDependency, openid_of
from wechat.handlers import binding
from wechat.handlers.binding import Answered
from wechat.rules.businesses import BIND
from wechat.shapes import (
    Authorisation,
    Bindings,
    BindingShown,
    NewAuthorisation,
    NewBinding,
    Unbinding,
    Unbound,
)
from wechat.store import bindings

router = APIRouter(tags=["微信绑定"])

Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL))]
ConfirmedPost = Annotated[tuple[Principal, IdempotentPost], Depends(confirmed(Role.INDIVIDUAL))]
BindingId = Annotated[UUID, Path(description="绑定的编号")]


@router.post(
    "/authorisations", status_code=201, response_model=Authorisation, summary="开始绑定微信"
)
async def begin(
    body: NewAuthorisation, citizen: ConfirmedPost, platform: PlatformDependency
) -> Response:
    """Begin to bind, confirmed with a fresh code; the state is good once, for this login and browser."""
    caller, post = citizen
    person_id = _person_of(caller)

    async def handle(unit: Unit) -> Authorisation:
        begun = await binding.begin(unit, caller, person_id)
        return Authorisation(
            authorize_url=platform.authorize_url(begun.state, BIND.page),
            secret=begun.secret,
            expires_at=begun.expires_at,
        )

    return await post.once(body, 201, handle)


@router.post("/bindings", status_code=201, response_model=BindingShown, summary="绑定微信")
async def bind(body: NewBinding, citizen: CitizenPost, platform: PlatformDependency) -> Response:
    """Bind whoever agreed in WeChat to whoever is logged in here."""
    caller, post = citizen
    person_id = _person_of(caller)
    came = Answered(caller, person_id, body.state, body.secret)
    taken = await binding.take_state(post.context, came)
    openid = await openid_of(platform, body.code) if taken is not None else ""

    async def handle(unit: Unit) -> BindingShown:
        if taken is None:
            return BindingShown.of(await binding.bound_before(unit, came))
        return BindingShown.of(await binding.bind(unit, taken, person_id, openid))

    return await post.once(body, 201, handle)


@router.get("/bindings", summary="我绑定的微信")
async def my_bindings(context: ContextDependency, caller: Citizen) -> Bindings:
    """List the WeChat users that stand for the caller."""
    async with context.pool.acquire() as connection:
        found = await bindings.of_person(connection, _person_of(caller))
    return Bindings(items=[BindingShown.of(one) for one in found])


@router.post("/bindings/{binding_id}/removal", response_model=Unbound, summary="解绑微信")
async def unbind(binding_id: BindingId, body: Unbinding, citizen: CitizenPost) -> Response:
    """End a binding of one's own."""
    caller, post = citizen
    person_id = _person_of(caller)

    async def handle(unit: Unit) -> Unbound:
        await binding.end(unit, binding_id, person_id)
        return Unbound(binding_id=binding_id)

    return await post.once(body, 200, handle)


def _person_of(caller: Principal) -> UUID:
    if caller.person_id is None:
        raise not_found()
    return caller.person_id
