"""Who fills in a registration: somebody without a login, known by a token of that registration alone."""

from typing import Annotated

from fastapi import Depends, Request

from accounts.handlers.registrations import token_digest
from accounts.views import registrations as views
from shared.audit import trail as audit
from shared.http.callers import CALLER, Bearer, bearer_token, caller_of, verified
from shared.http.idempotency import Idempotent, IdempotentPost
from shared.http.problems import ProblemError
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Context

PARTS_OF_A_LOGIN = 3
"""A login's token is a JWT; a registration's has no dots."""


async def _applicant(request: Request) -> Principal:
    """Tell whose registration a token is of; raises a problem, 401, or 403 to whoever is logged in."""
    token = bearer_token(request)
    if not token:
        raise ProblemError(401, "login-required", "请先用手机验证码进入。")
    if len(token.split(".")) == PARTS_OF_A_LOGIN:
        audit.known(caller_of(request.scope) or await verified(request), request.scope)
        raise ProblemError(403, "not-allowed", "您没有办理此业务的权限。")
    return caller_of(request.scope) or await _by_token(request, token)


async def _by_token(request: Request, token: str) -> Principal:
    context: Context = request.app.state.context
    found = await views.by_token(context.pool, token_digest(token), context.clock.now())
    if found is None:
        raise ProblemError(401, "login-expired", "进入已超时，请重新获取验证码。")
    applicant = Principal(found, Role.INDIVIDUAL, None, None, "登记申请人", "web")
    request.scope[CALLER] = applicant
    audit.known(applicant, request.scope)
    return applicant


class _Applicant(Bearer):
    async def principal(self, request: Request) -> Principal:
        return await _applicant(request)

    async def __call__(self, request: Request) -> Principal:
        return await self.principal(request)


class _ByApplicant(Idempotent):
    async def principal(self, request: Request) -> Principal:
        return await _applicant(request)


Applicant = Annotated[Principal, Depends(_Applicant(()))]
ApplicantPost = Annotated[tuple[Principal, IdempotentPost], Depends(_ByApplicant((), ()))]
