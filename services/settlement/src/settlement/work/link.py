"""The connection to the bank: mutual TLS, bounded times and sizes, and what a failure means for money.

`NotReached` is raised only when no byte of the request can have left; everything else that is not a whole
answer with status 200 is a `Doubt`, whose outcome the bank must be asked about.
"""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Collection, Iterator, Sequence
from datetime import date
from typing import Self

import httpx

from settlement.domain import BatchId, OrderId
from settlement.iso20022 import BadMessage, Report
from settlement.metrics import BANK_ODDITIES, BANK_REQUESTS, BANK_SECONDS, BANK_UP
from settlement.settings import Settings
from shared.base.telemetry import get_logger, watch_certificate
from shared.base.tracing import Attributes, Part, SpanKind, traced, traced_each

XML = "application/xml; charset=utf-8"
CONNECTIONS_MAX = 32
HTTPS_PORT = 443

log = get_logger()

_NO_BYTE_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class NotReached(Exception):
    """The bank was not reached: it has got nothing."""


class Doubt(Exception):
    """Whether the bank got the request, and what it made of it, is not known."""


class KeyConflict(Doubt):
    """The bank knows a key of the request with other content (HTTP 409)."""


class BankLink:
    """The requests of docs/bank-link.md as bytes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._tls = _tls(settings)
        self._client = httpx.AsyncClient(
            base_url=str(settings.bank_url),
            verify=self._tls,
            trust_env=False,
            headers={"Accept": "application/xml", "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(None, connect=settings.bank_connect_timeout_seconds),
            limits=httpx.Limits(
                max_connections=CONNECTIONS_MAX,
                max_keepalive_connections=CONNECTIONS_MAX,
                keepalive_expiry=settings.bank_keepalive_seconds,
            ),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def pay(self, body: bytes, parts: Sequence[Part] = ()) -> bytes:
        """Send a pain.001; raises `NotReached`, `Doubt`, `KeyConflict`."""
        request = self._post("/payments", body)
        return await self._traced(parts, request, self._exchange("payments", request))

    async def debit(self, body: bytes, parts: Sequence[Part] = ()) -> bytes:
        """Send a pain.008; raises as `pay` does."""
        request = self._post("/debits", body)
        return await self._traced(parts, request, self._exchange("debits", request))

    async def ask(self, body: bytes, parts: Sequence[Part] = ()) -> bytes:
        """Send a pacs.028; raises as `pay` does."""
        request = self._post("/payment-status", body)
        return await self._traced(parts, request, self._exchange("payment-status", request))

    async def verify(self, body: bytes, parts: Sequence[Part] = ()) -> bytes:
        """Send an acmt.023; raises as `pay` does, but nothing of it can have moved money."""
        request = self._post("/account-verifications", body)
        return await self._traced(parts, request, self._exchange("account-verifications", request))

    async def notifications(self, after: int, limit: int, wait_seconds: int) -> bytes:
        """Get a camt.054, waiting for the first entry; raises as `pay` does."""
        query = {"after": after, "limit": limit, "wait_seconds": wait_seconds}
        request = self._client.build_request("GET", "/notifications", params=query)
        return await self._exchange("notifications", request, wait_seconds)

    async def statement(self, business_date: date) -> bytes:
        """Get the camt.053 of a day; raises as `pay` does."""
        request = self._client.build_request("GET", f"/statements/{business_date.isoformat()}")
        return await self._exchange(
            "statements", request, max_bytes=self._settings.bank_statement_max_bytes
        )

    async def knock(self) -> bool:
        """Tell whether a connection can be made, without asking for anything."""
        url = self._settings.bank_url
        try:
            async with asyncio.timeout(self._settings.bank_connect_timeout_seconds):
                _, writer = await asyncio.open_connection(url.host, url.port, ssl=self._tls)
        except (OSError, TimeoutError):
            return False
        writer.close()
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(self._settings.bank_connect_timeout_seconds):
                await writer.wait_closed()
        return True

    def _post(self, path: str, body: bytes) -> httpx.Request:
        return self._client.build_request("POST", path, content=body, headers={"Content-Type": XML})

    async def _traced(
        self, parts: Sequence[Part], request: httpx.Request, exchange: Awaitable[bytes]
    ) -> bytes:
        """One request for several orders: a span in the trace of the first, linked to the others."""
        if not parts:
            return await exchange
        attributes: Attributes = {
            "http.request.method": request.method,
            "url.full": str(request.url),
            "server.address": request.url.host,
            "server.port": request.url.port or HTTPS_PORT,
        }
        first, *others = parts
        with traced(
            f"{request.method} {request.url.path}",
            first.traceparent,
            SpanKind.CLIENT,
            attributes,
            also_for=others,
        ) as span:
            answer = await exchange
            span.set_attribute("http.response.status_code", httpx.codes.OK)
            return answer

    async def _exchange(
        self,
        name: str,
        request: httpx.Request,
        longer_seconds: float = 0.0,
        max_bytes: int | None = None,
    ) -> bytes:
        limit = max_bytes or self._settings.bank_answer_max_bytes
        outcome = "doubt"
        try:
            with BANK_SECONDS.labels(name).time():
                async with asyncio.timeout(
                    self._settings.bank_request_timeout_seconds + longer_seconds
                ):
                    body = await self._answer(request, limit)
            outcome = "answered"
            return body
        except _NO_BYTE_LEFT as error:
            outcome = "not_reached"
            BANK_UP.set(0)
            raise NotReached(type(error).__name__) from error
        except (httpx.HTTPError, httpx.StreamError, OSError, TimeoutError) as error:
            BANK_UP.set(0)
            raise Doubt(type(error).__name__) from error
        finally:
            BANK_REQUESTS.labels(name, outcome).inc()

    async def _answer(self, request: httpx.Request, max_bytes: int) -> bytes:
        async with _streamed(self._client, request) as response:
            if response.status_code == httpx.codes.CONFLICT:
                raise KeyConflict("HTTP 409")
            if response.status_code != httpx.codes.OK:
                raise Doubt(f"HTTP {response.status_code}")
            parts: list[bytes] = []
            async for part in response.aiter_bytes():
                parts.append(part)
                max_bytes -= len(part)
                if max_bytes < 0:
                    raise Doubt("the answer is too long")
            return b"".join(parts)


def known(report: Report, keys: Collection[OrderId]) -> Report:
    """Leave out, and count, what an answer says of other keys than these."""
    about = report.only(keys)
    if about.foreign:
        BANK_ODDITIES.labels("key").inc(about.foreign)
        log.error("the bank speaks of keys that were not asked about", keys=about.foreign)
    return about


@contextlib.contextmanager
def understood() -> Iterator[None]:
    """Read an answer in this block: only one that is understood shows that the bank is up."""
    try:
        yield
    except BadMessage:
        BANK_UP.set(0)
        BANK_ODDITIES.labels("answer").inc()
        raise
    BANK_UP.set(1)


def of_orders(
    name: str, traceparents: Sequence[str], batch_id: BatchId | None = None
) -> contextlib.AbstractContextManager[Sequence[Part]]:
    """A span for each order that a request to the bank is about."""
    attributes = {} if batch_id is None else {"payment.batch_id": str(batch_id)}
    return traced_each(SpanKind.INTERNAL, traceparents, lambda _: (name, attributes))


@contextlib.asynccontextmanager
async def _streamed(
    client: httpx.AsyncClient, request: httpx.Request
) -> AsyncIterator[httpx.Response]:
    response = await client.send(request, stream=True)
    try:
        yield response
    finally:
        await response.aclose()


def _tls(settings: Settings) -> ssl.SSLContext:
    """TLS 1.2 or newer with our certificate, trusting just the one private authority."""
    context = ssl.create_default_context(cafile=str(settings.bank_ca_file))
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(settings.bank_cert_file, settings.bank_key_file)
    for file in (settings.bank_ca_file, settings.bank_cert_file):
        watch_certificate(file)
    return context
