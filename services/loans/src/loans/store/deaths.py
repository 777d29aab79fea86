"""Who of the people of loans has died, and what staff settled about each loan (R-WDR-45)."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from shared.base.db import Connection
from shared.messages.estates import DeathEvent

KEEP = """
INSERT INTO death (death_id, person_id, died_on, heard_on, revoked)
SELECT death_id, person_id, died_on, $4, $5
FROM unnest($1::uuid[], $2::uuid[], $3::date[]) AS told (death_id, person_id, died_on)
ON CONFLICT (death_id) DO UPDATE SET revoked = death.revoked OR excluded.revoked
"""


async def keep(
    connection: Connection, deaths: Sequence[DeathEvent], today: date, *, revoked: bool
) -> None:
    """Keep deaths that were recorded or revoked; the second is final."""
    await connection.execute(
        KEEP,
        [one.death_id for one in deaths],
        [one.person_id for one in deaths],
        [one.died_on for one in deaths],
        today,
        revoked,
    )


# 6 to be confirmed, 1 to be paid out, 2 running (1.2).
CONCERNS = """
SELECT EXISTS (
    SELECT FROM death JOIN party USING (person_id) JOIN contract USING (contract_number)
    WHERE death_id = $1 AND contract_number = $2 AND NOT revoked AND state IN ('6', '1', '2'))
"""


async def concerns(connection: Connection, death_id: UUID, contract_number: str) -> bool:
    """Whether a death that stands is of a party of a loan that is not over."""
    found: bool = await connection.fetchval(CONCERNS, death_id, contract_number)
    return found


@dataclass(frozen=True, slots=True)
class Settled:
    """What a member of staff settled about a loan."""

    death_id: UUID
    contract_number: str
    text: str
    answered_by: UUID
    answered_at: datetime


ANSWER = """
INSERT INTO death_answer (death_id, contract_number, text, answered_by, answered_at)
VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING true
"""


async def answer(connection: Connection, settled: Settled) -> bool:
    """Keep what was settled; False where somebody was quicker."""
    return bool(await connection.fetchval(ANSWER, *astuple(settled)))


OPEN = """
SELECT death_id, contract_number, role, died_on, heard_on, state,
       EXISTS (SELECT FROM offset_agreement AS own
               WHERE own.contract_number = party.contract_number AND own.person_id = party.person_id
                 AND own.ended_on >= heard_on) AS agreement_ended,
       EXISTS (SELECT FROM offset_agreement AS another
               WHERE another.contract_number = party.contract_number
                 AND another.person_id <> party.person_id AND another.ended_on IS NULL) AS agreement_of_others
FROM death JOIN party USING (person_id) JOIN contract USING (contract_number)
WHERE NOT revoked AND state IN ('6', '1', '2') AND NOT EXISTS (
    SELECT FROM death_answer AS answered
    WHERE answered.death_id = death.death_id AND answered.contract_number = party.contract_number)
ORDER BY heard_on, death_id, contract_number LIMIT $1
"""


async def open_ones(connection: Connection, limit: int) -> list[dict[str, Any]]:
    """List loans of the dead that nobody has settled, the oldest first."""
    return [dict(row) for row in await connection.fetch(OPEN, limit)]
