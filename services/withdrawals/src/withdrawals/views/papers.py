"""Reads for staff: applications whose papers wait for them; personal data masked (R-QRY-5)."""

from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Pool
from shared.base.identifiers import mask_name
from shared.proposals.store import SEALED_BODY
from shared.sealing.personal_data import PersonalData
from withdrawals.domain import REVIEW_KINDS, Verdict
from withdrawals.readings import in_words
from withdrawals.sealed import IDENTITY
from withdrawals.shapes.citizens import Application
from withdrawals.shapes.papers import (
    Acceptance,
    PaperRequestShown,
    PaperReview,
    PaperShown,
    SheetShown,
)
from withdrawals.shapes.staff import ReviewProposal
from withdrawals.store.rows import case_of

ACCEPTANCE = "papers.accept"
PROPOSED = {ACCEPTANCE: "accept", REVIEW_KINDS[Verdict.REJECT]: Verdict.REJECT.value}
"""What a proposal of a kind proposes."""

REVIEWS = """
SELECT a.*, identity_sealed, p.id AS proposal_id, p.kind AS proposal_kind, p.proposed_by_name, p.proposed_at,
       p.reason AS opinion, p.body_sealed,
       (SELECT coalesce(jsonb_agg(line ORDER BY number), '[]') FROM (
            SELECT number, registers, text, asked_at, asked_by IS NOT NULL AS sent_back, by_on, handed_in_at
            FROM paper_request WHERE application_id = a.id) AS line) AS requests,
       (SELECT coalesce(jsonb_agg(line ORDER BY uploaded_at, id), '[]') FROM (
            SELECT id, name, media_type, sent_bytes, uploaded_at, gone_at
            FROM paper WHERE application_id = a.id) AS line) AS papers,
       (SELECT coalesce(jsonb_agg(line ORDER BY filed_at, number), '[]') FROM (
            SELECT reading_id, number, centre_name, filed_at FROM sheet
            WHERE application_id = a.id AND coalesce(person_id = a.person_id, true)) AS line) AS sheets
FROM application a
LEFT JOIN inquiry ON inquiry.id = a.id
LEFT JOIN LATERAL (
    SELECT id, kind, proposed_by_name, proposed_at, reason, body_sealed FROM proposal
    WHERE subject = a.id::text AND state = 'open' AND kind = ANY($4)
    ORDER BY proposed_at DESC LIMIT 1
) p ON true
WHERE a.state = 'papers_in_review' AND (a.submitted_at, a.id) > ($1, $2)
ORDER BY a.submitted_at, a.id
LIMIT $3
"""


async def reviews(
    pool: Pool, personal_data: PersonalData, after: tuple[datetime, UUID], limit: int
) -> list[PaperReview]:
    """Return applications whose papers wait for staff, oldest first."""
    rows = await pool.fetch(REVIEWS, *after, limit, list(PROPOSED))
    return [_review(row, personal_data) for row in rows]


def _review(row: asyncpg.Record, data: PersonalData) -> PaperReview:
    sealed = row["identity_sealed"]
    name = data.open(sealed, IDENTITY, row["id"]).partition("\n")[0] if sealed else ""
    return PaperReview(
        **Application.of(case_of(row)).model_dump(),
        person_id=row["person_id"],
        holder_name=mask_name(name) if name else "",
        requests=[PaperRequestShown.model_validate(one) for one in row["requests"]],
        papers=[PaperShown.model_validate(one) for one in row["papers"]],
        sheets=[SheetShown.model_validate(one) for one in row["sheets"]],
        proposal=ReviewProposal(
            proposal_id=row["proposal_id"],
            proposal=PROPOSED[row["proposal_kind"]],
            staff_name=row["proposed_by_name"],
            opinion=row["opinion"],
            proposed_at=row["proposed_at"],
        )
        if row["proposal_id"]
        else None,
        read=_read(row, data),
    )


def _read(row: asyncpg.Record, data: PersonalData) -> str | None:
    if row["proposal_kind"] != ACCEPTANCE:
        return None
    clear = data.open(row["body_sealed"], SEALED_BODY, row["proposal_id"])
    return in_words(Acceptance.model_validate_json(clear).told)
