"""HTTP for a person: get a code (亮码) to be shown at another centre, see whether it was read."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from documents.domain import CodeState
from documents.handlers import showing
from documents.sealed import CODE
from documents.shapes.codes import CodeAnswer, CodePage, NewCode
from documents.store import codes
from documents.store.codes import Code
from shared.http.callers import ContextDependency, require, session_of
from shared.http.confirmations import confirmed
from shared.http.cursors import decode_position, encode_cursor
from shared.http.idempotency import IdempotentPost
from shared.http.problems import not_found
from shared.identity.principal import Principal, Role
from shared.messaging.unit import Unit

router = APIRouter(tags=["亮码可办"])

Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
ConfirmedPost = Annotated[tuple[Principal, IdempotentPost], Depends(confirmed(Role.INDIVIDUAL))]
CodeId = Annotated[UUID, Path(description="亮码的编号，不是亮码本身")]
PageSize = Annotated[int, Query(ge=1, le=200)]


@router.post("/codes", status_code=202, response_model=CodeAnswer, summary="生成亮码")
async def begin(body: NewCode, citizen: ConfirmedPost, request: Request) -> Response:
    """Make a code, confirmed with a fresh code of the phone; the one of before is dead.

    The code itself is in no stored answer: it is read at the address, in this login alone.
    """
    caller, post = citizen
    person_id = _person_of(caller)
    session_id = await session_of(request)

    async def handle(unit: Unit) -> CodeAnswer:
        code = await showing.begin(unit, person_id, session_id)
        return CodeAnswer.of(code, unit.clock.now(), None)

    return await post.once(body, 202, handle, lambda made: f"/api/documents/codes/{made.code_id}")


@router.get("/codes", summary="我的亮码")
async def my_codes(
    context: ContextDependency, caller: Citizen, cursor: str | None = None, limit: PageSize = 20
) -> CodePage:
    """List one's codes and who has read them, latest first."""
    before = decode_position(cursor) if cursor else None
    found = await codes.of_person(context.pool, _person_of(caller), before, limit + 1)
    page, now = found[:limit], context.clock.now()
    last = page[-1] if len(found) > limit else None
    return CodePage(
        items=[CodeAnswer.of(one, now, None) for one in page],
        next_cursor=encode_cursor(last.asked_at.isoformat(), str(last.code_id)) if last else None,
    )


@router.get("/codes/{code_id}", summary="出示亮码")
async def show(
    code_id: CodeId,
    context: ContextDependency,
    caller: Citizen,
    request: Request,
    response: Response,
) -> CodeAnswer:
    """Show a code while it lives, in the login that confirmed it; elsewhere only how it stands."""
    found = await codes.one(context.pool, code_id)
    if found is None or found.person_id != _person_of(caller):
        raise not_found()
    now = context.clock.now()
    plain = None
    if _can_be_shown(found) and found.lives(now) and found.session_id == await session_of(request):
        assert found.code_sealed is not None, "a living code is kept"
        plain = context.personal_data.open(found.code_sealed, CODE, code_id)
    response.headers["Cache-Control"] = "no-store"
    return CodeAnswer.of(found, now, plain)


def _can_be_shown(code: Code) -> bool:
    return code.state is CodeState.OPEN


def _person_of(caller: Principal) -> UUID:
    if caller.person_id is None:
        raise not_found()
    return caller.person_id
