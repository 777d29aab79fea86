"""HTTP: consent that registers are asked about oneself when the spouse applies (R-WDR-20). No rule here."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from shared.http.callers import ContextDependency
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer
from withdrawals import consent_operations as operations
from withdrawals.api.citizens import Citizen, CitizenPost, ConfirmedPost, person_of
from withdrawals.handlers import consents as handlers
from withdrawals.shapes.consents import ConsentShown, PaperConsent
from withdrawals.store import consents as store

router = APIRouter(tags=["配偶授权查询"])
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]


@router.get("/look-up-consent", summary="我对配偶申请时查询本人信息的授权")
async def consent(principal: Citizen, context: ContextDependency) -> ConsentShown:
    """Return whether registers may be asked about the caller when the spouse applies."""
    today = context.clock.today()
    return ConsentShown.of(await store.standing(context.pool, person_of(principal), today))


@router.post("/look-up-consent", response_model=ConsentShown, summary="授权配偶申请时查询本人信息")
async def give(caller: ConfirmedPost) -> Response:
    """Consent, confirmed by a fresh code; what the spouse applied for and waits for it goes on."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> ConsentShown:
        return ConsentShown.of(await handlers.give(unit, person_id))

    return await post.once(None, 200, handle)


@router.post(
    "/look-up-consent/withdrawal", response_model=ConsentShown, summary="撤回对查询本人信息的授权"
)
async def withdraw(caller: CitizenPost) -> Response:
    """Take it back at once: from now on nobody is asked about the caller for the spouse."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> ConsentShown:
        await handlers.take_back(unit, person_id)
        return ConsentShown(given=False)

    return await post.once(None, 200, handle)


@router.post(
    "/paper-consents",
    status_code=202,
    response_model=ProposalAnswer,
    summary="登记配偶书面授权查询或者撤回",
)
async def on_paper(body: PaperConsent, caller: MakerPost) -> Response:
    """Propose what somebody signed at the counter; agreed to, the spouse's application goes on."""
    return await answer_proposed(caller, operations.TAKE_CONSENT, body)
