"""Work whose database connection dies in the middle of it, and that is done again."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import asyncpg
import pytest

DEAD = (asyncpg.PostgresError, asyncpg.InterfaceError, ConnectionError)


async def killed(
    monkeypatch: pytest.MonkeyPatch,
    statement: str,
    types: Sequence[str],
    work: Callable[[], Awaitable[Any]],
) -> None:
    """Do work whose connection is killed instead of a statement of it, whose parameters have these types."""
    uses = ", ".join(f"${number}::{kind}" for number, kind in enumerate(types, start=1))
    dies = f"SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(10), {uses}"
    with monkeypatch.context() as patched:
        patched.setattr(statement, dies)
        with pytest.raises(DEAD):
            await work()
