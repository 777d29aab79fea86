"""Loan entries (贷款还款明细): a page of them, and what they come to (R-QRY-1)."""

from dataclasses import astuple

from loans.domain.answers import EntriesWanted, Entry, KindTotal
from shared.base.db import Connection

AFTER_THE_LAST_ENTRY = 2**31 - 1
"""Where the first page starts."""


_WANTED = """
booked_on BETWEEN coalesce($2::date, '-infinity') AND coalesce($3::date, 'infinity')
      AND coalesce(kind = $4::text, true)
"""
ENTRIES = f"""
SELECT entry_number, serial, kind, booked_on, amount_fen, principal_fen, interest_fen, penalty_fen,
       balance_after_fen, recorded_at, source, reverses
FROM entry WHERE contract_number = $1 AND {_WANTED}
      AND entry_number < $5 ORDER BY entry_number DESC LIMIT $6
"""  # noqa: S608 - made of the text above, no input


async def entries_before(
    connection: Connection, contract_number: str, which: EntriesWanted, before: int, limit: int
) -> list[Entry]:
    """Read a page of entries, the latest first."""
    rows = await connection.fetch(ENTRIES, contract_number, *astuple(which), before, limit)
    return [Entry(*row) for row in rows]


TOTALS = f"""
SELECT kind, count(*), sum(amount_fen)::bigint, sum(principal_fen)::bigint, sum(interest_fen)::bigint,
       sum(penalty_fen)::bigint
FROM entry WHERE contract_number = $1 AND {_WANTED} GROUP BY kind ORDER BY kind
"""  # noqa: S608 - made of the text above, no input


async def totals(
    connection: Connection, contract_number: str, which: EntriesWanted
) -> list[KindTotal]:
    """Sum up the entries by business type."""
    rows = await connection.fetch(TOTALS, contract_number, *astuple(which))
    return [KindTotal(*row) for row in rows]


ALL_ENTRIES = f"""
SELECT entry_number, kind, booked_on, amount_fen, principal_fen, interest_fen, penalty_fen, balance_after_fen,
       reverses
FROM entry WHERE contract_number = $1 AND {_WANTED} ORDER BY entry_number
"""  # noqa: S608 - made of the text above, no input
