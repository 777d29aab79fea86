"""A terminal's helper and its parts on free ports: the printer by IPP, the card reader on a serial line."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from tests.support.waiting import until

from local.folder import LOOPBACK
from simulators.devices.app import app_of as devices_app
from simulators.devices.printer import Printer
from simulators.devices.reader import Reader
from terminal.app import app_of
from terminal.settings import Settings

ORIGIN = "https://hall.example.cn"


class _Server(uvicorn.Server):
    """Leaves signals to pytest."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@asynccontextmanager
async def served(app: FastAPI, port: int) -> AsyncIterator[None]:
    """Serve an application while the block lasts."""
    server = _Server(uvicorn.Config(app, host=LOOPBACK, port=port, log_level="warning"))
    serving = asyncio.create_task(server.serve())
    await until(lambda: server.started)
    try:
        yield
    finally:
        server.should_exit = True
        await serving


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind((LOOPBACK, 0))
        return int(tried.getsockname()[1])


@dataclass
class Terminal:
    """The helper as the page asks it, and the parts as they are touched."""

    page: httpx.AsyncClient
    printer: Printer
    reader: Reader
    printer_url: str
    settings: Settings

    async def print(self, key: str, pdf: bytes = b"%PDF-1.7 one") -> httpx.Response:
        headers = {"Content-Type": "application/pdf", "Idempotency-Key": key}
        return await self.page.post("/prints", content=pdf, headers=headers)

    async def came_out(self, key: str) -> str:
        """What became of a print."""
        return str((await self.print(key)).json()["outcome"])


@pytest.fixture
async def terminal(tmp_path: Path) -> AsyncIterator[Terminal]:
    async with AsyncExitStack() as stack:
        printer = Printer()
        printing = asyncio.create_task(printer.run())
        stack.callback(printing.cancel)
        reader = stack.enter_context(Reader(tmp_path / "reader"))
        devices_port, port = free_port(), free_port()
        await stack.enter_async_context(served(devices_app(printer, reader), devices_port))
        url = f"http://{LOOPBACK}:{devices_port}/ipp/print"
        settings = Settings(
            origin=ORIGIN, port=port, printer_url=url, reader_device=tmp_path / "reader",
            card_seconds=0.3, poll_seconds=0.02,
        )  # fmt: skip
        await stack.enter_async_context(served(app_of(settings), port))
        page = httpx.AsyncClient(
            base_url=f"http://{LOOPBACK}:{port}", headers={"Origin": ORIGIN}, timeout=20
        )
        await stack.enter_async_context(page)
        yield Terminal(page, printer, reader, url, settings)
