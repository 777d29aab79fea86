"""HTTP for staff: policy with effective days (政策管理). No rule here."""

from typing import Annotated

from fastapi import APIRouter, Depends

from shared.http.callers import ContextDependency, require
from shared.identity.principal import BUSINESS, Principal
from withdrawals.handlers import policies as handlers
from withdrawals.shapes.policies import PolicyDraft, PolicyList, PolicyPreview
from withdrawals.views import policies as views

router = APIRouter(tags=["政策管理"])

Staff = Annotated[Principal, Depends(require(*BUSINESS))]


@router.get("/policies", summary="现行和将要生效的政策")
async def policies(_staff: Staff, context: ContextDependency) -> PolicyList:
    """List of each kind what holds today and what will, each parameter in words."""
    return await views.in_force(context.pool, context.personal_data, context.clock.today())


@router.post("/policies/preview", summary="政策草案的差异和试办")
async def preview(body: PolicyDraft, _staff: Staff, context: ContextDependency) -> PolicyPreview:
    """Say what a draft would change, and try it on the newest real applications; nothing is kept."""
    async with context.unit() as unit:
        return await handlers.preview(unit, body)
