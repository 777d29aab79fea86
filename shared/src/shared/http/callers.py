"""Who is calling, and in what capacity: dependencies of an endpoint that verify the token and the role."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated
from urllib.parse import unquote

from fastapi import Depends, Header, Request
from fastapi.openapi.models import HTTPBearer as HTTPBearerModel
from fastapi.security.base import SecurityBase
from starlette.types import Scope

from shared.audit import trail as audit
from shared.base.db import DATABASE_AWAY
from shared.http.problems import ProblemError
from shared.identity.principal import STAFF, InvalidToken, Principal, Right, Role
from shared.identity.verifier import KeysUnavailable, TokenVerifier
from shared.messaging.unit import Context


async def get_context(request: Request) -> Context:
    """Give an endpoint what the running service has; a plain function would be sent to a thread."""
    context: Context = request.app.state.context
    return context


ContextDependency = Annotated[Context, Depends(get_context)]


class Bearer(SecurityBase):
    """The bearer scheme as the API's description shows it; one dependency, not a tree of them."""

    model = HTTPBearerModel()
    scheme_name = "HTTPBearer"

    def __init__(
        self, roles: Sequence[Role], rights: Sequence[Right] = (), *, tightens: bool = False
    ) -> None:
        self.roles = frozenset(roles)
        self.rights = frozenset(rights)
        """Of which an employer's operator must have one; empty where none is asked for."""
        self.tightens = tightens
        """What it does may be done by who else only reads: nobody gains by it."""

    async def principal(self, request: Request) -> Principal:
        """Verify the token, once a request, and the role; raises a problem, 401 or 403."""
        caller = caller_of(request.scope) or await verified(request)
        audit.known(caller, request.scope)
        if caller.role not in self.roles:
            raise ProblemError(403, "not-allowed", "您没有办理此业务的权限。")
        if caller.reads_only and request.method not in READING and not self.tightens:
            raise ProblemError(403, "reads-only", "凭查询密码只能查询，不能办理业务。")
        if caller.role is Role.EMPLOYER_OPERATOR and self.rights:
            demand_right(caller.rights, self.rights)
        return caller


def demand_right(had: frozenset[Right], wanted: frozenset[Right]) -> None:
    """Refuse an operator who has none of the rights that are asked for; raises a problem, 403."""
    if had.isdisjoint(wanted):
        words = "或".join(RIGHT_WORDS[right] for right in Right if right in wanted)
        raise ProblemError(
            403, "right-missing", f"您没有本单位的{words}权限，请由有权限的经办人办理。"
        )


READING = frozenset({"GET", "HEAD"})
RIGHT_WORDS = {Right.DRAFT: "编制", Right.CONFIRM: "确认", Right.PAY: "缴款", Right.LOOK: "查询"}
CALLER = "provident_fund.caller"
CANNOT_TELL: tuple[type[Exception], ...] = (*DATABASE_AWAY, KeysUnavailable)
"""While the keys cannot be had, nobody can say who a token speaks for."""


def caller_of(scope: Scope) -> Principal | None:
    """Who sends a request, where its token has been looked at already."""
    caller: Principal | None = scope.get(CALLER)
    return caller


def bearer_token(request: Request) -> str:
    """The access token of a request; empty where there is none."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if scheme.lower() == "bearer" else ""


async def verified(request: Request) -> Principal:
    """Look at the token of a request; raises a problem, 401."""
    token = bearer_token(request)
    if not token:
        raise ProblemError(401, "login-required", "请先登录。")
    verifier: TokenVerifier = request.app.state.token_verifier
    try:
        caller = await verifier.verify(token)
    except InvalidToken as error:
        raise ProblemError(401, "login-expired", "登录已失效，请重新登录。") from error
    request.scope[CALLER] = caller
    return caller


async def session_of(request: Request) -> str:
    """The session of a request whose token has been looked at; raises what the verifier raises."""
    verifier: TokenVerifier = request.app.state.token_verifier
    return await verifier.session(bearer_token(request))


async def still_logged_in(request: Request) -> bool:
    """Whether the token of a request that lasts is still good; while nobody can tell, it is believed."""
    verifier: TokenVerifier = request.app.state.token_verifier
    try:
        await verifier.verify(bearer_token(request))
    except InvalidToken:
        return False
    except CANNOT_TELL:
        return True
    return True


class _Caller(Bearer):
    async def __call__(self, request: Request) -> Principal:
        return await self.principal(request)


LOOK_REASON_CHARACTERS = (2, 200)
LookReason = Annotated[
    str | None,
    Header(
        alias="Look-Reason",
        max_length=2_000,
        description="Why staff look at somebody (查询理由), percent-encoded UTF-8; kept in the audit trail. "
        "Who looks at what is theirs needs none.",
        examples=["%E6%9F%9C%E5%8F%B0%E5%92%A8%E8%AF%A2"],
    ),
]


class _Looker(Bearer):
    async def __call__(self, request: Request, look_reason: LookReason = None) -> Principal:
        caller = await self.principal(request)
        if caller.role in STAFF:
            reason = unquote(look_reason or "").strip()
            least, most = LOOK_REASON_CHARACTERS
            if not least <= len(reason) <= most or not reason.isprintable():
                raise ProblemError(
                    422, "look-reason-needed", "查询个人信息须在Look-Reason中填写查询理由。"
                )
            audit.looks(caller, reason)
        return caller


def looking(*roles: Role, rights: Sequence[Right] = ()) -> Callable[..., Awaitable[Principal]]:
    """Make a dependency for a look at somebody: as `require`, and staff must say why (else 422)."""
    return _Looker(roles, rights)


def require(
    *roles: Role, rights: Sequence[Right] = (), tightens: bool = False
) -> Callable[..., Awaitable[Principal]]:
    """Make a dependency that lets only these roles in: 401 without a valid token, else 403.

    An employer's operator must have one of the rights, where any are named. Who only reads is let in to
    what `tightens`, too.
    """
    return _Caller(roles, rights, tightens=tightens)
