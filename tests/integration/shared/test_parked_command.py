"""What operators do about parked messages: `ops parked`, as they run it."""

import asyncio
import os
import sys
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.support.waiting import until

from shared.messages.withdrawals import WithdrawalFundsRequested
from shared.messaging.definitions import OPERATOR
from shared.messaging.topology import (
    BROKER_DELIVERY_LIMIT,
    MAX_ATTEMPTS,
    QUEUES,
    RESERVE_WITHDRAWAL_FUNDS,
)
from shared.messaging.unit import Received, Unit, events_of
from shared.operations import parked

from .conftest import Line, fact

QUEUE = RESERVE_WITHDRAWAL_FUNDS


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    status: int
    lines: list[str]


async def command(line: Line, *arguments: str) -> Done:
    """Run it as a process, as the operator."""
    process = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).parent / "ops"), "parked", *arguments,
        env={
            **os.environ,
            "BROKER_URL": line.vhost.url(OPERATOR),
            "ACCOUNTS_DATABASE_URL": str(line.hearer.settings.database_url),
        },
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    output, _ = await process.communicate()
    assert process.returncode is not None
    return Done(process.returncode, output.decode().splitlines())


@dataclass
class Poison:
    """Two messages that cannot be handled until they are cured, parked."""

    events: list[WithdrawalFundsRequested] = field(default_factory=lambda: [fact(), fact()])
    cured: bool = False

    async def handle(
        self, _unit: Unit, batch: Sequence[Received[WithdrawalFundsRequested]]
    ) -> None:
        if not self.cured and any(event in self.events for event in events_of(batch)):
            raise LookupError("cannot swallow this")


@pytest.fixture
async def poison(line: Line) -> Poison:
    """Parked as an operator finds them."""
    made = Poison()
    await line.vhost.load(queues=[queue.parked for queue in QUEUES])
    line.relay()
    line.hear(made.handle)
    await line.emit(*made.events)
    await until(lambda: _parked(line, 2))
    return made


async def _parked(line: Line, count: int) -> list[Any]:
    found = await parked.read(line.consuming, QUEUE)
    return found if len(found) == count else []


async def _handled(line: Line, events: Sequence[WithdrawalFundsRequested]) -> bool:
    return await line.rows() == {f"{event.application_id}/1": 1 for event in events}


async def test_the_list_names_every_parked_message_and_takes_none(
    line: Line, poison: Poison
) -> None:
    first, second = await command(line, "list"), await command(line, "list")
    assert first == second
    assert first.status == 0
    rows = [text.split("\t") for text in first.lines]
    assert {row[0] for row in rows} == {QUEUE.name}
    assert [row[2:4] for row in rows] == [[event.type, event.subject] for event in poison.events]
    assert all("cannot swallow this" in row[4] for row in rows)


async def test_one_message_is_replayed_by_its_id_and_the_other_stays(
    line: Line, poison: Poison
) -> None:
    rows = [text.split("\t") for text in (await command(line, "list")).lines]
    poison.cured = True
    assert await command(line, "replay", QUEUE.name, rows[1][1]) == Done(0, ["1 replayed"])
    await until(lambda: _handled(line, poison.events[1:]))
    [left] = (await command(line, "list")).lines
    assert left.split("\t")[1] == rows[0][1]
    (noted,) = await line.hearer.pool.fetch("SELECT role, action, subject FROM audit_record")
    assert tuple(noted.values()) == (
        "operator",
        "replay parked messages",
        f"{QUEUE.name} {rows[1][1]}",
    )


async def test_all_of_a_queue_are_replayed_and_handled_once(line: Line, poison: Poison) -> None:
    poison.cured = True
    assert await command(line, "replay", QUEUE.name) == Done(0, ["2 replayed"])
    await until(lambda: _handled(line, poison.events))
    assert await command(line, "list") == Done(0, [])
    assert await command(line, "replay", QUEUE.name) == Done(0, ["0 replayed"])


async def test_what_is_not_cured_gets_all_its_attempts_again_and_is_parked_again(
    line: Line, poison: Poison
) -> None:
    assert await command(line, "replay", QUEUE.name) == Done(0, ["2 replayed"])
    found = await until(lambda: _parked(line, 2))
    assert [delivery.attempts for delivery in found] == [MAX_ATTEMPTS, MAX_ATTEMPTS]
    assert await line.rows() == {}


async def test_unknown_queues_and_unknown_messages_change_nothing(
    line: Line, poison: Poison
) -> None:
    assert (await command(line, "replay", "accounts.no-such-queue")).status == 2
    unknown = await command(line, "replay", QUEUE.name, str(uuid.uuid4()))
    assert unknown == Done(0, ["0 replayed"])
    await until(lambda: _parked(line, len(poison.events)))


async def test_looking_at_a_parked_message_again_and_again_never_makes_the_broker_drop_it(
    line: Line,
) -> None:
    """RabbitMQ 4 drops a message after 20 deliveries unless a policy says otherwise."""
    await line.vhost.load(queues=True)
    names = {name for queue in QUEUES for name in (queue.name, queue.parked)}

    async def limits() -> dict[str, int]:
        async with line.vhost.server.management() as client:
            found = (await client.get(f"/api/queues/{line.vhost.name}")).json()
        return {
            one["name"]: one["effective_policy_definition"]["delivery-limit"]
            for one in found
            if "delivery-limit" in (one.get("effective_policy_definition") or {})
        }

    async def limited() -> bool:
        return await limits() == dict.fromkeys(names, BROKER_DELIVERY_LIMIT)

    await until(limited)
