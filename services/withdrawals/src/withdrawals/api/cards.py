"""HTTP for citizens: own cards are kept, read and dropped (账户设置, R-CRT-4). No rule."""

from uuid import UUID

from fastapi import APIRouter, Response

from shared.base.cards import DebitCard
from shared.http.callers import ContextDependency
from shared.messaging.unit import Unit
from withdrawals.api.citizens import Citizen, ConfirmedPost, person_of
from withdrawals.handlers import cards as handlers
from withdrawals.shapes.cards import KeptCard, KeptCards, NewKeptCard
from withdrawals.store import cards as store

router = APIRouter(tags=["收款银行卡"])


@router.post("/cards", status_code=202, response_model=KeptCard, summary="保存本人收款银行卡")
async def keep(body: NewKeptCard, caller: ConfirmedPost) -> Response:
    """Keep an own card; the bank is asked whose it is, and the answer is in the list."""
    principal, post = caller
    person_id, card = person_of(principal), DebitCard.parse(body.card_number)

    async def handle(unit: Unit) -> KeptCard:
        return KeptCard.of(await handlers.keep(unit, person_id, card))

    return await post.once(body, 202, handle)


@router.get("/cards", summary="我的收款银行卡")
async def cards(principal: Citizen, context: ContextDependency) -> KeptCards:
    """Return the cards that the caller keeps, with what the bank said of each."""
    async with context.unit() as unit:
        found = await store.kept(unit.connection, person_of(principal))
    return KeptCards(items=[KeptCard.of(one) for one in found])


@router.post("/cards/{card_id}/removal", response_model=KeptCard, summary="删除收款银行卡")
async def drop(card_id: UUID, caller: ConfirmedPost) -> Response:
    """Keep a card no longer; applications that are under way still pay to it."""
    principal, post = caller
    person_id = person_of(principal)

    async def handle(unit: Unit) -> KeptCard:
        return KeptCard.of(await handlers.drop(unit, card_id, person_id))

    return await post.once(None, 200, handle)
