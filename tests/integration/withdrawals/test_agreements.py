"""Agreements that run by themselves, late, twice and in any order; reminders (R-WDR-27, 48 to 52)."""

import uuid
from datetime import date, timedelta
from typing import Any

from tests.integration.withdrawals.conftest import CARD, OTHER_CARD, Caller, funds_refused
from tests.integration.withdrawals.test_cases_of_the_law import HUSBAND, City, city

from shared.messages.settlement import PaymentReturned
from shared.messages.withdrawals import WithdrawalAgreementTold, WithdrawalReminded
from withdrawals import tasks
from withdrawals.handlers import applications as handlers

__all__ = ["city"]


async def sign(person: Caller, **changes: Any) -> str:
    body = {"kind": "rent", "every": "month", "card_number": CARD} | changes
    answer = await person.post("/agreements", body)
    assert answer.status_code == 201, answer.text
    found: str = answer.json()["id"]
    return found


async def run_on(city: City, day: date) -> None:
    """Let that day come, and everything that is due on it be done."""
    city.withdrawals.clock.advance(day - city.withdrawals.clock.today())
    await tasks.agreed_once(city.withdrawals.context, 50)


async def shown(person: Caller, agreement_id: str) -> dict[str, Any]:
    items = (await person.get("/agreements")).json()["items"]
    return next(one for one in items if one["id"] == agreement_id)


async def open_run(person: Caller) -> str:
    found: str = (await person.get("/applications")).json()["items"][0]["id"]
    return found


async def paid(city: City, person: Caller) -> str:
    application_id = await open_run(person)
    assert person.person_id is not None
    await city.told(application_id, person.person_id)
    await city.gather()
    await city.withdrawals.reserved(
        application_id, closing=False, principal_fen=14_400_00, interest_fen=0, seal_reason=None
    )
    await city.withdrawals.succeeded(application_id, 14_400_00)
    await tasks.agreed_once(city.withdrawals.context, 50)
    return application_id


async def told(city: City, agreement_id: str) -> list[str]:
    events = await city.withdrawals.events(agreement_id)
    return [one.what for one in events if isinstance(one, WithdrawalAgreementTold)]


async def test_r_wdr_48_a_run_begins_by_itself_once_and_pays(city: City) -> None:
    person = city.citizen(HUSBAND)
    agreement_id = await sign(person)
    again = await person.post("/agreements", {"kind": "rent", "every": "year", "card_number": CARD})
    assert again.status_code == 409, "signed once"
    await run_on(city, date(2026, 10, 19))
    assert (await person.get("/applications")).json()["items"] == []
    for _ in range(3):
        await run_on(city, date(2026, 10, 22))  # two days late, three times
    assert len((await person.get("/applications")).json()["items"]) == 1
    await paid(city, person)
    found = await shown(person, agreement_id)
    assert (found["state"], found["next_run_on"], found["failures"]) == ("active", "2026-11-20", 0)
    await tasks.agreed_once(city.withdrawals.context, 50)
    assert (await shown(person, agreement_id))["next_run_on"] == "2026-11-20", "concluded once"


async def test_r_wdr_50_with_another_withdrawal_open_it_is_tried_daily(city: City) -> None:
    person = city.citizen(HUSBAND)
    agreement_id = await sign(person)
    other = await person.apply("retirement")
    await run_on(city, date(2026, 10, 20))
    assert (await shown(person, agreement_id))["next_run_on"] == "2026-10-21"
    await person.post(f"/applications/{other}/cancel", {})
    await run_on(city, date(2026, 10, 21))
    await paid(city, person)
    assert (await shown(person, agreement_id))["next_run_on"] == "2026-11-20"


async def test_r_wdr_50_a_short_account_is_a_failure_and_three_end_it(city: City) -> None:
    person = city.citizen(HUSBAND)
    agreement_id = await sign(person)
    for day in (date(2026, 10, 20), date(2026, 11, 20), date(2026, 12, 21)):
        await run_on(city, day)
        application_id = await open_run(person)
        assert person.person_id is not None
        await city.told(application_id, person.person_id, paid_up_to=f"{day:%Y-%m}")
        await city.gather()
        if await city.withdrawals.state(application_id) == "funds_requested":
            assert (await city.asked(application_id)).conditions.least_fen == 100_00
            refused = funds_refused(application_id, "nothing_to_withdraw")
            await city.withdrawals.deliver(handlers.funds_refused, refused)
        await tasks.agreed_once(city.withdrawals.context, 50)
    found = await shown(person, agreement_id)
    assert (found["state"], found["failures"], found["next_run_on"]) == ("ended", 3, None)
    assert (await told(city, agreement_id)) == ["signed", "failed", "failed", "failed"]


async def test_r_wdr_51_money_that_comes_back_is_tried_again_then_paused_until_another_card(
    city: City,
) -> None:
    person = city.citizen(HUSBAND)
    agreement_id = await sign(person)
    await run_on(city, date(2026, 10, 20))
    for day in (date(2026, 10, 23), date(2026, 10, 23)):
        application_id = await paid(city, person)
        returned = PaymentReturned(
            application_id=uuid.UUID(application_id), amount_fen=14_400_00, reason_code="AC04",
            reason_text="账户已销户",
            bank_serial="R1", returned_on=city.withdrawals.clock.today(),
        )  # fmt: skip
        await city.withdrawals.deliver(handlers.payment_returned, returned)
        await tasks.agreed_once(city.withdrawals.context, 50)
        found = await shown(person, agreement_id)
        if found["state"] == "active":
            assert found["next_run_on"] == day.isoformat()
            await run_on(city, day)
    assert (found["state"], found["failures"]) == ("paused", 1)
    assert "销户" in found["reason"]
    card = await person.post(f"/agreements/{agreement_id}/card", {"card_number": OTHER_CARD})
    assert (card.json()["state"], card.json()["card_tail"]) == ("active", "6796")
    assert (await person.post(f"/agreements/{agreement_id}/end", {})).json()["state"] == "ended"
    late = await person.post(f"/agreements/{agreement_id}/card", {"card_number": CARD})
    assert late.status_code == 409
    stranger = await city.citizen(HUSBAND).post(f"/agreements/{agreement_id}/end", {})
    assert stranger.status_code == 404


async def test_r_wdr_27_who_was_refused_until_a_day_is_told_when_it_has_come(city: City) -> None:
    person = city.citizen(HUSBAND)
    application_id = await person.apply("contract_ended")
    assert (await person.post(f"/applications/{application_id}/reminder", {})).status_code == 409
    await city.withdrawals.debt_checked(application_id)
    until = city.withdrawals.clock.today() + timedelta(days=40)
    refused = funds_refused(application_id, "stop_period_not_over", eligible_from=until)
    await city.withdrawals.deliver(handlers.funds_refused, refused)
    for _ in range(2):
        assert (await person.post(f"/applications/{application_id}/reminder", {})).is_success
    await run_on(city, until - timedelta(days=1))
    assert not [one for one in await city.withdrawals.events(application_id)
                if isinstance(one, WithdrawalReminded)]  # fmt: skip
    for _ in range(2):
        await run_on(city, until)
    [reminded] = [one for one in await city.withdrawals.events(application_id)
                  if isinstance(one, WithdrawalReminded)]  # fmt: skip
    assert reminded.possible_from == until
