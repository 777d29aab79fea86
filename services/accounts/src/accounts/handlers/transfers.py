"""Same-city transfer (同城转移): the new employer asks, the person agrees, the former one has sealed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from accounts import change_announcements as announcements
from accounts.domain import AccountState, Month
from accounts.errors import Reason, Refused
from accounts.handlers.changes import Actor, Sealing, seal_accounts
from accounts.handlers.ratios import locked_employer
from accounts.rules import transfer as rules
from accounts.rules.transfer import NewTransfer, Situation, TransferState, Waits
from accounts.sealed import name_in
from accounts.store import changes, employers, remittances
from accounts.store import transfers as store
from accounts.store.rows import AccountRow, EmployerRow, OwnedRow, TransferRow
from shared.base.cleaning import clean_name
from shared.base.id_documents import IdDocument
from shared.messages.accounts import SealReason
from shared.messages.employers import EmployerRequest
from shared.messaging import working_days
from shared.messaging.unit import Unit

OPEN = (TransferState.ASKED, TransferState.CONSENTED)


@dataclass(frozen=True)
class Wanted:
    """Whom an employer takes over, and from when."""

    document: IdDocument
    name: str
    first_month: Month
    base_fen: int


async def ask(unit: Unit, to_employer: str, wanted: Wanted, actor: Actor) -> UUID:
    """Ask for somebody's account (R-TRF-3); name and ID number must both be right, and the person decides."""
    account = await _account_of(unit, wanted)
    number, giving = account["number"], account["employer_number"]
    if giving == to_employer:
        await locked_employer(unit, to_employer, actor)
        raise Refused(Reason.OWN_STAFF_ALREADY, number=number)
    await employers.lock_employers(unit.connection, [giving, to_employer])
    taking = await locked_employer(unit, to_employer, actor)
    row = (await changes.lock_accounts(unit.connection, [number]))[number]
    await _check_month(unit, wanted.first_month, row, taking)
    now, today = unit.clock.now(), unit.clock.today()
    term = await store.term_on(unit.connection, today)
    calendar = await working_days.read(unit.connection, (today.year, today.year + 1))
    consent_by, release_by = term.ends(today, calendar)
    new = NewTransfer(
        uuid4(),
        number,
        row["person_id"],
        row["employer_number"],
        to_employer,
        wanted.first_month.first,
        wanted.base_fen,
        actor.name,
        now,
        consent_by,
        release_by,
    )
    if not await store.ask(unit.connection, new):
        raise Refused(Reason.TRANSFER_OPEN, number=number)
    unit.emit(announcements.transfer_asked(new, taking["name"]))
    return new.id


async def _account_of(unit: Unit, wanted: Wanted) -> OwnedRow:
    id_hash = unit.personal_data.lookup_hash(wanted.document.lookup_key)
    account = await store.account_of(unit.connection, id_hash)
    if account is None or name_in(account, unit.personal_data) != clean_name(wanted.name):
        raise Refused(Reason.NOBODY_TO_TRANSFER)
    return account


async def _check_month(unit: Unit, month: Month, row: AccountRow, taking: EmployerRow) -> None:
    frozen = await remittances.months_frozen(unit.connection, [taking["number"]])
    new_frozen = max((day for _, day in frozen), default=None)
    first = rules.first_allowed_month(
        row["paid_up_to"], row["frozen_month"], taking["paid_up_to"], new_frozen
    )
    if first is not None and month < first:
        raise Refused(Reason.TRANSFER_MONTH, first=first)


async def _locked(
    unit: Unit, transfer_id: UUID, may_see: Callable[[TransferRow], bool]
) -> TransferRow:
    found = await store.lock(unit.connection, transfer_id)
    if found is None or not may_see(found):
        raise Refused(Reason.NOT_FOUND)
    if found["state"] not in OPEN:
        raise Refused(Reason.TRANSFER_ENDED, state=TransferState(found["state"]).text)
    return found


async def answer(unit: Unit, transfer_id: UUID, person_id: UUID, *, agree: bool) -> None:
    """Let the person agree, and it is done as soon as it can be; or refuse it for good (R-TRF-3)."""
    found = await _locked(unit, transfer_id, lambda row: row["person_id"] == person_id)
    if found["state"] != TransferState.ASKED or found["consent_by"] < unit.clock.today():
        raise Refused(Reason.TRANSFER_ENDED, state=TransferState(found["state"]).text)
    if not agree:
        await store.end(unit.connection, transfer_id, TransferState.REFUSED, unit.clock.now())
        return
    await store.consent(unit.connection, transfer_id, unit.clock.now())
    if await _complete(unit, found, f"individual:{person_id}") is Waits.NOT_SEALED:
        await _remind(unit, found["from_employer"], found["release_by"])


async def _remind(unit: Unit, number: str, due_on: date) -> None:
    giving = (await employers.lock_employers(unit.connection, [number]))[number]
    what = EmployerRequest.TRANSFER
    unit.emit(announcements.operator_asked(giving, what, due_on, unit.personal_data))


async def withdraw(unit: Unit, transfer_id: UUID, actor: Actor) -> None:
    """Take the request back, as long as it is not done."""
    await _locked(unit, transfer_id, lambda row: row["to_employer"] == actor.employer_number)
    await store.end(unit.connection, transfer_id, TransferState.WITHDRAWN, unit.clock.now())


async def release(unit: Unit, transfer_id: UUID, actor: Actor) -> None:
    """Let the former employer confirm: it seals the account, and the transfer goes on (R-TRF-3)."""
    found = await _locked(
        unit, transfer_id, lambda row: row["from_employer"] == actor.employer_number
    )
    await _seal(unit, found, actor)
    if found["state"] == TransferState.CONSENTED:
        await _complete(unit, found, actor.name)


async def _seal(unit: Unit, found: TransferRow, actor: Actor) -> None:
    item = Sealing(found["account_number"], SealReason.TERMINATED, None, None, "同城转移")
    await employers.lock_employers(unit.connection, [found["from_employer"], found["to_employer"]])
    await seal_accounts(unit, [item], actor)


async def decide_by_centre(unit: Unit, transfer_id: UUID, actor: Actor) -> None:
    """Do it in the former employer's stead once its time is over (R-TRF-3)."""
    found = await _locked(unit, transfer_id, lambda _row: True)
    late = found["release_by"] < unit.clock.today()
    if found["state"] != TransferState.CONSENTED or not late:
        raise Refused(Reason.TRANSFER_WAITS, release_by=found["release_by"])
    number = found["account_number"]
    row = (await changes.lock_accounts(unit.connection, [number]))[number]
    if row["state"] == AccountState.NORMAL:
        await _seal(unit, found, actor)
    await _complete(unit, found, actor.name)


async def carry_on(unit: Unit, transfer_id: UUID) -> bool:
    """Do a transfer that waited for a seal, a list or a payout; return whether it has ended."""
    found = await store.lock(unit.connection, transfer_id)
    if found is None or found["state"] != TransferState.CONSENTED:
        return False
    return isinstance(await _complete(unit, found, "accounts"), TransferState)


async def expire(unit: Unit) -> int:
    """End what the person has not answered in time; return how many."""
    return await store.expire(unit.connection, unit.clock.today(), unit.clock.now())


async def _complete(unit: Unit, found: TransferRow, actor: str) -> TransferState | Waits:
    """Move the account if nothing is in the way; both employers' books in this one transaction (R-TRF-2)."""
    await employers.lock_employers(unit.connection, [found["from_employer"], found["to_employer"]])
    number = found["account_number"]
    row = (await changes.lock_accounts(unit.connection, [number]))[number]
    situation = Situation(
        AccountState(row["state"]),
        row["employer_number"],
        row["frozen_fen"],
        row["frozen_month"] is not None,
    )
    reached = rules.outcome(situation, found["from_employer"])
    now = unit.clock.now()
    if reached is TransferState.DONE:
        month = await store.move(
            unit.connection, found["id"], today=unit.clock.today(), now=now, actor=actor
        )
        unit.emit(announcements.account_transferred(found, Month.of(month)))
    if isinstance(reached, TransferState):
        await store.end(unit.connection, found["id"], reached, now)
    return reached
