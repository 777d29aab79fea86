"""Permits and penalties: entered, published by another, corrected, withdrawn, ended (R-CRD-11 to 17)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from credit import announcements, metrics
from credit.domain import RECORD_STATE_TEXTS, Entry, Record, RecordKind, RecordState, Row
from credit.errors import Reason, Refused
from credit.handlers import checks
from credit.process import RECORD, Step
from credit.rules.deadlines import publication_due
from credit.rules.entries import NATURAL, Flaw, flaws_of
from credit.rules.periods import Policy
from credit.sealed import CONTENT, VERSION_CONTENT
from credit.store import policies
from credit.store import records as store
from credit.store import subjects as registers
from credit.store.records import NewRecord, Recomputed
from shared.base.cleaning import clean_number
from shared.messaging.states import IllegalMove
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision
from shared.sealing.personal_data import PersonalData

ENDED_BY_TIME = "公示期满"
STANDING = (RecordState.ENTERED, RecordState.PUBLISHED)
NEW_RULES = "公示期按新规定重新计算"
UNKNOWN_SUBJECT = Flaw("subject_code", "主体不存在，或名称与代码不一致（1001）")


async def enter(unit: Unit, entries: Sequence[Entry], by: UUID) -> list[UUID]:
    """Write rows down, all or none; they bind nobody. Raises `Refused` with every flaw of every row."""
    today = unit.clock.today()
    flaws = {row: found for row, one in enumerate(entries) if (found := flaws_of(one, today))}
    sound = [row for row in range(len(entries)) if row not in flaws]
    subjects = await subjects_of(unit, [entries[row] for row in sound])
    flaws |= {row: [UNKNOWN_SUBJECT] for at, row in enumerate(sound) if at not in subjects}
    demand_flawless(flaws)
    policy = await policies.policy(unit.connection)
    new = [
        written(unit.personal_data, today, policy, one, subjects[row], record_id=uuid4(), version=1)
        for row, one in enumerate(entries)
    ]
    added = await store.add(unit.connection, new, by, unit.clock.now())
    if len(added) < len(new):
        raise Refused(Reason.RECORD_KNOWN)
    return [one.record_id for one in new]


def demand_flawless(flaws: Mapping[int, Sequence[Flaw]]) -> None:
    """Refuse rows with flaws, and tell each by row (from 1) and cell."""
    if flaws:
        told = [
            {"row": row + 1, "field": flaw.field, "message": flaw.sentence}
            for row in sorted(flaws)
            for flaw in flaws[row]
        ]
        raise Refused(Reason.FLAWED, told={"errors": told})


async def subjects_of(unit: Unit, entries: Sequence[Entry]) -> dict[int, UUID]:
    """Find whom rows are about, by name and code together; position → subject (R-CRD-10)."""
    hashed = unit.personal_data.lookup_hash
    asked: list[tuple[str | None, str | None, str | None, str | None]] = []
    for entry in entries:
        if entry.id_number:
            number = clean_number(entry.id_number).upper()
            asked.append((None, None, hashed(number), hashed(entry.subject_name)))
        else:
            code = clean_number(entry.subject_code).upper()
            asked.append((code, entry.subject_name, None, None))
    return await registers.match(unit.connection, asked)


def written(
    data: PersonalData,
    today: date,
    policy: Policy,
    entry: Entry,
    subject_id: UUID,
    *,
    record_id: UUID,
    version: int,
) -> NewRecord:
    """Make a record of a row: its last day, its period, and what it says, sealed of a natural person."""
    assert entry.decided_on is not None, "a row without its day has a flaw"
    said = _said(entry)
    content: dict[str, Any] | None = said
    sealed = version_sealed = None
    if entry.subject_category == NATURAL:
        seal, text = data.seal, json.dumps(said, ensure_ascii=False)
        content = None
        sealed = seal(text, CONTENT, record_id)
        version_sealed = seal(text, VERSION_CONTENT, record_id, version)
    period = None
    if entry.kind is RecordKind.PENALTY:
        period = policy.period_of(entry.decided_on, entry.penalty_types, today)
    return NewRecord(
        record_id=record_id,
        kind=entry.kind,
        subject_id=subject_id,
        authority_code=clean_number(entry.authority_code).upper(),
        authority_name=entry.authority_name,
        document_no=entry.document_no,
        decided_on=entry.decided_on,
        penalty_types=entry.penalty_types,
        content=content,
        content_sealed=sealed,
        version_sealed=version_sealed,
        due_on=publication_due(entry.decided_on, policy.calendar).date,
        gravity=policy.gravity_of(entry.penalty_types, period.rule_set) if period else None,
        public=period.published if period else True,
        repair_from=period.repair_from if period else None,
        public_until=period.until if period else entry.valid_until,
        rule_set=period.rule_set if period else None,
    )


def _said(entry: Entry) -> dict[str, Any]:
    dates = ("decided_on", "valid_from", "valid_until")
    said = asdict(entry)
    return {
        **said,
        "kind": entry.kind.value,
        "penalty_types": list(entry.penalty_types),
        **{name: said[name].isoformat() if said[name] else None for name in dates},
    }


def opened(data: PersonalData, row: Row) -> dict[str, Any]:
    """What a record says, opened where it is sealed."""
    if row["content_sealed"] is None:
        content: dict[str, Any] = row["content"]
        return content
    text = data.open(row["content_sealed"], CONTENT, row["record_id"])
    said: dict[str, Any] = json.loads(text)
    return said


async def to_move(unit: Unit, record_ids: Sequence[UUID], step: Step) -> list[Record]:
    """Lock records with which a step can be done; raises `Refused`."""
    found = await store.lock(unit.connection, record_ids)
    if any(record_id not in found for record_id in record_ids):
        raise Refused(Reason.NOT_FOUND)
    for record in found.values():
        try:
            RECORD.target_of(record.state, step)
        except IllegalMove as error:
            state = RECORD_STATE_TEXTS[record.state]
            raise Refused(Reason.RECORD_STATE, state=state) from error
    return [found[record_id] for record_id in record_ids]


async def publish(unit: Unit, record_ids: Sequence[UUID], decision: Decision) -> int:
    """Publish what another person has entered (R-CRD-11)."""
    await to_move(unit, record_ids, Step.PUBLISH)
    kinds = await store.move(
        unit.connection,
        record_ids,
        RecordState.PUBLISHED,
        unit.clock.now(),
        step=Step.PUBLISH,
        reason=decision.reason,
        by=decision.checker_id,
        proposal_id=decision.proposal_id,
    )
    for kind in kinds:
        metrics.RECORDS_PUBLISHED.labels(kind).inc()
    return len(kinds)


async def withdraw(unit: Unit, record_id: UUID, decision: Decision) -> None:
    """Let nobody see a record that should not have been there (R-CRD-15)."""
    await to_move(unit, [record_id], Step.WITHDRAW)
    await _end(unit, [record_id], RecordState.WITHDRAWN, Step.WITHDRAW, decision)


async def withdraw_by_the_fund(unit: Unit, record_ids: Sequence[UUID], reason: str) -> None:
    """Let nobody see records whose decision two people of the fund have taken back, as far as they stand."""
    found = await store.lock(unit.connection, record_ids)
    standing = [one.record_id for one in found.values() if one.state in STANDING]
    if standing:
        await _end(unit, standing, RecordState.WITHDRAWN, Step.WITHDRAW, reason)


async def correct(unit: Unit, record_id: UUID, entry: Entry, decision: Decision) -> None:
    """Let a record say something else; the version before stays (R-CRD-15)."""
    (record,) = await to_move(unit, [record_id], Step.CORRECT)
    subject_id = await corrected_subject(unit, record, entry)
    policy = await policies.policy(unit.connection)
    await store.correct(
        unit.connection,
        written(
            unit.personal_data,
            unit.clock.today(),
            policy,
            entry,
            subject_id,
            record_id=record_id,
            version=record.version + 1,
        ),
        unit.clock.now(),
        reason=decision.reason,
        by=decision.checker_id,
        proposal_id=decision.proposal_id,
    )


async def corrected_subject(unit: Unit, record: Record, entry: Entry) -> UUID:
    """Whom a correction is about; raises `Refused` where a cell of it cannot be right."""
    flaws = flaws_of(entry, unit.clock.today())
    if entry.kind is not record.kind:
        flaws.append(Flaw("kind", "更正不能改变信息类别"))
    demand_flawless({0: flaws} if flaws else {})
    found = await subjects_of(unit, [entry])
    demand_flawless({} if found else {0: [UNKNOWN_SUBJECT]})
    return found[0]


async def repair(unit: Unit, record_id: UUID, decision: Decision) -> None:
    """Let nobody see, share or use a record that is repaired (R-CRD-19)."""
    await _end(unit, [record_id], RecordState.REPAIRED, Step.REPAIR, decision)


async def end_what_is_over(unit: Unit, limit: int) -> int:
    """End what was public for its time (R-CRD-16); return how many."""
    over = await store.over(unit.connection, unit.clock.today(), limit)
    if over:
        await _end(unit, over, RecordState.ENDED, Step.END, ENDED_BY_TIME)
    return len(over)


async def _end(
    unit: Unit,
    record_ids: Sequence[UUID],
    state: RecordState,
    step: Step,
    why: Decision | str,
) -> None:
    decision = why if isinstance(why, Decision) else None
    await store.move(
        unit.connection,
        record_ids,
        state,
        unit.clock.now(),
        step=step,
        reason=why.reason if isinstance(why, Decision) else why,
        by=decision.checker_id if decision else None,
        proposal_id=decision.proposal_id if decision else None,
    )
    if state is not RecordState.ENDED:
        for record_id in record_ids:
            unit.emit(announcements.hidden(record_id, state, unit.clock.now()))
        await checks.wake(unit, record_ids)
    metrics.RECORDS_ENDED.labels(state).inc(len(record_ids))


async def recompute_some(unit: Unit, limit: int) -> int:
    """Ask the newest rule set about penalties that it has not been asked about (R-CRD-17)."""
    policy, today = await policies.policy(unit.connection), unit.clock.today()
    newest = policy.newest(today)
    rows = await store.outdated(unit.connection, newest, limit)
    if rows:
        new = [_recomputed(policy, row, today) for row in rows]
        await store.recompute(unit.connection, new, newest, unit.clock.now(), NEW_RULES)
    return len(rows)


def _recomputed(policy: Policy, row: Row, today: date) -> Recomputed:
    period = policy.period_of(row["decided_on"], row["penalty_types"], today)
    return Recomputed(
        row["record_id"],
        policy.gravity_of(row["penalty_types"], period.rule_set),
        period.published,
        period.repair_from,
        period.until,
    )
