"""The published rates (R-LOAN-1)."""

from datetime import date
from decimal import Decimal

import pytest
from tests.integration.loans.conftest import LoansService

from loans.domain.contracts import Home
from loans.rules.rates import RateType
from loans.store import books

PUBLISHED = [
    ("2015-08-26", "2.75", "3.25", "3.025", "3.575"),
    ("2022-10-01", "2.6", "3.1", "3.025", "3.575"),
    ("2024-05-18", "2.35", "2.85", "2.775", "3.325"),
    ("2025-05-08", "2.1", "2.6", "2.525", "3.075"),
]


@pytest.mark.parametrize("row", PUBLISHED)
async def test_r_loan_1_published_rates(loans: LoansService, row: tuple[str, ...]) -> None:
    day = date.fromisoformat(row[0])
    async with loans.context.pool.acquire() as connection:
        rates = (await books.rulebook(connection)).rates
    found: list[Decimal] = [
        rates.on(day, home, rate_type) for home in Home for rate_type in RateType
    ]
    assert found == [Decimal(percent) / 100 for percent in row[1:]]
