"""HTTP about companies' first registrations online (单位缴存登记): by strangers with a phone, and staff."""

import base64
from functools import partial
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel

from accounts.access import Looker, MakerPost, PageSize, Staff
from accounts.api.hardship import redrawn
from accounts.applicants import Applicant, ApplicantPost
from accounts.errors import Refused
from accounts.handlers import registrations as handlers
from accounts.operations import registrations as operations
from accounts.rules.registration import CODE_PAUSE, PAPER_BYTES_MOST, NewPaper
from accounts.sealed import REGISTRATION_PAPER
from accounts.shapes import registrations as shapes
from accounts.views import registrations as views
from shared.audit import trail as audit
from shared.base.identifiers import Phone
from shared.http.callers import ContextDependency
from shared.http.cursors import decode_position, encode_cursor
from shared.http.problems import not_found
from shared.http.uploads import Upload, UploadBody, attached
from shared.messaging.unit import Context, Unit
from shared.proposals.shapes import Grounds, ProposalAnswer

router = APIRouter(tags=["单位缴存登记"])

FILES = UploadBody(PAPER_BYTES_MOST, "image/jpeg", "image/png", "application/pdf")
SentFile = Annotated[Upload, Depends(FILES)]
PaperName = Annotated[
    str, Query(min_length=1, max_length=60, description="材料名称", examples=["营业执照"])
]


@router.post("/registrations/codes", status_code=202, summary="获取登记验证码")
async def codes(
    body: shapes.CodeWanted, context: ContextDependency, request: Request
) -> shapes.CodeSent:
    """Text a code to the phone of a company's first operator; anybody may, so often and no oftener."""
    phone = Phone.parse(body.phone)
    address = request.client.host if request.client else None
    issued = await context.transact(partial(handlers.issue_code, phone=phone, address=address))
    return shapes.CodeSent(
        code_id=issued.code_id,
        expires_at=issued.expires_at,
        again_after_seconds=int(CODE_PAUSE.total_seconds()),
    )


@router.post("/registrations/proofs", status_code=201, summary="用验证码进入单位缴存登记")
async def proofs(body: shapes.CodeEntered, context: ContextDependency) -> shapes.Entered:
    """Begin a registration with a proven phone, or go on with the one that was begun."""
    proven = await context.transact(partial(handlers.prove, code_id=body.code_id, code=body.code))
    if isinstance(proven, Refused):
        raise proven
    return shapes.Entered(
        registration_id=proven.registration_id, token=proven.token, until=proven.until
    )


@router.get("/registrations/current", summary="本次单位缴存登记")
async def current(applicant: Applicant, context: ContextDependency) -> shapes.Registration:
    """Return the registration of the proven phone, and how it stands."""
    return await _shown(context, applicant.identity_id)


async def _shown(context: Context, registration_id: UUID) -> shapes.Registration:
    row = await views.one(context.pool, registration_id, context.clock.now())
    if row is None:
        raise not_found()
    return shapes.Registration.of(row, context.personal_data)


async def _made(unit: Unit, registration_id: UUID) -> shapes.RegistrationStanding:
    row = await views.one(unit.connection, registration_id, unit.clock.now())
    assert row is not None
    return shapes.RegistrationStanding.of_row(row)


@router.post(
    "/registrations/current/papers/uploads",
    status_code=201,
    response_model=shapes.RegistrationStanding,
    summary="上传登记材料",
    openapi_extra=FILES.described,
)
async def upload(
    name: PaperName, file: SentFile, caller: ApplicantPost, request: Request
) -> Response:
    """Take a picture or a PDF, the licence for one; what is kept is drawn anew from what one sees."""
    applicant, post = caller
    said = "".join(filter(str.isprintable, name)).strip() or "材料"
    body = shapes.NewRegistrationPaper(**file.name.model_dump(), name=said)
    pdf = await redrawn(request.app.state.redrawing, file)

    async def handle(unit: Unit) -> BaseModel:
        paper_id = uuid4()
        drawn = base64.b64encode(pdf).decode()
        sealed = unit.personal_data.seal(drawn, REGISTRATION_PAPER, paper_id)
        digest = (body.size_bytes, body.sha256, sealed)
        new = NewPaper(paper_id, applicant.identity_id, said, *digest, unit.clock.now())
        await handlers.add_paper(unit, new)
        return await _made(unit, applicant.identity_id)

    return await post.once(body, 201, handle)


@router.post(
    "/registrations/current/papers/{paper_id}/withdrawal",
    response_model=shapes.RegistrationStanding,
    summary="撤回登记材料",
)
async def take_back(paper_id: UUID, caller: ApplicantPost) -> Response:
    """Delete a file that is not submitted yet."""
    applicant, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await handlers.take_back_paper(unit, applicant.identity_id, paper_id)
        return await _made(unit, applicant.identity_id)

    return await post.once(None, 200, handle)


@router.post(
    "/registrations/current/submission",
    response_model=shapes.RegistrationStanding,
    summary="提交单位缴存登记",
)
async def submit(body: shapes.RegistrationBody, caller: ApplicantPost) -> Response:
    """Submit what was filled in; there is no employer before two of the centre agree (R-ACC-6)."""
    applicant, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await operations.submit(unit, applicant.identity_id, body)
        return await _made(unit, applicant.identity_id)

    return await post.once(body, 200, handle)


@router.get("/registrations", summary="待办的单位缴存登记")
async def waiting(
    _principal: Staff, context: ContextDependency, cursor: str | None = None, limit: PageSize = 50
) -> shapes.RegistrationCasePage:
    """Return which companies wait to be registered, oldest first: the work list."""
    after = decode_position(cursor) if cursor else None
    rows = await views.waiting(context.pool, after, context.clock.now(), limit + 1)
    items = [shapes.RegistrationCase.of(row, context.personal_data) for row in rows[:limit]]
    last = items[-1] if len(rows) > limit else None
    place = (last.submitted_at.isoformat(), str(last.registration_id)) if last else None
    return shapes.RegistrationCasePage(
        items=items, next_cursor=encode_cursor(*place) if place else None
    )


@router.get("/registrations/{registration_id}", summary="一件单位缴存登记")
async def one(
    registration_id: UUID, _principal: Looker, context: ContextDependency
) -> shapes.Registration:
    """Return what was filled in, to be held against the papers; the look is recorded."""
    shown = await _shown(context, registration_id)
    audit.looked_at([str(registration_id)])
    return shown


@router.get(
    "/registrations/{registration_id}/papers/{paper_id}",
    summary="下载登记材料",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "由图像组成的PDF"}},
)
async def fetch(
    registration_id: UUID, paper_id: UUID, _principal: Looker, context: ContextDependency
) -> Response:
    """Fetch a file, never to be shown inside a page; the look is recorded."""
    sealed = await views.paper(context.pool, registration_id, paper_id)
    if sealed is None:
        raise not_found()
    audit.looked_at([str(registration_id)])
    pdf = base64.b64decode(context.personal_data.open(sealed, REGISTRATION_PAPER, paper_id))
    return attached(pdf, paper_id)


@router.post(
    "/registrations/{registration_id}/proposal",
    status_code=202,
    response_model=ProposalAnswer,
    summary="受理单位缴存登记",
)
async def propose(registration_id: UUID, body: Grounds, caller: MakerPost) -> Response:
    """Put a registration to a senior checker, as it was submitted (R-ACC-6)."""
    principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        return await operations.propose(unit, registration_id, body, principal)

    return await post.once(body, 202, handle)


@router.post(
    "/registrations/{registration_id}/return",
    response_model=shapes.RegistrationStanding,
    summary="退回单位缴存登记",
)
async def send_back(
    registration_id: UUID, body: shapes.RegistrationReturn, caller: MakerPost
) -> Response:
    """Send a registration back with a reason in words; the applicant is told by text."""
    _principal, post = caller

    async def handle(unit: Unit) -> BaseModel:
        await operations.send_back(unit, registration_id, body.text)
        return await _made(unit, registration_id)

    return await post.once(body, 200, handle)
