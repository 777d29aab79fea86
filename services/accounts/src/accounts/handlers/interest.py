"""The yearly interest settlement (年终结息): asked for once, carried on by whoever finds it unfinished."""

from datetime import date

from accounts.errors import FundYearNotOver
from accounts.store import interest as store
from shared.messaging.unit import Unit


async def request_run(unit: Unit, fund_year: int) -> None:
    """Ask for the settlement of a fund year that is over (R-INT-2); asking again finds the rest."""
    if unit.clock.today() <= date(fund_year, 6, 30):
        raise FundYearNotOver(fund_year=fund_year)
    await store.request_run(unit.connection, fund_year, unit.clock.now())


async def settle_some(unit: Unit, limit: int) -> bool:
    """Settle the next accounts of the oldest unfinished run; False when there is nothing to do.

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
    return True
