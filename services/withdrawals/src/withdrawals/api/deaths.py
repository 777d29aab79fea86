"""HTTP for staff: deaths, who inherits, and shares that could not be paid. No rule here."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from shared.http.callers import ContextDependency, looking
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import Principal, Role
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer
from withdrawals import estate_operations as operations
from withdrawals.shapes.deaths import CardBody, ClaimBody, DeathBody, DeathDetail, DeathList
from withdrawals.views import deaths as views

router = APIRouter(tags=["死亡登记和继承提取"])

Looker = Annotated[Principal, Depends(looking(Role.STAFF_MAKER, Role.STAFF_CHECKER))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]


@router.post("/deaths", status_code=202, response_model=ProposalAnswer, summary="登记死亡")
async def record(body: DeathBody, caller: MakerPost) -> Response:
    """Propose that somebody died; agreed to, the account is sealed and nothing runs any more (R-WDR-45)."""
    return await answer_proposed(caller, operations.RECORD, body)


@router.get("/deaths", summary="死亡登记")
async def recorded(
    _principal: Looker,
    context: ContextDependency,
    person_id: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> DeathList:
    """Return deaths, the newest first."""
    return DeathList(items=await views.deaths(context.pool, limit, person_id=person_id))


@router.get("/deaths/{death_id}", summary="死亡登记、死后付款和继承支付")
async def detail(death_id: UUID, _principal: Looker, context: ContextDependency) -> DeathDetail:
    """Return a death, what was paid after it and is claimed back, and every share with its state."""
    found = await views.detail(context.pool, context.personal_data, death_id)
    if found is None:
        raise not_found()
    return found


@router.post(
    "/deaths/{death_id}/revocation",
    status_code=202,
    response_model=ProposalAnswer,
    summary="撤销误登记的死亡",
)
async def revoke(death_id: UUID, body: Grounds, caller: MakerPost) -> Response:
    """Propose that it was recorded wrongly; not once what was left is claimed."""
    return await answer_proposed(caller, operations.REVOKE, body, death_id=death_id)


@router.post(
    "/deaths/{death_id}/claims",
    status_code=202,
    response_model=ProposalAnswer,
    summary="受理继承、受遗赠提取",
)
async def claim(death_id: UUID, body: ClaimBody, caller: MakerPost) -> Response:
    """Propose who inherits; agreed to, every share is set aside with interest to that day (R-WDR-46)."""
    return await answer_proposed(caller, operations.CLAIM, body, death_id=death_id)


@router.post(
    "/estate-payments/{payment_id}/card",
    status_code=202,
    response_model=ProposalAnswer,
    summary="支付保留或退回的继承份额",
)
async def pay_again(payment_id: UUID, body: CardBody, caller: MakerPost) -> Response:
    """Propose the card that a share goes to which is held or came back; it is never paid twice."""
    return await answer_proposed(caller, operations.PAY_AGAIN, body, payment_id=payment_id)
