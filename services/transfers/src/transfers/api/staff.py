"""HTTP for staff: which letters wait, all of one, and what two people do with it."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Response

from shared.http.callers import ContextDependency, looking, require
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messages.transfers import Direction
from shared.messaging.unit import Context, Unit
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import Grounds, ProposalAnswer
from transfers import operations, views
from transfers.domain import Subject
from transfers.handlers import asking, deciding
from transfers.shapes.letters import LetterAnswer, LetterFile, StaffLetter, StaffLetterPage

router = APIRouter(tags=["异地转移接续"])

Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Looking = Annotated[Principal, Depends(looking(*BUSINESS))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
LetterId = Annotated[UUID, Path(description="联系函的地址编号")]
Which = Annotated[Direction | None, Query(description="转入或转出")]
Ended = Annotated[bool, Query(description="是否包括已办结的")]
PageSize = Annotated[int, Query(ge=1, le=200)]


@router.get("/letters", summary="待办联系函")
async def list_letters(
    context: ContextDependency,
    _caller: Staff,
    *,
    direction: Which = None,
    ended: Ended = False,
    cursor: str | None = None,
    limit: PageSize = 50,
) -> StaffLetterPage:
    """List letters, those that stand still longest first; whom they are about is not in the list."""
    after = decode_position(cursor) if cursor else None
    found = await views.listed(context.pool, direction, after, limit + 1, ended=ended)
    page, before = found[:limit], await _overdue_before(context)
    last = page[-1] if len(found) > limit else None
    return StaffLetterPage(
        items=[StaffLetter.listed(one, before) for one in page],
        next_cursor=encode_cursor(last.state_since.isoformat(), str(last.letter_id))
        if last
        else None,
    )


async def _overdue_before(context: Context) -> datetime:
    policy = await views.policy(context.pool, context.clock.today())
    return context.clock.now() - timedelta(days=policy.overdue_days)


@router.get("/letters/{letter_id}", summary="联系函详情")
async def show(letter_id: LetterId, context: ContextDependency, _caller: Looking) -> LetterFile:
    """Show all of a letter, masked; each look is recorded."""
    found = await views.letter(context.pool, letter_id)
    if found is None:
        raise not_found()
    subject = Subject("", "", "", None)
    if found.subject_sealed is not None:
        subject = asking.subject_of(context.personal_data, found)
    seen = await views.receipts_of(context.pool, letter_id)
    return LetterFile.whole(found, subject, seen, await _overdue_before(context))


@router.post(
    "/letters/{letter_id}/approval",
    status_code=202,
    response_model=ProposalAnswer,
    summary="同意转出",
)
async def approve(letter_id: LetterId, body: Grounds, caller: MakerPost) -> Response:
    """Propose that an account moves to another centre; somebody else decides (R-TRF-4)."""
    return await answer_proposed(caller, operations.APPROVE, body, letter_id=letter_id)


@router.post(
    "/letters/{letter_id}/refusal",
    status_code=202,
    response_model=ProposalAnswer,
    summary="不予转出",
)
async def refuse(letter_id: LetterId, body: Grounds, caller: MakerPost) -> Response:
    """Propose that an account does not move; the other centre and the person hear the reason."""
    return await answer_proposed(caller, operations.REFUSE, body, letter_id=letter_id)


@router.post(
    "/letters/{letter_id}/booking",
    status_code=202,
    response_model=ProposalAnswer,
    summary="转入资金入账",
)
async def book(letter_id: LetterId, body: Grounds, caller: MakerPost) -> Response:
    """Propose that the money of a letter is booked, where its sum or what happened wants two people."""
    return await answer_proposed(caller, operations.BOOK, body, letter_id=letter_id)


@router.post(
    "/letters/{letter_id}/giving-up",
    status_code=202,
    response_model=ProposalAnswer,
    summary="终止异地转入",
)
async def give_up(letter_id: LetterId, body: Grounds, caller: MakerPost) -> Response:
    """Propose that nothing will come of a letter of ours."""
    return await answer_proposed(caller, operations.GIVE_UP, body, letter_id=letter_id)


@router.post(
    "/letters/{letter_id}/information", response_model=LetterAnswer, summary="重发账户信息"
)
async def tell_again(letter_id: LetterId, caller: MakerPost) -> Response:
    """Tell the other centre once more what was paid; moves no money."""
    principal, post = caller

    async def handle(unit: Unit) -> LetterAnswer:
        return LetterAnswer.of(await deciding.tell_again(unit, letter_id, principal.identity_id))

    return await post.once(None, 200, handle)
