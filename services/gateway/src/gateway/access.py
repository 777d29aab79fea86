"""Who is calling the gateway itself: its own keys verify, and a session that has ended lets nobody in."""

import ipaddress
from typing import Annotated
from uuid import UUID

import jwt
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from gateway.clock import now_of
from gateway.handlers import keys
from gateway.secrets_at_rest import Passwords
from gateway.settings import Settings
from gateway.store import open_sessions
from shared.http.callers import ContextDependency, require
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
Admin = Annotated[Principal, Depends(require(Role.STAFF_ADMIN))]
_bearer = HTTPBearer(auto_error=False)


async def session_id_of(
    _caller: Caller,
    context: ContextDependency,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> UUID:
    """The session of a verified token; 401 when it has ended."""
    token = credentials.credentials if credentials else ""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        session_id = UUID(claims["sid"])
    except (jwt.PyJWTError, KeyError, ValueError) as error:
        raise session_over() from error
    if not await open_sessions.is_live(context.pool, session_id, now_of(context)):
        raise session_over()
    return session_id


def session_over() -> ProblemError:
    """What a token of an ended session gets."""
    return ProblemError(401, "login-expired", "登录已失效，请重新登录。")


LiveSession = Annotated[UUID, Depends(session_id_of)]
