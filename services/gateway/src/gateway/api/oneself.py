"""HTTP for who looks after their own login: sessions listed and ended, the password changed."""

from uuid import UUID

from fastapi import APIRouter, Depends, Response

from gateway import views
from gateway.access import Address, Caller, Ending, LiveSession, PasswordsDependency
from gateway.clock import now_of
from gateway.handlers import passwords as handlers
from gateway.handlers import sessions
from gateway.shapes.everybody import PasswordChange, SessionLine, SessionList
from gateway.store import open_sessions
from shared.http.callers import ContextDependency, require
from shared.identity.principal import STAFF, Role

router = APIRouter(tags=["登录"])


@router.get("/me/sessions", summary="我的登录会话")
async def own_sessions(
    principal: Caller, session_id: LiveSession, context: ContextDependency
) -> SessionList:
    """List one's own sessions that go on, newest first."""
    rows = await views.sessions_of(context.pool, principal.identity_id, now_of(context))
    return SessionList(
        items=[
            SessionLine(
                session_id=row["id"],
                channel=row["channel"],
                address=row["address"],
                created_at=row["created_at"],
                expires_at=row["expires_at"],
                current=row["id"] == session_id,
            )
            for row in rows
        ]
    )


@router.delete("/me/sessions/{session_id}", status_code=204, summary="结束一个登录会话")
async def end(
    session_id: UUID,
    principal: Ending,
    _session: LiveSession,
    context: ContextDependency,
    address: Address,
) -> Response:
    """End one of one's own sessions; its tokens and streams end everywhere within seconds."""
    async with context.unit() as unit:
        await sessions.end_one(unit, principal, session_id, address)
    return Response(status_code=204)


@router.post(
    "/me/password",
    status_code=204,
    summary="修改登录密码",
    dependencies=[Depends(require(*STAFF, Role.STAFF_AUDITOR, Role.EMPLOYER_OPERATOR))],
)
async def change_password(
    body: PasswordChange,
    session_id: LiveSession,
    context: ContextDependency,
    passwords: PasswordsDependency,
    address: Address,
) -> Response:
    """Change one's own password; every other session of one's own ends."""
    identity_id = await open_sessions.owner_of(context.pool, session_id)
    wanted = handlers.Change(identity_id, session_id, body.password, body.totp, body.new_password)
    refusal = await handlers.change(context, passwords, wanted, address)
    if refusal is not None:
        raise refusal
    return Response(status_code=204)
