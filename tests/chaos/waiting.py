"""Waiting for conditions, and insisting on answers while everything breaks."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import httpx

from city.clients import Refused, Session
from local.databases import ServiceDatabase
from shared.base.db import DATABASE_AWAY

CONNECT_SECONDS = 3.0
POLL_SECONDS = 0.1
AGAIN_SECONDS = 0.3
AGAIN_MAX_SECONDS = 3.0
NOT_AN_ANSWER = frozenset({408, 425, 429, 500, 502, 503, 504})
BUSY = "idempotency-key-in-use"
DATABASE_TROUBLE: tuple[type[Exception], ...] = (*DATABASE_AWAY, asyncpg.PostgresError)
"""What a question to a database may end in while it is killed."""


async def until(look: Callable[[], Awaitable[object]], what: str, seconds: float) -> None:
    """Look until it holds; raises `AssertionError` in words."""
    try:
        async with asyncio.timeout(seconds):
            while not await look():
                await asyncio.sleep(POLL_SECONDS)
    except TimeoutError:
        raise AssertionError(f"in {seconds:.0f} s not: {what}") from None


async def execute(database: ServiceDatabase, statement: str, *values: object) -> None:
    """Do something in a database by a connection for this alone; fails as `DATABASE_TROUBLE` says."""
    connection = await asyncpg.connect(database.url, timeout=CONNECT_SECONDS)
    try:
        await connection.execute(statement, *values)
    finally:
        await connection.close()


async def insist(
    session: Session, path: str, body: Any = None, *, key: str | None = None
) -> dict[str, Any]:
    """Post, with the same key again and again, until there is an answer; raises `Refused` when it is no."""
    key = key or uuid.uuid4().hex
    return await _answered(lambda: session.post(path, body, key=key))


async def insist_by_two(
    maker: Session, checker: Session, path: str, body: Any, *, key: str | None = None
) -> Any:
    """Let one propose and the other agree; raises `Refused` when either is told no."""
    key = key or uuid.uuid4().hex
    proposed = await insist(maker, path, {"reason": "材料齐全", **body}, key=key)
    service, _, _ = path.partition("/")
    address = f"{service}/proposals/{proposed['proposal_id']}/decision"
    decided = await insist(checker, address, {"agree": True}, key=f"{key}-decided")
    return decided["result"]


async def look(session: Session, path: str, **query: Any) -> dict[str, Any]:
    """Get until there is an answer."""
    return await _answered(lambda: session.get(path, **query))


async def _answered(ask: Callable[[], Awaitable[dict[str, Any]]]) -> dict[str, Any]:
    pause_seconds = AGAIN_SECONDS
    while True:
        try:
            return await ask()
        except httpx.TransportError:
            pass
        except Refused as refusal:
            if not _worth_asking_again(refusal):
                raise
        await asyncio.sleep(pause_seconds)
        pause_seconds = min(2 * pause_seconds, AGAIN_MAX_SECONDS)


def _worth_asking_again(refusal: Refused) -> bool:
    return refusal.status in NOT_AN_ANSWER or BUSY in str(refusal.problem.get("type"))
