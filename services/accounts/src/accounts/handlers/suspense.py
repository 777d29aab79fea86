"""Money leaves suspense (暂收) by the word of two people: allotted to a list, or sent back (R-DEP-7)."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from accounts import announcements, deposit_announcements
from accounts.domain import LIST_STATES
from accounts.errors import Reason, Refused
from accounts.handlers.remittances import locked_list
from accounts.metrics import SUSPENSE_FEN, SUSPENSE_LONG, SUSPENSE_OLDEST_DAYS
from accounts.rules.suspense import LONG_AFTER_DAYS, Lying, Part, allotment_flaw, refund_flaw
from accounts.sealed import PAYER_ACCOUNT
from accounts.store import refunds, remittances
from accounts.store import suspense as store
from accounts.store.employers import lock_employers
from accounts.store.refunds import NewRefund
from accounts.store.rows import ListRow, ReceiptRow
from shared.messaging.unit import Context, Unit


async def allottable(
    unit: Unit, list_id: UUID, parts: Sequence[Part], owner: str | None = None
) -> tuple[ListRow, Mapping[str, Lying]]:
    """Lock a confirmed list and the receipts that shall book it.

    `owner` is the employer whose list and money alone are there for its operator; None for staff. Raises
    `NOT_FOUND`, `LIST_STATE`, and `CANNOT_ALLOT` where the parts are not there or do not equal it.
    """
    found = await locked_list(unit, list_id, owner)
    if found["state"] != "confirmed":
        raise Refused(Reason.LIST_STATE, state=LIST_STATES[found["state"]])
    await lock_employers(unit.connection, [found["employer_number"]])
    await remittances.lock_listed_accounts(unit.connection, [list_id])
    rows = await store.lock(unit.connection, [part.bank_serial for part in parts])
    lying = {
        serial: store.lying(row)
        for serial, row in rows.items()
        if owner in (None, row["employer_number"])
    }
    total_fen = found["employer_fen"] + found["employee_fen"]
    if why := allotment_flaw(parts, lying, found["employer_number"], total_fen):
        raise Refused(Reason.CANNOT_ALLOT, why=why)
    return found, lying


async def allot(unit: Unit, list_id: UUID, parts: Sequence[Part]) -> None:
    """Book a list from parts of receipts; raises what `allottable` does."""
    found, lying = await allottable(unit, list_id, parts)
    now, today = unit.clock.now(), unit.clock.today()
    paid = await store.allot(unit.connection, found, parts, lying, now=now, today=today)
    unit.emit(announcements.list_booked(paid.row, paid.bank_serial))


async def refundable(
    unit: Unit, bank_serial: str, amount_fen: int, owner: str | None = None
) -> ReceiptRow:
    """Lock a receipt of which so much can be sent back; raises `NOT_FOUND`, `CANNOT_REFUND`."""
    row = (await store.lock(unit.connection, [bank_serial])).get(bank_serial)
    if row is None or owner not in (None, row["employer_number"]):
        raise Refused(Reason.NOT_FOUND)
    if why := refund_flaw(store.lying(row), amount_fen):
        raise Refused(Reason.CANNOT_REFUND, why=why)
    return row


async def refund(
    unit: Unit, bank_serial: str, amount_fen: int, signed_by: tuple[UUID, UUID]
) -> UUID:
    """Hold a part of a receipt and have settlement pay it back; raises what `refundable` does."""
    row = await refundable(unit, bank_serial, amount_fen)
    today = unit.clock.today()
    new = NewRefund(uuid4(), uuid4(), bank_serial, amount_fen, *signed_by)
    await refunds.order(unit.connection, new, unit.clock.now(), today)
    sealed, name = row["payer_account_sealed"], row["payer_name"]
    assert sealed is not None
    assert name is not None, "what is refundable came from somewhere"
    payee = (unit.personal_data.open(sealed, PAYER_ACCOUNT, bank_serial), name)
    unit.emit(deposit_announcements.refund_approved(new.id, bank_serial, amount_fen, payee, today))
    return new.id


async def measure(context: Context) -> None:
    """Show how much lies in suspense, and for how long."""
    async with context.unit() as unit:
        found = await store.sums(unit.connection, unit.clock.today(), LONG_AFTER_DAYS)
    SUSPENSE_FEN.set(found["fen"])
    SUSPENSE_OLDEST_DAYS.set(found["oldest_days"])
    SUSPENSE_LONG.set(found["long"])
