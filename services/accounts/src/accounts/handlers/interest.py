"""The yearly interest settlement (年终结息): asked for once, carried on by whoever finds it unfinished."""

from collections.abc import Sequence
from datetime import timedelta

from accounts import deposit_announcements
from accounts.errors import Reason, Refused
from accounts.rules.interest import Unsettled, gap_before, last_year_over
from accounts.store import interest as store
from shared.messaging.unit import Unit

PEOPLE_AT_A_TIME = 500
"""In one event."""


async def request_run(unit: Unit, fund_year: int) -> None:
    """Ask for the settlement of a fund year that is over (R-INT-2); asking again finds the rest.

    An older year that is not settled comes first: its interest is principal of this one.
    """
    today = unit.clock.today()
    if fund_year > last_year_over(today):
        raise Refused(Reason.FUND_YEAR_NOT_OVER, fund_year=fund_year)
    older = await store.oldest_unsettled(unit.connection, last_year_over(today), today)
    gap = gap_before(fund_year, Unsettled(older, today) if older is not None else None)
    if gap is not None:
        raise Refused(Reason.OLDER_YEAR_UNSETTLED, fund_year=fund_year, older=gap)
    await store.request_run(unit.connection, fund_year, unit.clock.now())


async def begin_due_run(unit: Unit) -> Unsettled | None:
    """Begin the settlement of the oldest fund year that is over and unsettled; None if there is none.

    Nobody has to ask for it. An account is settled from the day after it was entered: until then its
    past may still come, month by month.
    """
    today = unit.clock.today()
    yesterday = today - timedelta(days=1)
    year = await store.oldest_unsettled(unit.connection, last_year_over(today), yesterday)
    if year is None:
        return None
    await store.request_run(unit.connection, year, unit.clock.now())
    return Unsettled(year, today)


async def settle_some(unit: Unit, limit: int, *, tell: bool = False) -> bool:
    """Settle the next accounts of the oldest unfinished run; False when there is nothing to do.

    `tell`: the people of the last fund year that is over are told of it.

    Accounts, their interest and the run's progress are one transaction (R-INT-5).
    """
    run = await store.lock_run(unit.connection)
    if run is None:
        return False
    done = await store.settle_next(
        unit.connection, run["fund_year"], run["after_number"], limit, unit.clock.today()
    )
    if done is None:
        await store.finish_run(unit.connection, run["fund_year"], unit.clock.now())
    else:
        await store.advance_run(unit.connection, run["fund_year"], done)
        if tell and run["fund_year"] == last_year_over(unit.clock.today()):
            await _tell(unit, run["fund_year"], done.settled)
    return True


async def _tell(unit: Unit, fund_year: int, numbers: Sequence[str]) -> None:
    """Tell whose interest it is, some people in each event (R-SMS-2); what older years bring is no news."""
    rows = await store.credited(unit.connection, fund_year, numbers)
    for first in range(0, len(rows), PEOPLE_AT_A_TIME):
        some = rows[first : first + PEOPLE_AT_A_TIME]
        unit.emit(deposit_announcements.interest_settled(fund_year, some))
