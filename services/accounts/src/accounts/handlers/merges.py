"""Merging (合并) the two accounts of one person: agreed by two, asked of the others, done or ended (R-ACC-8).

Nothing is held meanwhile: whatever comes between is found under the locks of the last step, which ends it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from accounts import merge_announcements as announcements
from accounts.domain import AccountFacts, AccountState, Purpose, Reserved, Row
from accounts.domain import Refused as NotReserved
from accounts.errors import Reason, Refused
from accounts.rules import merge as rules
from accounts.rules import reservation
from accounts.rules.merge import ANSWER_WITHIN, WHY_BUSY, Holder, Match, MergeState, NewMerge
from accounts.sealed import id_number_in, name_in
from accounts.store import merges as store
from accounts.store import postings, reservations
from accounts.store.merges import Moving
from accounts.store.reservations import Decided
from accounts.store.rows import MergeRow
from shared.base.id_documents import IdDocument, IdType
from shared.messages.accounts import RefusalReason
from shared.messages.merges import LoansMergeTold, MergeAnswer, WithdrawalsMergeTold
from shared.messages.withdrawals import FundsConditions, WithdrawalFundsRequested
from shared.messaging.unit import Received, Unit, events_of
from shared.proposals.operation import Decision

WHOLE = FundsConditions(closing=True, sealed_required=True)
"""What goes, goes whole, and only what nobody contributes to any more."""
ROUND = 1
"""A merge is priced once."""


@dataclass(frozen=True)
class Found:
    """Two accounts that may be merged, locked."""

    goes: Row
    stays: Row
    match: Match
    facts: AccountFacts
    amounts: Reserved

    @property
    def is_empty(self) -> bool:
        """Nothing is to be moved but months."""
        return self.amounts.amount_fen == 0


async def check(unit: Unit, goes_number: str, stays_number: str) -> Found:
    """Lock both accounts; raises `NOT_FOUND` and `CANNOT_MERGE`, which says why."""
    found = await _find(unit, uuid4(), goes_number, stays_number)
    if isinstance(found, str):
        raise Refused(Reason.CANNOT_MERGE, why=found)
    people = [found.goes["person_id"], found.stays["person_id"]]
    if await store.is_open(unit.connection, people):
        raise Refused(Reason.CANNOT_MERGE, why="其中一方已有合并在办或已经并出")
    return found


async def _find(unit: Unit, merge_id: UUID, goes_number: str, stays_number: str) -> Found | str:
    """Lock and read both accounts; say why not, where they may not be merged."""
    today = unit.clock.today()
    rows = await store.holders(unit.connection, [goes_number, stays_number])
    if goes_number not in rows or stays_number not in rows:
        raise Refused(Reason.NOT_FOUND)
    goes, stays = rows[goes_number], rows[stays_number]
    if goes["person_id"] == stays["person_id"]:
        return "两个账户本来就是同一人的"
    holders = (_holder(unit, goes), _holder(unit, stays))
    if why := rules.flaw(*holders):
        return why
    if await store.owed_and_paid(unit.connection, stays_number, goes["ledger_account_id"], today):
        return "保留的账户有欠缴月份已在并出的账户缴存，应先补缴"
    match = rules.matched(*holders)
    assert match is not None, "else it is a flaw"
    priced = await _priced(unit, merge_id, goes, today)
    return priced if isinstance(priced, str) else Found(goes, stays, match, *priced)


def _holder(unit: Unit, row: Row) -> Holder:
    data = unit.personal_data
    document = IdDocument.parse(IdType(row["id_type"]), id_number_in(row, data))
    return Holder(
        name_in(row, data),
        document,
        row["confirmed"],
        row["deceased"],
        AccountState(row["state"]),
        row["business"],
    )


async def _priced(
    unit: Unit, merge_id: UUID, goes: Row, today: date
) -> tuple[AccountFacts, Reserved] | str:
    """Price the account as a closing withdrawal is priced; an empty one goes too."""
    request = WithdrawalFundsRequested(
        application_id=merge_id,
        person_id=goes["person_id"],
        round=ROUND,
        conditions=WHOLE,
        business_date=today,
    )
    facts, _ = (await reservations.facts_of(unit.connection, [request], today))[merge_id]
    if facts.account_number != goes["number"]:
        return WHY_BUSY[RefusalReason.ACCOUNT_CLOSED]
    answer = reservation.judge(facts, WHOLE, today)
    if isinstance(answer, NotReserved):
        nothing = answer.reason_code == RefusalReason.NOTHING_TO_WITHDRAW
        if nothing and facts.balance_fen == 0 and facts.interest_fen == 0:
            return facts, Reserved(0, 0, 0)
        return WHY_BUSY[RefusalReason(answer.reason_code)]
    return facts, answer


async def begin(unit: Unit, goes_number: str, stays_number: str, decision: Decision) -> UUID:
    """Ask the others whether anything is under way; raises what `check` does."""
    found, now = await check(unit, goes_number, stays_number), unit.clock.now()
    new = NewMerge(
        uuid4(),
        goes_number,
        stays_number,
        found.goes["person_id"],
        found.stays["person_id"],
        found.match,
        decision.maker_id,
        decision.checker_id,
        decision.reason,
        decision.evidence,
        now,
        now + ANSWER_WITHIN,
    )
    await store.add(unit.connection, new)
    unit.emit(announcements.asked(new))
    return new.id


async def withdrawals_told(unit: Unit, batch: Sequence[Received[WithdrawalsMergeTold]]) -> None:
    """Withdrawals has nothing of the one who goes under way, or has."""
    await _answered(unit, events_of(batch))


async def loans_told(unit: Unit, batch: Sequence[Received[LoansMergeTold]]) -> None:
    """Loans has nothing of the one who goes under way, or has."""
    await _answered(unit, events_of(batch))


async def _answered(unit: Unit, answers: Sequence[MergeAnswer]) -> None:
    """Keep answers to merges that wait for them; the last that is free merges, one that is not ends it.

    An answer that comes twice, or after the end, changes nothing; what is late is ended as late.
    """
    found = await store.lock(unit.connection, [one.merge_id for one in answers])
    now = unit.clock.now()
    waiting = {key: row for key, row in found.items() if row["state"] == MergeState.ASKED}
    busy = {one.merge_id: one for one in answers if not one.free and one.merge_id in waiting}
    for merge_id, one in busy.items():
        await _end(unit, waiting[merge_id], MergeState.BUSY, one.reason_text)
    late = {row["id"] for row in waiting.values() if row["answer_by"] < now} - busy.keys()
    for merge_id in late:
        await _end(unit, waiting[merge_id], MergeState.EXPIRED, "")
    free = [one for one in answers if one.merge_id in waiting.keys() - busy.keys() - late]
    ready = await store.note_free(
        unit.connection,
        [one.merge_id for one in free if isinstance(one, WithdrawalsMergeTold)],
        [one.merge_id for one in free if isinstance(one, LoansMergeTold)],
    )
    for merge_id in ready:
        await _merge(unit, waiting[merge_id])


async def _end(unit: Unit, row: MergeRow, state: MergeState, why: str) -> None:
    now = unit.clock.now()
    await store.end(unit.connection, row["id"], state, why, now)
    unit.emit(announcements.ended(row, now))


async def _merge(unit: Unit, row: MergeRow) -> None:
    """Everybody is free: move all of it, if by now nothing here is in the way."""
    found = await _find(unit, row["id"], row["goes_account"], row["stays_account"])
    if isinstance(found, str):
        await _end(unit, row, MergeState.BUSY, found)
        return
    now, today = unit.clock.now(), unit.clock.today()
    moving = await _moving(unit, row, found, today)
    await store.move(unit.connection, moving, now, today)
    balance_fen = await store.balance(unit.connection, moving.stays_ledger_id)
    unit.emit(announcements.merged(row, found.amounts, balance_fen, now, today))


async def _moving(unit: Unit, row: MergeRow, found: Found, today: date) -> Moving:
    """Book the interest of the account that goes, and say what is to be moved."""
    goes_id, stays_id = found.goes["ledger_account_id"], found.stays["ledger_account_id"]
    transfer_id: UUID | None = uuid4()
    assert transfer_id is not None
    if found.is_empty:
        if not await store.open_transfer_of_months(
            unit.connection, transfer_id, row["id"], goes_id
        ):
            transfer_id = None
    else:
        decided = Decided(row["id"], ROUND, True, found.facts, found.amounts, transfer_id)
        await reservations.reserve(unit.connection, [decided], today, Purpose.MERGE)
        held = await reservations.lock(unit.connection, [_About(row["id"], row["goes_person"])])
        await postings.post_interest(unit.connection, held[row["id"]], today)
    return Moving(
        row,
        transfer_id,
        goes_id,
        stays_id,
        found.amounts.principal_fen,
        found.amounts.interest_fen,
        f"staff_maker:{row['maker_id']} staff_checker:{row['checker_id']}",
    )


@dataclass(frozen=True)
class _About:
    """Whose money a merge is about."""

    application_id: UUID
    person_id: UUID


async def call_off(unit: Unit, merge_id: UUID) -> None:
    """Let everything be as it was, before the last answer; raises `NOT_FOUND` and `MERGE_ENDED`."""
    row = (await store.lock(unit.connection, [merge_id])).get(merge_id)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    state = MergeState(row["state"])
    if state is not MergeState.ASKED:
        raise Refused(Reason.MERGE_ENDED, state=state.text)
    await _end(unit, row, MergeState.CALLED_OFF, "")


async def expire(unit: Unit) -> int:
    """End what somebody has not answered in time; return how many."""
    late = await store.lock_late(unit.connection, unit.clock.now())
    for row in late:
        await _end(unit, row, MergeState.EXPIRED, "")
    return len(late)
