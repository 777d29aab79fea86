"""HTTP for staff: what was asked in a matter and answered, and checks of their own (逢报必查)."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from credit import operations
from credit.api.auditors import WITHOUT_AUDITORS
from credit.handlers import users
from credit.shapes.checks import BulkCheck, CheckList, NewCheck
from credit.views import checks as views
from shared.audit import trail as audit
from shared.http.callers import ContextDependency, looking
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["逢办必查"], dependencies=WITHOUT_AUDITORS)

MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
MatterId = Annotated[
    str, Query(min_length=1, max_length=100, description="办件编号：单位账号、合同编号、提取申请号")
]


@router.get("/checks", summary="办件的信用查询结果")
async def of_matter(_looker: Looker, context: ContextDependency, matter_id: MatterId) -> CheckList:
    """Show result and reason of what was asked in a matter; only what is visible now (R-CRD-31)."""
    checks = await views.of_matter(context.pool, matter_id)
    audit.looked_at([matter_id])
    return await views.shown(context.pool, checks, context.clock.today())


@router.post("/checks", status_code=201, response_model=CheckList, summary="逢报必查")
async def ask(body: NewCheck, maker: MakerPost) -> Response:
    """Ask about firms, as an authorised user and with the purpose; a question of a day is answered once."""
    caller, post = maker

    async def handle(unit: Unit) -> CheckList:
        today = unit.clock.today()
        user = await users.asker(unit, caller.identity_id)
        await users.ask(unit, body.questions(today, caller.identity_id), user)
        checks = await views.of_matter(unit.connection, body.matter_id)
        return await views.shown(unit.connection, checks, today)

    return await post.once(body, 201, handle)


@router.post("/checks/bulk", status_code=202, response_model=ProposalAnswer, summary="批量查询")
async def ask_many(body: BulkCheck, maker: MakerPost) -> Response:
    """Propose to ask about many firms at once; the answers stand in the matter (R-CRD-32)."""
    return await answer_proposed(maker, operations.users.BULK, body)
