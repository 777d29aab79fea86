"""One of our own, alone: what takes two people is tried by one, in every way that one can look like two."""

import contextlib
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from tests.integration.gateway.conftest import OTHER_ADMIN
from tests.support.telling import received

from shared.identity.principal import STAFF, Principal, Role
from shared.messages.gateway import StaffChanged
from shared.messaging.topology import SERVICES
from shared.messaging.unit import Context
from shared.proposals import standing

from .asking import ARRANGE, Town, town_in
from .conftest import Hall
from .rights import Operation, operations
from .test_authorisation import refusal, send

TABLE = operations()
BY_TWO = [name for name, line in TABLE.items() if line.cells and "two" in line.cells.values()]
LONG_AGO = datetime(2015, 1, 1, tzinfo=UTC)
FORGET = "UPDATE proposal SET state = 'expired', decided_at = now() WHERE state = 'open'"
"""What other tests left undecided."""
ROLE_OF_DECIDER = {
    "checker": Role.STAFF_CHECKER,
    "senior": Role.STAFF_CHECKER,
    "admin": Role.STAFF_ADMIN,
}


@pytest.fixture(scope="module")
async def town(hall: Hall) -> Town:
    return await town_in(hall)


def somebody(role: Role, **more: Any) -> Principal:
    """A member of staff who has been here for long, and whom the fund knows as a citizen."""
    known: dict[str, Any] = {
        "own_person_id": uuid.uuid4(),
        "active_since": LONG_AGO,
        "senior": False,
    }
    return Principal(uuid.uuid4(), role, None, None, "测*", "web", **(known | more))


@dataclass
class Attempt:
    """Something that was proposed, and who tries to have it done."""

    town: Town
    operation: Operation
    maker: Principal
    proposal: dict[str, Any]

    @property
    def context(self) -> Context:
        return self.town.hall.contexts[self.operation.service]

    @property
    def decider(self) -> Role:
        return ROLE_OF_DECIDER[self.proposal["decider"]]

    def another(self, **more: Any) -> Principal:
        """Somebody who could decide it."""
        senior = self.proposal["decider"] == "senior"
        return somebody(self.decider, **({"senior": senior} | more))

    async def decide(self, who: Principal, *, agree: bool = True) -> httpx.Response:
        service = self.operation.service
        return await self.town.hall.clients[service].post(
            f"http://{service}/api/{service}/proposals/{self.proposal['proposal_id']}/decision",
            json={"agree": agree, "reason": "同意办理"},
            headers={
                "Authorization": f"Bearer {await self.town.hall.token(who)}",
                "Idempotency-Key": uuid.uuid4().hex,
            },
        )

    async def kept(self, column: str) -> Any:
        """A column of the proposal, as the database has it."""
        found = await self.context.pool.fetchrow(
            "SELECT * FROM proposal WHERE id = $1", uuid.UUID(self.proposal["proposal_id"])
        )
        assert found is not None
        return found[column]

    async def state(self) -> str:
        """What became of it."""
        return str(await self.kept("state"))


@contextlib.asynccontextmanager
async def attempt(town: Town, name: str) -> AsyncIterator[Attempt]:
    """Let a member of staff propose what the operation is for; whatever is tried, it stays undecided."""
    operation, asked = TABLE[name], await ARRANGE[name](town)
    assert operation.cells is not None
    await town.hall.contexts[operation.service].pool.execute(FORGET)
    role = next(role for role in STAFF if operation.cells[role] == "two")
    maker = somebody(role)
    if asked.maker is not None:
        maker = replace(maker, identity_id=asked.maker)
    answer = await send(town, operation, asked, await town.hall.token(maker))
    assert answer.status_code == 202, answer.text
    tried = Attempt(town, operation, maker, answer.json())
    yield tried
    assert await tried.state() == "open"
    assert (await tried.decide(tried.another(), agree=False)).status_code == 200


@pytest.mark.parametrize("name", BY_TWO)
async def test_one_person_alone_does_nothing_that_takes_two(town: Town, name: str) -> None:
    async with attempt(town, name) as tried:
        same_login = replace(tried.another(), identity_id=tried.maker.identity_id)
        same_human = tried.another(own_person_id=tried.maker.own_person_id)
        for who in (same_login, same_human):
            assert refusal(await tried.decide(who)) == (403, "same-person"), who


@pytest.mark.parametrize("name", BY_TWO)
async def test_nobody_who_is_affected_has_a_part_in_it(town: Town, name: str) -> None:
    async with attempt(town, name) as tried:
        for person_id in await tried.kept("person_ids"):
            who = tried.another(own_person_id=person_id)
            assert refusal(await tried.decide(who)) == (403, "own-affair")


@pytest.mark.parametrize("name", BY_TWO)
async def test_who_was_shut_out_in_between_has_nothing_done(town: Town, name: str) -> None:
    async with attempt(town, name) as tried:
        gone = StaffChanged(
            identity_id=tried.maker.identity_id,
            role=tried.maker.role.value,
            active=False,
            person_id=tried.maker.own_person_id,
            since=LONG_AGO,
            changed_at=datetime.now(UTC),
        )
        async with tried.context.unit() as unit:
            await standing.know_staff(unit, received([gone]))
        assert refusal(await tried.decide(tried.another())) == (409, "maker-gone")


@pytest.mark.parametrize("name", BY_TWO)
async def test_a_right_that_is_too_small_or_too_young_decides_nothing(
    town: Town, name: str
) -> None:
    async with attempt(town, name) as tried:
        if days := await tried.kept("newcomer_days"):
            young = tried.another(active_since=tried.context.clock.now() - timedelta(days=days - 1))
            assert refusal(await tried.decide(young)) == (403, "newcomer")
        if tried.proposal["decider"] == "senior":
            assert refusal(await tried.decide(tried.another(senior=False))) == (403, "not-entitled")
        for role in {*Role} - {tried.decider, Role.SERVICE}:
            who = somebody(role) if role in STAFF else town.principal(role)
            assert refusal(await tried.decide(who))[0] == 403, role


async def test_one_administrator_alone_gets_no_invented_staff(town: Town) -> None:
    """As it was done once: two invented members of staff, a maker and a checker, and a million paid out."""
    gateway = town.hall.gateway
    alone = await gateway.admin()
    asked = await ARRANGE["POST /gateway/staff"](town)
    proposed = await gateway.propose("/staff", alone, **asked.body)
    assert refusal(await gateway.decide(proposed, alone)) == (403, "same-person")
    conspirator = await gateway.admin(OTHER_ADMIN)
    assert (await gateway.decide(proposed, conspirator)).status_code == 200
    trail = await town.hall.contexts["gateway"].pool.fetch(
        "SELECT actor_id, action FROM audit_record WHERE action LIKE 'POST %' ORDER BY id DESC LIMIT 2"
    )
    assert len({row["actor_id"] for row in trail}) == 2, "two who conspire leave both their names"


def test_something_takes_two_in_every_service_that_moves_money_or_rights() -> None:
    services = {TABLE[name].service for name in BY_TWO if not name.endswith("/settings-aside")}
    # These tell and answer; they move neither money nor rights.
    assert {*SERVICES} - {"notifications", "hotline", "wechat"} <= services
