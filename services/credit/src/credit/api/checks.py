"""HTTP for staff: what was asked in a matter and answered, and checks of their own (逢报必查)."""

from typing import Annotated
from uuid import UUID, uuid5

from fastapi import APIRouter, Depends, Query, Response

from credit.handlers import checks as handlers
from credit.rules.checks import Question
from credit.shapes.checks import CheckList, NewCheck
from credit.views import checks as views
from shared.audit import trail as audit
from shared.base.identifiers import SocialCreditCode
from shared.http.callers import ContextDependency, looking
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messages.credit_checks import CreditMatter
from shared.messaging.unit import Unit

router = APIRouter(tags=["逢办必查"])

MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
MatterId = Annotated[
    str, Query(min_length=1, max_length=100, description="办件编号：单位账号、合同编号、提取申请号")
]
OF_STAFF = UUID("7d0bb3a4-6a5f-4b55-9f3b-2f0f4f3c1a19")


@router.get("/checks", summary="办件的信用查询结果")
async def of_matter(_looker: Looker, context: ContextDependency, matter_id: MatterId) -> CheckList:
    """Show result and reason of what was asked in a matter; only what is visible now (R-CRD-31)."""
    checks = await views.of_matter(context.pool, matter_id)
    audit.looked_at([matter_id])
    return await views.shown(context.pool, checks, context.clock.today())


@router.post("/checks", status_code=201, response_model=CheckList, summary="逢报必查")
async def ask(body: NewCheck, maker: MakerPost) -> Response:
    """Ask about firms, with the purpose; the same question of a day is answered once (R-CRD-30)."""
    caller, post = maker

    async def handle(unit: Unit) -> CheckList:
        today = unit.clock.today()
        questions = [
            Question(
                uuid5(OF_STAFF, f"{body.matter_id} {one.code} {one.name} {today}"),
                "staff",
                CreditMatter.MANUAL,
                body.matter_id,
                body.purpose,
                today,
                code=SocialCreditCode.parse(one.code).value,
                name=one.name,
                asked_by_id=caller.identity_id,
            )
            for one in body.subjects
        ]
        await handlers.answer(unit, questions)
        checks = await views.of_matter(unit.connection, body.matter_id)
        return await views.shown(unit.connection, checks, today)

    return await post.once(body, 201, handle)
