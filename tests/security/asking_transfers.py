"""Requests for the operations of transfers: letters to and from other centres."""

import uuid
from typing import Any

from tests.support.callers import LOOK
from tests.support.cross_city import JINAN, forgotten, known, planted
from tests.support.two_people import staff

from shared.identity.principal import Principal, Role
from shared.messages.transfers import Direction
from transfers.domain import LetterState

from .asking import Asked, Town, asks

GROUNDS = {"reason": "材料齐全"}
IN, OUT = Direction.IN, Direction.OUT


@asks(
    "GET /transfers/audit", "GET /transfers/proposals", "GET /transfers/letters",
    "GET /transfers/requests", "GET /transfers/centres",
)  # fmt: skip
async def _nothing_more(_town: Town) -> Asked:
    return Asked()


async def _letter(
    town: Town, direction: Direction, state: LetterState, *, mine: bool = False, **changes: Any
) -> dict[str, str]:
    context = town.hall.contexts["transfers"]
    person_id = town.owner.person_id if mine else uuid.uuid4()
    if mine:
        await forgotten(context, person_id)
    return {"letter_id": await planted(context, direction, state, person_id, **changes)}


@asks("POST /transfers/requests")
async def _request(town: Town) -> Asked:
    context = town.hall.contexts["transfers"]
    await known(context)
    for person in (town.owner, town.stranger):
        await forgotten(context, person.person_id)
    return Asked(body={"centre_code": JINAN.code, "account_there": "10023456789"})


@asks("GET /transfers/requests/{letter_id}", "POST /transfers/requests/{letter_id}/cancellation")
async def _own(town: Town) -> Asked:
    return Asked(await _letter(town, IN, LetterState.REVIEWED, mine=True))


@asks(
    "GET /transfers/letters/{letter_id}", "POST /transfers/letters/{letter_id}/approval",
    "POST /transfers/letters/{letter_id}/refusal",
)  # fmt: skip
async def _waiting(town: Town) -> Asked:
    return Asked(await _letter(town, OUT, LetterState.WAITING), GROUNDS)


@asks("POST /transfers/letters/{letter_id}/booking")
async def _with_money(town: Town) -> Asked:
    return Asked(await _letter(town, IN, LetterState.CONSULTING, money_came=True), GROUNDS)


@asks("POST /transfers/letters/{letter_id}/giving-up")
async def _without_money(town: Town) -> Asked:
    return Asked(await _letter(town, IN, LetterState.RECEIVED), GROUNDS)


@asks("POST /transfers/letters/{letter_id}/information")
async def _paid(town: Town) -> Asked:
    return Asked(await _letter(town, OUT, LetterState.PAID))


async def _proposed(town: Town, maker: Principal) -> dict[str, str]:
    letter = await _letter(town, OUT, LetterState.WAITING)
    headers = {
        **LOOK,
        "Authorization": f"Bearer {town.hall.keys.token(maker)}",
        "Idempotency-Key": uuid.uuid4().hex,
    }
    path = f"/api/transfers/letters/{letter['letter_id']}/refusal"
    made = await town.hall.clients["transfers"].post(path, json=GROUNDS, headers=headers)
    assert made.status_code == 202, made.text
    return {"proposal_id": made.json()["proposal_id"]}


@asks("GET /transfers/proposals/{proposal_id}", "POST /transfers/proposals/{proposal_id}/decision")
async def _decided(town: Town) -> Asked:
    proposed = await _proposed(town, staff(Role.STAFF_MAKER))
    return Asked(proposed, {"agree": True, "reason": "已核对"})


@asks("POST /transfers/proposals/{proposal_id}/withdrawal")
async def _taken_back(town: Town) -> Asked:
    return Asked(await _proposed(town, town.principal(Role.STAFF_MAKER)))
