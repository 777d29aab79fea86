"""HTTP for anybody: is this document ours? Asks for no login, tells nothing about anybody (R-CRT-3)."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from documents import metrics, views
from documents.domain import DocumentState
from documents.handlers.gathering import code_hash
from documents.rules.numbers import is_number
from documents.shapes.checks import CheckAnswer, Outcome
from shared.http.callers import ContextDependency
from shared.messaging.unit import Context

router = APIRouter(tags=["核验"])

Number = Annotated[str, Path(max_length=40, description="编号")]
Code = Annotated[str, Query(max_length=60, description="校验码，16位字母和数字，可带连字符")]
Digest = Annotated[
    str | None,
    Query(max_length=64, description="电子文件的 SHA-256（十六进制）；有它时，改动过的文件不相符"),
]


@router.get("/checks/{number}", summary="核验证明")
async def check(
    number: Number, context: ContextDependency, code: Code, sha256: Digest = None
) -> CheckAnswer:
    """Say whether a document is ours: match, no match, withdrawn; and nothing else."""
    outcome = await _outcome(context, number.strip().upper(), code, sha256)
    metrics.CHECKS.labels(outcome).inc()
    return CheckAnswer.of(outcome)


async def _outcome(context: Context, number: str, code: str, sha256: str | None) -> Outcome:
    if not is_number(number):
        return Outcome.NO_MATCH
    data = context.personal_data
    found = await views.stands(context.pool, number, data.either(code_hash(data, number, code)))
    if found is None or found[0] is DocumentState.PRINTING:
        return Outcome.NO_MATCH
    state, digest = found
    if sha256 is not None and sha256.strip().lower() != digest:
        return Outcome.NO_MATCH
    return Outcome.WITHDRAWN if state is DocumentState.WITHDRAWN else Outcome.MATCH
