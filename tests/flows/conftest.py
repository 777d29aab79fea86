"""The whole system as processes, and a town on it. Started once; its books are checked again and again."""

import itertools
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from tests.support import midnight
from tests.support.workbench import Workbench

from city.clients import Bank, Phones, http_client, visitor
from city.seed.office import open_office
from local.system import System

from .evidence import Evidence
from .plan import Resident
from .town import Loan, Town, log_everybody_in, populate

LoanOf = Callable[..., Loan]


@pytest.fixture(scope="session")
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with http_client() as made:
        yield made


@pytest.fixture(scope="session")
def bank(client: httpx.AsyncClient, system: System) -> Bank:
    return Bank(client, system.city)


@pytest.fixture(scope="session")
def evidence(client: httpx.AsyncClient, system: System, bank: Bank) -> Evidence:
    return Evidence(client, system, bank, Phones(client, system.city))


@pytest.fixture(scope="session")
async def town(
    client: httpx.AsyncClient, platform: Workbench, system: System, bank: Bank
) -> AsyncIterator[Town]:
    """Two employers, everybody of `plan.PARTS` with deposits and seals, all logged in."""
    office = await open_office(visitor(client, system.city), platform.folder)
    made = Town(system.city, office, bank, midnight.CLOCK.today())
    everybody = await populate(made)
    clients = await log_everybody_in(made, everybody)
    made.settle(everybody)
    yield made
    for home in clients:
        await home.aclose()


@pytest.fixture(scope="session")
def loan_of(town: Town) -> LoanOf:
    """Make loans: `await loan_of(resident).pay_out()`."""
    numbers = itertools.count(1)

    def make(borrower: Resident, **terms: object) -> Loan:
        return Loan(town, next(numbers), borrower, **terms)  # type: ignore[arg-type]

    return make
