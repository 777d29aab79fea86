"""HTTP for the national platform alone: what a code of ours stands for, told once."""

import hmac
from typing import Annotated

from fastapi import APIRouter, Header

from documents import metrics
from documents.errors import Reason, Refused
from documents.handlers import showing
from documents.rules.sheets import InformationSheet
from documents.settings import settings_of
from documents.shapes.codes import NationalReading
from shared.http.callers import ContextDependency
from shared.http.gate import up_to
from shared.messaging.unit import Context, Unit

router = APIRouter(tags=["全国平台"])

BODY_MAX_BYTES = 4 * 1024
PlatformToken = Annotated[
    str,
    Header(
        alias="Platform-Authorization",
        max_length=200,
        description="全国平台的凭据；不是登录令牌",
    ),
]


@router.post("/national-readings", openapi_extra=up_to(BODY_MAX_BYTES), summary="外地中心读取亮码")
async def read(
    body: NationalReading, context: ContextDependency, platform_authorization: PlatformToken = ""
) -> InformationSheet:
    """Tell what a code stands for to who shows it with the ID number of its bearer, once.

    The same `reading_id` gets the same answer for some minutes, for an answer may be lost.
    """
    _demand_platform(context, platform_authorization)
    asked = showing.Question(
        body.reading_id, body.code, body.id_number, body.centre_name, body.purpose
    )

    async def answer(unit: Unit) -> InformationSheet:
        return await showing.answer(unit, asked)

    try:
        told = await context.transact(answer)
    except Refused as refused:
        metrics.CODES_READ.labels(refused.code).inc()
        raise
    metrics.CODES_READ.labels("told").inc()
    return told


def _demand_platform(context: Context, shown: str) -> None:
    token = settings_of(context).national_inbound_token
    if token is None or not hmac.compare_digest(shown.encode(), token.get_secret_value().encode()):
        metrics.CODES_READ.labels(Reason.NOT_THE_PLATFORM).inc()
        raise Refused(Reason.NOT_THE_PLATFORM)
