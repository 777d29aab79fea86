"""Writes cases: each query whatever the number of rows, locks in sorted order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection
from shared.base.identifiers import BankCard
from shared.messages.withdrawals import BanCause
from shared.messaging.unit import Unit
from withdrawals.decisions import Move
from withdrawals.domain import ApplicationId, Ban, Brakes, Case, Payoff, State
from withdrawals.papers import last_day
from withdrawals.process import Step
from withdrawals.store.brakes import SELECTED, brakes_in
from withdrawals.store.rows import CHANGING, NEW, case_of


@dataclass(frozen=True)
class Locked:
    """Cases under lock, and what else their next step depends on, of the same instant."""

    cases: dict[ApplicationId, Case]
    bans: dict[ApplicationId, Ban | None]
    """The ban that binds the applicant longest (R-WDR-14)."""
    rule_book_version: UUID | None
    """None when nothing was found."""


LONGEST_BAN = """LEFT JOIN LATERAL (
    SELECT ban.id AS ban_id, cause AS ban_cause, found_on AS ban_found_on, ends_on AS ban_ends_on
    FROM ban WHERE ban.person_id = who.person_id AND confirmed_at IS NOT NULL AND lifted_at IS NULL
    ORDER BY ends_on DESC LIMIT 1
) AS longest_ban ON true
"""

LOCK = f"""
SELECT who.*, longest_ban.*, card.verified_on AS card_verified_on,
       (SELECT version FROM rule_book) AS rule_book_version, {SELECTED}, paid_last.*,
       CASE WHEN EXISTS (SELECT FROM card AS other WHERE other.person_id = who.person_id
                           AND other.verified_on IS NOT NULL AND other.known_since < card.known_since)
            THEN card.known_since END AS another_card_since
FROM application AS who
LEFT JOIN card ON card.person_id = who.person_id AND card.card_hash = who.card_hash
LEFT JOIN brake ON brake.person_id = who.person_id
LEFT JOIN LATERAL (
    SELECT paid_on AS paid_last_on, sum(amount_fen)::bigint AS paid_last_fen FROM application AS before
    WHERE brake.person_id IS NOT NULL AND before.person_id = brake.person_id AND before.state = 'paid'
    GROUP BY paid_on ORDER BY paid_on DESC LIMIT 1
) AS paid_last ON true
{LONGEST_BAN}WHERE who.id = ANY($1::uuid[])
ORDER BY who.id
FOR UPDATE OF who
"""  # noqa: S608 - made of the columns of `brake`, no input


async def lock(connection: Connection, ids: Iterable[UUID]) -> Locked:
    """Lock applications; ids that do not exist are left out."""
    return _locked(await connection.fetch(LOCK, list(set(ids))))


LOCK_OVERDUE = """
SELECT a.*, NULL::uuid AS ban_id, (SELECT version FROM rule_book) AS rule_book_version
FROM application a
WHERE a.is_open AND a.step_due_at <= $1 AND a.overdue_at IS NULL
ORDER BY a.id
LIMIT $2
FOR UPDATE OF a SKIP LOCKED
"""


async def lock_overdue(connection: Connection, now: datetime, limit: int) -> Locked:
    """Lock open applications whose step is past its deadline and not yet marked."""
    return _locked(await connection.fetch(LOCK_OVERDUE, now, limit))


COUNT_OVERDUE = "SELECT count(*) FROM application WHERE is_open AND overdue_at IS NOT NULL"


async def count_overdue(connection: Connection) -> int:
    """Count the steps on the operators' list."""
    count: int = await connection.fetchval(COUNT_OVERDUE)
    return count


LOCK_OLD_PROMISES = """
SELECT a.*, NULL::uuid AS ban_id, (SELECT version FROM rule_book) AS rule_book_version
FROM application a
WHERE a.is_open AND a.calendar_version < (SELECT calendar_version FROM rule_book)
ORDER BY a.id
LIMIT $1
FOR UPDATE OF a SKIP LOCKED
"""


async def lock_old_promises(connection: Connection, limit: int) -> Locked:
    """Lock open applications whose promise rests on an older calendar (R-CAL-3)."""
    return _locked(await connection.fetch(LOCK_OLD_PROMISES, limit))


def _locked(rows: "Sequence[asyncpg.Record]") -> Locked:
    cases = [case_of(row) for row in rows]
    return Locked(
        {case.id: case for case in cases},
        {case.id: _ban(row) for case, row in zip(cases, rows, strict=True)},
        rows[0]["rule_book_version"] if rows else None,
    )


def _ban(row: "asyncpg.Record") -> Ban | None:
    if row["ban_id"] is None:
        return None
    return Ban(
        row["ban_id"],
        row["person_id"],
        BanCause(row["ban_cause"]),
        row["ban_found_on"],
        row["ban_ends_on"],
    )


PAID_ON = """
SELECT coalesce(sum(amount_fen), 0)::bigint FROM application
WHERE person_id = $1 AND state = 'paid' AND paid_on = $2
"""


async def paid_on(connection: Connection, person_id: UUID, day: date) -> int:
    """Add up what somebody was paid on a day, as a limit for a day counts it, in fen."""
    paid: int = await connection.fetchval(PAID_ON, person_id, day)
    return paid


STANDING = f"""
SELECT (SELECT version FROM rule_book) AS rule_book_version, who.person_id, longest_ban.*, {SELECTED},
       EXISTS (SELECT FROM person_merge WHERE goes_person = who.person_id AND state <> 'ended') AS is_merging
FROM unnest($1::uuid[]) AS who (person_id)
LEFT JOIN brake ON brake.person_id = who.person_id
{LONGEST_BAN}"""  # noqa: S608 - made of the columns of `brake`, no input


@dataclass(frozen=True)
class Bars:
    """What may bar a person from withdrawing, whatever the type."""

    ban: Ban | None
    """The one that lasts longest (R-WDR-14)."""
    brakes: Brakes | None
    """The person's own."""
    merging: bool
    """Whether the person goes into another, or has gone, and begins nothing new (R-ACC-8)."""


async def standing(
    connection: Connection, person_ids: Iterable[UUID]
) -> tuple[UUID, dict[UUID, Bars]]:
    """Return the rule book's version and what may bar each person."""
    rows = await connection.fetch(STANDING, list(set(person_ids)))
    bars = {row["person_id"]: Bars(_ban(row), brakes_in(row), row["is_merging"]) for row in rows}
    return rows[0]["rule_book_version"], bars


_NEW_NAMES = ", ".join(name for name, _, _ in NEW)
_NEW_ARRAYS = ", ".join(f"${number}::{kind}[]" for number, (_, kind, _) in enumerate(NEW, start=8))

INSERT = f"""
WITH created AS (
    INSERT INTO application (card_hash, {_NEW_NAMES})
    SELECT card_hash, {_NEW_NAMES}
    FROM unnest($7::text[], {_NEW_ARRAYS}) AS new (card_hash, {_NEW_NAMES})
    ORDER BY person_id
    ON CONFLICT (person_id) WHERE is_open DO NOTHING
    RETURNING id
), noted AS (
    INSERT INTO application_history (application_id, at, step, state, text, actor, facts)
    SELECT line.application_id, $6, step, state, text, actor, facts
    FROM created
    JOIN unnest(${8 + len(NEW)}::uuid[], $1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[])
        WITH ORDINALITY AS line (application_id, step, state, text, actor, facts, position)
        ON line.application_id = created.id
    ORDER BY line.position
)
SELECT id FROM created
"""  # noqa: S608 - made of the table of columns, no input


async def insert(
    unit: Unit, submitted: Sequence[tuple[BankCard, Sequence[Move]]]
) -> set[ApplicationId]:
    """Add applications as their first moves left them; returns which, without persons who have one open."""
    cases = [moves[-1].case for _, moves in submitted]
    every = [move for _, moves in submitted for move in moves]
    rows = await unit.connection.fetch(
        INSERT,
        *_history_columns(every),
        unit.clock.now(),
        [unit.personal_data.lookup_hash(card.value) for card, _ in submitted],
        *[[value_of(case) for case in cases] for _, _, value_of in NEW],
        [move.case.id for move in every],
    )
    return {ApplicationId(row["id"]) for row in rows}


OPEN_APPLICATIONS = """
SELECT person_id, id FROM application WHERE person_id = ANY($1::uuid[]) AND is_open
"""


async def open_applications(connection: Connection, people: Sequence[UUID]) -> dict[UUID, UUID]:
    """Find the application that each of these persons has open, if any (R-WDR-10)."""
    rows = await connection.fetch(OPEN_APPLICATIONS, people)
    return {row["person_id"]: row["id"] for row in rows}


async def write(unit: Unit, before: Mapping[ApplicationId, Case], moves: Sequence[Move]) -> None:
    """Save what the moves made of locked cases, their history and reviews."""
    if not moves:
        return
    after = {move.case.id: move.case for move in moves}
    await _save(unit.connection, list(after.values()))
    await _record(unit, [move for move in moves if move.noted])
    await _claim(unit.connection, [(before[key], case) for key, case in after.items()])
    opened = [move for move in moves if move.step is Step.REQUIRE_REVIEW]
    if opened:
        await unit.connection.execute(
            OPEN_REVIEWS,
            [move.case.id for move in opened],
            [",".join(move.review_reasons) for move in opened],
            unit.clock.now(),
        )
    asked = [move for move in moves if move.papers is not None]
    if asked:
        await _ask_papers(unit, asked)
    handed = [move.case.id for move in moves if move.step in (Step.HAND_IN, Step.MEND)]
    if handed:
        await unit.connection.execute(HAND_IN, handed, unit.clock.now())
    mended = [move.case.id for move in moves if move.step is Step.MEND]
    if mended:
        await unit.connection.execute(REOPEN_REVIEWS, mended, unit.clock.now())
    left = [
        key
        for key, case in after.items()
        if before[key].state is State.IN_REVIEW and case.state is not State.IN_REVIEW
    ]
    if left:
        await unit.connection.execute(CLOSE_REVIEWS, left, unit.clock.now())


ASK_PAPERS = """
INSERT INTO paper_request (application_id, number, registers, text, asked_at, asked_by, by_on)
SELECT id, 1 + (SELECT count(*) FROM paper_request WHERE application_id = id),
       string_to_array(registers, ','), text, $6, asked_by, by_on
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::date[])
    AS asked (id, registers, text, asked_by, by_on)
"""


async def _ask_papers(unit: Unit, moves: Sequence[Move]) -> None:
    wanted = [(move.case, move.papers) for move in moves if move.papers is not None]
    await unit.connection.execute(
        ASK_PAPERS,
        [case.id for case, _ in wanted],
        [",".join(one.registers) for _, one in wanted],
        [one.text for _, one in wanted],
        [one.asked_by for _, one in wanted],
        [last_day(case.step_due_at) for case, _ in wanted if case.step_due_at is not None],
        unit.clock.now(),
    )


HAND_IN = """
UPDATE paper_request SET handed_in_at = $2
WHERE application_id = ANY($1::uuid[]) AND handed_in_at IS NULL
"""
REOPEN_REVIEWS = """
UPDATE review SET closed_at = NULL, opened_at = $2 WHERE application_id = ANY($1::uuid[])
"""

CLOSE_REVIEWS = """
UPDATE review SET closed_at = $2 WHERE application_id = ANY($1::uuid[]) AND closed_at IS NULL
"""

OPEN_REVIEWS = """
INSERT INTO review (application_id, reasons, opened_at)
SELECT id, string_to_array(reasons, ','), $3
FROM unnest($1::uuid[], $2::text[]) AS opened (id, reasons)
ON CONFLICT (application_id) DO UPDATE
SET reasons = excluded.reasons, opened_at = excluded.opened_at, closed_at = NULL, proposal = NULL,
    proposed_by = NULL, proposed_by_name = NULL, proposed_at = NULL, proposal_text = NULL, confirmed_by = NULL
"""


RECORD = """
INSERT INTO application_history (application_id, at, step, state, text, actor, facts)
SELECT application_id, at, step, state, text, actor, facts
FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[],
            $7::jsonb[])
    WITH ORDINALITY AS line (application_id, at, step, state, text, actor, facts, position)
ORDER BY position
"""


async def _record(unit: Unit, moves: Sequence[Move]) -> None:
    if not moves:
        return
    await unit.connection.execute(
        RECORD,
        [move.case.id for move in moves],
        [unit.clock.now()] * len(moves),
        *_history_columns(moves),
    )


def _history_columns(moves: Sequence[Move]) -> tuple[list[object], ...]:
    return (
        [move.step.value for move in moves],
        [move.case.state.value for move in moves],
        [move.text for move in moves],
        [move.actor for move in moves],
        [move.facts or None for move in moves],
    )


ADD_CAPS = """
INSERT INTO loan_cap (contract_number, repaid_fen)
SELECT contract_number, max(repaid_fen)
FROM unnest($1::text[], $2::bigint[]) AS payoff (contract_number, repaid_fen)
GROUP BY contract_number
ORDER BY contract_number
ON CONFLICT (contract_number) DO UPDATE
    SET repaid_fen = greatest(excluded.repaid_fen, loan_cap.claimed_fen)
RETURNING contract_number, (claimed_fen + (
    SELECT coalesce(sum(fen), 0) FROM claim JOIN application ON application.id = claim.application_id
    WHERE claim.key = 'loan:' || loan_cap.contract_number
      AND state NOT IN ('rejected', 'cancelled', 'failed', 'returned')
))::bigint AS claimed_fen
"""


async def lock_caps(connection: Connection, payoffs: Collection[Payoff]) -> dict[str, int]:
    """Lock the caps of repaid loans, new ones included; return what is claimed of each (R-WDR-5).

    What was taken while the loan ran is taken of the same money (R-WDR-39, E68).
    """
    if not payoffs:
        return {}
    rows = await connection.fetch(
        ADD_CAPS,
        [payoff.contract_number for payoff in payoffs],
        [payoff.repaid_fen for payoff in payoffs],
    )
    return {row["contract_number"]: row["claimed_fen"] for row in rows}


CLAIM = """
WITH cap AS (
    SELECT contract_number FROM loan_cap
    WHERE contract_number = ANY($1::text[])
    ORDER BY contract_number
    FOR UPDATE
), change AS (
    SELECT contract_number, sum(fen) AS fen
    FROM unnest($1::text[], $2::bigint[]) AS change (contract_number, fen)
    GROUP BY contract_number
)
UPDATE loan_cap SET claimed_fen = claimed_fen + change.fen
FROM cap JOIN change USING (contract_number)
WHERE loan_cap.contract_number = cap.contract_number
"""


async def _claim(connection: Connection, changed: Iterable[tuple[Case, Case]]) -> None:
    changes = [
        (after.payoff.contract_number, after.loan_claim_fen - before.loan_claim_fen)
        for before, after in changed
        if after.payoff is not None and after.loan_claim_fen != before.loan_claim_fen
    ]
    if changes:
        contracts, amounts = zip(*changes, strict=True)
        await connection.execute(CLAIM, contracts, amounts)


_NAMES = ", ".join(name for name, _, _ in CHANGING)
_ARRAYS = ", ".join(f"${number}::{kind}[]" for number, (_, kind, _) in enumerate(CHANGING, start=2))
_ASSIGNMENTS = ", ".join(f"{name} = changed.{name}" for name, _, _ in CHANGING)

SAVE = f"""
UPDATE application SET {_ASSIGNMENTS}
FROM unnest($1::uuid[], {_ARRAYS}) AS changed (id, {_NAMES})
WHERE application.id = changed.id
"""  # noqa: S608 - made of the table above, no input


async def _save(connection: Connection, cases: Sequence[Case]) -> None:
    columns = [[value_of(case) for case in cases] for _, _, value_of in CHANGING]
    await connection.execute(SAVE, [case.id for case in cases], *columns)
