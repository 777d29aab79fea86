"""Checks: what was asked, whom it is about, what was found; each answered once, and anew when it changes."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import asyncpg

from credit.rules.checks import Finding, Question
from shared.base.db import Connection

# A person by the hash that accounts' word led to; a firm by its code, and better if the name belongs to it.
SUBJECTS = """
SELECT position, coalesce(now.subject_id, found.subject_id) AS subject_id,
       CASE WHEN asked.name IS NULL OR found.kind = 'natural_person' OR found.name = asked.name
            THEN 'exact' ELSE 'name_only' END AS match
FROM unnest($1::uuid[], $2::text[], $3::text[]) WITH ORDINALITY AS asked (person_id, code, name, position)
LEFT JOIN person_link ON person_link.person_id = asked.person_id
JOIN subject AS found ON found.code = asked.code OR found.code_hash = person_link.code_hash
LEFT JOIN subject AS now ON now.subject_id = found.merged_into
"""


async def subjects(
    connection: Connection, questions: Sequence[Question]
) -> dict[int, tuple[UUID, str]]:
    """Find whom questions are about; position (from 0) → subject and how well it matches."""
    rows = await connection.fetch(
        SUBJECTS,
        [one.person_id for one in questions],
        [one.code for one in questions],
        [one.name for one in questions],
    )
    return {row["position"] - 1: (row["subject_id"], row["match"]) for row in rows}


RECORDS = """
SELECT subject_id, record_id, kind FROM visible_record
WHERE subject_id = ANY($1::uuid[]) AND (public_until IS NULL OR public_until >= $2)
"""


async def records(
    connection: Connection, subject_ids: Sequence[UUID], today: date
) -> dict[UUID, list[tuple[UUID, str]]]:
    """Read what is valid of subjects today: id and kind of each record."""
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    for row in await connection.fetch(RECORDS, subject_ids, today):
        found[row["subject_id"]].append((row["record_id"], row["kind"]))
    return found


ADD = """
INSERT INTO credit_check (check_id, asked_by, matter, matter_id, purpose, asked_on, asked_by_id, person_id,
    subject_code, subject_id, match, result, record_ids, entry_ids, categories, data_as_of, answered_at,
    digest)
SELECT check_id, asked_by, matter, matter_id, purpose, asked_on, asked_by_id, person_id, subject_code,
       subject_id, match, result, record_ids, entry_ids, categories, data_as_of, data_as_of, digest
FROM jsonb_to_recordset($1) AS new (check_id uuid, asked_by text, matter text, matter_id text, purpose text,
    asked_on date, asked_by_id uuid, person_id uuid, subject_code text, subject_id uuid, match text,
    result text, record_ids uuid[], entry_ids uuid[], categories jsonb, data_as_of timestamptz, digest text)
ORDER BY check_id ON CONFLICT DO NOTHING RETURNING check_id
"""


async def add(connection: Connection, answered: Sequence[tuple[Question, Finding]]) -> set[UUID]:
    """Keep questions with their answers; return those that were not asked before."""
    rows = [_row(question, found) for question, found in answered]
    return {row["check_id"] for row in await connection.fetch(ADD, rows)}


def _row(question: Question, found: Finding) -> dict[str, object]:
    return {
        "check_id": str(question.check_id),
        "asked_by": question.asked_by,
        "matter": question.matter,
        "matter_id": question.matter_id,
        "purpose": question.purpose,
        "asked_on": question.asked_on.isoformat(),
        "asked_by_id": str(question.asked_by_id) if question.asked_by_id else None,
        "person_id": str(question.person_id) if question.person_id else None,
        "subject_code": question.code,
        "subject_id": str(found.subject_id) if found.subject_id else None,
        "match": found.match,
        "result": found.result,
        "record_ids": [str(one) for one in found.record_ids],
        "entry_ids": [str(one) for one in found.entry_ids],
        "categories": found.categories,
        "data_as_of": found.data_as_of.isoformat(),
        "digest": found.digest,
    }


USING = """
SELECT check_id, asked_by, matter, matter_id, purpose, asked_on, person_id, subject_code, subject_id, match,
       round
FROM credit_check
WHERE result = 'hits' AND (record_ids && $1::uuid[] OR entry_ids && $2::uuid[]) AND asked_on >= $3
ORDER BY check_id FOR NO KEY UPDATE
"""


async def using(
    connection: Connection, record_ids: Sequence[UUID], entry_ids: Sequence[UUID], since: date
) -> list[asyncpg.Record]:
    """Lock the checks whose answers rest on any of the records or memberships and may still be used."""
    return await connection.fetch(USING, record_ids, entry_ids, since)


ANSWER_ANEW = """
UPDATE credit_check SET round = $2, result = $3, record_ids = $4, entry_ids = $5, categories = $6,
                        data_as_of = $7, answered_at = $7, digest = $8
WHERE check_id = $1
"""


async def answer_anew(
    connection: Connection, check_id: UUID, round_: int, found: Finding, now: datetime
) -> None:
    """Answer a check again."""
    await connection.execute(
        ANSWER_ANEW,
        check_id,
        round_,
        found.result,
        list(found.record_ids),
        list(found.entry_ids),
        found.categories,
        now,
        found.digest,
    )
