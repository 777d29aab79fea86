"""HTTP about a citizen's name and ID number (姓名、证件号码): corrected by oneself, or at the counter."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from gateway.access import LiveSession
from gateway.errors import Reason, Refused
from gateway.handlers import corrections as handlers
from gateway.operations import corrections as operations
from gateway.shapes.corrections import (
    CorrectionPage,
    CorrectionShown,
    IdentityProposal,
    OnFileShown,
    OwnIdentity,
    PersonShown,
)
from gateway.shapes.fields import PAGE_MAX_ITEMS
from gateway.store import corrections as store
from shared.http.callers import ContextDependency, require
from shared.http.confirmations import confirmed
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["姓名和证件"])
Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
Confirming = Annotated[tuple[Principal, IdempotentPost], Depends(confirmed(Role.INDIVIDUAL))]
Looking = Annotated[Principal, Depends(require(*BUSINESS))]
Proposing = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
SHOWN_MOST = 20
"""Of one's own corrections."""
FIRST = (datetime(1970, 1, 1, tzinfo=UTC), UUID(int=0))


@router.get("/me/identity", summary="本人登记的姓名和证件")
async def own(caller: Citizen, _session: LiveSession, context: ContextDependency) -> OnFileShown:
    """Show what is on file of oneself, masked, and what was asked to be corrected."""
    data = context.personal_data
    on_file = await store.citizen(context.pool, caller.identity_id)
    if on_file is None:
        raise Refused(Reason.NUMBER_NOT_KEPT)
    asked = await store.of_identity(context.pool, caller.identity_id, SHOWN_MOST)
    shown = PersonShown.of(store.person_of(on_file, data))
    return OnFileShown(
        **shown.model_dump(), corrections=[CorrectionShown.of(one, data) for one in asked]
    )


@router.post(
    "/me/identity",
    status_code=202,
    response_model=CorrectionShown,
    summary="更正本人姓名、证件号码",
)
async def correct(body: OwnIdentity, caller: Confirming, _session: LiveSession) -> Response:
    """Ask for one's own name and number to be corrected: the register of identities is asked by itself.

    What it confirms takes effect at once; where it is away it is asked again; what it does not know is
    decided at the counter by two people. What was asked for before and is open ends.
    """
    principal, post = caller
    wanted = body.person

    async def work(unit: Unit) -> CorrectionShown:
        asked = await handlers.ask(unit, principal.identity_id, wanted)
        return CorrectionShown.of(asked, unit.personal_data)

    return await post.once(body, 202, work)


@router.get("/identity-corrections", summary="待柜台核实的更正")
async def referred(
    _caller: Looking,
    _session: LiveSession,
    context: ContextDependency,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS)] = 50,
) -> CorrectionPage:
    """List the corrections that the register could not decide, the oldest first."""
    after = decode_position(cursor) if cursor else FIRST
    rows = await store.referred(context.pool, after, limit + 1)
    shown = [CorrectionShown.of(one, context.personal_data) for one in rows[:limit]]
    last = rows[limit - 1] if len(rows) > limit else None
    following = encode_cursor(last.state_since.isoformat(), str(last.id)) if last else None
    return CorrectionPage(items=shown, next_cursor=following)


@router.post(
    "/identity-corrections",
    status_code=202,
    response_model=ProposalAnswer,
    summary="柜台更正姓名、证件号码",
)
async def propose(body: IdentityProposal, caller: Proposing, _session: LiveSession) -> Response:
    """Propose another name or number for a citizen by the documents that were shown; another decides."""
    return await answer_proposed(caller, operations.CORRECT, body)
