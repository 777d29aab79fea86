"""Requests about queues and parked messages, the same in every service; proposals of who has no others."""

import uuid
from datetime import UTC, datetime

from tests.support.callers import Caller
from tests.support.two_people import staff

from shared.identity.principal import Principal, Role
from shared.messaging.topology import QUEUES, SERVICES

from .asking import Asked, Town, asks

PLANT = """
INSERT INTO parked_message (queue, message_id, type, subject, occurred_at, attempts, error, seen_at)
VALUES ($1, $2, 'some.event.v1', '1', $3, 10, 'LookupError()', $3)
"""
GROUNDS = {"reason": "申请已撤销"}


async def _planted(town: Town, service: str) -> tuple[str, str]:
    queue = next(queue.name for queue in QUEUES if queue.consumer == service)
    message_id = uuid.uuid4()
    pool = town.hall.contexts[service].pool
    await pool.execute(PLANT, queue, message_id, datetime(2026, 3, 2, tzinfo=UTC))
    return queue, str(message_id)


async def proposed(town: Town, service: str, maker: Principal) -> dict[str, str]:
    """Have a maker propose to set a message aside; return whose path it is."""
    queue, message_id = await _planted(town, service)
    token = await town.hall.token(maker)
    caller = Caller(town.hall.clients[service], {"Authorization": f"Bearer {token}"})
    made = await caller.post(
        f"http://{service}/api/{service}/parked/{queue}/settings-aside",
        {"message_ids": [message_id], **GROUNDS},
    )
    assert made.status_code == 202, made.text
    return {"proposal_id": made.json()["proposal_id"]}


def _of(service: str) -> None:
    @asks(f"GET /{service}/parked")
    async def _list(town: Town) -> Asked:
        await _planted(town, service)
        return Asked()

    @asks(f"GET /{service}/queues")
    async def _queues(_town: Town) -> Asked:
        return Asked()

    @asks(f"POST /{service}/parked/{{queue}}/replays")
    async def _replay(town: Town) -> Asked:
        queue, message_id = await _planted(town, service)
        return Asked({"queue": queue}, {"message_ids": [message_id]})

    @asks(f"POST /{service}/parked/{{queue}}/settings-aside")
    async def _set_aside(town: Town) -> Asked:
        queue, message_id = await _planted(town, service)
        return Asked({"queue": queue}, {"message_ids": [message_id], **GROUNDS})


def _proposals_of(service: str) -> None:
    @asks(f"GET /{service}/proposals")
    async def _list(_town: Town) -> Asked:
        return Asked()

    @asks(
        f"GET /{service}/proposals/{{proposal_id}}",
        f"POST /{service}/proposals/{{proposal_id}}/decision",
    )
    async def _decided(town: Town) -> Asked:
        made = await proposed(town, service, staff(Role.STAFF_MAKER))
        return Asked(made, {"agree": True, "reason": "已核对"})

    @asks(f"POST /{service}/proposals/{{proposal_id}}/withdrawal")
    async def _taken_back(town: Town) -> Asked:
        return Asked(await proposed(town, service, town.principal(Role.STAFF_MAKER)))


for name in SERVICES:
    _of(name)
for name in ("hotline", "wechat"):
    _proposals_of(name)
