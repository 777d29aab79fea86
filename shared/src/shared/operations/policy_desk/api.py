"""HTTP for staff, in every service with policies: what holds, a draft and its trial, the proposal of it."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from shared.http.callers import ContextDependency, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Context, Unit
from shared.operations.policy_desk.drafts import ENACT
from shared.operations.policy_desk.errors import Reason, Refused
from shared.operations.policy_desk.shapes import (
    PolicyDraft,
    PolicyList,
    PolicyPreview,
    PolicyProposed,
)
from shared.proposals import store
from shared.proposals.api import answer_proposed
from shared.proposals.operation import Operation
from shared.proposals.shapes import ProposalAnswer

Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Making = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Listed = Callable[[Context], Awaitable[PolicyList]]
Preview = Callable[[Unit, PolicyDraft], Awaitable[PolicyPreview]]


def router_of(operation: Operation, listed: Listed, preview: Preview) -> APIRouter:
    """Make the routes for a service's policies."""
    router = APIRouter(tags=["政策管理"])

    @router.get("/policies", summary="现行和将要生效的政策")
    async def policies(_staff: Staff, context: ContextDependency) -> PolicyList:
        """List of each kind what holds today and what will, each parameter in words."""
        return await listed(context)

    @router.post("/policies/preview", summary="政策草案的差异和试办")
    async def try_draft(
        body: PolicyDraft, _staff: Staff, context: ContextDependency
    ) -> PolicyPreview:
        """Say what a draft would change, and try it on what is there; nothing is kept."""
        async with context.unit() as unit:
            return await preview(unit, body)

    @router.post(
        "/policies", response_model=ProposalAnswer, status_code=202, summary="提出政策变更"
    )
    async def propose(body: PolicyProposed, caller: Making) -> Response:
        """Propose a draft; it is in force from its day on once another person agrees before that day."""
        return await answer_proposed(caller, operation, body)

    @router.get("/policies/proposals/{proposal_id}/preview", summary="待复核政策变更的差异和试办")
    async def try_proposed(
        proposal_id: UUID, _staff: Staff, context: ContextDependency
    ) -> PolicyPreview:
        """Say what a proposed draft would change, as it would today, for who decides it."""
        async with context.unit() as unit:
            return await preview(unit, await _proposed(unit, proposal_id))

    return router


async def _proposed(unit: Unit, proposal_id: UUID) -> PolicyDraft:
    found = await store.read(unit.connection, proposal_id)
    if found is None or found.kind != ENACT:
        raise Refused(Reason.NOT_FOUND)
    clear = unit.personal_data.open(found.body_sealed, store.SEALED_BODY, found.id)
    return PolicyProposed.model_validate_json(clear)
