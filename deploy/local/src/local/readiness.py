"""Whether a process is ready for work, as it says over HTTP.

Asked many times a second while a whole system starts on two cores: hence no HTTP library.
"""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 3.0


def after(
    event: asyncio.Event | None, check: Callable[[], Awaitable[bool]]
) -> Callable[[], Awaitable[bool]]:
    """Make a check that says no until something has happened, without asking."""

    async def later() -> bool:
        return (event is None or event.is_set()) and await check()

    return later


def answers(
    url: str, authority: Path | None = None, *, at_all: bool = False
) -> Callable[[], Awaitable[bool]]:
    """Make a check: does this address answer with success, under a private authority if it speaks TLS?

    Or does it answer `at_all`, whatever it says?
    """
    parts = urlsplit(url)
    tls = ssl.create_default_context(cafile=authority) if parts.scheme == "https" else None
    request = f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n"

    async def check() -> bool:
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                reader, writer = await asyncio.open_connection(parts.hostname, parts.port, ssl=tls)
                try:
                    writer.write(request.encode())
                    status_line = await reader.readline()
                finally:
                    writer.close()
        except (OSError, TimeoutError):
            return False
        expected = b"HTTP/1." if at_all else (b"HTTP/1.1 2", b"HTTP/1.0 2")
        return status_line.startswith(expected)

    return check
