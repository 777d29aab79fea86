"""The fund's fines on employers become rows of 双公示, which two publish and lifting withdraws (R-CRD-4).

As `decisions` does of bans: told twice, late or in the wrong order a fine ends in one state.
"""

from collections.abc import Sequence
from uuid import UUID, uuid4

from credit.domain import DecisionState, Entry, Row
from credit.handlers import records
from credit.handlers.decisions import THE_FUND
from credit.rules.decisions import entry_of_penalty
from credit.sealed import LEGAL_REPRESENTATIVE
from credit.settings import Settings
from credit.store import penalties as store
from credit.store import policies
from credit.store import records as record_store
from credit.store.records import NewRecord
from shared.messages.penalties import EmployerPenaltyImposed, EmployerPenaltyLifted
from shared.messaging.unit import Received, Unit, events_of, own_settings

LIFTED = "行政处罚决定已撤销"


async def imposed(unit: Unit, batch: Sequence[Received[EmployerPenaltyImposed]]) -> None:
    """Keep fines, and draft those whose firm the register knows."""
    events = {one.penalty_id: one for one in events_of(batch)}.values()
    await store.hear(unit.connection, [_heard(unit, one) for one in events], unit.clock.now())
    await draft_some(unit, len(batch))


def _heard(unit: Unit, event: EmployerPenaltyImposed) -> store.Heard:
    said = {
        "name": event.name,
        "cause": event.cause.value,
        "facts": event.facts,
        "basis": event.basis,
        "fine_fen": event.fine_fen,
        "decided_on": event.decided_on.isoformat(),
    }
    sealed = unit.personal_data.seal(
        event.legal_representative, LEGAL_REPRESENTATIVE, event.penalty_id
    )
    number, code = event.document_number, event.social_credit_code
    return store.Heard(event.penalty_id, code, number, said, sealed)


async def lifted(unit: Unit, batch: Sequence[Received[EmployerPenaltyLifted]]) -> None:
    """Withdraw what rests on fines that were wrong: a row that was shown wakes what used it."""
    events = list({one.penalty_id: one for one in events_of(batch)}.values())
    record_ids = await store.lift(unit.connection, events, unit.clock.now())
    await records.withdraw_by_the_fund(unit, record_ids, LIFTED)


async def draft_some(unit: Unit, limit: int) -> int:
    """Write rows down for firms that stand in the register by now; return how many were looked at."""
    rows = await store.to_draft(unit.connection, limit)
    if not rows:
        return 0
    policy, today = await policies.policy(unit.connection), unit.clock.today()
    new = [
        records.written(
            unit.personal_data,
            today,
            policy,
            _entry(unit, row),
            row["subject_id"],
            record_id=uuid4(),
            version=1,
        )
        for row in rows
    ]
    timely = [one for one in new if one.public_until is None or one.public_until >= today]
    added = await record_store.add(unit.connection, timely, THE_FUND, unit.clock.now())
    in_time = {one.record_id for one in timely}
    became = [
        (row["penalty_id"], *_became(one, added, in_time))
        for row, one in zip(rows, new, strict=True)
    ]
    await store.drafted(unit.connection, became)
    return len(rows)


def _entry(unit: Unit, row: Row) -> Entry:
    who = unit.personal_data.open(
        row["legal_representative_sealed"], LEGAL_REPRESENTATIVE, row["penalty_id"]
    )
    settings = own_settings(unit.context, Settings)
    return entry_of_penalty(row, who, settings.centre_name, settings.centre_code)


def _became(
    one: NewRecord, added: set[UUID], in_time: set[UUID]
) -> tuple[DecisionState, UUID | None]:
    if one.record_id in added:
        return DecisionState.DRAFTED, one.record_id
    return (DecisionState.BY_HAND if one.record_id in in_time else DecisionState.OVER), None
