"""What a service answers when it does not do what was asked: RFC 9457 problem details."""

import json
from typing import Any

import asyncpg
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from shared.audit import trail as audit
from shared.base.db import CONTENDED, DATABASE_AWAY
from shared.base.errors import NOT_FOUND, ServiceError
from shared.base.identifiers import InvalidIdentifier
from shared.base.telemetry import get_logger
from shared.identity.verifier import KeysUnavailable

PROBLEM_TYPE = "application/problem+json"
PROBLEM_BASE = "urn:provident-fund:problem:"

log = get_logger()


class ProblemError(Exception):
    """An answer other than success: HTTP status, stable code, one Chinese sentence."""

    def __init__(self, status: int, code: str, detail: str, **extra: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.extra = extra

    def response(self) -> Response:
        """The problem as `application/problem+json`; its code is the reason in the audit trail."""
        audit.refused_for(self.code)
        retry_after = self.extra.get("retry_after_seconds")
        headers = {"Retry-After": str(retry_after)} if retry_after is not None else {}
        if self.status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        body = {
            "type": PROBLEM_BASE + self.code,
            "title": self.code,
            "status": self.status,
            "detail": self.detail,
            **self.extra,
        }
        # What half a surrogate pair looked like in a request is of no use in the answer.
        text = json.dumps(body, ensure_ascii=False, default=str).encode("utf-8", "replace")
        return Response(
            text,
            self.status,
            media_type=PROBLEM_TYPE,
            headers=headers,
        )


class NotRead(HTTPException):
    """A request that is answered without reading its body; FastAPI lets only this kind of error through."""

    def __init__(self, problem: ProblemError) -> None:
        super().__init__(problem.status)
        self.problem = problem


def too_large() -> ProblemError:
    """What a body beyond its route's bound answers."""
    return ProblemError(413, "too-large", "请求内容过大。")


def try_again() -> ProblemError:
    """What is answered while the database, or whoever else is needed, is away."""
    return ProblemError(
        503, "try-again", "系统繁忙，请稍后重试；重复提交不会重复办理。", retry_after_seconds=2
    )


def not_found() -> ProblemError:
    """What a stranger's id answers, and one that does not exist."""
    return ProblemError(NOT_FOUND.status, "not-found", NOT_FOUND.sentence)


def add_problems(app: FastAPI) -> None:
    """Answer every error with a problem."""

    @app.exception_handler(ProblemError)
    async def problem(_request: Request, error: ProblemError) -> Response:
        return error.response()

    @app.exception_handler(ServiceError)
    async def service_error(_request: Request, error: ServiceError) -> Response:
        rule = {"rule": error.rule} if error.rule else {}
        problem = ProblemError(error.status, error.code, error.detail, **rule, **error.extra)
        return problem.response()

    @app.exception_handler(InvalidIdentifier)
    async def invalid_identifier(_request: Request, error: InvalidIdentifier) -> Response:
        return ProblemError(422, "invalid-identifier", str(error), rule=error.rule).response()

    @app.exception_handler(RequestValidationError)
    async def invalid(_request: Request, error: RequestValidationError) -> Response:
        errors = [
            {"field": ".".join(str(part) for part in item["loc"]), "message": _sentence(item)}
            for item in error.errors()
        ]
        malformed = any(item["type"] == "json_invalid" for item in error.errors())
        if malformed:
            return ProblemError(400, "malformed-json", "请求内容不是有效的 JSON。").response()
        return ProblemError(
            422, "invalid-request", "请求内容不符合要求，请检查标出的字段。", errors=errors
        ).response()

    @app.exception_handler(HTTPException)
    async def http_error(_request: Request, error: HTTPException) -> Response:
        if isinstance(error, NotRead):
            return error.problem.response()
        known = {
            404: not_found(),
            405: ProblemError(405, "method-not-allowed", "不支持此操作。"),
            413: too_large(),
        }
        problem = known.get(error.status_code)
        return (problem or ProblemError(error.status_code, "error", "请求无法处理。")).response()

    for away in (*DATABASE_AWAY, *CONTENDED, KeysUnavailable):
        app.add_exception_handler(away, _busy)
    app.add_exception_handler(asyncpg.DataError, _out_of_range)


def _sentence(item: Any) -> str:
    """What our own checks say about a field, else what the library says."""
    error = item.get("ctx", {}).get("error")
    return error.detail_zh if isinstance(error, InvalidIdentifier) else item["msg"]


async def _busy(_request: Request, error: Exception) -> Response:
    log.warning("request not handled", error=repr(error))
    return try_again().response()


async def _out_of_range(_request: Request, error: Exception) -> Response:
    log.warning("value refused by the database", error=type(error).__name__)
    return ProblemError(422, "invalid-request", "请求中的数值超出允许范围。").response()
