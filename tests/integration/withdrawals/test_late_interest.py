"""What a closing withdrawal earned between its price and its payment is paid by itself (R-WDR-12)."""

import uuid
from typing import Any

from shared.messages.accounts import FundsPosted
from withdrawals.handlers import late_interest

from .conftest import Withdrawals


def posted(withdrawals: Withdrawals, person_id: str, application_id: str, left: int) -> FundsPosted:
    return FundsPosted(
        application_id=uuid.UUID(application_id),
        person_id=uuid.UUID(person_id),
        amount_fen=6_001_234,
        posted_on=withdrawals.context.clock.today(),
        account_closed=not left,
        left_fen=left,
    )


async def applications(citizen: Any) -> Any:
    return (await citizen.get("/applications")).json()["items"]


async def test_r_wdr_12_the_rest_is_paid_without_asking_and_once(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    application_id = await withdrawals.paid(citizen)
    person_id = str((await withdrawals.case(application_id))["person_id"])
    event = posted(withdrawals, person_id, application_id, 452)
    for _ in range(2):
        await withdrawals.deliver(late_interest.funds_posted, event)
    rest = str(late_interest.paid_by(uuid.UUID(application_id)))
    assert {one["id"] for one in await applications(citizen)} == {application_id, rest}
    shown = (await citizen.get(f"/applications/{rest}")).json()
    assert "利息4.52元补付到同一银行卡" in shown["history"][0]["text"]
    assert (
        shown["card_tail"]
        == (await citizen.get(f"/applications/{application_id}")).json()["card_tail"]
    )
    await withdrawals.debt_checked(rest)
    await withdrawals.reserved(
        rest, principal_fen=452, interest_fen=0, amount_fen=452, balance_after_fen=0
    )
    await withdrawals.succeeded(rest, 452)
    assert await withdrawals.state(rest) == "paid"


async def test_r_wdr_12_nothing_follows_where_nothing_is_left(withdrawals: Withdrawals) -> None:
    citizen = withdrawals.citizen()
    application_id = await withdrawals.paid(citizen)
    person_id = str((await withdrawals.case(application_id))["person_id"])
    await withdrawals.deliver(
        late_interest.funds_posted, posted(withdrawals, person_id, application_id, 0)
    )
    assert len(await applications(citizen)) == 1


async def test_r_wdr_12_what_is_told_before_its_application_is_known_waits(
    withdrawals: Withdrawals,
) -> None:
    unknown = posted(withdrawals, str(uuid.uuid4()), str(uuid.uuid4()), 452)
    postponed, parked = await withdrawals.deliver(late_interest.funds_posted, unknown)
    assert (len(postponed), parked) == (1, [])
