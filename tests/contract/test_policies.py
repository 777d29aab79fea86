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
RULES_OF_MONEY = ("accounts", "withdrawals", "loans")
"""Services with policy rows that decide sums and rights; every one of them is declared."""
POLICY_TABLES = """
SELECT table_name::text FROM information_schema.tables
WHERE table_schema = 'public' AND table_name ~ '(^policy|_policy|_rate)$' AND table_name <> 'adopted_policy'
"""
WRITES = (
    "SELECT has_table_privilege($1, $2, 'INSERT') OR has_any_column_privilege($1, $2, 'UPDATE')"
)


@pytest.mark.parametrize("service", RULES_OF_MONEY)
async def test_shipped_policy_rows_are_known_whole_and_the_service_writes_none(
    service: str, service_database: Any
) -> None:
    assert service in SERVICES
    database = await service_database(service)
    connection = await asyncpg.connect(database.owner_url)
    try:
        there = {row[0] for row in await connection.fetch(POLICY_TABLES)}
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
