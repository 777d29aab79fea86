"""Accounts of the dead: what a record of a death found, and what it made of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.store.rows import AccountRow
from shared.base.db import Connection
from shared.messages.estates import DeathEvent


@dataclass(frozen=True)
class Known:
    """A death as it is known here."""

    revoked: bool
    account_number: str | None
    state_before: str | None
    reason_before: str | None


FIND = """
SELECT revoked, account_number, state_before, reason_before FROM deceased WHERE death_id = $1
"""


async def find(connection: Connection, death_id: UUID) -> Known | None:
    """Find a death; the person's accounts are locked."""
    row = await connection.fetchrow(FIND, death_id)
    return Known(**dict(row)) if row else None


KEEP = """
INSERT INTO deceased (death_id, person_id, died_on, revoked, account_number, state_before, reason_before)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (death_id) DO UPDATE SET revoked = deceased.revoked OR excluded.revoked
"""


async def keep(
    connection: Connection,
    death: DeathEvent,
    row: AccountRow | None,
    reason_before: str | None,
    *,
    revoked: bool,
) -> None:
    """Keep a death with the account as it was, or that it was revoked, which is final."""
    await connection.execute(
        KEEP,
        death.death_id,
        death.person_id,
        death.died_on,
        revoked,
        row["number"] if row else None,
        row["state"] if row else None,
        reason_before,
    )


OPEN_ACCOUNT = """
SELECT number, seal_reason FROM individual_account
WHERE person_id = $1 AND state NOT IN ('03', '04', '05') FOR UPDATE
"""


async def open_account(connection: Connection, person_id: UUID) -> tuple[str, str | None] | None:
    """Lock the open account of somebody: its number, and why it is sealed."""
    row = await connection.fetchrow(OPEN_ACCOUNT, person_id)
    return (row["number"], row["seal_reason"]) if row else None


# A frozen one stays frozen: sealed is what it is when the freeze is lifted.
SEAL_FROZEN = """
UPDATE individual_account
SET state_before_freeze = '02', seal_reason = 'deceased', sealed_on = coalesce(sealed_on, $2),
    sealed_month = coalesce(sealed_month, date_trunc('month', $2::date)::date)
WHERE number = $1
"""
SET_REASON = "UPDATE individual_account SET seal_reason = $2 WHERE number = $1"


async def seal_frozen(connection: Connection, number: str, today: date) -> None:
    """Let a frozen account be sealed once its freeze is lifted."""
    await connection.execute(SEAL_FROZEN, number, today)


async def set_reason(connection: Connection, number: str, reason: str | None) -> None:
    """Say why a sealed account is sealed."""
    await connection.execute(SET_REASON, number, reason)


SEALED_NOW = """
SELECT employer_number, sealed_month, state = '02' AND seal_reason = 'deceased' AS by_death
FROM individual_account WHERE number = $1
"""


async def sealed_by_death(connection: Connection, number: str) -> tuple[str, date] | None:
    """Say of an account that is sealed because of a death its employer and from which month."""
    row = await connection.fetchrow(SEALED_NOW, number)
    if row is None or not row["by_death"]:
        return None
    return row["employer_number"], row["sealed_month"]
