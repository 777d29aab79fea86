"""What loans and accounts told of each loan's money, until it has been compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.base.db import Connection
from shared.messages.totals import MoneyTotal


@dataclass(frozen=True)
class Part:
    """One part of what one side told as of a date."""

    as_of: date
    side: str
    chunk: int
    chunks: int
    content_hash: str
    totals: Sequence[MoneyTotal]

    @property
    def key(self) -> tuple[date, str, int]:
        """Which part it is."""
        return self.as_of, self.side, self.chunk


# What is as old as the last comparison comes too late to matter: the sums of a later date have it.
KEEP_PARTS = """
INSERT INTO told_part (as_of, side, chunk, chunks, content_hash)
SELECT * FROM unnest($1::date[], $2::text[], $3::integer[], $4::integer[], $5::text[])
    AS part (as_of, side, chunk, chunks, content_hash)
WHERE as_of > coalesce((SELECT max(as_of) FROM cross_comparison), '-infinity')
ORDER BY as_of, side, chunk
ON CONFLICT DO NOTHING
RETURNING as_of, side, chunk
"""
KEEP_TOTALS = """
INSERT INTO told_total (as_of, side, chunk, line, contract_number, disbursement_id, disbursed_fen,
                        repaid_fen, debited_fen)
SELECT * FROM unnest($1::date[], $2::text[], $3::integer[], $4::integer[], $5::text[], $6::uuid[],
                     $7::bigint[], $8::bigint[], $9::bigint[])
"""


async def keep(connection: Connection, parts: Sequence[Part]) -> None:
    """Keep parts with their totals, the first of each key."""
    rows = await connection.fetch(
        KEEP_PARTS,
        [part.as_of for part in parts],
        [part.side for part in parts],
        [part.chunk for part in parts],
        [part.chunks for part in parts],
        [part.content_hash for part in parts],
    )
    kept = {(row["as_of"], row["side"], row["chunk"]) for row in rows}
    first = {part.key: part for part in reversed(parts) if part.key in kept}
    lines = [
        (
            *part.key,
            line,
            total.contract_number,
            total.disbursement_id,
            total.disbursed_fen,
            total.repaid_fen,
            total.debited_fen,
        )
        for part in first.values()
        for line, total in enumerate(part.totals, start=1)
    ]
    if lines:
        await connection.execute(
            KEEP_TOTALS, *(list(column) for column in zip(*lines, strict=True))
        )


KNOWN = """
SELECT part.as_of, part.side, part.chunk, part.chunks, part.content_hash
FROM told_part AS part
JOIN unnest($1::date[], $2::text[], $3::integer[]) AS asked (as_of, side, chunk) USING (as_of, side, chunk)
"""


async def hashes(
    connection: Connection, parts: Sequence[Part]
) -> dict[tuple[date, str, int], tuple[int, str]]:
    """Return the number of parts and the content that is kept of each; none of what came too late."""
    rows = await connection.fetch(
        KNOWN,
        [part.as_of for part in parts],
        [part.side for part in parts],
        [part.chunk for part in parts],
    )
    return {
        (row["as_of"], row["side"], row["chunk"]): (row["chunks"], row["content_hash"])
        for row in rows
    }
