"""R-WDR-45: nobody logs in as somebody who has died, sessions end, and what was wrong is undone."""

import uuid
from datetime import date, timedelta
from typing import Any

from tests.support.telling import received

from gateway.handlers import deaths
from shared.messages.estates import DeathRecorded, DeathRevoked

from .conftest import ID_NUMBER, OTHER_ID, Gateway


def died(person_id: uuid.UUID) -> dict[str, Any]:
    return {
        "death_id": uuid.uuid4(), "person_id": person_id, "died_on": date(2026, 1, 6),
        "recorded_by": uuid.uuid4(),
    }  # fmt: skip


async def tell(gateway: Gateway, event: DeathRecorded | DeathRevoked) -> None:
    handler = deaths.recorded if isinstance(event, DeathRecorded) else deaths.revoked
    async with gateway.context.unit() as unit:
        await handler(unit, received([event]))  # type: ignore[operator]


async def test_r_wdr_45_sessions_end_login_says_why_and_a_revoked_death_lets_in_again(
    gateway: Gateway,
) -> None:
    person = gateway.opened()
    await gateway.know(person)
    tokens = await gateway.log_in(ID_NUMBER)
    gateway.clock.advance(timedelta(minutes=2))
    late = await gateway.challenge()
    code = await gateway.code_of(late)
    facts = died(person.person_id)
    for _ in range(2):
        await tell(gateway, DeathRecorded(**facts))
    ended = await gateway.refresh(tokens["refresh_token"])
    assert (ended.status_code, ended.json()["title"]) == (401, "session-ended")
    entered = await gateway.enter(late, code)
    assert (entered.status_code, entered.json()["title"]) == (403, "deceased")
    told = await gateway.ask()
    assert (told.status_code, told.json()["rule"]) == (403, "R-WDR-45")
    assert "登录已停用" in told.json()["detail"]
    await gateway.know(gateway.opened(OTHER_ID))
    assert (await gateway.log_in(OTHER_ID))["access_token"], "others log in"
    gateway.clock.advance(timedelta(minutes=2))
    await tell(gateway, DeathRevoked(**facts))
    await tell(gateway, DeathRecorded(**facts))
    assert (await gateway.log_in(ID_NUMBER))["access_token"], "whichever is heard first"
