"""The monthly remittance (当月汇缴): list, confirmation, bank receipt, booking.

Everywhere lists are locked before employers, employers before accounts, accounts before the ledger's
balances, so that two transactions never wait for each other.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from accounts import announcements
from accounts.domain import LIST_STATES, Month
from accounts.errors import Reason, Refused
from accounts.handlers import back_payments
from accounts.handlers.employers import has_agreement
from accounts.rules.receipts import references_in
from accounts.rules.remittance import refusal
from accounts.sealed import PAYER_ACCOUNT
from accounts.store import deferrals, receipts
from accounts.store import remittances as store
from accounts.store.employers import lock_employers
from accounts.store.remittances import NewList
from accounts.store.rows import EmployerRow, ListRow
from shared.messages.settlement import ReceiptCredited
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData

TAIL_DIGITS = 4


class NotTogetherError(Exception):
    """One employer twice in a group: each is done by itself, one after the other."""


@dataclass(frozen=True)
class DraftAsked:
    """Whose list of which month is to be drafted."""

    employer_number: str
    month: Month
    by_staff: bool


@dataclass(frozen=True)
class ConfirmationAsked:
    """Which list is to be frozen."""

    list_id: UUID
    employer_number: str | None
    """Bounds an operator to its own lists; None for staff."""
    total_fen: int | None = None
    """What was confirmed; another total is refused."""


async def draft_list(unit: Unit, employer_number: str, month: Month, *, by_staff: bool) -> UUID:
    """Draft one list; raises why it may not be."""
    (made,) = await draft_lists(unit, [DraftAsked(employer_number, month, by_staff)])
    if isinstance(made, Refused):
        raise made
    return made


async def draft_lists(unit: Unit, asked: Sequence[DraftAsked]) -> list[UUID | Refused]:
    """Compute lists (汇缴清册) from the contributing staff (R-DEP-1, 6): each drafted, or why it is not.

    Raises `NotTogetherError` where one employer asks twice.
    """
    numbers = sorted({one.employer_number for one in asked})
    if len(numbers) < len(asked):
        raise NotTogetherError
    employers = await lock_employers(unit.connection, numbers)
    months = await _months(unit, numbers)
    barred = {one: _bars(one, employers, months) for one in asked}
    new = {
        one: NewList(uuid4(), one.employer_number, one.month)
        for one, why in barred.items()
        if why is None
    }
    drafted = await store.draft(unit.connection, list(new.values()), unit.clock.now())
    return [
        barred[one]
        or (new[one].list_id if new[one].list_id in drafted else Refused(Reason.NOBODY_TO_REMIT))
        for one in asked
    ]


@dataclass(frozen=True)
class _Months:
    """What decides for which month employers may draft."""

    today: date
    open: Mapping[str, date]
    deferred: Mapping[str, Collection[date]]

    def refusal(self, employer: EmployerRow, month: Month) -> Refused | None:
        number = employer["number"]
        why = refusal(
            month,
            self.today,
            self.open.get(number),
            employer["paid_up_to"],
            self.deferred.get(number, ()),
        )
        return Refused(Reason.LIST_MONTH, why=why) if why is not None else None


async def _months(unit: Unit, numbers: Sequence[str]) -> _Months:
    return _Months(
        unit.clock.today(),
        await store.open_months(unit.connection, numbers),
        await deferrals.months(unit.connection, numbers),
    )


def _bars(one: DraftAsked, employers: Mapping[str, EmployerRow], months: _Months) -> Refused | None:
    employer = employers.get(one.employer_number)
    if employer is None:
        return Refused(Reason.NOT_FOUND)
    if not one.by_staff and not has_agreement(employer):
        return Refused(Reason.NO_AGREEMENT)
    return months.refusal(employer, one.month)


async def demand_month(unit: Unit, employer: EmployerRow, month: Month) -> None:
    """Refuse a month for which a locked employer may draft no list now (R-DEP-6)."""
    months = await _months(unit, [employer["number"]])
    why = months.refusal(employer, month)
    if why is not None:
        raise why


async def confirm_list(
    unit: Unit, list_id: UUID, employer_number: str | None, total_fen: int | None = None
) -> None:
    """Freeze one list; raises why it may not be."""
    asked = ConfirmationAsked(list_id, employer_number, total_fen)
    (why,) = await confirm_lists(unit, [asked])
    if why is not None:
        raise why


async def confirm_lists(unit: Unit, asked: Sequence[ConfirmationAsked]) -> list[Refused | None]:
    """Freeze lists (R-DEP-6), each answered for; one whose receipt waits in suspense is booked at once.

    Raises `NotTogetherError` where one list is asked for twice.
    """
    ids = sorted({one.list_id for one in asked})
    if len(ids) < len(asked):
        raise NotTogetherError
    found = {row["id"]: row for row in await store.lock_lists(unit.connection, ids=ids)}
    bosses = sorted({row["employer_number"] for row in found.values()})
    employers = await lock_employers(unit.connection, bosses)
    refused = {one.list_id: _bars_freezing(one, found.get(one.list_id), employers) for one in asked}
    ready = [list_id for list_id, why in refused.items() if why is None]
    if ready:
        outdated = await _freeze(unit, ready)
        refused |= {
            list_id: Refused(Reason.LIST_OUTDATED, count=lines)
            for list_id, lines in outdated.items()
        }
    return [refused[one.list_id] for one in asked]


async def _freeze(unit: Unit, list_ids: Sequence[UUID]) -> dict[UUID, int]:
    """Freeze locked drafts and book whose money is there; return how many lines bar the others."""
    await store.lock_listed_accounts(unit.connection, list_ids)
    outdated = await store.outdated_lines(unit.connection, list_ids)
    good = [list_id for list_id in list_ids if list_id not in outdated]
    if good:
        await store.set_list_states(unit.connection, good, "confirmed", unit.clock.now())
        await _book(unit, good)
    return outdated


def _bars_freezing(
    one: ConfirmationAsked, found: ListRow | None, employers: Mapping[str, EmployerRow]
) -> Refused | None:
    if found is None or one.employer_number not in (None, found["employer_number"]):
        return Refused(Reason.NOT_FOUND)
    employer = employers[found["employer_number"]]
    if one.employer_number is not None and not has_agreement(employer):
        return Refused(Reason.NO_AGREEMENT)
    if found["state"] != "draft":
        return Refused(Reason.LIST_STATE, state=LIST_STATES[found["state"]])
    if one.total_fen not in (None, found["employer_fen"] + found["employee_fen"]):
        return Refused(Reason.OTHER_TOTAL)
    return None


async def withdraw_list(
    unit: Unit, list_id: UUID, employer_number: str | None, *, may_bind: bool
) -> None:
    """Take a draft back; its own employer also a confirmed list for which no money has come."""
    found = await locked_list(unit, list_id, employer_number)
    if found["state"] != "confirmed" or employer_number is None:
        _demand_draft(found)
    elif not may_bind:
        raise Refused(Reason.CONFIRM_RIGHT)
    elif await receipts.has_money(unit.connection, list_id):
        raise Refused(Reason.LIST_HAS_MONEY)
    await store.set_list_states(unit.connection, [list_id], "withdrawn", unit.clock.now())


async def cancellable_list(unit: Unit, list_id: UUID) -> ListRow:
    """Lock a confirmed list that is not booked, so that the centre may cancel it (R-CHG-6)."""
    found = await locked_list(unit, list_id, None)
    if found["state"] != "confirmed":
        raise Refused(Reason.LIST_STATE, state=LIST_STATES[found["state"]])
    return found


async def cancel_list(unit: Unit, list_id: UUID) -> None:
    """Take a confirmed list back that nobody pays; money that names it waits for the one made anew."""
    await cancellable_list(unit, list_id)
    await store.set_list_states(unit.connection, [list_id], "withdrawn", unit.clock.now())


async def locked_list(unit: Unit, list_id: UUID, employer_number: str | None) -> ListRow:
    """Lock a list of whoever asks; raises `NOT_FOUND`."""
    found = await store.lock_lists(unit.connection, ids=[list_id])
    if not found or employer_number not in (None, found[0]["employer_number"]):
        raise Refused(Reason.NOT_FOUND)
    return found[0]


def _demand_draft(found: ListRow) -> None:
    if found["state"] != "draft":
        raise Refused(Reason.LIST_STATE, state=LIST_STATES[found["state"]])


async def book_receipts(unit: Unit, batch: Sequence[Received[ReceiptCredited]]) -> None:
    """Record bank receipts in the ledger (暂收), and book the lists that they pay to the fen."""
    good = [received for received in batch if received.event.amount_fen > 0]
    for received in batch:
        if received.event.amount_fen <= 0:
            unit.park(received, f"a receipt of {received.event.amount_fen} fen")
    named = [references_in(event.remittance_information) for event in events_of(good)]
    references = sorted({reference for some in named for reference in some})
    lists = await locked_for(unit, references)
    backs = await back_payments.locked_for(unit, references)
    known = {row["payment_reference"] for row in [*lists, *backs]}
    await _record(unit, good, [_only(some, known) for some in named])
    await book_awaiting(unit, lists)
    await back_payments.book_awaiting(unit, backs)


async def locked_for(unit: Unit, references: Sequence[str]) -> list[ListRow]:
    """Lock the lists of the months that references are of, with employers and accounts."""
    if not references:
        return []
    lists = await store.lock_lists(unit.connection, references=references)
    awaiting = _awaiting(lists)
    if awaiting:
        bosses = sorted({row["employer_number"] for row in awaiting})
        await lock_employers(unit.connection, bosses)
        await store.lock_listed_accounts(unit.connection, [row["id"] for row in awaiting])
    return lists


async def book_awaiting(unit: Unit, lists: Sequence[ListRow]) -> None:
    """Book those of locked lists that are confirmed, and whose money is there."""
    if awaiting := _awaiting(lists):
        await _book(unit, [row["id"] for row in awaiting])


def _awaiting(lists: Sequence[ListRow]) -> list[ListRow]:
    return [row for row in lists if row["state"] == "confirmed"]


def _only(references: Sequence[str], known: set[str]) -> str | None:
    """The list that a note names, if it names exactly one."""
    found = set(references) & known
    return found.pop() if len(found) == 1 else None


async def _record(
    unit: Unit,
    batch: Sequence[Received[ReceiptCredited]],
    references: Sequence[str | None],
) -> None:
    """Record what is new; a serial that comes again with another amount is for the operators."""
    now, today = unit.clock.now(), unit.clock.today()
    events = events_of(batch)
    payers = [_payer(unit.personal_data, event) for event in events]
    new = await receipts.record_receipts(
        unit.connection, events, references, payers, now=now, today=today
    )
    for row in new:
        unit.emit(announcements.receipt_recorded(row))
    if len(new) == len(events):
        return
    amounts = await receipts.recorded_amounts(
        unit.connection, [event.bank_serial for event in events]
    )
    for received in batch:
        recorded_fen = amounts[received.event.bank_serial]
        if recorded_fen != received.event.amount_fen:
            unit.park(received, f"this serial is recorded with {recorded_fen} fen")


def _payer(data: PersonalData, event: ReceiptCredited) -> receipts.Payer:
    """The account that a receipt came from, sealed, and its last digits, for people to tell it by."""
    account = event.payer_account
    if not account:
        return receipts.Payer(None, None)
    tail = account[-TAIL_DIGITS:]
    shown = tail if len(tail) == TAIL_DIGITS and tail.isdecimal() else None
    return receipts.Payer(data.seal(account, PAYER_ACCOUNT, event.bank_serial), shown)


async def _book(unit: Unit, list_ids: Sequence[UUID]) -> None:
    booked = await receipts.book_matching(
        unit.connection, list_ids, unit.clock.now(), unit.clock.today()
    )
    for paid in booked:
        unit.emit(announcements.list_booked(paid.row, paid.bank_serial))
