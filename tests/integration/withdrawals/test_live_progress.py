"""Live progress over a real socket: history first, then live, resumed after the last line, then the end."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest

from .conftest import Caller, Served, Withdrawals

LIMIT_SECONDS = 10


@asynccontextmanager
async def following(
    served: Served, citizen: Caller, application_id: str, last: int | None = None
) -> AsyncIterator[Any]:
    headers = dict(citizen.headers) | ({"Last-Event-ID": str(last)} if last else {})
    url = f"{served.url}/applications/{application_id}/events"
    async with served.client.stream("GET", url, headers=headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield blocks(answer)


async def blocks(answer: httpx.Response) -> AsyncIterator[dict[str, str]]:
    """Read server-sent events and comments."""
    block: dict[str, str] = {}
    async for text in answer.aiter_lines():
        if text:
            name, _, value = text.partition(":")
            block[name] = value.strip()
        elif block:
            yield block
            block = {}


async def next_step(events: AsyncIterator[dict[str, str]]) -> dict[str, Any]:
    """Return the next step, passing over heartbeats."""
    async with asyncio.timeout(LIMIT_SECONDS):
        async for block in events:
            if "event" in block:
                data: dict[str, Any] = json.loads(block["data"])
                return {"event": block["event"], "line": int(block.get("id", 0)), **data}
    raise AssertionError("the stream ended")


async def test_history_first_then_each_step_as_it_happens(
    withdrawals: Withdrawals, served: Served
) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply()
    await withdrawals.remember_cards()
    async with following(served, citizen, application_id) as events:
        assert (await next_step(events))["state"] == "submitted"
        await withdrawals.debt_checked(application_id)
        assert (await next_step(events))["state"] == "funds_requested"
        await withdrawals.reserved(application_id)
        approved = await next_step(events)
        assert (approved["state_text"], approved["final"]) == ("付款中", False)
        assert "已批准提取60,012.34元" in approved["text"]
        await withdrawals.succeeded(application_id)
        assert (await next_step(events))["final"]
        assert (await next_step(events))["event"] == "end"


async def test_a_page_that_comes_back_gets_only_what_it_missed(
    withdrawals: Withdrawals, served: Served
) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply()
    async with following(served, citizen, application_id) as events:
        first = await next_step(events)
    await withdrawals.remember_cards()
    await withdrawals.debt_checked(application_id)
    await withdrawals.reserved(application_id)
    async with following(served, citizen, application_id, first["line"]) as events:
        seen = [(await next_step(events))["state"] for _ in range(2)]
    assert seen == ["funds_requested", "approved"]


async def test_after_the_end_there_is_nothing_to_come_back_for(
    withdrawals: Withdrawals, served: Served
) -> None:
    citizen = withdrawals.citizen()
    application_id = await withdrawals.paid(citizen)
    async with following(served, citizen, application_id) as events:
        steps = [await next_step(events) for _ in range(6)]
    assert steps[-1]["event"] == "end"
    headers = dict(citizen.headers) | {"Last-Event-ID": str(steps[-2]["line"])}
    url = f"{served.url}/applications/{application_id}/events"
    assert (await served.client.get(url, headers=headers)).status_code == 204


async def test_heartbeats_keep_the_line_open(withdrawals: Withdrawals, served: Served) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply()
    async with following(served, citizen, application_id) as events:
        beats = 0
        async with asyncio.timeout(LIMIT_SECONDS):
            async for block in events:
                beats += block == {"": "heartbeat"}
                if beats == 2:
                    break


async def test_many_pages_follow_by_one_connection_to_the_database(
    withdrawals: Withdrawals, served: Served
) -> None:
    citizens = [withdrawals.citizen() for _ in range(20)]
    applications = [await citizen.apply() for citizen in citizens]

    async def follow_until_money_is_asked_for(index: int) -> str:
        async with following(served, citizens[index], applications[index]) as events:
            await next_step(events)
            ready.release()
            return str((await next_step(events))["state"])

    ready = asyncio.Semaphore(0)
    pages = [asyncio.create_task(follow_until_money_is_asked_for(i)) for i in range(20)]
    for _ in pages:
        await ready.acquire()
    listening = await withdrawals.context.pool.fetchval(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND application_name = 'withdrawals live progress'"
    )
    assert listening == 1
    await withdrawals.debt_checked(*applications)
    assert await asyncio.gather(*pages) == ["funds_requested"] * 20


async def test_a_lost_database_connection_is_replaced(
    withdrawals: Withdrawals, served: Served
) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply()
    async with following(served, citizen, application_id) as events:
        await next_step(events)
        killed = await withdrawals.context.pool.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database()"
            " AND application_name = 'withdrawals live progress'"
        )
        assert killed == 1
        await withdrawals.debt_checked(application_id)
        assert (await next_step(events))["state"] == "funds_requested"


@pytest.mark.parametrize("who", ["stranger", "nobody"])
async def test_nobody_else_can_follow(withdrawals: Withdrawals, served: Served, who: str) -> None:
    application_id = await withdrawals.citizen().apply()
    headers = dict(withdrawals.citizen().headers) if who == "stranger" else {}
    url = f"{served.url}/applications/{application_id}/events"
    answer = await served.client.get(url, headers=headers)
    assert answer.status_code == (404 if who == "stranger" else 401)


async def test_streams_end_when_the_service_leaves(
    withdrawals: Withdrawals, served: Served
) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply()
    async with following(served, citizen, application_id) as events:
        await next_step(events)
        progress = withdrawals.app.state.running.progress
        stop = asyncio.Event()
        stop.set()
        await progress.run(withdrawals.context, stop)
        async with asyncio.timeout(LIMIT_SECONDS):
            rest = [block async for block in events if "event" in block]
    assert rest == []


async def test_more_pages_than_a_process_may_serve_are_told_to_come_back(
    withdrawals: Withdrawals, served: Served
) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply()
    state = withdrawals.app.state
    one = state.running.settings.model_copy(update={"live_streams_max": 1})
    state.running = replace(state.running, settings=one)
    async with following(served, citizen, application_id) as events:
        await next_step(events)
        url = f"{served.url}/applications/{application_id}/events"
        answer = await served.client.get(url, headers=dict(citizen.headers))
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
