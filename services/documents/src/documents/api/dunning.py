"""HTTP about dunning letters (催缴函): listed for the centre, fetched, said to be sent."""

import base64
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from documents import views
from documents.errors import Reason, Refused
from documents.handlers import dunning as handlers
from documents.sealed import PDF
from documents.shapes import dunning as shapes
from documents.store import dunning as store
from shared.http.callers import ContextDependency, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit

router = APIRouter(tags=["催缴函"])

SHOWN_MAX = 200
Staff = Annotated[Principal, Depends(require(*BUSINESS))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Number = Annotated[str, Path(max_length=40, description="催缴函编号")]
OfEmployer = Annotated[str | None, Query(max_length=20, description="单位账号")]
ToSend = Annotated[bool, Query(description="只列出尚未发出的")]


@router.get("/dunning-letters", summary="催缴函列表")
async def letters(
    context: ContextDependency,
    _caller: Staff,
    *,
    to_send: ToSend = False,
    employer_number: OfEmployer = None,
) -> shapes.DunningLetters:
    """List letters to employers in arrears, the latest first; `to_send=true` is the work list."""
    rows = await store.letters(context.pool, employer_number, SHOWN_MAX, to_send=to_send)
    return shapes.DunningLetters(items=[shapes.DunningLetter.of(row) for row in rows])


@router.get(
    "/dunning-letters/{number}/pdf",
    summary="下载催缴函",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "PDF/A，带电子签名"}},
)
async def fetch(number: Number, context: ContextDependency, _caller: Staff) -> Response:
    """Fetch a letter to print or send it; the same bytes each time."""
    if await store.one(context.pool, number) is None:
        raise Refused(Reason.NOT_FOUND)
    sealed = await views.printed(context.pool, number)
    if sealed is None:
        raise Refused(Reason.NOT_READY)
    pdf = base64.b64decode(context.personal_data.open(sealed, PDF, number))
    headers = {"Content-Disposition": f'attachment; filename="{number}.pdf"'}
    return Response(pdf, media_type="application/pdf", headers=headers)


@router.post(
    "/dunning-letters/{number}/sending",
    response_model=shapes.DunningLetter,
    summary="登记催缴函送达方式",
)
async def send(number: Number, body: shapes.SendingBody, maker: MakerPost) -> Response:
    """Say that a letter was sent today, once; it leaves the work list."""
    caller, post = maker

    async def handle(unit: Unit) -> shapes.DunningLetter:
        await handlers.sent(unit, number, body.way, (caller.identity_id, caller.name))
        row = await store.one(unit.connection, number)
        assert row is not None, "it was found"
        return shapes.DunningLetter.of(row)

    return await post.once(body, 200, handle)
