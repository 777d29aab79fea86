"""Requests about policy, the same in every service that has one."""

import itertools
from typing import Any

from tests.support.callers import Caller
from tests.support.policies import drafted

from shared.identity.principal import Role

from .asking import Asked, Town, asks

EXAMPLES = {
    "withdrawals": ("rent", "ground.person_month_fen", 150_000),
    "accounts": ("missed_month_policy", "tell_after_days", 45),
    "loans": ("loan_policy", "decide_days", 12),
}
"""Service → a kind, one of its parameters and another value."""
GROUNDS = {"reason": "管委会已审议", "evidence": ["会议纪要1号"]}
_days = itertools.count(1)


async def _draft(town: Town, service: str) -> tuple[Caller, dict[str, Any]]:
    token = await town.hall.token(town.principal(Role.STAFF_MAKER))
    caller = Caller(town.hall.clients[service], {"Authorization": f"Bearer {token}"})
    listed = await caller.get(f"http://{service}/api/{service}/policies")
    today = town.hall.contexts[service].clock.today()
    return caller, drafted(
        listed.json()["items"], *EXAMPLES[service], today=today, days=next(_days)
    )


def _of(service: str) -> None:
    @asks(f"GET /{service}/policies")
    async def _list(_town: Town) -> Asked:
        return Asked()

    @asks(f"POST /{service}/policies/preview")
    async def _tried(town: Town) -> Asked:
        return Asked(body=(await _draft(town, service))[1])

    @asks(f"POST /{service}/policies")
    async def _proposed(town: Town) -> Asked:
        return Asked(body={**(await _draft(town, service))[1], **GROUNDS})

    @asks(f"GET /{service}/policies/proposals/{{proposal_id}}/preview")
    async def _proposed_tried(town: Town) -> Asked:
        caller, body = await _draft(town, service)
        made = await caller.post(f"http://{service}/api/{service}/policies", {**body, **GROUNDS})
        assert made.status_code == 202, made.text
        return Asked({"proposal_id": made.json()["proposal_id"]})


for _service in EXAMPLES:
    _of(_service)
