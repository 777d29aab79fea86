"""The money of a withdrawal: frozen, then posted, released or restored. Whole batches at a time."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID, uuid4

import asyncpg

from accounts.domain import AccountFacts, Refused, Reserved, month_text
from accounts.rules import reservation as rules
from accounts.store import reservations as store
from accounts.store.reservations import Decided
from shared.messages.accounts import (
    FundsPosted,
    FundsRefused,
    FundsReleased,
    FundsReserved,
    FundsRestored,
    SealReason,
)
from shared.messages.withdrawals import (
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalFundsRequested,
    WithdrawalPaid,
    WithdrawalRejected,
    WithdrawalReturned,
    WithdrawalsEvent,
)
from shared.unit import Unit

ACCOUNT_TAIL_DIGITS = 4


async def reserve_funds(unit: Unit, events: Sequence[WithdrawalFundsRequested]) -> None:
    """Freeze the money of each withdrawal, or say why not; the highest round wins."""
    known = await store.lock(unit.connection, [event.application_id for event in events])
    wanted = _latest(events, known)
    if not wanted:
        return
    facts = await store.facts_of(unit.connection, wanted, unit.clock.today())
    decided: list[Decided] = []
    refused: list[tuple[WithdrawalFundsRequested, Refused, AccountFacts | None]] = []
    busy: set[str] = set()
    for event in wanted:
        found, name = facts.get(event.application_id, (None, ""))
        answer = rules.judge(found, event.conditions, unit.clock.today())
        if found is not None and found.account_number in busy and isinstance(answer, Reserved):
            answer = Refused("funds_already_reserved", "R-WDR-10")
        if found is None or isinstance(answer, Refused):
            assert isinstance(answer, Refused)
            refused.append((event, answer, found))
            continue
        busy.add(found.account_number)
        before = known.get(event.application_id)
        item = Decided(
            event.application_id,
            event.round,
            event.conditions.closing,
            found,
            answer,
            before["transfer_id"] if before else uuid4(),
            anew=before is not None,
        )
        decided.append(item)
        unit.emit(_reserved(event, item, name, unit.clock.today()))
    await store.reserve(unit.connection, decided, unit.clock.today())
    await _refuse(unit, refused, known)


def _latest(
    events: Sequence[WithdrawalFundsRequested], known: dict[UUID, asyncpg.Record]
) -> list[WithdrawalFundsRequested]:
    """Leave out what is stale: older rounds, and applications that have ended."""
    latest: dict[UUID, WithdrawalFundsRequested] = {}
    for event in events:
        before = known.get(event.application_id)
        if before and (before["state"] != "reserved" or before["round"] >= event.round):
            continue
        other = latest.get(event.application_id)
        if other is None or other.round < event.round:
            latest[event.application_id] = event
    return list(latest.values())


async def _refuse(
    unit: Unit,
    refused: Sequence[tuple[WithdrawalFundsRequested, Refused, AccountFacts | None]],
    known: dict[UUID, asyncpg.Record],
) -> None:
    """Say why not; what was frozen for an earlier round is released."""
    if not refused:
        return
    frozen = [known[event.application_id] for event, _, _ in refused if event.application_id in known]
    if frozen:
        await store.release(unit.connection, frozen)
    ended = [(event.application_id, event.person_id) for event, _, _ in refused]
    await store.remember_ended(unit.connection, ended, "refused")
    for event, why, facts in refused:
        unit.emit(
            FundsRefused(
                application_id=event.application_id,
                person_id=event.person_id,
                round=event.round,
                reason_code=why.reason_code,
                rule=why.rule,
                eligible_from=why.eligible_from,
                balance_fen=facts.balance_fen if facts else None,
                retained_fen=why.retained_fen,
            )
        )


def _reserved(
    event: WithdrawalFundsRequested, item: Decided, name_sealed: str, today: date
) -> FundsReserved:
    facts, amounts = item.facts, item.reserved
    return FundsReserved(
        application_id=event.application_id,
        person_id=event.person_id,
        round=event.round,
        account_number=facts.account_number,
        account_tail=facts.account_number[-ACCOUNT_TAIL_DIGITS:],
        holder_name=name_sealed,
        closing=item.closing,
        principal_fen=amounts.principal_fen,
        interest_fen=amounts.interest_fen,
        amount_fen=amounts.amount_fen,
        balance_after_fen=facts.balance_fen - amounts.principal_fen,
        retained_fen=amounts.retained_fen,
        reserved_on=today,
        seal_reason=SealReason(facts.seal_reason) if facts.seal_reason else None,
        sealed_on=facts.sealed_on,
        paid_up_to=month_text(facts.paid_up_to),
        months_behind=rules.months_behind(facts.paid_up_to, facts.sealed_on, facts.opened_on),
    )


async def release_funds(
    unit: Unit, events: Sequence[WithdrawalCancelled | WithdrawalRejected | WithdrawalFailed]
) -> None:
    """Void what was frozen; for an application without a reservation, never freeze anything."""
    known = await store.lock(unit.connection, [event.application_id for event in events])
    frozen: dict[UUID, asyncpg.Record] = {}
    unknown: list[tuple[UUID, UUID]] = []
    for event in events:
        row = known.get(event.application_id)
        if row is None:
            unknown.append((event.application_id, event.person_id))
        elif row["state"] == "reserved":
            frozen[event.application_id] = row
        elif row["state"] in ("posted", "restored"):
            unit.park(event, f"the money of this application is {row['state']}, not frozen")
    if unknown:
        await store.remember_ended(unit.connection, unknown, "released")
    if frozen:
        await store.release(unit.connection, list(frozen.values()))
    for application_id, row in frozen.items():
        unit.emit(
            FundsReleased(
                application_id=application_id,
                person_id=row["person_id"],
                amount_fen=row["principal_fen"] + row["interest_fen"],
            )
        )


E = TypeVar("E", bound=WithdrawalsEvent)


def _in_state(
    unit: Unit,
    events: Sequence[E],
    known: dict[UUID, asyncpg.Record],
    state: str,
    early: frozenset[str],
    done: frozenset[str],
) -> list[tuple[E, asyncpg.Record]]:
    """Pick the events whose reservation is in the state that they need, once each."""
    ready: dict[UUID, tuple[E, asyncpg.Record]] = {}
    for event in events:
        row = known.get(event.application_id)
        found = row["state"] if row else "missing"
        if row is not None and found == state:
            ready[event.application_id] = (event, row)
        elif found in early:
            unit.retry_later(event, f"the reservation is {found}")
        elif found not in done:
            unit.park(event, f"{event.type} cannot be true: the reservation is {found}")
    return list(ready.values())


async def post_funds(unit: Unit, events: Sequence[WithdrawalPaid]) -> None:
    """The bank paid: book it; a closing withdrawal closes the account."""
    known = await store.lock(unit.connection, [event.application_id for event in events])
    ready = _in_state(
        unit, events, known, "reserved", frozenset({"missing"}), frozenset({"posted", "restored"})
    )
    ready = _agreeing(unit, ready, lambda event: event.amount_fen)
    if not ready:
        return
    today = unit.clock.today()
    rows = [row for _, row in ready]
    await store.post(unit.connection, rows, [event.paid_on for event, _ in ready], today)
    for event, row in ready:
        unit.emit(
            FundsPosted(
                application_id=event.application_id,
                person_id=event.person_id,
                amount_fen=event.amount_fen,
                posted_on=today,
                account_closed=row["closing"],
            )
        )


async def restore_funds(unit: Unit, events: Sequence[WithdrawalReturned]) -> None:
    """The payment came back (退票): book it to the account again."""
    known = await store.lock(unit.connection, [event.application_id for event in events])
    early = frozenset({"missing", "reserved"})
    ready = _in_state(unit, events, known, "posted", early, frozenset({"restored"}))
    ready = _agreeing(unit, ready, lambda event: event.amount_fen)
    if not ready:
        return
    today = unit.clock.today()
    rows = [row for _, row in ready]
    await store.restore(unit.connection, rows, [event.returned_on for event, _ in ready], today)
    for event, _ in ready:
        unit.emit(
            FundsRestored(
                application_id=event.application_id,
                person_id=event.person_id,
                amount_fen=event.amount_fen,
                restored_on=today,
            )
        )


def _agreeing(
    unit: Unit, pairs: list[tuple[E, asyncpg.Record]], amount: Callable[[E], int]
) -> list[tuple[E, asyncpg.Record]]:
    """Keep those whose amount is what was frozen; money that differs is for the operators."""
    agreeing: list[tuple[E, asyncpg.Record]] = []
    for event, row in pairs:
        frozen = row["principal_fen"] + row["interest_fen"]
        if amount(event) == frozen:
            agreeing.append((event, row))
        else:
            unit.park(event, f"{amount(event)} fen, but {frozen} fen are frozen")
    return agreeing
