"""What is said to the platform: one message after the other for each letter, until each is answered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import asyncpg

from shared.base.db import Connection
from shared.sealing.personal_data import PersonalData
from transfers.platform.port import TxCode
from transfers.sealed import FIELDS


@dataclass(frozen=True, repr=False)
class NewDispatch:
    """Something to be said about a letter."""

    letter_id: UUID
    code: TxCode
    function: str
    """TxFunc."""
    fields: Mapping[str, str]
    dispatch_id: UUID = field(default_factory=uuid4)


@dataclass(frozen=True, repr=False)
class Dispatch:
    """A message that is claimed."""

    dispatch_id: UUID
    letter_id: UUID
    code: TxCode
    function: str
    fields: Mapping[str, str]
    attempts: int
    """This one counted."""

    @property
    def serial(self) -> str:
        """The same for each attempt: the platform answers the same request alike."""
        return self.dispatch_id.hex

    @property
    def number(self) -> str:
        """Of the letter."""
        return self.fields["ConNum"]


INSERT = """
INSERT INTO dispatch (dispatch_id, letter_id, code, function, fields_sealed, made_at)
SELECT dispatch_id, letter_id, code, function, fields, $6
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
    AS new (dispatch_id, letter_id, code, function, fields, nth)
ORDER BY nth
"""


async def add(
    connection: Connection, data: PersonalData, new: Sequence[NewDispatch], now: datetime
) -> None:
    """Have messages sent, in this order."""
    await connection.execute(
        INSERT,
        [one.dispatch_id for one in new],
        [one.letter_id for one in new],
        [one.code for one in new],
        [one.function for one in new],
        [
            data.seal(json.dumps(dict(one.fields), ensure_ascii=False), FIELDS, one.dispatch_id)
            for one in new
        ],
        now,
    )


# By the database's clock, which all instances share.
CLAIM = """
UPDATE dispatch SET attempts = attempts + 1, claimed_until = clock_timestamp() + $1::interval
WHERE dispatch_id IN (
    SELECT dispatch_id FROM dispatch AS one
    WHERE state = 'waiting' AND claimed_until <= clock_timestamp()
      AND NOT EXISTS (SELECT FROM dispatch AS before WHERE before.letter_id = one.letter_id
                        AND before.state = 'waiting' AND before.position < one.position)
    ORDER BY position LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
) RETURNING dispatch_id, letter_id, code, function, fields_sealed, attempts
"""


async def claim(
    connection: Connection, data: PersonalData, lease: timedelta, limit: int
) -> list[Dispatch]:
    """Claim what is due, oldest first; who dies with it lets it go after the lease."""
    rows = await connection.fetch(CLAIM, lease, limit)
    return [_dispatch(row, data) for row in rows]


def _dispatch(row: asyncpg.Record, data: PersonalData) -> Dispatch:
    return Dispatch(
        row["dispatch_id"],
        row["letter_id"],
        TxCode(row["code"]),
        row["function"],
        json.loads(data.open(row["fields_sealed"], FIELDS, row["dispatch_id"])),
        row["attempts"],
    )


AGAIN = """
UPDATE dispatch SET claimed_until = clock_timestamp() + $2::interval
WHERE dispatch_id = $1 AND state = 'waiting'
"""


async def again_after(connection: Connection, dispatch_id: UUID, pause: timedelta) -> None:
    """Send it again after a pause, and not before."""
    await connection.execute(AGAIN, dispatch_id, pause)


ANSWERED = """
UPDATE dispatch SET state = $2, answered_at = $3, answer_code = $4, answer_text = $5
WHERE dispatch_id = $1 AND state = 'waiting' RETURNING true
"""


async def answered(
    connection: Connection, dispatch_id: UUID, *, taken: bool, now: datetime, code: str, text: str
) -> bool:
    """Keep what the platform said; False where that was known."""
    state = "taken" if taken else "refused"
    found = await connection.fetchval(ANSWERED, dispatch_id, state, now, code, text)
    return bool(found)


SEE = """
UPDATE dispatch SET seen_by = $2 WHERE letter_id = $1 AND state = 'refused' AND seen_by IS NULL
"""


async def seen(connection: Connection, letter_id: UUID, by: UUID) -> None:
    """Keep who has looked after a letter's refused messages."""
    await connection.execute(SEE, letter_id, by)
