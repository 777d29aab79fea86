"""What an auditor of the platform is kept from: everything but the look-ups (R-CRD-32, 33)."""

from fastapi import Depends, Request

from credit.errors import Reason, Refused
from credit.views import users as views
from shared.http.callers import ContextDependency, bearer_token, caller_of, verified
from shared.identity.principal import BUSINESS


async def keep_out(request: Request, context: ContextDependency) -> None:
    """Refuse an auditor; who has no token is told so by the endpoint."""
    if not bearer_token(request):
        return
    caller = caller_of(request.scope) or await verified(request)
    if caller.role in BUSINESS and await views.audits(context.pool, caller.identity_id):
        raise Refused(Reason.AUDITOR_LOOKS_ONLY)


WITHOUT_AUDITORS = (Depends(keep_out),)
"""Of routers that no auditor is let into."""
