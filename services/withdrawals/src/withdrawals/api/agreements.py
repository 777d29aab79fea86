"""HTTP for citizens: agreements are signed, read, changed and ended; reminders are asked for. No rule."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response

from shared.base.cards import DebitCard
from shared.http.callers import ContextDependency
from shared.messaging.unit import Unit
from withdrawals import agreements as rules
from withdrawals.api.citizens import Citizen, CitizenPost, ConfirmedPost, person_of
from withdrawals.handlers import agreed as handlers
from withdrawals.handlers import couples
from withdrawals.shapes.agreements import (
    Agreement,
    AgreementList,
    CoupleCode,
    CoupleProposed,
    CoupleTerms,
    NewAgreement,
    NewCard,
)
from withdrawals.shapes.citizens import Application
from withdrawals.store import agreements as store
from withdrawals.store import couples as couple_store

router = APIRouter(tags=["约定提取"])


@router.post("/agreements", status_code=201, response_model=Agreement, summary="签订约定提取")
async def sign(body: NewAgreement, caller: ConfirmedPost) -> Response:
    """Sign an agreement, by which the money comes each period without asking (R-WDR-48).

    Together with the spouse it holds when both have signed the same, each with a fresh code (R-WDR-49).
    """
    principal, post = caller
    wish = handlers.Wish(
        person_id=person_of(principal),
        kind=body.kind,
        every_months=body.every.months,
        card=DebitCard.parse(body.card_number),
        subject=body.subject,
        part=body.couple.part if body.couple else None,
        code=body.couple_code,
    )

    async def handle(unit: Unit) -> Agreement:
        return await _shown(unit, await handlers.sign(unit, wish))

    return await post.once(body, 201, handle)


@router.get("/agreements", summary="我的约定提取")
async def agreements(principal: Citizen, context: ContextDependency) -> AgreementList:
    """Return the caller's agreements, the newest first."""
    async with context.unit() as unit:
        found = await store.of_person(unit.connection, person_of(principal))
        together = await couple_store.of_agreements(unit.connection, [one.id for one in found])
    return AgreementList(items=[Agreement.of(one, together) for one in found])


async def _shown(unit: Unit, one: rules.Agreement) -> Agreement:
    return Agreement.of(one, await couple_store.of_agreements(unit.connection, [one.id]))


@router.get("/couples/{code}", summary="凭约定码查看配偶提出的夫妻约定")
async def proposed(
    code: Annotated[CoupleCode, Path(description="The code that the spouse was given.")],
    principal: Citizen,
    context: ContextDependency,
) -> CoupleProposed:
    """Read what the spouse has signed, before signing the same (R-WDR-49)."""
    async with context.unit() as unit:
        couple, first = await couples.read(unit, code, person_of(principal))
    return CoupleProposed.of(couple, first)


@router.post("/agreements/{agreement_id}/couple", response_model=Agreement, summary="变更夫妻约定")
async def sign_anew(agreement_id: UUID, body: CoupleTerms, caller: ConfirmedPost) -> Response:
    """Propose other terms, or sign what the spouse proposed; the old ones hold until both have signed."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> Agreement:
        signed = await couples.sign_anew(unit, agreement_id, person_id, body.part)
        return await _shown(unit, signed)

    return await post.once(body, 200, handle)


@router.post("/agreements/{agreement_id}/end", response_model=Agreement, summary="终止约定提取")
async def end(agreement_id: UUID, caller: ConfirmedPost) -> Response:
    """End an agreement; a run that is under way goes on."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> Agreement:
        return await _shown(unit, await handlers.end(unit, agreement_id, person_id))

    return await post.once(None, 200, handle)


@router.post(
    "/agreements/{agreement_id}/card", response_model=Agreement, summary="更换约定提取的银行卡"
)
async def change_card(agreement_id: UUID, body: NewCard, caller: ConfirmedPost) -> Response:
    """Pay to another card; what was paused goes on (R-WDR-51)."""
    principal, post = caller
    person_id, card = person_of(principal), DebitCard.parse(body.card_number)

    async def handle(unit: Unit) -> Agreement:
        return await _shown(unit, await handlers.change_card(unit, agreement_id, person_id, card))

    return await post.once(body, 200, handle)


@router.post(
    "/applications/{application_id}/reminder",
    response_model=Application,
    summary="到期提醒：可以再次申请时发短信",
)
async def remind(application_id: UUID, caller: CitizenPost) -> Response:
    """Ask to be told by text when the day has come from which a refused withdrawal is possible."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> Application:
        return Application.of(await handlers.want_reminder(unit, application_id, person_id))

    return await post.once(None, 200, handle)
