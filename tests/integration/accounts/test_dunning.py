"""催缴函: an employer in arrears gets a first and a second letter, each once (R-DEP-5, R-DEP-10)."""

from datetime import date

from accounts.handlers.dunning import write_letters
from shared.messages.dunning import DunningLetterDue

from .conftest import GROUNDS, Accounts


async def look(accounts: Accounts, day: date) -> list[DunningLetterDue]:
    """Look for letters on a day; return those that are due for the first time."""
    accounts.on(day)
    before = len(await accounts.events())
    async with accounts.context.unit() as unit:
        await write_letters(unit)
    return [e for e in (await accounts.events())[before:] if isinstance(e, DunningLetterDue)]


async def test_r_dep_10_arrears_get_a_first_letter_and_a_second_one_each_once(
    accounts: Accounts,
) -> None:
    """March was due on the 15th: 16 days later the first, 46 days later the second, which has April too."""
    number = await accounts.employer()
    await accounts.people(number, 600_000)
    assert await look(accounts, date(2026, 3, 30)) == []
    (first,) = await look(accounts, date(2026, 3, 31))
    assert (first.stage, first.from_month, first.until_month) == (1, "2026-03", "2026-03")
    assert (first.people, first.owed_fen) == (1, 96_000)
    assert (first.due_on, first.pay_by) == (date(2026, 3, 15), date(2026, 4, 15))
    assert await look(accounts, date(2026, 4, 29)) == []
    (second,) = await look(accounts, date(2026, 4, 30))
    assert (second.stage, second.until_month, second.owed_fen) == (2, "2026-04", 192_000)
    assert await look(accounts, date(2026, 5, 30)) == []
    # What is paid is no arrears any more; the next month is another case.
    for month in ("2026-03", "2026-04"):
        await accounts.remit(number, month)
    (anew,) = await look(accounts, date(2026, 5, 31))
    assert (anew.stage, anew.from_month) == (1, "2026-05")


async def test_r_dep_9_no_letter_about_months_that_may_be_paid_later(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000)
    body = {
        "from_month": "2026-03", "until_month": "2026-04", "catch_up_by": "2026-12-31",
        "resolution_number": "工会2026-3", "resolution_on": "2026-02-20", **GROUNDS,
    }  # fmt: skip
    agreed = await accounts.desk.by_two(f"/employers/{number}/deferrals", body)
    assert agreed.status_code == 200, agreed.text
    assert await look(accounts, date(2026, 5, 1)) == []
