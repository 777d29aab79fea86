"""Two listeners in one process: the link over mutual TLS, the control port over plain HTTP."""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any

import uvicorn
from fastapi import FastAPI
from starlette.types import Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from simulators.bank.bank import Bank

BACKLOG = 128


class _Server(uvicorn.Server):
    """Leaves signals to the process that has two of them."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def transport_of(scope: Scope) -> asyncio.Transport:
    """Give the connection that a request of the link came by."""
    transport: asyncio.Transport = scope["state"]["transport"]
    return transport


def _link_protocol(bank: "Bank") -> type[H11Protocol]:
    """Make the protocol of the link, whose connections the bank can break."""

    class LinkProtocol(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            self.app_state = {**self.app_state, "transport": transport}
            super().connection_made(transport)
            bank.transports.add(transport)
            bank.counters["connections"] += 1
            if bank.faults.strike("disconnect"):
                transport.abort()

        def connection_lost(self, exc: Exception | None) -> None:
            bank.transports.discard(self.transport)
            super().connection_lost(exc)

    return LinkProtocol


@contextlib.asynccontextmanager
async def listening(
    bank: "Bank", link: FastAPI, control: FastAPI
) -> AsyncIterator[tuple[int, int]]:
    """Serve both; gives their ports (for port 0: those the system chose)."""
    settings = bank.settings
    common: dict[str, Any] = {
        "log_level": "warning", "access_log": False, "lifespan": "off",
        "timeout_graceful_shutdown": settings.stop_patience_seconds,
    }  # fmt: skip
    servers = (
        _Server(
            uvicorn.Config(
                link,
                http=_link_protocol(bank),
                ssl_certfile=settings.cert_file,
                ssl_keyfile=str(settings.key_file),
                ssl_ca_certs=str(settings.ca_file),
                ssl_cert_reqs=ssl.CERT_REQUIRED,
                **common,
            )
        ),
        _Server(uvicorn.Config(control, http=H11Protocol, **common)),
    )
    sockets = [
        socket.create_server((settings.host, port), backlog=BACKLOG)
        for port in (settings.port, settings.control_port)
    ]
    async with asyncio.TaskGroup() as group:
        for server, listener in zip(servers, sockets, strict=True):
            group.create_task(server.serve(sockets=[listener]))
        try:
            yield sockets[0].getsockname()[1], sockets[1].getsockname()[1]
        finally:
            bank.stop_waiting()
            for server in servers:
                server.should_exit = True
