"""Queues on the desk: how long messages wait; parked ones replayed by one, set aside by two, never lost."""

import asyncio
import contextlib
import uuid
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import aiormq
import asyncpg
import httpx
import pytest
from tests.support.apps import app_of
from tests.support.callers import Caller
from tests.support.issuer import Issuer
from tests.support.two_people import AGREED, Desk, staff
from tests.support.waiting import until

from shared.identity.principal import Principal, Role
from shared.messages.withdrawals import WithdrawalFundsRequested
from shared.messaging.broker import BROKER_AWAY
from shared.messaging.topology import RESERVE_WITHDRAWAL_FUNDS
from shared.messaging.unit import Context, Received, Unit, events_of
from shared.operations import parked
from shared.operations.parking import api, keeping
from shared.operations.parking.operation import SET_ASIDE
from shared.proposals.api import router_of
from shared.service import Service

from .conftest import Line, fact

QUEUE = RESERVE_WITHDRAWAL_FUNDS
MAKER, ADMIN = staff(Role.STAFF_MAKER), staff(Role.STAFF_ADMIN)


class Clerk(Caller):
    """Somebody of the staff at accounts."""

    base = "/api/accounts"


@dataclass
class Office:
    """A service with two messages that cannot be handled until they are cured."""

    line: Line
    context: Context
    client: httpx.AsyncClient
    keys: Issuer
    watch: keeping.Watch
    events: list[WithdrawalFundsRequested] = field(default_factory=lambda: [fact(), fact()])
    cured: bool = False
    free: asyncio.Event = field(default_factory=asyncio.Event)
    """While it is not set nothing comes to an end."""

    def caller(self, principal: Principal) -> Caller:
        return Clerk(self.client, {"Authorization": f"Bearer {self.keys.token(principal)}"})

    async def handle(
        self, _unit: Unit, batch: Sequence[Received[WithdrawalFundsRequested]]
    ) -> None:
        await self.free.wait()
        if not self.cured and any(event in self.events for event in events_of(batch)):
            raise LookupError("cannot swallow this")

    async def listed(self) -> list[dict[str, Any]]:
        """What staff see now."""
        await self.watch.look()
        found: list[dict[str, Any]] = (await self.caller(ADMIN).get("/parked")).json()["items"]
        return found

    async def message_of(self, event: WithdrawalFundsRequested) -> str:
        (found,) = [one for one in await self.listed() if one["subject"] == event.subject]
        return str(found["message_id"])

    async def lie_there(self, count: int) -> bool:
        return len(await parked.read(self.line.consuming, QUEUE)) == count

    async def replay(self, *ids: str) -> httpx.Response:
        path = f"/parked/{QUEUE.name}/replays"
        return await self.caller(ADMIN).post(path, {"message_ids": list(ids)})

    async def set_aside(self, *ids: str) -> httpx.Response:
        """Let two people agree that messages are taken out of the way."""
        body = {"message_ids": list(ids), "reason": "申请已撤销"}
        desk = Desk(self.context, self.caller)
        return await desk.by_two(f"/parked/{QUEUE.name}/settings-aside", body)

    async def handled(self, *events: WithdrawalFundsRequested) -> bool:
        return await self.line.rows() == {f"{event.application_id}/1": 1 for event in events}


@pytest.fixture
async def office(line: Line, keys: Issuer) -> AsyncIterator[Office]:
    settings = line.hearer.settings.model_copy(update={"jwks_url": keys.jwks_url})
    context = replace(line.hearer, settings=settings)
    operations = (SET_ASIDE,)
    service = Service(
        "accounts", settings, (router_of(operations), api.router_of()), operations=operations
    )
    transport = httpx.ASGITransport(app=app_of(service, context))
    async with httpx.AsyncClient(transport=transport, base_url="http://accounts") as client:
        watch = keeping.Watch(context, line.consuming, [QUEUE])
        made = Office(line, context, client, keys, watch)
        made.free.set()
        line.relay()
        line.hear(made.handle)
        await line.emit(*made.events)
        await until(lambda: made.lie_there(2))
        yield made


async def test_staff_see_for_how_long_messages_wait_in_each_queue(office: Office) -> None:
    async def queue() -> dict[str, Any]:
        await keeping.Watch(office.context, office.line.consuming, [QUEUE]).look()
        answer = (await office.caller(ADMIN).get("/queues")).json()["items"]
        (found,) = [one for one in answer if one["queue"] == QUEUE.name]
        return dict(found)

    async def all_handled() -> bool:
        found = await queue()
        return (found["waiting"], found["retrying"], found["oldest_seconds"]) == (0, 0, None)

    await until(all_handled)
    office.free.clear()
    await office.line.emit(fact())

    async def in_hand() -> bool:
        return (await queue())["oldest_seconds"] is not None

    await until(in_hand)
    assert (await queue())["title"] == "冻结提取资金"
    office.free.set()
    await until(all_handled)


async def test_staff_read_what_it_is_for_what_stands_still_and_why(office: Office) -> None:
    first, second = office.events
    found = {one["subject"]: one for one in await office.listed()}
    assert set(found) == {first.subject, second.subject}
    line = found[first.subject]
    assert (line["title"], line["state"]) == ("冻结提取资金", "parked")
    assert "停在等待资金" in line["stands_still"]
    assert "重放" in line["why"]
    assert "cannot swallow this" in line["error"]
    assert await office.lie_there(2)


async def test_looking_costs_no_delivery_while_nothing_has_changed(office: Office) -> None:
    """The broker counts deliveries and drops a message after so many."""

    async def deliveries() -> int:
        first, _ = await parked.read(office.line.consuming, QUEUE)
        return int(first.headers["x-delivery-count"])

    before = await deliveries()
    for _ in range(5):
        await office.listed()
    assert await deliveries() - before == 2, "the test's own look, and one of the office"


async def test_one_is_replayed_and_handled_once_and_the_other_stays(office: Office) -> None:
    first, second = office.events
    wanted = await office.message_of(first)
    office.cured = True
    assert (await office.replay(wanted)).json() == {"messages": 1}
    assert (await office.replay(wanted)).json()["title"] == "message-moves"
    assert [one["subject"] for one in await office.listed()] == [second.subject]
    await until(lambda: office.handled(first))
    assert await office.lie_there(1)
    (noted,) = await office.context.pool.fetch(
        "SELECT subject, outcome FROM audit_record WHERE action = 'POST /parked/{queue}/replays'"
        " AND outcome = 'done'"
    )
    assert noted["subject"] == f"{QUEUE.name} {wanted}"


async def test_one_that_takes_the_place_of_another_is_seen(office: Office) -> None:
    """The number is the same as before the replay; what lies there is not."""
    wanted = await office.message_of(office.events[0])
    done, another = office.events.pop(0), fact()
    await office.replay(wanted)
    await office.watch.look()
    await until(lambda: office.handled(done))
    office.events.append(another)
    await office.line.emit(another)
    await until(lambda: office.lie_there(2))
    seen = {one["subject"] for one in await office.listed()}
    assert seen == {event.subject for event in office.events}


async def test_what_is_not_cured_is_parked_again_and_seen_again(office: Office) -> None:
    wanted = await office.message_of(office.events[0])
    await office.replay(wanted)
    await office.watch.look()

    async def back() -> bool:
        return [one["state"] for one in await office.listed()] == ["parked", "parked"]

    await until(back)
    assert await office.line.rows() == {}


async def test_two_set_a_message_aside_where_it_is_kept_whole_and_can_be_had_back(
    office: Office,
) -> None:
    first = office.events[0]
    wanted = await office.message_of(first)
    decided = await office.set_aside(wanted)
    assert decided.json()["state"] == "executed", decided.text
    assert {one["message_id"]: one["state"] for one in await office.listed()}[wanted] == "set_aside"
    assert await office.lie_there(1)
    office.cured = True
    with pytest.raises(asyncpg.RestrictViolationError, match="set aside"):
        await office.context.pool.execute("DELETE FROM parked_message WHERE state = 'set_aside'")
    assert (await office.replay(wanted)).status_code == 202
    assert wanted not in {one["message_id"] for one in await office.listed()}
    await until(lambda: office.handled(first))


async def test_nobody_sets_a_message_aside_alone_or_one_that_is_gone_meanwhile(
    office: Office,
) -> None:
    wanted = await office.message_of(office.events[0])
    path, body = f"/parked/{QUEUE.name}/settings-aside", {"message_ids": [wanted]}
    proposed = await office.caller(MAKER).post(path, {**body, "reason": "申请已撤销"})
    decision = f"/proposals/{proposed.json()['proposal_id']}/decision"
    alone = replace(MAKER, role=Role.STAFF_CHECKER, senior=True)
    assert (await office.caller(alone).post(decision, AGREED)).json()["title"] == "same-person"
    junior = replace(staff(Role.STAFF_CHECKER), senior=False)
    assert (await office.caller(junior).post(decision, AGREED)).json()["title"] == "not-entitled"
    office.cured = True
    await office.replay(wanted)
    await until(lambda: _one_left(office))
    late = await office.caller(staff(Role.STAFF_CHECKER)).post(decision, AGREED)
    assert late.json()["title"] == "message-moves"
    unknown = await office.replay(str(uuid.uuid4()))
    assert unknown.status_code == 404


async def _one_left(office: Office) -> bool:
    return len(await office.listed()) == 1


@contextlib.contextmanager
def dying(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Whoever acknowledges a parked message dies before the broker hears it."""

    async def die(channel: aiormq.Channel, *_: Any, **__: Any) -> None:
        await channel.close()
        raise aiormq.exceptions.ChannelInvalidStateError

    with monkeypatch.context() as patched:
        patched.setattr(aiormq.Channel, "basic_ack", die)
        yield


@pytest.mark.parametrize("what", ["replay", "set_aside"])
async def test_who_dies_between_the_copy_and_the_acknowledgement_loses_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    first = office.events[0]
    wanted = await office.message_of(first)
    office.cured = what == "replay"
    assert (await getattr(office, what)(wanted)).is_success
    for task in office.line.tasks:
        task.cancel()
    await asyncio.gather(*office.line.tasks, return_exceptions=True)
    with dying(monkeypatch), pytest.raises(BROKER_AWAY):
        await office.watch.look()
    await until(lambda: office.lie_there(2))
    office.line.hear(office.handle)
    left = {one["message_id"]: one["state"] for one in await office.listed()}
    if what == "replay":
        assert wanted not in left
        await until(lambda: office.handled(first))
    else:
        assert left[wanted] == "set_aside"
        (kept,) = await office.context.pool.fetch(
            "SELECT body FROM parked_message WHERE body <> ''"
        )
        assert str(first.application_id).encode() in kept["body"]
    assert await office.lie_there(1)
