"""HTTP for staff at the one window: repair and objection (R-CRD-21, 23)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.api.cursors import day_and_id
from credit.handlers import repairs as handlers
from credit.handlers import users
from credit.shapes.repairs import (
    Acceptance,
    NewObjection,
    NewRepair,
    ObjectionAnswer,
    ObjectionDecisionBody,
    OpenObjection,
    OpenObjections,
    RepairAnswer,
    RepairDecisionBody,
    RepairList,
)
from credit.shapes.users import UserRole
from credit.views import repairs as views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency, looking, require
from shared.http.cursors import encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["信用修复"], dependencies=WITHOUT_AUDITORS)

RecordId = Annotated[UUID, Path(description="Id of the record.")]
RepairId = Annotated[UUID, Path(description="Id of the application for repair.")]
ObjectionId = Annotated[UUID, Path(description="Id of the objection.")]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]


@router.post(
    "/records/{record_id}/repairs",
    status_code=201,
    response_model=RepairAnswer,
    summary="申请信用修复",
)
async def apply(record_id: RecordId, body: NewRepair, maker: MakerPost) -> Response:
    """Take an application down once its least time is over; a right, not a favour (R-CRD-19)."""
    caller, post = maker
    asked = handlers.Application(body.applicant, body.commitment, tuple(body.evidence))

    async def handle(unit: Unit) -> RepairAnswer:
        repair_id = await handlers.apply(unit, record_id, asked, caller.identity_id)
        return RepairAnswer.of(await views.repair(unit.connection, repair_id))

    return await post.once(body, 201, handle)


@router.get("/repairs", summary="信用修复办理清单")
async def open_repairs(_staff: Staff, context: ContextDependency) -> RepairList:
    """List what is open, those that are due first at the top."""
    return RepairList(items=[RepairAnswer.of(row) for row in await views.open_(context.pool)])


@router.post(
    "/repairs/{repair_id}/acceptance", response_model=RepairAnswer, summary="受理信用修复申请"
)
async def accept(repair_id: RepairId, body: Acceptance, maker: MakerPost) -> Response:
    """Say whether an application is taken, with the reason (R-CRD-22); it can be asked for again."""
    caller, post = maker

    async def handle(unit: Unit) -> RepairAnswer:
        await users.acting(unit, caller.identity_id, UserRole.REPAIR_OFFICER)
        await handlers.take(unit, repair_id, accepted=body.accepted, reason=body.reason)
        return RepairAnswer.of(await views.repair(unit.connection, repair_id))

    return await post.once(body, 200, handle)


@router.post(
    "/repairs/{repair_id}/decision-proposals",
    status_code=202,
    response_model=ProposalAnswer,
    summary="提出修复决定",
)
async def decide(repair_id: RepairId, body: RepairDecisionBody, maker: MakerPost) -> Response:
    """Propose what becomes of a repair; agreed by another, the record is invisible everywhere at once."""
    return await answer_proposed(maker, operations.repairs.REPAIR, body, repair_id=repair_id)


@router.post(
    "/records/{record_id}/objections",
    status_code=201,
    response_model=ObjectionAnswer,
    summary="提出异议",
)
async def object_to(record_id: RecordId, body: NewObjection, maker: MakerPost) -> Response:
    """Take down what somebody says is wrong; while it is open every answer says so (R-CRD-23)."""
    caller, post = maker

    async def handle(unit: Unit) -> ObjectionAnswer:
        objection_id = await handlers.object_to(
            unit, record_id, body.about, body.words, caller.identity_id
        )
        row = await views.objection(unit.connection, objection_id)
        return ObjectionAnswer.model_validate(dict(row))

    return await post.once(body, 201, handle)


@router.get("/objections", summary="异议办理清单")
async def open_objections(
    _looker: Looker,
    context: ContextDependency,
    cursor: Annotated[str | None, Query(description="`next_cursor` of the page before")] = None,
    limit: Annotated[int, Query(ge=1, le=200, description="How many at the most")] = 50,
) -> OpenObjections:
    """List what is open with its words, those that are due first at the top."""
    after = day_and_id(cursor) if cursor else views.FIRST
    found = await views.open_objections(context.pool, after, limit + 1)
    shown, today = found[:limit], context.clock.today()
    audit.looked_at([str(row["objection_id"]) for row in shown])
    last = shown[-1] if len(found) > limit else None
    return OpenObjections(
        items=[OpenObjection.of(row, today) for row in shown],
        next_cursor=encode_cursor(last["result_due_on"].isoformat(), str(last["objection_id"]))
        if last
        else None,
    )


@router.post(
    "/objections/{objection_id}/decision-proposals",
    status_code=202,
    response_model=ProposalAnswer,
    summary="提出异议核查结论",
)
async def answer(
    objection_id: ObjectionId, body: ObjectionDecisionBody, maker: MakerPost
) -> Response:
    """Propose what becomes of an objection; another decides."""
    return await answer_proposed(
        maker, operations.repairs.OBJECTION, body, objection_id=objection_id
    )
