"""HTTP for credit reports: a person about themselves, staff by a subject's will (R-CRD-34)."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from credit.api.auditors import WITHOUT_AUDITORS
from credit.errors import Reason, Refused
from credit.handlers import reports as handlers
from credit.settings import Settings
from credit.shapes.reports import MyReport, NewReport, Report, Reports
from credit.views import reports as views
from credit.work.reports import Printer
from shared.audit import trail as audit
from shared.http.callers import ContextDependency, get_context, looking, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.http.problems import not_found
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Context, Unit

router = APIRouter(tags=["信用报告"], dependencies=WITHOUT_AUDITORS)

Citizen = Annotated[Principal, Depends(require(Role.INDIVIDUAL))]
CitizenPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.INDIVIDUAL))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]
Reader = Annotated[Principal, Depends(looking(Role.INDIVIDUAL, *BUSINESS))]
ServiceContext = Annotated[Context[Settings], Depends(get_context)]
Number = Annotated[str, Path(max_length=40, description="报告编号")]


@router.post("/my/reports", status_code=201, response_model=Report, summary="查询本人信用报告")
async def about_me(body: MyReport, citizen: CitizenPost) -> Response:
    """Issue a report about oneself, as of now; it says who has looked, too."""
    caller, post = citizen
    person_id = caller.person_id
    if person_id is None:
        raise not_found()

    async def handle(unit: Unit) -> Report:
        number = await handlers.about_oneself(unit, caller, person_id, body.purpose)
        return Report.of(await views.report(unit.connection, number))

    return await post.once(body, 201, handle, _address)


def _address(made: Report) -> str:
    return f"/api/credit/reports/{made.number}/pdf"


@router.get("/my/reports", summary="我的信用报告")
async def mine(caller: Citizen, context: ContextDependency) -> Reports:
    """List the reports that one asked for about oneself, the latest first."""
    if caller.person_id is None:
        raise not_found()
    rows = await views.of_person(context.pool, caller.person_id)
    return Reports(items=[Report.of(row) for row in rows])


@router.post("/reports", status_code=201, response_model=Report, summary="柜台出具信用报告")
async def at_the_counter(body: NewReport, maker: MakerPost) -> Response:
    """Issue a report of who asks for it, or by written authority, as an authorised user; never one's own."""
    caller, post = maker

    async def handle(unit: Unit) -> Report:
        number = await handlers.at_the_counter(unit, body, caller)
        return Report.of(await views.report(unit.connection, number))

    return await post.once(body, 201, handle, _address)


@router.get(
    "/reports/{number}/pdf",
    summary="下载信用报告",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "PDF/A"}},
)
async def fetch(
    number: Number, request: Request, caller: Reader, context: ServiceContext
) -> Response:
    """Print a report as it was told; once a record of it is repaired or changed, nobody gets it any more."""
    row = await views.standing(context.pool, number, context.clock.today())
    own = row is not None and caller.person_id is not None and row["person_id"] == caller.person_id
    if row is None or (caller.role is Role.INDIVIDUAL and not own):
        raise not_found()
    audit.looked_at([number])
    if not row["stands"]:
        raise Refused(Reason.REPORT_CHANGED)
    printer: Printer = request.app.state.printer
    said = handlers.opened_report(context.personal_data, number, row["content_sealed"])
    pdf = await printer.printed(said)
    headers = {"Content-Disposition": f'attachment; filename="{number}.pdf"'}
    return Response(pdf, media_type="application/pdf", headers=headers)
