"""Records of permits and penalties: entered, published, corrected, ended; each state is a version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import asyncpg

from credit.domain import Gravity, Record, RecordKind, RecordState
from shared.base.db import Connection


@dataclass(frozen=True)
class NewRecord:
    """A record as it is written down."""

    record_id: UUID
    kind: RecordKind
    subject_id: UUID
    authority_code: str
    authority_name: str
    document_no: str
    decided_on: date
    penalty_types: tuple[str, ...]
    content: dict[str, Any] | None
    content_sealed: str | None
    version_sealed: str | None
    """The same, sealed to its version."""
    due_on: date
    gravity: Gravity | None
    public: bool
    repair_from: date | None
    public_until: date | None
    rule_set: date | None

    @property
    def row(self) -> dict[str, Any]:
        """Its columns, as JSON has them."""
        return {
            "record_id": str(self.record_id),
            "kind": self.kind,
            "subject_id": str(self.subject_id),
            "authority_code": self.authority_code,
            "authority_name": self.authority_name,
            "document_no": self.document_no,
            "decided_on": self.decided_on.isoformat(),
            "penalty_types": list(self.penalty_types),
            "content": self.content,
            "content_sealed": self.content_sealed,
            "version_sealed": self.version_sealed,
            "due_on": self.due_on.isoformat(),
            "gravity": self.gravity,
            "public": self.public,
            "repair_from": _day(self.repair_from),
            "public_until": _day(self.public_until),
            "rule_set": _day(self.rule_set),
        }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


INSERT = """
WITH new AS (
    SELECT * FROM jsonb_to_recordset($1) AS new (record_id uuid, kind text, subject_id uuid,
        authority_code text, authority_name text, document_no text, decided_on date, penalty_types text[],
        content jsonb, content_sealed text, version_sealed text, due_on date, gravity text,
        public boolean, repair_from date, public_until date, rule_set date)
), added AS (
    INSERT INTO record (record_id, kind, subject_id, authority_code, authority_name, document_no, decided_on,
        penalty_types, content, content_sealed, state, due_on, gravity, public, repair_from, public_until,
        rule_set, entered_by, entered_at)
    SELECT record_id, kind, subject_id, authority_code, authority_name, document_no, decided_on,
        penalty_types, content, content_sealed, 'entered', due_on, gravity, public, repair_from, public_until,
        rule_set, $2, $3
    FROM new ORDER BY authority_code, document_no, kind
    ON CONFLICT DO NOTHING RETURNING record_id
), noted AS (
    INSERT INTO record_version (record_id, version, changed_at, step, content, content_sealed, public_until,
                                reason, changed_by)
    SELECT record_id, 1, $3, 'enter', content, version_sealed, public_until, '', $2
    FROM added JOIN new USING (record_id)
)
SELECT record_id FROM added
"""


async def add(
    connection: Connection, new: Sequence[NewRecord], by: UUID, now: datetime
) -> set[UUID]:
    """Write records down; return those whose number their authority had not used before."""
    rows = await connection.fetch(INSERT, [one.row for one in new], by, now)
    return {row["record_id"] for row in rows}


LOCK = """
SELECT record_id, kind, subject_id, state, version, entered_by, entered_at, due_on, decided_on
FROM record WHERE record_id = ANY($1::uuid[]) ORDER BY record_id FOR NO KEY UPDATE
"""


async def lock(connection: Connection, record_ids: Sequence[UUID]) -> dict[UUID, Record]:
    """Lock records, in their order, and read them."""
    rows = await connection.fetch(LOCK, record_ids)
    return {row["record_id"]: record_of(row) for row in rows}


def record_of(row: asyncpg.Record) -> Record:
    """Read a row."""
    return Record(
        row["record_id"],
        RecordKind(row["kind"]),
        row["subject_id"],
        RecordState(row["state"]),
        row["version"],
        row["entered_by"],
        row["entered_at"],
        row["due_on"],
        row["decided_on"],
    )


MOVE = """
WITH moved AS (
    UPDATE record SET state = $2, version = version + 1,
        published_at = CASE WHEN $2 = 'published' THEN $3 ELSE published_at END,
        ended_at = CASE WHEN $2 IN ('ended', 'repaired', 'withdrawn') THEN $3 END
    WHERE record_id = ANY($1::uuid[]) RETURNING record_id, version, kind, public_until
), noted AS (
    INSERT INTO record_version (record_id, version, changed_at, step, public_until, reason, changed_by,
                                proposal_id)
    SELECT record_id, version, $3, $4, public_until, $5, $6, $7 FROM moved
)
SELECT record_id, kind FROM moved
"""


async def move(
    connection: Connection,
    record_ids: Sequence[UUID],
    state: RecordState,
    now: datetime,
    *,
    step: str,
    reason: str,
    by: UUID | None = None,
    proposal_id: UUID | None = None,
) -> list[RecordKind]:
    """Bring records to a state, each as a new version."""
    rows = await connection.fetch(MOVE, record_ids, state.value, now, step, reason, by, proposal_id)
    return [RecordKind(row["kind"]) for row in rows]


CORRECT = """
WITH corrected AS (
    UPDATE record SET version = record.version + 1, subject_id = new.subject_id, decided_on = new.decided_on,
        penalty_types = new.penalty_types, content = new.content, content_sealed = new.content_sealed,
        due_on = new.due_on, gravity = new.gravity, public = new.public, repair_from = new.repair_from,
        public_until = new.public_until, rule_set = new.rule_set
    FROM jsonb_to_record($1) AS new (record_id uuid, subject_id uuid, decided_on date, penalty_types text[],
        content jsonb, content_sealed text, version_sealed text, due_on date, gravity text, public boolean,
        repair_from date, public_until date, rule_set date)
    WHERE record.record_id = new.record_id
    RETURNING record.record_id, record.version, record.content, new.version_sealed, record.public_until
)
INSERT INTO record_version (record_id, version, changed_at, step, content, content_sealed, public_until,
                            reason, changed_by, proposal_id)
SELECT record_id, version, $2, 'correct', content, version_sealed, public_until, $3, $4, $5 FROM corrected
"""


async def correct(
    connection: Connection,
    new: NewRecord,
    now: datetime,
    *,
    reason: str,
    by: UUID,
    proposal_id: UUID,
) -> None:
    """Say something else from now on; what was said stays as the version before."""
    await connection.execute(CORRECT, new.row, now, reason, by, proposal_id)


OVER = """
SELECT record_id FROM record WHERE state = 'published' AND public_until < $1
ORDER BY public_until LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
"""


async def over(connection: Connection, today: date, limit: int) -> list[UUID]:
    """Lock published records whose last day is over."""
    return [row["record_id"] for row in await connection.fetch(OVER, today, limit)]


OUTDATED = """
SELECT record_id, decided_on, penalty_types FROM record
WHERE state = 'published' AND rule_set < $1
ORDER BY rule_set, record_id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
"""


async def outdated(connection: Connection, rule_set: date, limit: int) -> list[asyncpg.Record]:
    """Lock published penalties that an earlier rule set was the last to be asked about."""
    return await connection.fetch(OUTDATED, rule_set, limit)


# A version of its own only where the rule set changes something.
RECOMPUTE = """
WITH told AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::boolean[], $4::date[], $5::date[])
        AS told (record_id, gravity, public, repair_from, public_until)
), before AS (
    SELECT record_id, record.public_until, record.public FROM record JOIN told USING (record_id)
), changed AS (
    UPDATE record SET gravity = told.gravity, public = told.public, repair_from = told.repair_from,
        public_until = told.public_until, rule_set = $6,
        version = record.version
            + (record.public_until <> told.public_until OR record.public <> told.public)::integer
    FROM told WHERE record.record_id = told.record_id
    RETURNING record.record_id, record.version, record.public_until, record.public
)
INSERT INTO record_version (record_id, version, changed_at, step, public_until, reason)
SELECT record_id, version, $7, 'recompute', changed.public_until, $8
FROM changed JOIN before USING (record_id)
WHERE before.public_until <> changed.public_until OR before.public <> changed.public
"""


@dataclass(frozen=True)
class Recomputed:
    """The period of a record by a newer rule set."""

    record_id: UUID
    gravity: Gravity
    public: bool
    repair_from: date
    public_until: date


async def recompute(
    connection: Connection, new: Sequence[Recomputed], rule_set: date, now: datetime, reason: str
) -> None:
    """Give records the period of a newer rule set; the old one stays in the versions."""
    await connection.execute(
        RECOMPUTE,
        [one.record_id for one in new],
        [one.gravity.value for one in new],
        [one.public for one in new],
        [one.repair_from for one in new],
        [one.public_until for one in new],
        rule_set,
        now,
        reason,
    )
