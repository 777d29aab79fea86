"""The account of somebody who has died is sealed at once, and opened again if that was wrong (R-WDR-45)."""

from collections.abc import Sequence
from datetime import date

from accounts import announcements
from accounts.domain import AccountState, Month
from accounts.rules import sealing as rules
from accounts.rules.reservation import months_behind
from accounts.store import changes
from accounts.store import deaths as store
from accounts.store.changes import Seal
from accounts.store.remittances import months_frozen
from accounts.store.rows import AccountRow
from shared.messages.accounts import SealReason
from shared.messages.estates import DeathRecorded, DeathRevoked
from shared.messaging.unit import Received, Unit, events_of

ACTOR = "withdrawals"
EVIDENCE = "死亡登记"


async def seal(unit: Unit, batch: Sequence[Received[DeathRecorded]]) -> None:
    """Seal the open account of each; one that is sealed already says from now on why."""
    for event in events_of(batch):
        if await store.find(unit.connection, event.death_id) is not None:
            continue
        found = await store.open_account(unit.connection, event.person_id)
        if found is None:
            await store.keep(unit.connection, event, None, None, revoked=False)
            continue
        number, reason = found
        row = (await changes.lock_accounts(unit.connection, [number]))[number]
        await store.keep(unit.connection, event, row, reason, revoked=False)
        await _seal(unit, event, row)


async def _seal(unit: Unit, event: DeathRecorded, row: AccountRow) -> None:
    today, number = unit.clock.today(), row["number"]
    match AccountState(row["state"]):
        case AccountState.NORMAL:
            first, last = rules.months_to_seal_from(
                today, row["paid_up_to"], row["opened_on"], row["frozen_month"]
            )
            month = min(last, max(first, Month.of(event.died_on).plus(1)))
            behind = months_behind(row["paid_up_to"], month.first, row["opened_on"])
            reason = SealReason.DECEASED
            one = Seal(number, reason.value, today, month.first, EVIDENCE, behind)
            await changes.seal(unit.connection, [one], ACTOR, unit.clock.now())
            unit.emit(announcements.account_sealed(row, reason, today, month.first))
        case AccountState.FROZEN:
            await store.seal_frozen(unit.connection, number, today)
        case _:
            await store.set_reason(unit.connection, number, SealReason.DECEASED.value)


async def undo(unit: Unit, batch: Sequence[Received[DeathRevoked]]) -> None:
    """The person lives: the account is as it was before, and contributed to from where it stopped."""
    for event in events_of(batch):
        known = await store.find(unit.connection, event.death_id)
        await store.keep(unit.connection, event, None, None, revoked=True)
        if known is None or known.revoked or known.account_number is None:
            continue
        number = known.account_number
        row = (await changes.lock_accounts(unit.connection, [number]))[number]
        sealed = await store.sealed_by_death(unit.connection, number)
        if sealed is None:
            continue
        if known.state_before != AccountState.NORMAL.value:
            await store.set_reason(unit.connection, number, known.reason_before)
            continue
        month = await _resumes(unit, *sealed)
        await changes.unseal(unit.connection, [(number, month.first)], unit.clock.today(), ACTOR)
        unit.emit(announcements.account_unsealed(row, month))


async def _resumes(unit: Unit, employer_number: str, sealed_month: date) -> Month:
    """The first month that no confirmed list has frozen without the person (R-CHG-6)."""
    frozen = await months_frozen(unit.connection, [employer_number])
    month = Month.of(sealed_month)
    while (employer_number, month.first) in frozen:
        month = month.plus(1)
    return month
