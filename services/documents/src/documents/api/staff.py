"""HTTP for staff: print for somebody at the counter, propose that a document is void."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from documents import operations
from documents.domain import Asker
from documents.errors import Reason, Refused
from documents.handlers import asking
from documents.shapes.requests import RequestAnswer, StaffRequest, address_of
from documents.shapes.revocations import Revocation
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["柜台"])

MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]


@router.post(
    "/counter-requests", status_code=202, response_model=RequestAnswer, summary="柜台出具证明"
)
async def ask_for(body: StaffRequest, maker: MakerPost) -> Response:
    """Ask for a document of somebody at the counter, with the reason; never about oneself."""
    caller, post = maker
    if caller.own_person_id == body.person_id:
        raise Refused(Reason.OWN_MATTER)
    asker = Asker(caller.identity_id, caller.role, caller.name, caller.channel, body.reason)

    async def handle(unit: Unit) -> RequestAnswer:
        return RequestAnswer.of(await asking.ask(unit, body.wanted_of(body.person_id), asker))

    return await post.once(body, 202, handle, lambda made: address_of(made.request_id))


@router.post("/revocations", status_code=202, response_model=ProposalAnswer, summary="作废证明")
async def withdraw(body: Revocation, maker: MakerPost) -> Response:
    """Propose that an issued document is void; a checker decides."""
    return await answer_proposed(maker, operations.WITHDRAW, body)
