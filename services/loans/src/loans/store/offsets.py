"""Uses of fund accounts for loans (冲还贷): asked for once an agreement and day, one under way a loan."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from loans.domain.orders import OffsetUse
from shared.base.db import Connection

INSERT = """
INSERT INTO offset_use (offset_id, contract_number, agreement_id, person_id, wanted_fen,
                        all_or_nothing, prepays, run_on, requested_at)
SELECT new.*, $9
FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::bigint[], $6::boolean[],
            $7::boolean[], $8::date[]) AS new
"""


async def add(connection: Connection, uses: Sequence[OffsetUse], at: datetime) -> None:
    """Keep uses that are asked for now, in one statement."""
    await connection.execute(
        INSERT,
        [use.offset_id for use in uses],
        [use.contract_number for use in uses],
        [use.agreement_id for use in uses],
        [use.person_id for use in uses],
        [use.wanted_fen for use in uses],
        [use.all_or_nothing for use in uses],
        [use.prepays for use in uses],
        [use.run_on for use in uses],
        at,
    )


CONTRACTS_OF = "SELECT DISTINCT contract_number FROM offset_use WHERE offset_id = ANY($1::uuid[])"


async def contracts_of(connection: Connection, ids: Sequence[uuid.UUID]) -> list[str]:
    """Name the contracts to lock before anything about these uses is judged."""
    rows = await connection.fetch(CONTRACTS_OF, ids)
    return [row["contract_number"] for row in rows]


BY_ID = """
SELECT offset_id, contract_number, agreement_id, person_id, wanted_fen, all_or_nothing, prepays,
       run_on, state
FROM offset_use WHERE offset_id = ANY($1::uuid[])
"""


async def by_id(connection: Connection, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, OffsetUse]:
    """Read uses; their contracts are locked already."""
    return {row["offset_id"]: OffsetUse(*row) for row in await connection.fetch(BY_ID, ids)}


USED = """
SELECT contract_number, agreement_id FROM offset_use
WHERE contract_number = ANY($1::text[]) AND run_on = $2
"""


async def used_on(
    connection: Connection, contract_numbers: Sequence[str], run_on: date
) -> dict[str, set[uuid.UUID]]:
    """Say which agreements were asked on a day already."""
    found: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
    for row in await connection.fetch(USED, contract_numbers, run_on):
        found[row["contract_number"]].add(row["agreement_id"])
    return found


@dataclass(frozen=True)
class End:
    """What became of a use."""

    offset_id: uuid.UUID
    amount_fen: int | None = None
    entry_number: int | None = None
    reason_code: str | None = None
    reason_text: str | None = None


END = """
UPDATE offset_use SET state = $2, ended_at = $3, amount_fen = new.amount_fen,
       entry_number = new.entry_number, reason_code = new.reason_code, reason_text = new.reason_text
FROM unnest($1::uuid[], $4::bigint[], $5::integer[], $6::text[], $7::text[])
    AS new (offset_id, amount_fen, entry_number, reason_code, reason_text)
WHERE offset_use.offset_id = new.offset_id
"""


async def end(connection: Connection, state: str, ends: Sequence[End], at: datetime) -> None:
    """Keep what became of uses, if there are any."""
    if not ends:
        return
    await connection.execute(
        END,
        [each.offset_id for each in ends],
        state,
        at,
        [each.amount_fen for each in ends],
        [each.entry_number for each in ends],
        [each.reason_code for each in ends],
        [each.reason_text for each in ends],
    )
