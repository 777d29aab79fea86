"""The general ledger (总账): vouchers by themselves and by two people, months and years closed (R-BK)."""

from collections.abc import Sequence
from uuid import UUID

from accounts.domain import Month
from accounts.errors import Reason, Refused
from accounts.metrics import BOOKS_DAYS_WITHOUT_VOUCHER, BOOKS_MONTHS_OPEN
from accounts.rules import books as rules
from accounts.rules.books import Distribution, Line
from accounts.store import books as store
from accounts.store.books import NewVoucher
from shared.messaging.unit import Context, Unit

DAYS_AT_ONCE = 10
CLOSING = "年终结转"


async def make_vouchers(unit: Unit) -> int:
    """Make the vouchers of some sealed days, `DAYS_AT_ONCE` at the most; return of how many."""
    return len(await store.make_days(unit.connection, DAYS_AT_ONCE, unit.clock.now()))


async def check_voucher(
    unit: Unit, month: Month, lines: Sequence[Line], receipt: tuple[str, int] | None
) -> None:
    """Demand that a voucher by hand can be booked; raises `BAD_VOUCHER`, `PERIOD_CLOSED`."""
    if month.first > unit.clock.today():
        raise Refused(Reason.BAD_VOUCHER, why=f"{month}尚未开始")
    chart = await store.chart(unit.connection)
    if why := rules.voucher_flaw(lines, chart, receipt[1] if receipt else 0):
        raise Refused(Reason.BAD_VOUCHER, why=why)
    if await store.is_closed(unit.connection, month.first):
        raise Refused(Reason.PERIOD_CLOSED, month=month)


async def post_voucher(unit: Unit, new: NewVoucher) -> int:
    """Book a voucher that was checked, in the ledger and in the books; return its number."""
    await check_voucher(unit, Month.of(new.month), new.lines, new.receipt)
    number = await store.post(unit.connection, new, unit.clock.now(), unit.clock.today())
    if number is None:
        raise Refused(Reason.BAD_VOUCHER, why="暂收款中没有这笔无主到账，或余额不足")
    return number


async def check_month(unit: Unit, month: Month) -> None:
    """Demand that a month can be closed now; raises `CANNOT_CLOSE` with everything that bars it."""
    standing = await store.standing(unit.connection, unit.personal_data, month.first)
    if flaws := rules.period_flaws(month, standing, unit.clock.today()):
        raise Refused(Reason.CANNOT_CLOSE, told={"flaws": flaws}, month=month, why="；".join(flaws))


async def check_plain_month(unit: Unit, month: Month) -> None:
    """Demand that a month other than December can be closed; raises `CANNOT_CLOSE`."""
    if month.month == rules.LAST_MONTH:
        raise Refused(Reason.CANNOT_CLOSE, month=month, why="年末月份随年结一并结账")
    await check_month(unit, month)


async def close_month(unit: Unit, month: Month, signed_by: tuple[UUID, UUID]) -> None:
    """Close a month (月结) for good; raises what `check_plain_month` does."""
    await check_plain_month(unit, month)
    await store.close(unit.connection, month.first, signed_by, unit.clock.now())


async def check_year(
    unit: Unit, year: int, risk_reserve_fen: int, management_fee_fen: int
) -> Distribution:
    """Demand that a year can be closed so; return what its added value becomes."""
    december = Month(year, rules.LAST_MONTH)
    await check_month(unit, december)
    results = await store.results(unit.connection, december.first)
    wanted = Distribution(sum(results.values()), risk_reserve_fen, management_fee_fen)
    policy = await store.distribution_policy_on(unit.connection, december.first)
    reserve = await store.balance(unit.connection, [rules.RISK_RESERVE], december.first)
    lent = -await store.balance(unit.connection, rules.LOANS, december.first)
    if why := rules.distribution_flaw(wanted, policy, reserve, lent):
        raise Refused(Reason.BAD_DISTRIBUTION, why=why)
    return wanted


async def close_year(
    unit: Unit,
    year: int,
    risk_reserve_fen: int,
    management_fee_fen: int,
    signed_by: tuple[UUID, UUID],
) -> Distribution:
    """Close a year (年结): income and expense become added value, which is distributed; December ends."""
    wanted = await check_year(unit, year, risk_reserve_fen, management_fee_fen)
    december = Month(year, rules.LAST_MONTH).first
    results = await store.results(unit.connection, december)
    for lines in (rules.result_lines(results), *rules.distribution_lines(wanted)):
        if lines:
            new = NewVoucher(december, "closing", f"{year}年{CLOSING}", lines, signed_by)
            await store.post(unit.connection, new, unit.clock.now(), unit.clock.today())
    await store.close(unit.connection, december, signed_by, unit.clock.now())
    return wanted


async def measure(context: Context) -> None:
    """Show what the books wait for."""
    async with context.unit() as unit:
        days, months = await store.waiting(unit.connection, unit.clock.today())
    BOOKS_DAYS_WITHOUT_VOUCHER.set(days)
    BOOKS_MONTHS_OPEN.set(months)
