"""HTTP for the one page that this terminal shows: its parts, a card, a print. Anybody else gets nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import httpx
from fastapi import FastAPI, Header, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from terminal import printer as printers
from terminal import reader as readers
from terminal.card import Broken
from terminal.prints import Busy, Prints
from terminal.settings import LOOPBACK, Settings

PDF_MAX_BYTES = 20 * 1024 * 1024
KEY_MAX_CHARACTERS = 64
ALIVE = "/healthz"
"""Says anybody that it runs, and nothing else."""
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Content-Type, Idempotency-Key",
    "Access-Control-Allow-Private-Network": "true",
    "Access-Control-Max-Age": "600",
}
"""What a browser is told before it sends more than the simplest request."""


class Parts(BaseModel):
    """How the parts of this terminal are, in the words of its health."""

    printer: printers.State
    reader: readers.State


def refusal(status: int, code: str, sentence: str) -> JSONResponse:
    """A problem (RFC 9457) with a sentence for whoever stands here."""
    problem = {
        "type": f"urn:provident-fund:problem:{code}",
        "title": code,
        "status": status,
        "detail": sentence,
    }
    return JSONResponse(problem, status, media_type="application/problem+json")


NO_CARD = refusal(404, "no-card", "没有读到身份证，请把身份证平放在读卡区，再试一次。")
UNREADABLE = refusal(422, "card-unreadable", "这张证件读不出，请用键盘输入身份证号码。")
READER_AWAY = refusal(503, "reader-away", "读卡器没有应答，请用键盘输入身份证号码。")
BUSY = refusal(409, "printer-busy", "打印机正在打印另一份，请稍候再试。")
NOT_A_PRINT = refusal(422, "not-a-print", "这份文件不能打印。")


def app_of(settings: Settings) -> FastAPI:
    """Make the helper's application."""
    http = httpx.AsyncClient(timeout=printers.ANSWER_SECONDS, trust_env=False)
    printer = printers.Printer(settings.printer_url, http)
    reader = readers.Reader(settings.reader_device)
    prints = Prints(lambda pdf: printer.print(pdf, settings.print_seconds, settings.poll_seconds))

    @asynccontextmanager
    async def living(_app: FastAPI) -> AsyncIterator[None]:
        await printer.state()
        yield
        await prints.stop()
        await http.aclose()

    app = FastAPI(
        title="Terminal", lifespan=living, docs_url=None, redoc_url=None, openapi_url=None
    )
    app.add_middleware(Guard, settings=settings)

    @app.get("/parts")
    async def parts() -> Parts:
        return Parts(printer=await printer.state(), reader=await reader.state())

    @app.post("/cards", response_model=None)
    async def card(request: Request) -> Response:
        left = asyncio.ensure_future(_gone(request))
        try:
            found = await reader.card(settings.card_seconds, settings.poll_seconds, left.done)
        except Broken:
            return UNREADABLE
        except readers.Away:
            return READER_AWAY
        finally:
            left.cancel()
        if found is None:
            return NO_CARD
        return JSONResponse({"name": found.name, "id_number": found.id_number})

    @app.post("/prints", response_model=None)
    async def print_(
        request: Request,
        key: Annotated[str, Header(alias="Idempotency-Key", max_length=KEY_MAX_CHARACTERS)],
    ) -> Response:
        pdf = await _body(request)
        if pdf is None:
            return NOT_A_PRINT
        try:
            outcome = await prints.print(key, pdf, lambda: _gone(request))
        except Busy:
            return BUSY
        return JSONResponse({"outcome": outcome or "away"})

    return app


async def _body(request: Request) -> bytes | None:
    """The PDF, in memory and nowhere else; None of what is none, or too large."""
    pdf = b""
    async for part in request.stream():
        pdf += part
        if len(pdf) > PDF_MAX_BYTES:
            return None
    return pdf if pdf.startswith(b"%PDF-") else None


async def _gone(request: Request) -> None:
    """Wait until the page has gone, or does not want the answer any more."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


class Guard:
    """One origin may ask, under our own name (DNS rebinding), by CORS and Private Network Access."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._origin = settings.origin
        self._own = f"{LOOPBACK}:{settings.port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what the page asks, refuse anybody else before anything is done."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"] == ALIVE:
            await Response(status_code=204)(scope, receive, send)
            return
        asked = Headers(scope=scope)
        if asked.get("origin") != self._origin or asked.get("host") != self._own:
            await Response(status_code=403)(scope, receive, send)
            return
        told = {"Access-Control-Allow-Origin": self._origin, "Cache-Control": "no-store"}
        if scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=told | PREFLIGHT)(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(told)
            await send(message)

        await self._app(scope, receive, with_headers)
