"""What a release puts into policy tables is what its code knows: anything else does not count (ADR 55)."""

from typing import Any

import asyncpg
import pytest

from shared.messaging.topology import SERVICES
from shared.operations.policies import policies_of
from shared.sealing.policies import digest_of

COLUMNS = """
SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1
"""
ONLY_READ = """
SELECT relname::text FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
  AND has_table_privilege($1, oid, 'SELECT') AND NOT has_any_column_privilege($1, oid, 'INSERT')
  AND NOT has_table_privilege($1, oid, 'DELETE') AND NOT has_any_column_privilege($1, oid, 'UPDATE')
"""
"""Whatever a service decides by and never writes: its rows come from a release or a centre."""
OTHERWISE_KEPT = {
    "adopted_policy": "sealed row by row",
    "schema_migration": "says which migrations ran; each is in the release",
    "audit_seal": "a chain, written by a function of the owner",
    "month_elsewhere": "which months lie in files, by the owner's command; nothing is decided by it",
    "ledger_balance": "moved by the ledger's own triggers alone",
    "review_opinion": "who had agreed before there were proposals; nothing is decided by it any more",
}
"""What a service only reads and no digest covers, and what holds it instead."""
WRITES = (
    "SELECT has_table_privilege($1, $2, 'INSERT') OR has_any_column_privilege($1, $2, 'UPDATE')"
)


@pytest.mark.parametrize("service", SERVICES)
async def test_whatever_a_service_decides_by_and_never_writes_is_digested_whole(
    service: str, service_database: Any
) -> None:
    """A new table of policy? Declare it in `<service>/policies.py`: the job `check-policies` looks then."""
    database = await service_database(service)
    connection = await asyncpg.connect(database.owner_url)
    try:
        there = {
            row[0] for row in await connection.fetch(ONLY_READ, service)
        } - OTHERWISE_KEPT.keys()
        assert there == {table.name for table in policies_of(service)}
        for table in policies_of(service):
            rows = await connection.fetch(table.read)
            digests = {digest_of(table.name, row["told"]) for row in rows}
            assert digests == table.shipped, "run `make generate`"
            columns = {row[0] for row in await connection.fetch(COLUMNS, table.name)}
            assert columns == set(table.columns)
            assert not await connection.fetchval(WRITES, service, table.name)
    finally:
        await connection.close()
