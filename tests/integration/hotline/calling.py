"""Calling 12329 and its agents' number: a telephone that stands by, a caller's line, what was said in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.support.callers import Caller
from tests.support.softphone import Softphone
from tests.support.waiting import until

from hotline.rules.phrases import Phrase
from hotline.work.telephone import Line

from .conftest import Desk

HEARD_AT_LEAST = 0.6
"""Of what the other says over and over: machines that have much to do lose packets."""
IN_THE_BOOKS = "SELECT state, queued_at, answered_at, answered_by FROM call WHERE call_id = $1"


async def stands_by(desk: Desk, maker: Caller, phone: Softphone) -> None:
    """Let an agent's telephone stand by."""
    code = await maker.done("/desk/code")
    await phone.dial(desk.extension)
    await phone.press(code["code"] + "#")

    async def on_line() -> bool:
        me = (await maker.get("/desk")).json()["me"]
        return (me["on_line"], me["state"]) == (True, "free")

    await until(on_line)


async def me(maker: Caller) -> Any:
    return (await maker.get("/desk")).json()["me"]


def line_of(desk: Desk, *known: Line) -> Line:
    """The caller's line that is not one of these."""
    (found,) = (one for one in desk.telephone.lines.values() if not one.agent and one not in known)
    return found


async def said(desk: Desk, line: Line, words: str) -> None:
    await until(lambda: words in " ".join(desk.said(line)))


async def answers(desk: Desk, office: Softphone) -> None:
    """Let the one agent who is asked answer."""
    (line,) = (one for one in desk.telephone.lines.values() if one.agent)
    await said(desk, line, Phrase.AGENT_OFFERED)
    await office.press("1")


async def in_state(desk: Desk, line: Line, state: str) -> Any:
    async def there() -> Any:
        row = await desk.context.pool.fetchrow(IN_THE_BOOKS, line.call.call_id)
        return row if row is not None and row["state"] == state else None

    return await until(there)


@asynccontextmanager
async def agent(
    desk: Desk, number: str, says: bytes | None = None
) -> AsyncIterator[tuple[Caller, Softphone]]:
    maker = desk.staff()
    async with desk.caller(number, says) as phone:
        await stands_by(desk, maker, phone)
        yield maker, phone
    await until(lambda: not desk.telephone.board.seats)
