"""The bank link: the addresses of the interface specification, and what goes wrong there."""

import asyncio
from collections.abc import Collection
from datetime import date
from typing import Annotated

from fastapi import APIRouter, FastAPI, HTTPException, Query, Request, Response
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from simulators.bank.bank import Bank
from simulators.bank.book import ConflictError
from simulators.bank.inbound import (
    MAX_BODY_OCTETS,
    NotUnderstoodError,
    PaymentFile,
    read_debits,
    read_payments,
    read_status_request,
    read_verifications,
)
from simulators.bank.server import transport_of

XML = "application/xml; charset=utf-8"
GARBAGE = "系统维护中\n".encode("gb18030")
"""What a proxy of another make answers: neither XML nor UTF-8."""
MAX_ENTRIES = 1_000
MAX_WAIT_SECONDS = 20.0


class Cut(Response):
    """The connection breaks: before anything of the answer, or in its middle."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say what there is of the answer, then break."""
        if half := self.body[: len(self.body) // 2]:
            await send({
                "type": "http.response.start", "status": 200, "headers": self.raw_headers,
            })  # fmt: skip
            await send({"type": "http.response.body", "body": half, "more_body": True})
            transport_of(scope).close()
        else:
            transport_of(scope).abort()
        while (await receive())["type"] != "http.disconnect":
            pass


def link_app(bank: Bank) -> FastAPI:
    """Make the application that settlement talks to."""
    app = FastAPI(title="Bank link", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(_payments(bank))
    app.include_router(_account(bank))

    @app.exception_handler(NotUnderstoodError)
    async def not_understood(_request: Request, error: Exception) -> Response:
        bank.counters["not_understood"] += 1
        return Response(str(error), status_code=400, media_type="text/plain")

    @app.exception_handler(ConflictError)
    async def conflict(_request: Request, error: Exception) -> Response:
        bank.counters["conflicts"] += 1
        return Response(str(error), status_code=409, media_type="text/plain")

    return app


def _payments(bank: Bank) -> APIRouter:
    router = APIRouter()

    @router.post("/payments")
    async def payments(request: Request) -> Response:
        return await _execute(bank, await bank.do(read_payments, await _body(request)))

    @router.post("/debits")
    async def debits(request: Request) -> Response:
        return await _execute(bank, await bank.do(read_debits, await _body(request)))

    @router.post("/payment-status")
    async def payment_status(request: Request) -> Response:
        asked = await bank.do(read_status_request, await _body(request))
        if wrong := _struck(bank, "status"):
            return wrong
        return Response(await bank.tell_states(asked), media_type=XML)

    @router.post("/account-verifications")
    async def account_verifications(request: Request) -> Response:
        asked = await bank.do(read_verifications, await _body(request))
        if wrong := _struck(bank, "verify"):
            return wrong
        report = await bank.verify(asked)
        await asyncio.sleep(bank.faults.verify_delay_seconds)
        return Response(report, media_type=XML)

    return router


async def _execute(bank: Bank, file: PaymentFile) -> Response:
    """Execute a file and answer it, unless told to fail."""
    cards = {item.card_number for item in file.transfers}
    if bank.faults.strike("drop_request", cards):
        return Cut()
    if bank.faults.strike("http_500", cards):
        return Response(status_code=500)
    report = await bank.pay(file)
    await asyncio.sleep(bank.faults.delay_seconds)
    return await _answer(bank, report, cards)


async def _answer(bank: Bank, report: bytes, cards: Collection[str]) -> Response:
    """Answer a file that was executed, or fail to."""
    strike = bank.faults.strike
    if strike("drop_answer", cards):
        return Cut()
    if strike("cut_answer", cards):
        return Cut(report, media_type=XML)
    if strike("garbage", cards):
        return Response(GARBAGE, media_type=XML)
    if strike("wrong_xml", cards):
        return Response(await bank.notify([]), media_type=XML)
    return Response(report, media_type=XML)


def _struck(bank: Bank, address: str) -> Response | None:
    """Give the wrong answer that an address was told to give, if it was."""
    if bank.faults.strike(f"{address}_drop"):
        return Cut()
    if bank.faults.strike(f"{address}_garbage"):
        return Response(GARBAGE, media_type=XML)
    if bank.faults.strike(f"{address}_http_500"):
        return Response(status_code=500)
    return None


def _account(bank: Bank) -> APIRouter:
    router = APIRouter()

    @router.get("/notifications")
    async def notifications(
        after: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=MAX_ENTRIES)] = MAX_ENTRIES,
        wait_seconds: Annotated[float, Query(ge=0, le=MAX_WAIT_SECONDS)] = 0.0,
    ) -> Response:
        bank.counters["polls"] += 1
        if wrong := _struck(bank, "notifications"):
            return wrong
        if after and bank.faults.strike("entries_again"):
            after = max(0, after - limit)
        entries = await bank.wait_for_entries(after, limit, wait_seconds)
        if entries and bank.faults.strike("entries_twice"):
            entries = [entry for entry in entries for _ in range(2)]
        return Response(await bank.notify(entries), media_type=XML)

    @router.get("/statements/{day}")
    async def statements(day: date) -> Response:
        bank.counters["statements"] += 1
        if day > bank.clock.today():
            raise HTTPException(404, "that day has not begun")
        return StreamingResponse(bank.state_day(day), media_type=XML)

    return router


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY_OCTETS:
            raise HTTPException(413, f"more than {MAX_BODY_OCTETS} octets")
    return bytes(body)
