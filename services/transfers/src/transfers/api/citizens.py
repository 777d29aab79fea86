"""HTTP for a person: have the account elsewhere moved here, see how far it is, take it back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from shared.http.callers import ContextDependency, require
from shared.http.confirmations import confirmed
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit
from transfers import views
from transfers.handlers import asking
from transfers.shapes.letters import (
    CentreList,
    CentreShown,
    LetterAnswer,
    LetterPage,
    NewTransfer,
)
from transfers.store import centres

router = APIRouter(tags=["异地转移接续"])

CENTRES_MAX = 1_000
"""There are some five hundred."""
Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL))]
ConfirmedPost = Annotated[tuple[Principal, IdempotentPost], Depends(confirmed(Role.INDIVIDUAL))]
Reader = Annotated[Principal, Depends(require(Role.INDIVIDUAL, *BUSINESS))]
LetterId = Annotated[UUID, Path(description="联系函的地址编号")]
PageSize = Annotated[int, Query(ge=1, le=200)]


@router.post("/requests", status_code=202, response_model=LetterAnswer, summary="申请异地转入")
async def ask(body: NewTransfer, citizen: ConfirmedPost) -> Response:
    """Have the account elsewhere moved here, confirmed with a fresh code of the phone (R-TRF-4)."""
    caller, post = citizen
    person_id = _person_of(caller)

    async def handle(unit: Unit) -> LetterAnswer:
        letter = await asking.ask(
            unit, person_id, body.centre_code, body.account_there, caller.channel
        )
        return LetterAnswer.of(letter)

    return await post.once(
        body, 202, handle, lambda made: f"/api/transfers/requests/{made.letter_id}"
    )


@router.get("/requests", summary="我的异地转移")
async def my_letters(
    context: ContextDependency, caller: Citizen, cursor: str | None = None, limit: PageSize = 50
) -> LetterPage:
    """List the letters about oneself, those of other centres too, latest first."""
    before = decode_position(cursor) if cursor else None
    found = await views.of_person(context.pool, _person_of(caller), before, limit + 1)
    page = found[:limit]
    last = page[-1] if len(found) > limit else None
    return LetterPage(
        items=[LetterAnswer.of(one) for one in page],
        next_cursor=encode_cursor(last.asked_at.isoformat(), str(last.letter_id)) if last else None,
    )


@router.get("/requests/{letter_id}", summary="异地转移进度")
async def show(letter_id: LetterId, context: ContextDependency, caller: Citizen) -> LetterAnswer:
    """Show how far a letter about oneself is."""
    found = await views.letter(context.pool, letter_id)
    if found is None or found.person_id != _person_of(caller):
        raise not_found()
    return LetterAnswer.of(found)


@router.post(
    "/requests/{letter_id}/cancellation", response_model=LetterAnswer, summary="撤销异地转入"
)
async def cancel(letter_id: LetterId, citizen: CitizenPost) -> Response:
    """Take it back while the other centre does not have it; the platform says who was faster."""
    caller, post = citizen
    person_id = _person_of(caller)

    async def handle(unit: Unit) -> LetterAnswer:
        return LetterAnswer.of(await asking.cancel(unit, person_id, letter_id))

    return await post.once(None, 200, handle)


@router.get("/centres", summary="全国公积金中心名录")
async def list_centres(context: ContextDependency, _caller: Reader) -> CentreList:
    """List the centres that an account can be moved from."""
    found = await centres.everyone(context.pool, CENTRES_MAX)
    return CentreList(items=[CentreShown.of(one) for one in found])


def _person_of(caller: Principal) -> UUID:
    if caller.person_id is None:
        raise not_found()
    return caller.person_id
