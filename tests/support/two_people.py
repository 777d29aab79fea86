"""What an insider tries with an operation of any service, before two people who may decide it do so."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from shared.identity.principal import Principal, Role
from shared.messages.gateway import StaffChanged
from shared.messaging.unit import Context
from shared.proposals import standing

from .callers import Caller
from .telling import received

AGREED = {"agree": True, "reason": "已核对"}
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def staff(role: Role, **more: Any) -> Principal:
    """Somebody of the staff who has been here long; a checker is a senior one."""
    usual = {
        "own_person_id": uuid.uuid4(), "senior": role is Role.STAFF_CHECKER, "active_since": LONG_AGO,
    }  # fmt: skip
    return Principal(uuid.uuid4(), role, None, None, "李*", "web", **usual | more)


@dataclass(frozen=True)
class Desk:
    """Where staff of a service propose and decide."""

    context: Context
    caller: Callable[[Principal], Caller]

    async def decide(self, proposal_id: str, by: Principal) -> httpx.Response:
        """Agree to a proposal."""
        return await self.caller(by).post(f"/proposals/{proposal_id}/decision", AGREED)

    async def refused(self, proposal_id: str, by: Principal) -> str:
        """The code with which somebody may not agree; the proposal stays open."""
        answer = await self.decide(proposal_id, by)
        assert answer.status_code in (403, 409), answer.text
        shown = (await self.caller(by).get(f"/proposals/{proposal_id}")).json()
        assert shown["state"] == "open"
        return str(answer.json()["title"])

    async def by_two(self, path: str, body: Any = None) -> httpx.Response:
        """Let one propose and another decide; what is refused at once is refused by the answer."""
        maker = self.caller(staff(Role.STAFF_MAKER))
        proposed = await maker.scanned(await maker.post(path, body))
        if proposed.status_code != 202 or "proposal_id" not in proposed.json():
            return proposed
        return await self.decide(proposed.json()["proposal_id"], staff(Role.STAFF_CHECKER))

    async def stand(self, who: Principal, *, active: bool, at: datetime) -> None:
        """What the gateway says of a member of staff."""
        told = StaffChanged(
            identity_id=who.identity_id,
            role=who.role.value,
            active=active,
            person_id=who.own_person_id,
            since=LONG_AGO,
            changed_at=at,
        )
        async with self.context.unit() as unit:
            await standing.know_staff(unit, received([told]))


async def holds_against_insiders(desk: Desk, path: str, body: Any) -> dict[str, Any]:
    """Try in every way to get it done alone; then two people do it. Return the executed proposal."""
    maker, checker = staff(Role.STAFF_MAKER), staff(Role.STAFF_CHECKER)
    alone = await desk.caller(checker).post(path, body)
    assert alone.status_code == 403, "who decides does not propose"
    proposed = await desk.caller(maker).post(path, body)
    assert proposed.status_code == 202, proposed.text
    number, kind = proposed.json()["proposal_id"], proposed.json()["kind"]
    row = await desk.context.pool.fetchrow(
        "SELECT person_ids, decider, newcomer_days FROM proposal WHERE id = $1", uuid.UUID(number)
    )
    in_another_role = replace(checker, identity_id=maker.identity_id)
    assert await desk.refused(number, in_another_role) == "same-person", kind
    other_login = replace(checker, own_person_id=maker.own_person_id)
    assert await desk.refused(number, other_login) == "same-person", kind
    for affected in row["person_ids"]:
        own = replace(checker, own_person_id=affected)
        assert await desk.refused(number, own) == "own-affair", kind
        asked = await desk.caller(replace(maker, own_person_id=affected)).post(path, body)
        assert asked.json()["title"] == "own-affair", kind
    if row["decider"] == "senior":
        assert await desk.refused(number, replace(checker, senior=False)) == "not-entitled", kind
    if row["newcomer_days"]:
        since = desk.context.clock.now() - timedelta(days=row["newcomer_days"] - 1)
        assert await desk.refused(number, replace(checker, active_since=since)) == "newcomer", kind
    now = desk.context.clock.now()
    await desk.stand(maker, active=False, at=now)
    assert await desk.refused(number, checker) == "maker-gone", kind
    await desk.stand(replace(maker, role=Role.STAFF_CHECKER), active=True, at=now + timedelta(1))
    assert await desk.refused(number, checker) == "maker-gone", "the right was taken away"
    await desk.stand(maker, active=True, at=now + timedelta(2))
    if proposed.json()["scan_needed"]:
        assert (await desk.decide(number, checker)).json()["title"] == "scan-needed", kind
        await desk.caller(maker).scanned(proposed)
    done = await desk.decide(number, checker)
    assert done.status_code == 200, done.text
    again = await desk.decide(number, staff(Role.STAFF_CHECKER))
    assert again.json()["title"] == "already-decided", kind
    return dict(done.json())
