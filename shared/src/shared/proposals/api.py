"""HTTP for proposals, the same in every service: the list, one of them, the decision, taking it back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from fastapi.params import Depends as Depended
from pydantic import BaseModel

from shared.base.db import Connection, Pool
from shared.http.callers import ContextDependency, require
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals import handlers, papers, store
from shared.proposals.errors import Reason, Refused
from shared.proposals.operation import Operation, catalogue
from shared.proposals.rules import State
from shared.proposals.shapes import DecisionOnProposal, Grounds, ProposalAnswer, ProposalPage
from shared.proposals.store import Proposal

PAGE_MAX_ITEMS = 200

PageSize = Annotated[int, Query(ge=1, le=PAGE_MAX_ITEMS, description="How many at the most")]


async def answer_proposed(
    caller: tuple[Principal, IdempotentPost], operation: Operation, body: BaseModel, **named: object
) -> Response:
    """Answer a POST that proposes `body`: 202 and the proposal's address, once for its key.

    `named` is what the path names: together with `body` it makes what the operation is about.
    """
    maker, post = caller
    about = operation.body(**body.model_dump() | named) if named else body
    assert isinstance(about, Grounds), "whatever is proposed has its reason"
    reason, evidence = about.reason, tuple(about.evidence)

    async def handle(unit: Unit) -> ProposalAnswer:
        made = await handlers.propose(
            unit, operation, about, maker, reason=reason, evidence=evidence
        )
        return ProposalAnswer.of(made, operation)

    base = f"/api/{post.context.service}/proposals"
    return await post.once(
        about,
        202,
        handle,
        lambda made: f"{base}/{made.proposal_id}",
    )


def _seen_by(caller: Principal, operations: Mapping[str, Operation]) -> list[str]:
    """The kinds that somebody of the caller's role proposes or decides."""
    return [kind for kind, one in operations.items() if caller.role in one.makers | one.deciders]


def _only_of(caller: Principal) -> UUID | None:
    """Whose proposals alone somebody sees: an employer's operator their own; None: everybody's."""
    return caller.identity_id if caller.role is Role.EMPLOYER_OPERATOR else None


async def _shown(
    source: Connection | Pool, found: Proposal, operations: Mapping[str, Operation]
) -> ProposalAnswer:
    scans = await papers.of_proposals(source, [found.id])
    return ProposalAnswer.of(found, operations[found.kind], scans.get(found.id, ()))


def router_of(declared: Iterable[Operation], dependencies: Sequence[Depended] = ()) -> APIRouter:
    """Make the routes for a service's operations; raises `ValueError` on a kind that stands twice.

    `dependencies` of all of them are asked first. Where scans are attached: `scans_api.router_of`, too.
    """
    operations = catalogue(declared)
    router = APIRouter(tags=["双人复核"], dependencies=dependencies)
    makers = sorted({role for one in operations.values() for role in one.makers})
    deciders = sorted({role for one in operations.values() for role in one.deciders})
    Deciding = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(*deciders))]  # noqa: N806
    Making = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(*makers))]  # noqa: N806
    Staff = Annotated[Principal, Depends(require(*makers, *deciders))]  # noqa: N806

    @router.get("/proposals", summary="复核申请列表")
    async def list_proposals(
        caller: Staff,
        context: ContextDependency,
        *,
        state: Annotated[State | None, Query(description="Only those in this state")] = None,
        kind: Annotated[str | None, Query(max_length=80, description="Only this operation")] = None,
        subject: Annotated[str | None, Query(max_length=80, description="Only on this")] = None,
        cursor: Annotated[str | None, Query(description="`next_cursor` of the page before")] = None,
        limit: PageSize = 50,
    ) -> ProposalPage:
        """List proposals, newest first; `state=open` is the work list of who decides."""
        before = decode_position(cursor) if cursor else None
        found = await store.page(
            context.pool,
            state=state,
            kinds=[one for one in _seen_by(caller, operations) if kind in (None, one)],
            subject=subject,
            proposed_by=_only_of(caller),
            before=before,
            limit=limit + 1,
        )
        shown = found[:limit]
        last = shown[-1] if len(found) > limit else None
        scans = await papers.of_proposals(context.pool, [one.id for one in shown])
        return ProposalPage(
            items=[
                ProposalAnswer.of(one, operations[one.kind], scans.get(one.id, ())) for one in shown
            ],
            next_cursor=encode_cursor(last.proposed_at.isoformat(), str(last.id)) if last else None,
        )

    @router.get("/proposals/{proposal_id}", summary="一项复核申请")
    async def proposal(
        proposal_id: UUID, caller: Staff, context: ContextDependency
    ) -> ProposalAnswer:
        """Return one proposal; an employer's operator sees their own alone."""
        found = await store.read(context.pool, proposal_id)
        if found is None or found.kind not in _seen_by(caller, operations):
            raise Refused(Reason.UNKNOWN_PROPOSAL)
        if _only_of(caller) not in (None, found.proposed_by):
            raise Refused(Reason.UNKNOWN_PROPOSAL)
        return await _shown(context.pool, found, operations)

    @router.post("/proposals/{proposal_id}/decision", response_model=ProposalAnswer, summary="复核")
    async def decide(proposal_id: UUID, body: DecisionOnProposal, caller: Deciding) -> Response:
        """Agree, and it is executed at once and only once; or send it back with a reason."""
        principal, post = caller

        async def handle(unit: Unit) -> ProposalAnswer:
            decided = await handlers.decide(
                unit, operations, proposal_id, principal, agree=body.agree, reason=body.reason
            )
            return await _shown(unit.connection, decided, operations)

        return await post.once(body, 200, handle)

    @router.post(
        "/proposals/{proposal_id}/withdrawal", response_model=ProposalAnswer, summary="撤回申请"
    )
    async def withdraw(proposal_id: UUID, caller: Making) -> Response:
        """Take back what one has proposed, as long as nobody has decided."""
        principal, post = caller

        async def handle(unit: Unit) -> ProposalAnswer:
            taken_back = await handlers.withdraw(unit, operations, proposal_id, principal)
            return await _shown(unit.connection, taken_back, operations)

        return await post.once(None, 200, handle)

    return router
