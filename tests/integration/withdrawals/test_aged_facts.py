"""R-WDR-21: a fact older than a day at the decision is asked again, and the newer one decides."""

import uuid
from datetime import timedelta

import pytest
from tests.integration.withdrawals import test_cases_of_the_law as law
from tests.integration.withdrawals.conftest import funds_reserved
from tests.integration.withdrawals.test_cases_of_the_law import CONTRACT, HUSBAND, City
from tests.support.callers import decide
from tests.support.letters import body_of

from shared.identity.principal import Role
from shared.messages.base import Event
from shared.messages.withdrawals import WithdrawalFundsRequested, WithdrawalsEvent
from shared.messaging.journal import Told
from withdrawals.recollect import recollect

city = law.city


async def frozen(city: City, application_id: str, fen: int, **changes: object) -> None:
    money = {"closing": False, "principal_fen": fen, "interest_fen": 0, "seal_reason": None}
    await city.withdrawals.reserved(application_id, **money, **changes)


async def agreed_after(city: City, hours: int) -> tuple[law.Caller, str]:
    """A purchase of 400,000.00 of own money waits for its review for so long, then two people agree."""
    person = city.citizen(HUSBAND)
    city.simulator.book.put(HUSBAND, "homes", "yes", {"contracts": [CONTRACT]})
    application_id = await city.applied(person, "purchase")
    await frozen(city, application_id, 400_000_00)
    city.withdrawals.clock.advance(timedelta(hours=hours))
    maker = city.withdrawals.caller(Role.STAFF_MAKER)
    checker = city.withdrawals.caller(Role.STAFF_CHECKER, senior=True)
    body = {"proposal": "approve", "reason": "合同已核对"}
    decided = await decide(checker, await maker.post(f"/reviews/{application_id}/proposal", body))
    assert decided.status_code == 200, decided.text
    return person, application_id


async def test_r_wdr_21_facts_of_the_same_day_pay_at_once(city: City) -> None:
    _, application_id = await agreed_after(city, 24)
    assert await city.withdrawals.state(application_id) == "approved"


@pytest.mark.parametrize(
    ("loans_fen", "pays_fen"),
    [(100_000_000, 200_000_00), (50_000_000, 400_000_00)],
    ids=["a loan was granted meanwhile", "never more than two people agreed to"],
)
async def test_r_wdr_21_older_facts_are_asked_again_and_the_newer_decides(
    city: City, loans_fen: int, pays_fen: int
) -> None:
    person, application_id = await agreed_after(city, 25)
    assert await city.withdrawals.state(application_id) == "submitted"
    contract = CONTRACT | {"loans_fen": loans_fen}
    city.simulator.book.put(HUSBAND, "homes", "yes", {"contracts": [contract]})
    assert person.person_id is not None
    await city.told(application_id, person.person_id)
    await city.gather()
    asked = [one for one in await city.withdrawals.events(application_id)
             if isinstance(one, WithdrawalFundsRequested)]  # fmt: skip
    assert [(one.round, one.conditions.cap_fen) for one in asked] == [
        (1, 400_000_00),
        (2, pays_fen),
    ]
    await frozen(city, application_id, pays_fen, round=2)
    assert await city.withdrawals.state(application_id) == "approved", "reviewed already"
    held = await city.withdrawals.context.pool.fetchval("SELECT sum(fen) FROM claim")
    assert held == pays_fen
    lines = (await city.detail(person, application_id))["history"]
    assert "正在重新核查" in next(one for one in lines if one["step"] == "facts_asked_anew")["text"]


async def test_r_wdr_21_what_is_no_longer_allowed_is_refused_and_the_money_is_free(
    city: City,
) -> None:
    person, application_id = await agreed_after(city, 25)
    city.simulator.book.put(HUSBAND, "homes", "yes", {"contracts": []})
    assert person.person_id is not None
    await city.told(application_id, person.person_id)
    await city.gather()
    assert (await city.detail(person, application_id))["reason"]["code"] == "no_contract"
    assert (await city.withdrawals.event_types(application_id))[-1] == "rejected"


CLAIMS = """
SELECT position, exclusive_group, key, period, fen, household FROM claim
WHERE application_id = $1 ORDER BY position
"""


async def test_r_wdr_20_what_an_application_holds_it_holds_again_after_an_older_backup(
    city: City,
) -> None:
    """As if the backup knew nothing of it: the same words, about an application that is not there."""
    withdrawals, anew, somebody = city.withdrawals, uuid.uuid4(), uuid.uuid4()
    person = city.citizen(HUSBAND)
    application_id = await city.applied(person, "rent")
    await frozen(city, application_id, 13_000_00)
    await withdrawals.succeeded(application_id, 13_000_00)
    other = {"application_id": anew, "person_id": somebody}
    said = [one.model_copy(update=other) for one in await withdrawals.events(application_id)]
    reserved = funds_reserved(
        str(anew),
        "张三丰",
        closing=False,
        principal_fen=13_000_00,
        interest_fen=0,
        seal_reason=None,
    )

    def lost(event: Event) -> Told:
        body = body_of(event).decode()
        now = withdrawals.clock.now()
        return Told(event.owner, uuid.uuid4(), event.type, event.subject, 1, now, "", body)

    async with withdrawals.context.unit() as unit:
        mine = [lost(one) for one in said if isinstance(one, WithdrawalsEvent)]
        assert await recollect(unit, mine, [lost(reserved)]) == {}
    assert await withdrawals.state(str(anew)) == "paid"
    pool = withdrawals.context.pool
    before, after = [await pool.fetch(CLAIMS, key) for key in (uuid.UUID(application_id), anew)]
    assert after == before
    assert sum(row["fen"] for row in after) == 13_000_00
