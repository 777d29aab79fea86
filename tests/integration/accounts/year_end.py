"""The end of a month and of a year: closed, and everything as in the second books."""

from datetime import date

from tests.money.second.books import Month, month_of, next_month

from accounts.handlers.interest import begin_due_run, settle_some

from .test_books import closings, decided, sealed
from .year import LIST_DAY, City, text
from .year_plan import YEAR, Plan

UNITS = """
SELECT number, sum(fen)::bigint AS fen FROM (
    SELECT coalesce(owner.employer_number, first.employer_number, account.employer_number) AS number,
           entry.amount_fen AS fen
    FROM individual_account AS account JOIN entry USING (ledger_account_id)
    LEFT JOIN LATERAL (SELECT movement.employer_number FROM employer_movement AS movement
        JOIN account_transfer AS moved ON moved.id = movement.account_transfer_id
        WHERE movement.account_number = account.number AND movement.employer_number = moved.to_employer
          AND movement.last_entry_id < entry.id
        ORDER BY moved.ended_at DESC LIMIT 1) AS owner ON true
    LEFT JOIN LATERAL (SELECT from_employer AS employer_number FROM account_transfer
        WHERE account_number = account.number AND state = 'done'
        ORDER BY ended_at LIMIT 1) AS first ON true
    UNION ALL
    SELECT employer_number, amount_fen FROM employer_movement
    UNION ALL
    SELECT number, 0 FROM employer
) AS booked GROUP BY number
"""
"""What each employer's books have: what was booked while an account
was there, and what moved with it (R-TRF-3)."""


async def night_after(city: City, month: Month) -> None:
    """The days after a month: interest settled by itself, everything compared, the month closed."""
    city.until(date(*next_month(month), 2))
    while await city.accounts.context.transact(begin_due_run):
        while await city.accounts.context.transact(lambda unit: settle_some(unit, 1_000)):
            pass
    city.books.settle(city.today)
    await sealed(city.accounts, city.today)
    told = await closings(city.accounts, text(month))
    assert told == city.books.closings(month), (told, city.books.closings(month))
    await agree(city)
    if month[1] < 12:
        path = f"/books/periods/{text(month)}/closing"
        done = await decided(city.accounts, path)
        assert done.json()["state"] == "executed", done.text


async def agree(city: City) -> None:
    """Accounts, their interest and their employers' sums are as in the second books."""
    rows = await city.accounts.pool.fetch(
        "SELECT number, employer_number, state, posted_fen, frozen_fen, interest_fen"
        " FROM individual_account JOIN ledger_balance USING (ledger_account_id) JOIN interest_due("
        " (SELECT array_agg(ledger_account_id) FROM individual_account), $1)"
        " USING (ledger_account_id)",
        city.today,
    )
    shown = {
        row["number"]: (
            row["employer_number"], row["state"] == "05", row["posted_fen"], row["interest_fen"],
        )
        for row in rows
    }  # fmt: skip
    wanted_ = {
        person.account_number: (
            city.employers[saver.employer], saver.closed, saver.balance,
            saver.due(city.today, city.books.rates),
        )
        for person, saver in zip(city.people, city.books.savers, strict=True)
    }  # fmt: skip
    assert shown == wanted_, [
        (number, shown[number], wanted_[number])
        for number in shown
        if shown[number] != wanted_[number]
    ]
    assert all(row["frozen_fen"] == 0 for row in rows)
    units = {row["number"]: row["fen"] for row in await city.accounts.pool.fetch(UNITS)}
    expected = {
        employer: sum(one.balance for one in city.books.savers if one.employer == number)
        for number, employer in enumerate(city.employers)
    }
    assert units == expected, (units, expected)


async def close_year(city: City) -> None:
    """The year ends (年结)."""
    december = date(YEAR, 12, 31)
    gain, reserve = city.books.close_year(month_of(december), december)
    body = {"risk_reserve_fen": reserve, "management_fee_fen": 0}
    done = await decided(city.accounts, f"/books/years/{YEAR}/closing", body)
    assert done.json()["state"] == "executed", done.text
    assert done.json()["result"]["added_value_fen"] == gain
    assert await closings(city.accounts, f"{YEAR}-12") == city.books.closings((YEAR, 12))
    await city.accounts.verified()


async def carry_out(city: City, made: Plan) -> None:
    """A year, month by month."""
    await city.found(city.books.rates)
    for number in range(1, 13):
        steps = [step for step in made.steps if step.month == number]
        for step in steps:
            if step.day <= LIST_DAY:
                await city.happen(step)
        await city.remit()
        for step in steps:
            if step.day > LIST_DAY:
                await city.happen(step)
        if number == 12:
            await city.bank_interest(80_000_003)
        await night_after(city, (YEAR, number))
    await close_year(city)
