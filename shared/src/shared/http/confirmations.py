"""The POST that its caller has confirmed with a fresh code (`Confirmation`), beside its idempotency key.

A stolen session is then not enough: what moves money or binds somebody needs what reached the phone, and
that said what it was for. One signature is checked; nothing is asked of the gateway.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Annotated

from fastapi import Header, Request

from shared.http.callers import bearer_token
from shared.http.idempotency import IdempotencyKey, Idempotent, IdempotentPost
from shared.http.problems import ProblemError
from shared.identity.confirmation import Confirmation, digest_of
from shared.identity.principal import InvalidToken, Principal, Role
from shared.identity.verifier import TokenVerifier

NEEDED = "confirmation-needed"
ConfirmationHeader = Annotated[
    str | None,
    Header(
        alias="Confirmation",
        max_length=4_096,
        description="What `POST /api/gateway/confirmations/{confirmation_id}` answered for this operation "
        "with exactly this body; works once.",
    ),
]


class Confirmed(Idempotent):
    """The caller, the POST under its key, and what was confirmed of it."""

    needed_of: frozenset[Role] | None = None
    """Whose confirmation is needed; None: everybody's."""

    async def __call__(
        self,
        request: Request,
        idempotency_key: IdempotencyKey = None,
        confirmation: ConfirmationHeader = None,
    ) -> tuple[Principal, IdempotentPost]:
        """Let the caller in; raises a problem, 400, 401 or 403."""
        caller, post = await self.post_of(request, idempotency_key)
        if self.needed_of is not None and caller.role not in self.needed_of:
            return caller, post
        found = await _of_this(request, confirmation, caller)
        if found.person_id is not None:
            raise _needed(DIFFERS)
        return caller, replace(post, confirmation_id=found.id)


class ForSomebody(Idempotent):
    """A POST of staff for somebody who stands at the counter, and whose phone has said so, if any has."""

    async def __call__(
        self,
        request: Request,
        idempotency_key: IdempotencyKey = None,
        confirmation: ConfirmationHeader = None,
    ) -> tuple[Principal, IdempotentPost]:
        """Let the caller in; raises a problem, 400, 401 or 403."""
        caller, post = await self.post_of(request, idempotency_key)
        if not confirmation:
            return caller, post
        found = await _of_this(request, confirmation, caller)
        return caller, replace(post, confirmation_id=found.id, confirmed_by=found.person_id)


def for_somebody(*roles: Role) -> Callable[..., Awaitable[tuple[Principal, IdempotentPost]]]:
    """Make a dependency as `idempotent`, for what staff do at the counter for a person."""
    return ForSomebody(roles)


DIFFERS = "确认内容与所办业务不一致，请重新获取验证码确认。"


async def _of_this(request: Request, confirmation: str | None, caller: Principal) -> Confirmation:
    found = await _verified(request, confirmation)
    if (
        found.identity_id != caller.identity_id
        or found.operation != _operation(request)
        or found.digest != await _digest(request)
    ):
        raise _needed(DIFFERS)
    return found


async def _verified(request: Request, confirmation: str | None) -> Confirmation:
    """Check the signature and the session; raises a problem, 403."""
    if not confirmation:
        raise _needed("办理此业务须先用验证码确认。")
    verifier: TokenVerifier = request.app.state.token_verifier
    try:
        return await verifier.confirmation(confirmation, bearer_token(request))
    except InvalidToken as error:
        raise _needed("确认已失效，请重新获取验证码确认。") from error


def _operation(request: Request) -> str:
    """Service, method and path below the service's base."""
    _, _, service, path = str(request.scope["path"]).split("/", 3)
    return f"{service} {request.method} /{path}"


async def _digest(request: Request) -> str | None:
    """Of what was sent, as it was sent; the framework has read it already. None where it is no JSON."""
    raw = await request.body()
    try:
        return digest_of(json.loads(raw) if raw else None)
    except ValueError:
        return None


def _needed(detail: str) -> ProblemError:
    return ProblemError(403, NEEDED, detail)


def confirmed(*roles: Role) -> Callable[..., Awaitable[tuple[Principal, IdempotentPost]]]:
    """Make a dependency as `idempotent`, for what needs a fresh code: without one 403."""
    return Confirmed(roles)
