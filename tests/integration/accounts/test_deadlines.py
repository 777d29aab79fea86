"""R-CAL-3: when two people change the working calendar, what is open follows it."""

from datetime import date, timedelta
from typing import Any

from accounts.handlers import deadlines
from shared.base.calendar import packaged_days
from shared.messages.published import DayTold, WorkingYearTold

from .conftest import Accounts, Person
from .test_transfers import asked, pair

WEDNESDAY, THURSDAY, SATURDAY = date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 7)
"""Of the week whose Monday is the day of the tests, 2 March 2026."""


async def changed(accounts: Accounts, minutes: int, **days: bool) -> None:
    """Let the year be told anew, with some days changed."""
    named = {"wednesday": WEDNESDAY, "thursday": THURSDAY, "saturday": SATURDAY}
    kept = packaged_days([2026]) | {named[name]: works for name, works in days.items()}
    told = WorkingYearTold(
        year=2026, published=True,
        days=[DayTold(day=day, is_workday=works) for day, works in sorted(kept.items())],
        told_at=accounts.context.clock.now() + timedelta(minutes=minutes),
    )  # fmt: skip
    assert await accounts.deliver(deadlines.follow, told) == ([], [])


async def due(accounts: Accounts, person: Person) -> dict[str, str]:
    """By what each dispute of somebody is answered."""
    found: list[dict[str, Any]] = (await accounts.citizen(person).get("/my/disputes")).json()[
        "items"
    ]
    return {one["words"]: one["due_on"] for one in found}


async def test_a_dispute_is_answered_by_the_calendar_as_it_is_now(accounts: Accounts) -> None:
    """Five working days after Monday the 2nd: the 9th; by the changes the 10th, then the 7th."""
    person = await accounts.saver(sealed=None)
    citizen = accounts.citizen(person)
    (entry,) = await accounts.entries(person)
    await citizen.done("/my/disputes", {"words": "余额不对"})
    made = await citizen.done("/my/disputes", {"words": "明细不对", "entry_id": entry["id"]})
    await accounts.staff.done(f"/disputes/{made['id']}/answer", {"text": "与银行回单一致"})
    assert await due(accounts, person) == {"余额不对": "2026-03-09", "明细不对": "2026-03-09"}
    await changed(accounts, 1, wednesday=False)
    assert await due(accounts, person) == {"余额不对": "2026-03-10", "明细不对": "2026-03-09"}, (
        "what was answered keeps its day"
    )
    await changed(accounts, 2, saturday=True)
    assert (await due(accounts, person))["余额不对"] == "2026-03-07"
    await changed(accounts, 1, wednesday=False)
    assert (await due(accounts, person))["余额不对"] == "2026-03-07", "an old word comes late"


async def test_a_former_employer_is_given_more_days_and_never_fewer(accounts: Accounts) -> None:
    """Five working days after Monday the 2nd: the 9th; with two holidays more the 11th, which stands."""
    _former, new, person = await pair(accounts)
    transfer = await asked(accounts, new, person)

    async def release_by() -> date:
        query = "SELECT release_by FROM account_transfer WHERE id = $1::uuid"
        found: date = await accounts.pool.fetchval(query, transfer)
        return found

    assert await release_by() == date(2026, 3, 9)
    await changed(accounts, 1, wednesday=False, thursday=False)
    assert await release_by() == date(2026, 3, 11)
    await changed(accounts, 2, saturday=True)
    assert await release_by() == date(2026, 3, 11), "this was told to the employer"
