"""R-ACC-8: nobody logs in with the number that went into the same person's other one."""

import uuid
from datetime import UTC, date, datetime, timedelta

from tests.support.telling import received

from gateway.handlers import merges
from shared.messages.merges import PersonMerged

from .conftest import ID_NUMBER, OTHER_ID, Gateway


async def tell(gateway: Gateway, goes: uuid.UUID, stays: uuid.UUID) -> list[str]:
    event = PersonMerged(
        merge_id=uuid.uuid4(), goes_person_id=goes, stays_person_id=stays, goes_account_tail="0016",
        stays_account_tail="0017", principal_fen=192_000, interest_fen=764, balance_after_fen=288_764,
        merged_on=date(2026, 1, 6), merged_at=datetime(2026, 1, 6, tzinfo=UTC),
    )  # fmt: skip
    async with gateway.context.unit() as unit:
        await merges.merged(unit, received([event, event]))
    return list(unit.postponed.values())


async def test_r_acc_8_sessions_of_who_goes_end_and_who_stays_logs_in(gateway: Gateway) -> None:
    goes, stays = gateway.opened(), gateway.opened(OTHER_ID)
    await gateway.know(goes)
    assert await tell(gateway, uuid.uuid4(), goes.person_id) == ["who goes is not known yet"] * 2
    await gateway.know(stays)
    tokens = await gateway.log_in(ID_NUMBER)
    assert await tell(gateway, goes.person_id, stays.person_id) == []
    ended = await gateway.refresh(tokens["refresh_token"])
    assert (ended.status_code, ended.json()["title"]) == (401, "session-ended")
    gateway.clock.advance(timedelta(minutes=2))
    assert (await gateway.log_in(OTHER_ID))["access_token"]
    disabled = await gateway.context.pool.fetchval(
        "SELECT count(*) FROM identity WHERE disabled_at IS NOT NULL"
    )
    assert disabled == 1
