"""An employer that is late is reminded, once for a case and not before (R-ACC-6, R-DEP-5)."""

import asyncio
from datetime import date, datetime
from typing import Any

import asyncpg
import pytest

from accounts.handlers.reminders import remind_employers
from accounts.tasks import remind_late_employers
from shared.messages.accounts import EmployerReminded

from .conftest import GROUNDS, TODAY, Accounts, employer_body

LATE_IN_MARCH = date(2026, 3, 16)
"""Payday is the 10th: March is due on the 15th."""


async def look(accounts: Accounts, day: date) -> int:
    """Look for late employers on a day; return how many cases are new."""
    accounts.on(day)
    async with accounts.context.unit() as unit:
        return await remind_employers(unit)


async def told(accounts: Accounts, number: str) -> list[tuple[str, str | None, date, int]]:
    """What an employer's operator was reminded of."""
    return [
        (one.kind.value, one.month, one.due_on, one.days)
        for one in await accounts.events(number)
        if isinstance(one, EmployerReminded)
    ]


async def test_r_acc_6_an_employer_without_accounts_is_reminded_once_after_twenty_days(
    accounts: Accounts,
) -> None:
    number = await accounts.employer(registered_on=str(TODAY), name="德州新来有限公司")
    assert await look(accounts, date(2026, 3, 22)) == 0
    assert await look(accounts, date(2026, 3, 23)) == 1
    assert await look(accounts, date(2026, 3, 23)) == 0
    assert await look(accounts, date(2026, 4, 2)) == 0
    assert await told(accounts, number) == [("accounts_missing", None, date(2026, 3, 22), 20)]
    [event] = [e for e in await accounts.events(number) if isinstance(e, EmployerReminded)]
    assert event.name == "德州新来有限公司"
    assert event.phone == "13905340001"


async def test_r_acc_6_staff_see_who_is_late_and_by_how_much_until_it_is_not(
    accounts: Accounts,
) -> None:
    """Set up on 2026-01-20, it should have registered by 02-19: it came on 03-02, eleven days late."""
    late = await accounts.employer(
        registered_on="2026-03-02", set_up_on="2026-01-20", name="德州新来有限公司"
    )
    shown = (await accounts.staff.get(f"/employers/{late}")).json()
    assert (shown["set_up_on"], shown["registered_late_days"]) == ("2026-01-20", 11)
    (proposed,) = await accounts.pool.fetch(
        "SELECT summary FROM proposal WHERE summary LIKE '%德州新来有限公司%'"
    )
    assert proposed["summary"].endswith("，设立后逾期11日登记")
    remitting = await accounts.employer()
    await accounts.people(remitting, 600_000)
    await accounts.remit(remitting, "2026-03")

    async def listed(day: date) -> list[tuple[str, str, int, str | None]]:
        accounts.on(day)
        items, cursor = [], None
        while True:
            query = {"limit": 1} | ({"cursor": cursor} if cursor else {})
            page = (await accounts.staff.get("/late-employers", params=query)).json()
            items += page["items"]
            cursor = page["next_cursor"]
            if cursor is None:
                return [
                    (one["employer_number"], one["kind"], one["days_late"], one["reminded_on"])
                    for one in items
                ]

    assert await listed(date(2026, 3, 22)) == []
    assert await listed(date(2026, 3, 23)) == [(late, "accounts_missing", 1, None)]
    await look(accounts, date(2026, 3, 23))
    # April is overdue from the 16th on.
    assert await listed(date(2026, 4, 20)) == [
        (late, "accounts_missing", 29, "2026-03-23"), (remitting, "remittance_late", 5, None),
    ]  # fmt: skip
    await accounts.people(late, 600_000)
    assert await listed(date(2026, 4, 10)) == []
    body = employer_body(registered_on="2026-03-02", set_up_on="2026-03-03")
    refused = await accounts.staff.post("/employers", {**body, **GROUNDS})
    assert (refused.status_code, refused.json()["title"]) == (422, "set-up-after-registration")


async def test_r_acc_6_an_employer_with_accounts_or_of_long_ago_is_not_reminded_of_them(
    accounts: Accounts,
) -> None:
    await accounts.employer()  # registered in 2000, entered today
    number = await accounts.employer(registered_on=str(TODAY), payday=31)
    await accounts.people(number, 600_000)
    assert await look(accounts, date(2026, 3, 23)) == 0


async def test_r_dep_5_a_month_that_is_not_booked_is_reminded_of_once_after_five_days(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000)
    await accounts.confirmed(number, "2026-03")
    assert await look(accounts, date(2026, 3, 15)) == 0
    assert await look(accounts, LATE_IN_MARCH) == 1
    assert await look(accounts, date(2026, 3, 17)) == 0
    assert await look(accounts, date(2026, 4, 15)) == 0
    assert await look(accounts, date(2026, 4, 16)) == 1
    assert await told(accounts, number) == [
        ("remittance_late", "2026-03", date(2026, 3, 15), 5),
        ("remittance_late", "2026-04", date(2026, 4, 15), 5),
    ]


async def test_r_dep_5_a_payday_that_february_does_not_have_is_its_last_day(
    accounts: Accounts,
) -> None:
    number = await accounts.employer(payday=31)
    await accounts.people(number, 600_000, opened_on=date(2026, 2, 1))
    assert await look(accounts, date(2026, 3, 5)) == 0
    assert await look(accounts, date(2026, 3, 6)) == 1
    assert await told(accounts, number) == [("remittance_late", "2026-02", date(2026, 3, 5), 5)]


async def test_r_dep_5_a_month_that_is_booked_is_not_reminded_of(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000)
    await accounts.remit(number, "2026-03")
    assert await look(accounts, LATE_IN_MARCH) == 0


async def test_r_dep_5_a_past_that_is_entered_after_its_months_were_due_was_not_forgotten(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=date(2026, 1, 1))
    assert await look(accounts, TODAY) == 0
    assert await look(accounts, date(2026, 3, 10)) == 0


async def test_r_dep_5_whoever_has_nobody_to_remit_for_is_not_reminded(accounts: Accounts) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=date(2026, 2, 1))
    await accounts.remit(number, "2026-02")
    await accounts.seal(person)
    assert await look(accounts, LATE_IN_MARCH) == 0


@pytest.mark.parametrize(("state", "cases"), [("01", 1), ("03", 0), ("04", 0), ("05", 0)])
async def test_r_dep_9_a_deferred_a_closed_and_a_sealed_employer_is_not_reminded(
    accounts: Accounts, state: str, cases: int
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000)
    await accounts.pool.execute("UPDATE employer SET state = $2 WHERE number = $1", number, state)
    assert await look(accounts, LATE_IN_MARCH) == cases


async def test_two_instances_that_look_at_once_remind_once(accounts: Accounts) -> None:
    numbers = [await accounts.employer(registered_on=str(TODAY)) for _ in range(3)]
    accounts.on(date(2026, 3, 23))
    async with accounts.context.unit() as first:
        assert await remind_employers(first) == len(numbers)
        second = asyncio.create_task(look(accounts, date(2026, 3, 23)))
        await waiting_for_a_lock(accounts)
        assert not second.done()
    assert await second == 0
    assert [len(await told(accounts, number)) for number in numbers] == [1, 1, 1]


async def waiting_for_a_lock(accounts: Accounts) -> None:
    """Wait until somebody in this database waits for another's transaction."""
    waiting = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    async with asyncio.timeout(30):
        while not await accounts.pool.fetchval(waiting):
            await asyncio.sleep(0.01)


async def test_r_sms_2_the_service_looks_by_itself_and_not_at_night(accounts: Accounts) -> None:
    number = await accounts.employer(registered_on=str(TODAY))
    accounts.clock.advance(
        datetime.fromisoformat("2026-03-23T08:59:00+08:00") - accounts.clock.now()
    )
    async with accounts.context.unit() as unit:
        assert await remind_employers(unit) == 0
    accounts.on(date(2026, 3, 23))
    stop = asyncio.Event()
    task = asyncio.create_task(remind_late_employers(accounts.context, stop))
    async with asyncio.timeout(30):
        while not await told(accounts, number):
            await asyncio.sleep(0.01)
    stop.set()
    await task


async def test_what_was_reminded_of_stays_noted(accounts: Accounts) -> None:
    await accounts.employer(registered_on=str(TODAY))
    await look(accounts, date(2026, 3, 23))
    for statement in (
        "DELETE FROM employer_reminder",
        "UPDATE employer_reminder SET about = now()",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await accounts.pool.execute(statement)


async def test_reminders_take_one_statement_however_many(accounts: Accounts) -> None:
    async def remind(unit: Any) -> None:
        await remind_employers(unit)

    counts = []
    for day, new in ((date(2026, 3, 23), 1), (date(2026, 4, 13), 3)):
        registered_on = date.fromordinal(day.toordinal() - 21)
        accounts.on(day)
        for _ in range(new):
            await accounts.employer(registered_on=str(registered_on))
        counts.append(await accounts.statements(remind))
    assert counts[0] == counts[1]
