"""Whole histories in a constant number of statements, two makers at once, and the published rates."""

import asyncio
import uuid
from datetime import date
from decimal import Decimal

import pytest
from tests.integration.loans.conftest import Lent, LoansService, lend, repayment

from loans.domain.contracts import Home
from loans.handlers import contracts as handlers
from loans.rules.rates import RateType
from loans.rules.repayment import Repayment, RepaymentKind
from loans.store import books
from shared.base.money import Fen


async def statements_for(loans: LoansService, loan: Lent, count: int) -> int:
    lines = (await loan.plan())[:count]
    repayments = [
        Repayment(
            uuid.uuid4().hex,
            date.fromisoformat(line["due_on"]),
            RepaymentKind.NORMAL,
            Fen(line["total_fen"]),
        )
        for line in lines
    ]
    seen: list[str] = []
    async with loans.context.unit() as unit:
        with unit.connection.query_logger(lambda record: seen.append(record.query)):
            await handlers.record_repayments(unit, loan.number, repayments, uuid.uuid4())
    return len(seen)


async def test_a_history_takes_as_many_statements_as_one_repayment(loans: LoansService) -> None:
    one = await statements_for(loans, await lend(loans), 1)
    many = await statements_for(loans, await lend(loans), 114)
    assert one == many


async def test_of_two_makers_who_record_the_same_instalment_one_is_refused(
    loans: LoansService,
) -> None:
    loan = await lend(loans)
    answers = await asyncio.gather(
        *(loan.repay(repayment("2016-09-20", 170_159)) for _ in range(4))
    )
    assert sorted(answer.status_code for answer in answers) == [201, 422, 422, 422]
    account = (await loans.maker.get(loan.path)).json()["account"]
    assert account["principal_repaid_fen"] == 88_909


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
