"""Who is calling the gateway itself: its own keys verify, and a session that has ended lets nobody in."""

import ipaddress
from typing import Annotated
from uuid import UUID

import jwt
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from gateway.clock import now_of
from gateway.handlers import keys
from gateway.handlers.sessions import Through
from gateway.secrets_at_rest import Passwords
from gateway.settings import Settings
from gateway.store import open_sessions
from shared.http.callers import ContextDependency, require, verified
from shared.http.problems import ProblemError
from shared.identity.principal import Principal, Role
from shared.identity.verifier import TokenVerifier
from shared.messaging.unit import Context


class OwnTokenVerifier(TokenVerifier):
    """Verifies as every service does, with the keys from the gateway's own database."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.settings.jwks_url, context.settings.token_issuer)
        self._context = context

    async def _fetch(self) -> None:
        found = await keys.all_published(self._context)
        self._replace_keys({key.key_id: jwt.PyJWK(key.public_jwk) for key in found})


async def get_settings(request: Request) -> Settings:
    """Give an endpoint the gateway's settings."""
    settings: Settings = request.app.state.settings
    return settings


async def get_passwords(request: Request) -> Passwords:
    """Give an endpoint what hashes passwords."""
    passwords: Passwords = request.app.state.passwords
    return passwords


async def get_address(request: Request) -> str | None:
    """The caller's IP address, as the edge has seen it."""
    host = request.client.host if request.client else ""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return None


SettingsDependency = Annotated[Settings, Depends(get_settings)]
PasswordsDependency = Annotated[Passwords, Depends(get_passwords)]
Address = Annotated[str | None, Depends(get_address)]
Caller = Annotated[Principal, Depends(require(*Role))]
Ending = Annotated[Principal, Depends(require(*Role, tightens=True))]
"""Whoever ends sessions of one's own, which is done with what only reads, too."""
Admin = Annotated[Principal, Depends(require(Role.STAFF_ADMIN))]
_bearer = HTTPBearer(auto_error=False)
WEB = Through("web")


async def session_id_of(
    _caller: Ending,
    context: ContextDependency,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> UUID:
    """The session of a verified token; 401 when it has ended."""
    session_id = _session_in(credentials.credentials if credentials else "")
    if session_id is None or not await _is_live(context, session_id):
        raise session_over()
    return session_id


def _session_in(token: str) -> UUID | None:
    """Read the session of a token that has been verified."""
    try:
        return UUID(jwt.decode(token, options={"verify_signature": False})["sid"])
    except (jwt.PyJWTError, KeyError, ValueError):
        return None


async def _is_live(context: Context, session_id: UUID) -> bool:
    return await open_sessions.is_live(context.pool, session_id, now_of(context))


def session_over() -> ProblemError:
    """What a token of an ended session gets."""
    return ProblemError(401, "login-expired", "登录已失效，请重新登录。")


LiveSession = Annotated[UUID, Depends(session_id_of)]


async def through_of(
    request: Request,
    context: ContextDependency,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Through:
    """Through what somebody logs in: a device if its live token comes along, else the web."""
    if credentials is None:
        return WEB
    try:
        device = await verified(request)
    except ProblemError:
        return WEB
    session_id = _session_in(credentials.credentials)
    if device.role is not Role.KIOSK or session_id is None:
        return WEB
    live = await _is_live(context, session_id)
    return Through(device.channel, device.identity_id) if live else WEB


LoginThrough = Annotated[Through, Depends(through_of)]
