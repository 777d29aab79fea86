"""Back payment (补缴): the months that were not paid, or not enough, listed, confirmed, paid, booked."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID, uuid4

from accounts import deposit_announcements
from accounts.domain import LIST_STATES
from accounts.errors import Reason, Refused
from accounts.handlers.employers import demand_agreement
from accounts.handlers.rows import each_row
from accounts.rules import back_payment as rules
from accounts.rules.back_payment import Asked, Line, PastMonth
from accounts.store import back_bookings
from accounts.store import back_payments as store
from accounts.store.employers import lock_employer, lock_employers
from accounts.store.rows import BackPaymentRow
from shared.messaging.unit import Unit

MARK_CHARACTERS = 6


async def draft(
    unit: Unit, employer_number: str, asked: Sequence[Asked], *, by_staff: bool
) -> UUID:
    """List what is missing of people's months, all or none; without any, of every month that is owed.

    Raises `NOT_FOUND`, `NO_AGREEMENT`, `NOT_TO_PAY_BACK` with every row, `NOTHING_OWED`.
    """
    employer = await lock_employer(unit.connection, employer_number)
    if employer is None:
        raise Refused(Reason.NOT_FOUND)
    if not by_staff:
        demand_agreement(employer)
    today = unit.clock.today()
    wanted = list(asked) or await store.owed(unit.connection, employer_number, today)
    lines = await _lines(unit, employer_number, wanted)
    if not lines:
        raise Refused(Reason.NOTHING_OWED)
    back_id = uuid4()
    mark = back_id.hex[:MARK_CHARACTERS].upper()
    reference = f"BJ{employer_number}{today:%Y%m}{mark}"
    now = unit.clock.now()
    await store.draft(
        unit.connection, back_id, employer_number, lines, now=now, reference=reference
    )
    return back_id


async def _lines(unit: Unit, employer_number: str, asked: Sequence[Asked]) -> list[Line]:
    if len({(one.account_number, one.month) for one in asked}) < len(asked):
        raise Refused(Reason.REPEATED_ACCOUNT)
    past = await store.past_months(unit.connection, employer_number, asked)
    return each_row([(one.account_number, partial(_line, one, past.get(one))) for one in asked])


def _line(asked: Asked, found: PastMonth | None) -> Line:
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    if why := rules.flaw(asked, found):
        raise Refused(Reason.NOT_TO_PAY_BACK, number=asked.account_number, why=why)
    line = rules.line(asked, found)
    if line is None:
        why = f"{asked.month}已足额缴存"
        raise Refused(Reason.NOT_TO_PAY_BACK, number=asked.account_number, why=why)
    return line


async def confirm(unit: Unit, back_id: UUID, employer_number: str | None) -> None:
    """Freeze a draft that is still right; books at once if its money waits in suspense."""
    found = await locked(unit, back_id, employer_number)
    employer = await lock_employer(unit.connection, found["employer_number"])
    assert employer is not None
    if employer_number is not None:
        demand_agreement(employer)
    _demand(found, "draft")
    await store.lock_accounts(unit.connection, [back_id])
    lines = await store.lines(unit.connection, back_id)
    asked = [Asked(line.account_number, line.month, line.base_fen) for line in lines]
    past = await store.past_months(unit.connection, found["employer_number"], asked, back_id)
    if changed := sum(_changed(*pair, past) for pair in zip(asked, lines, strict=True)):
        raise Refused(Reason.LIST_OUTDATED, count=changed)
    await store.set_state(unit.connection, back_id, "confirmed", unit.clock.now())
    await _book(unit, [back_id])


def _changed(asked: Asked, line: Line, past: Mapping[Asked, PastMonth]) -> bool:
    found = past.get(asked)
    return found is None or bool(rules.flaw(asked, found)) or rules.line(asked, found) != line


async def withdraw(
    unit: Unit, back_id: UUID, employer_number: str | None, *, may_bind: bool
) -> None:
    """Take a draft back; its own employer also a confirmed one for which no money has come."""
    found = await locked(unit, back_id, employer_number)
    if found["state"] != "confirmed" or employer_number is None:
        _demand(found, "draft")
    elif not may_bind:
        raise Refused(Reason.CONFIRM_RIGHT)
    elif await store.has_money(unit.connection, back_id):
        raise Refused(Reason.LIST_HAS_MONEY)
    await store.set_state(unit.connection, back_id, "withdrawn", unit.clock.now())


async def cancel(unit: Unit, back_id: UUID) -> BackPaymentRow:
    """Take a confirmed one back that nobody pays: its money stays in suspense."""
    found = await locked(unit, back_id, None)
    _demand(found, "confirmed")
    await store.set_state(unit.connection, back_id, "withdrawn", unit.clock.now())
    return found


async def locked(unit: Unit, back_id: UUID, employer_number: str | None) -> BackPaymentRow:
    """Lock a back payment of whoever asks; raises `NOT_FOUND`."""
    found = await store.lock(unit.connection, ids=[back_id])
    if not found or employer_number not in (None, found[0]["employer_number"]):
        raise Refused(Reason.NOT_FOUND)
    return found[0]


def _demand(found: BackPaymentRow, state: str) -> None:
    if found["state"] != state:
        raise Refused(Reason.LIST_STATE, state=LIST_STATES[found["state"]])


async def locked_for(unit: Unit, references: Sequence[str]) -> list[BackPaymentRow]:
    """Lock the back payments that references name, with the employers and accounts of those that wait."""
    if not references:
        return []
    found = await store.lock(unit.connection, references=references)
    if waiting := [row for row in found if row["state"] == "confirmed"]:
        await lock_employers(unit.connection, sorted({row["employer_number"] for row in waiting}))
        await store.lock_accounts(unit.connection, [row["id"] for row in waiting])
    return found


async def book_awaiting(unit: Unit, found: Sequence[BackPaymentRow]) -> None:
    """Book those of locked back payments that are confirmed, and whose money is there."""
    if waiting := [row["id"] for row in found if row["state"] == "confirmed"]:
        await _book(unit, waiting)


async def _book(unit: Unit, ids: Sequence[UUID]) -> None:
    now, today = unit.clock.now(), unit.clock.today()
    for paid in await back_bookings.book_matching(unit.connection, ids, now, today):
        unit.emit(deposit_announcements.back_payment_booked(paid.row, paid.last.bank_serial))
