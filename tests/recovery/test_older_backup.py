"""A service whose database comes from an older backup: the runbook's steps end with books that agree."""

import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.bench.citizens import id_number, phone

from city.seed.people import social_credit_code

from .people import Application, Town
from .runbook import BACKUP, Operator, steps

DUMP, RESTORE, RECOLLECT, RESEND = steps(BACKUP)

pytestmark = pytest.mark.timeout(300)
"""A whole procedure each, with its commands; on a busy machine these take their time to start."""

Backup = Callable[[str], Awaitable["Memory"]]

ORDERS = """
SELECT order_id, state, amount_fen, bank_serial, return_serial FROM payment_order ORDER BY 1
"""
RESERVATIONS = """
SELECT application_id, person_id, account_number, state, round, closing, principal_fen, interest_fen,
       reserved_on
FROM reservation WHERE application_id = ANY($1::uuid[]) ORDER BY 1
"""
ACCOUNTS = """
SELECT number, person_id, employer_number, individual_account.state, base_fen, opened_on, sealed_on,
       sealed_month, seal_reason, posted_fen, frozen_fen
FROM individual_account JOIN ledger_balance USING (ledger_account_id) ORDER BY 1
"""


class Memory:
    """A backup of one service's database, and what the operator does with it."""

    def __init__(self, town: Town, operator: Operator, service: str, path: Path) -> None:
        self._town = town
        self._operator = operator
        self._service = service
        self._variables = {
            "BACKUP": str(path),
            "SERVICE": service,
            "DATABASE": town.system.environments.databases[service].name,
            "SINCE": datetime.now(UTC).isoformat(),
        }
        self._since = datetime.now(UTC)

    async def keep(self) -> None:
        """Make the backup."""
        await self._operator.do(DUMP, **self._variables)

    @asynccontextmanager
    async def lost(self) -> AsyncIterator[None]:
        """The database is gone; when the block ends, the service has started on its backup."""
        await self._town.system.kill(self._service)
        yield
        await self._operator.do(RESTORE, **self._variables)
        if self._service in ("accounts", "withdrawals"):
            said = await self._operator.do(RECOLLECT, **self._variables)
            assert "0 subjects are left" in said
        await self._operator.do(RESEND, **self._variables)
        await self._town.system.bring_back(self._service)

    async def books_agree(self) -> None:
        """Check the books from the day of the backup on."""
        await self._operator.books_agree(self._since)


@pytest.fixture
def backup(town: Town, operator: Operator, tmp_path: Path) -> Backup:
    """Make a backup of a service: `await backup("settlement")`."""

    async def make(service: str) -> Memory:
        memory = Memory(town, operator, service, tmp_path / f"{service}.dump")
        await memory.keep()
        return memory

    return make


async def test_r_wdr_13_settlement_from_an_older_backup_pays_nobody_a_second_time(
    town: Town, backup: Backup
) -> None:
    known = await town.apply()
    await town.reached([known])
    memory = await backup("settlement")

    paid = [await town.apply() for _ in range(3)]
    returned = await town.apply()
    await town.reached([*paid, returned])
    await town.bank.order("returns", {"end_to_end_id": uuid.UUID(returned.id).hex})
    await town.bank.faults(refuse=1)
    refused = await town.apply()
    await town.reached([returned], ["returned"])
    await town.reached([refused], ["failed"])
    orders = await town.rows("settlement", ORDERS)

    async with memory.lost():
        late = await town.apply()
    await town.reached([late])

    await memory.books_agree()
    await town.paid_once([known, *paid, late])
    assert [row for row in await town.rows("settlement", ORDERS) if row in orders] == orders
    await town.reached([refused], ["failed"])
    assert await town.texts_at_last([known, *paid, late], "已到账") == [1] * 5


async def test_r_wdr_12_accounts_from_an_older_backup_takes_its_word_for_what_it_froze(
    town: Town, backup: Backup
) -> None:
    memory = await backup("accounts")

    paid = [await town.apply() for _ in range(3)]
    in_review, cancelled = await town.apply("sentenced"), await town.apply("sentenced")
    await town.reached([in_review, cancelled], ["in_review"])
    await town.cancel(cancelled)
    await town.reached(paid)
    await _new_employer(town, 1)
    await town.reservations([cancelled], "released")
    await town.reservations(paid, "posted")
    kept = [uuid.UUID(one.id) for one in (*paid, in_review)]
    reservations = await town.rows("accounts", RESERVATIONS, kept)
    accounts = await town.rows("accounts", ACCOUNTS)

    async with memory.lost():
        late = await town.apply()
    await town.reached([late])

    await memory.books_agree()
    await town.paid_once([*paid, late])
    assert await town.rows("accounts", RESERVATIONS, kept) == reservations
    unlike = [row for row in await town.rows("accounts", ACCOUNTS) if row not in accounts]
    assert [row["number"] for row in unlike] == [await _account_of(town, late)]
    newer = await _new_employer(town, 2)
    assert newer not in {row["employer_number"] for row in accounts}


async def test_r_wdr_7_withdrawals_from_an_older_backup_loses_no_application_that_was_accepted(
    town: Town, backup: Backup
) -> None:
    memory = await backup("withdrawals")

    paid = [await town.apply() for _ in range(3)]
    in_review, cancelled = await town.apply("sentenced"), await town.apply("sentenced")
    await town.reached([in_review, cancelled], ["in_review"])
    await town.cancel(cancelled)
    await town.reached(paid)
    await town.system.kill("settlement")
    unchecked = await town.apply()
    await town.reached([unchecked], ["card_check"])
    await town.system.kill("loans")
    submitted = await town.apply()
    await town.outbox_is_empty("withdrawals")

    async with memory.lost():
        await town.system.bring_back("settlement")
        await town.system.bring_back("loans")
    await town.reached([*paid, unchecked, submitted])

    await memory.books_agree()
    await town.paid_once([*paid, unchecked, submitted])
    await town.reached([in_review], ["in_review"])
    await town.reached([cancelled], ["cancelled"])
    assert await town.texts(paid[0], "已到账") == 1


async def _new_employer(town: Town, number: int) -> str:
    """Register an employer, open an account there and seal it; return the employer's number."""
    operator = {
        "name": "经办人",
        "id_number": id_number(900 + number),
        "phone": phone(900 + number),
    }
    employee = {
        "name": "新职工", "id_number": id_number(950 + number), "phone": phone(950 + number),
        "base_fen": 500_000,
    }  # fmt: skip
    made = await town.office.by_two(
        "accounts",
        "/employers",
        {
            "name": f"德州市恢复测试有限公司{number}",
            "social_credit_code": social_credit_code(950 + number),
            "payday": 15,
            "employer_ratio_bp": 500,
            "employee_ratio_bp": 600,
            "operator": operator,
            "agreement_version": "2026-1",
        },
    )
    employer = str(made["employer_number"])
    path = f"/employers/{employer}/accounts"
    opened = await town.office.by_two("accounts", path, {"employees": [employee]})
    account = opened["accounts"][0]["account_number"]
    items = [{"account_number": account, "reason": "abroad"}]
    await town.office.by_two("accounts", "/accounts/seal", {"items": items})
    await town.outbox_is_empty("accounts")
    return employer


async def _account_of(town: Town, application: Application) -> str:
    """The account that an application is about."""
    rows = await town.rows("accounts", RESERVATIONS, [uuid.UUID(application.id)])
    return str(rows[0]["account_number"])
