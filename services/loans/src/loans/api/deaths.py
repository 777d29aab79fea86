"""HTTP for staff: loans whose borrower, co-borrower or guarantor died. No rule here."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from loans import access
from loans.access import ContractNumber, Staff
from loans.domain.contracts import ROLE_TEXTS, Role
from loans.handlers import deaths as handlers
from loans.shapes.deaths import DeathAnswerBody, LoanOfTheDead, LoansOfTheDead
from loans.store import deaths as store
from shared.http.callers import ContextDependency
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal
from shared.messaging.unit import Unit

LISTED_MOST = 500
"""Loans of the dead that are listed; the others follow when these are settled."""
StaffPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(*BUSINESS))]

router = APIRouter(tags=["借款人死亡"])


@router.get("/deaths", summary="借款人、共同借款人、担保人死亡的贷款")
async def waiting(context: ContextDependency, _staff: Staff) -> LoansOfTheDead:
    """List what waits for staff; an offset agreement of the dead has ended, the loan itself runs on."""
    async with access.reading(context) as connection:
        return _shown(await store.open_ones(connection, LISTED_MOST))


@router.post(
    "/deaths/{death_id}/contracts/{contract_number}/answer",
    response_model=LoansOfTheDead,
    summary="答复借款人死亡后的还款安排",
)
async def answer(
    death_id: UUID, contract_number: ContractNumber, body: DeathAnswerBody, caller: StaffPost
) -> Response:
    """Keep who repays the loan from now on, once; returns what still waits."""
    principal, post = caller

    async def handle(unit: Unit) -> LoansOfTheDead:
        by = principal.identity_id
        await handlers.answer(unit, death_id, contract_number, body.text, by)
        return _shown(await store.open_ones(unit.connection, LISTED_MOST))

    return await post.once(body, 200, handle)


def _shown(rows: Iterable[Mapping[str, Any]]) -> LoansOfTheDead:
    return LoansOfTheDead(
        items=[LoanOfTheDead(**row, role_text=ROLE_TEXTS[Role(row["role"])]) for row in rows]
    )
