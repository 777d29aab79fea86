"""HTTP about the query password (查询密码): set by its owner, entered on the telephone."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from gateway.access import Address, LiveSession, LoginThrough, PasswordsDependency
from gateway.errors import Refused
from gateway.handlers import codes
from gateway.handlers import query_passwords as handlers
from gateway.shapes.query_passwords import (
    QueryPasswordChosen,
    QueryPasswordEntered,
    QueryPasswordShown,
    ReadingToken,
)
from gateway.store import query_passwords as store
from shared.base.id_documents import IdDocument
from shared.http.callers import ContextDependency, require
from shared.http.confirmations import confirmed
from shared.http.idempotency import IdempotentPost
from shared.http.problems import ProblemError
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit

router = APIRouter(tags=["查询密码"])
HOTLINE = "hotline"
Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
Confirming = Annotated[tuple[Principal, IdempotentPost], Depends(confirmed(Role.INDIVIDUAL))]
Device = Annotated[Principal, Depends(require(Role.KIOSK))]


@router.get("/me/query-password", summary="我的查询密码")
async def own(
    caller: Citizen, _session: LiveSession, context: ContextDependency
) -> QueryPasswordShown:
    """Say whether one is set, and since when."""
    found = await store.read(context.pool, caller.identity_id)
    return QueryPasswordShown(set_at=found.set_at if found else None)


@router.post("/me/query-password", response_model=QueryPasswordShown, summary="设置查询密码")
async def choose(
    body: QueryPasswordChosen,
    caller: Confirming,
    _session: LiveSession,
    context: ContextDependency,
    passwords: PasswordsDependency,
) -> Response:
    """Set one's own, confirmed by a fresh code; the one before counts no more."""
    principal, post = caller
    password_hash = await handlers.hashed(
        context, passwords, principal.identity_id, body.query_password
    )
    if isinstance(password_hash, Refused):
        raise password_hash

    async def work(unit: Unit) -> QueryPasswordShown:
        kept = await handlers.keep(unit, principal.identity_id, password_hash)
        return QueryPasswordShown(set_at=kept)

    return await post.once(body, 200, work)


@router.delete("/me/query-password", status_code=204, summary="取消查询密码")
async def remove(caller: Citizen, _session: LiveSession, context: ContextDependency) -> Response:
    """Let none count any more; this takes no code, since it only tightens."""
    async with context.unit() as unit:
        await store.remove(unit.connection, caller.identity_id)
    return Response(status_code=204)


@router.post("/sessions/query-password", status_code=201, summary="12329凭查询密码查询")
async def log_in(
    body: QueryPasswordEntered,
    _device: Device,
    through: LoginThrough,
    context: ContextDependency,
    passwords: PasswordsDependency,
    address: Address,
) -> ReadingToken:
    """Open a session that reads, ends soon, is not continued; through a device of channel hotline alone."""
    if through.channel != HOTLINE:
        raise ProblemError(403, "not-allowed", "查询密码仅限12329热线使用。")
    document = IdDocument.parse(body.id_type, body.id_number)
    subject = codes.subject_of(context.personal_data, Role.INDIVIDUAL, document, None)
    opened = await handlers.log_in(
        context, passwords, subject, body.query_password, through=through, address=address
    )
    if isinstance(opened, Refused):
        raise opened
    return ReadingToken.of(opened)
