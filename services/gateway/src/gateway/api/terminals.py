"""HTTP for self-service terminals (自助终端) themselves."""

from typing import Annotated

from fastapi import APIRouter, Depends

from gateway.access import LiveSession, SettingsDependency, session_over
from gateway.clock import now_of
from gateway.shapes.terminals import Health, Heard
from gateway.store import identities, terminals
from shared.http.callers import ContextDependency, require
from shared.identity.principal import Principal, Role

router = APIRouter(tags=["自助终端"])
Terminal = Annotated[Principal, Depends(require(Role.KIOSK))]


@router.post("/devices/current/health", summary="自助终端报告状态")
async def health(
    body: Health,
    terminal: Terminal,
    _session: LiveSession,
    context: ContextDependency,
    settings: SettingsDependency,
) -> Heard:
    """Keep how the calling terminal is; 401 once it was revoked: then it lets nobody in and shows nothing."""
    identity = await identities.read_identity(context.pool, terminal.identity_id)
    if identity is None:
        raise session_over()
    async with context.unit() as unit:
        await terminals.report(
            unit.connection, identity.id, now_of(context), body.printer, body.reader
        )
    return Heard(
        name=identities.name_of(identity, context.personal_data),
        again_after_seconds=settings.terminal_health_seconds,
    )
