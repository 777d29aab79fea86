"""Reads for staff: review list, overdue steps, bans, calendar; personal data masked (R-QRY-5)."""

from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool
from shared.sealing.personal_data import PersonalData
from withdrawals.domain import REVIEW_KINDS, Verdict
from withdrawals.process import known_text
from withdrawals.rules.model import ReviewReason
from withdrawals.sealed import holder_shown
from withdrawals.shapes.citizens import Application
from withdrawals.shapes.staff import (
    Ban,
    CalendarYear,
    DayBody,
    OverdueCase,
    ReviewCase,
    ReviewOpinion,
    ReviewProposal,
)
from withdrawals.store.rows import case_of

VERDICTS = {REVIEW_KINDS[verdict]: verdict.value for verdict in Verdict}
"""What a proposal of a kind proposes."""

REVIEWS = """
SELECT a.*, r.reasons, r.opened_at, p.id AS proposal_id, p.kind AS proposal_kind, p.proposed_by_name,
       p.proposed_at, p.reason AS opinion,
       (SELECT count(DISTINCT other.person_id) FROM application other
        WHERE other.card_hash = a.card_hash AND other.person_id <> a.person_id) AS card_persons,
       (SELECT max(b.ends_on) FROM ban b
        WHERE b.person_id = a.person_id AND b.confirmed_at IS NOT NULL AND b.lifted_at IS NULL
       ) AS banned_until
FROM review r
JOIN application a ON a.id = r.application_id
LEFT JOIN LATERAL (
    SELECT id, kind, proposed_by_name, proposed_at, reason FROM proposal
    WHERE subject = r.application_id::text AND state = 'open' AND kind = ANY($5)
    ORDER BY proposed_at DESC LIMIT 1
) p ON true
WHERE r.closed_at IS NULL
  AND ($1::uuid IS NULL OR r.application_id = $1)
  AND (r.opened_at, r.application_id) > ($2, $3)
ORDER BY r.opened_at, r.application_id
LIMIT $4
"""


async def reviews(
    pool: Pool,
    personal_data: PersonalData,
    after: tuple[datetime, UUID],
    limit: int,
    application_id: UUID | None = None,
) -> list[ReviewCase]:
    """Return applications in review, oldest first, or just one."""
    rows = await pool.fetch(REVIEWS, application_id, *after, limit, list(VERDICTS))
    return [_review_case(row, personal_data) for row in rows]


def _review_case(row: "asyncpg.Record", personal_data: PersonalData) -> ReviewCase:
    case = case_of(row)
    money = case.reserved
    return ReviewCase(
        **Application.of(case).model_dump(),
        person_id=case.person_id,
        holder_name=holder_shown(case, personal_data),
        reasons=[ReviewReason(reason).text for reason in row["reasons"]],
        opened_at=row["opened_at"],
        seal_reason=money.seal_reason,
        sealed_on=money.sealed_on,
        paid_up_to=money.paid_up_to,
        months_behind=money.months_behind,
        retained_fen=money.retained_fen,
        balance_after_fen=money.balance_after_fen,
        loan_contract_number=case.payoff.contract_number if case.payoff else None,
        loan_settled_on=case.payoff.settled_on if case.payoff else None,
        loan_repaid_fen=case.payoff.repaid_fen if case.payoff else None,
        other_persons_with_this_card=row["card_persons"],
        banned_until=row["banned_until"],
        proposal=ReviewProposal(
            proposal_id=row["proposal_id"],
            proposal=VERDICTS[row["proposal_kind"]],
            staff_name=row["proposed_by_name"],
            opinion=row["opinion"],
            proposed_at=row["proposed_at"],
        )
        if row["proposal_id"]
        else None,
    )


OPINIONS = """
SELECT application_id, staff_name, verdict, opinion, given_at FROM review_opinion WHERE person_id = $1
UNION ALL
SELECT subject::uuid, proposed_by_name, 'propose_' || ($3::text[])[array_position($2::text[], kind)], reason,
       proposed_at
FROM proposal WHERE person_ids @> ARRAY[$1::uuid] AND kind = ANY($2)
UNION ALL
SELECT subject::uuid, decided_by_name, CASE state WHEN 'executed' THEN 'confirm' ELSE 'send_back' END,
       coalesce(decision_reason, ''), decided_at
FROM proposal WHERE person_ids @> ARRAY[$1::uuid] AND kind = ANY($2) AND state IN ('executed', 'rejected')
ORDER BY given_at
"""


async def opinions(pool: Pool, person_id: UUID) -> list[ReviewOpinion]:
    """Return what reviewers said about all applications of a person, in order."""
    rows = await pool.fetch(OPINIONS, person_id, list(VERDICTS), list(VERDICTS.values()))
    return [ReviewOpinion(**dict(row)) for row in rows]


NOTE_VIEW = "INSERT INTO staff_view (application_id, staff_id, viewed_at) VALUES ($1, $2, $3)"


async def note_view(pool: Pool, application_id: UUID, staff_id: UUID, now: datetime) -> None:
    """Record that a member of staff looked at an application (R-QRY-5)."""
    await pool.execute(NOTE_VIEW, application_id, staff_id, now)


OVERDUE = """
SELECT * FROM application
WHERE is_open AND (overdue_at IS NOT NULL OR step_due_at <= $1)
ORDER BY step_due_at, id
LIMIT $2
"""


async def overdue(pool: Pool, now: datetime, limit: int) -> list[OverdueCase]:
    """Return the steps past their deadline, longest first."""
    cases = [case_of(row) for row in await pool.fetch(OVERDUE, now, limit)]
    return [
        OverdueCase(
            **Application.of(case).model_dump(),
            person_id=case.person_id,
            step_due_at=case.step_due_at or now,
            overdue_at=case.overdue_at,
            known=known_text(case),
        )
        for case in cases
    ]


BANS = """
SELECT id, person_id, cause, found_on, ends_on, document_number, proposed_by_name,
       CASE WHEN lifted_at IS NOT NULL THEN 'lifted'
            WHEN confirmed_at IS NULL THEN 'waiting'
            WHEN ends_on < $1 THEN 'over'
            ELSE 'in_force' END AS state
FROM ban
WHERE ($2::uuid IS NULL OR person_id = $2) AND ($3::uuid IS NULL OR id = $3)
ORDER BY proposed_at DESC, id
LIMIT $4
"""


async def bans(
    source: Pool | Connection,
    today: date,
    limit: int,
    *,
    person_id: UUID | None = None,
    ban_id: UUID | None = None,
) -> list[Ban]:
    """Return bans, newest first: of everybody, of one person, or just one."""
    rows = await source.fetch(BANS, today, person_id, ban_id, limit)
    return [Ban(**dict(row)) for row in rows]


DAYS = """
SELECT DISTINCT ON (day) day, is_workday FROM calendar_day
WHERE day >= make_date($1, 1, 1) AND day < make_date($1 + 1, 1, 1)
ORDER BY day, version DESC
"""

CALENDAR_VERSION = "SELECT calendar_version FROM rule_book"

DAYS_OF_A_YEAR = 365


async def calendar_year(pool: Pool, year: int) -> CalendarYear:
    """Return the days of a year that have data."""
    rows = await pool.fetch(DAYS, year)
    return CalendarYear(
        year=year,
        version=await pool.fetchval(CALENDAR_VERSION),
        published=len(rows) >= DAYS_OF_A_YEAR,
        days=[DayBody(day=row["day"], is_workday=row["is_workday"]) for row in rows],
    )
