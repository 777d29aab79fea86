"""Employers, their employees, and month after month of deposits: list, confirmation, payment, booking."""

import asyncio
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from city.clients import Bank, by_two
from city.seed.office import Office
from city.seed.people import person
from city.seed.plan import EMPLOYERS, LAST, Employer, Plan, Resident

BOOKED_WITHIN_SECONDS = 60.0
POLL_SECONDS = 0.05
OPERATORS_FROM = 910
RAISE_FEN = 80_000


@dataclass(frozen=True)
class AccountKnown:
    """What accounts answered when an account was opened."""

    account_number: str
    person_id: str


@dataclass
class Known:
    """What seeding has learnt so far."""

    employer_numbers: dict[int, str] = field(default_factory=dict)
    accounts: dict[str, AccountKnown] = field(default_factory=dict)


def month_first(today: date, index: int) -> date:
    """First day of the month of an index; the last index is the month before today's."""
    position = today.year * 12 + today.month - 2 - (LAST - index)
    return date(position // 12, position % 12 + 1, 1)


async def employ_everyone(office: Office, plan: Plan, today: date) -> Known:
    """Register the employers and open everybody's account."""
    known = Known()
    async with asyncio.TaskGroup() as group:
        for index in range(len(EMPLOYERS)):
            group.create_task(_Workplace(office, plan, known, index, today).employ())
    return known


async def pay_every_month(office: Office, plan: Plan, known: Known, today: date) -> None:
    """Let every employer remit month after month, all employers at once."""
    async with asyncio.TaskGroup() as group:
        for index in range(len(EMPLOYERS)):
            group.create_task(_Workplace(office, plan, known, index, today).pay_all())


@dataclass(frozen=True)
class _Workplace:
    """One employer's history in the making."""

    office: Office
    plan: Plan
    known: Known
    index: int
    today: date

    @property
    def employer(self) -> Employer:
        return EMPLOYERS[self.index]

    @property
    def number(self) -> str:
        return self.known.employer_numbers[self.index]

    async def post(self, path: str, body: Any, key: str) -> Any:
        return await self.office.maker.post(f"accounts/{path}", body, key=f"seed-{key}")

    async def by_two(self, path: str, body: Any, key: str) -> Any:
        """What the centre does in the employer's stead takes two of it."""
        office = self.office
        return await by_two(
            office.maker, office.checker, f"accounts/{path}", body, key=f"seed-{key}"
        )

    async def employ(self) -> None:
        operator = person(OPERATORS_FROM + self.index)
        body = {
            "name": self.employer.name,
            "social_credit_code": self.employer.social_credit_code,
            "payday": self.employer.payday,
            "employer_ratio_bp": self.employer.ratio_bp,
            "employee_ratio_bp": self.employer.ratio_bp,
            "operator": {
                "name": operator.name,
                "id_number": operator.id_number,
                "phone": operator.phone,
            },
            "registered_on": month_first(self.today, 0).isoformat(),
            "agreement_version": "2024-1",
        }
        made = await self.by_two("employers", body, f"employer-{self.index}")
        self.known.employer_numbers[self.index] = str(made["employer_number"])
        staff = self.plan.of_employer(self.index)
        opened = await self.by_two(
            f"employers/{self.number}/accounts",
            {"employees": [self._employee(resident) for resident in staff]},
            f"staff-of-{self.index}",
        )
        for resident, row in zip(staff, opened["accounts"], strict=True):
            self.known.accounts[resident.key] = AccountKnown(
                row["account_number"], row["person_id"]
            )

    def _employee(self, resident: Resident) -> dict[str, Any]:
        who = resident.person
        return {
            "name": who.name,
            "id_number": who.id_number,
            "phone": who.phone,
            "base_fen": resident.base_fen,
            "opened_on": month_first(self.today, resident.joined_month).isoformat(),
        }

    async def pay_all(self) -> None:
        for position in range(LAST + 1 - self.plan.months, LAST + 1):
            await self._change_bases(position)
            await self._pay(position)
            await self._seal(position)

    async def _pay(self, position: int) -> None:
        """Draft, confirm, pay at the bank, and wait until the list is booked (R-DEP-6)."""
        month = month_first(self.today, position)
        key = f"list-{self.index}-{month:%Y-%m}"
        made = await self.post(f"employers/{self.number}/lists", {"month": f"{month:%Y-%m}"}, key)
        await self.by_two(f"lists/{made['id']}/confirmation", None, f"{key}-confirmed")
        receipt = {
            "payer_name": self.employer.name,
            "amount_fen": made["total_fen"],
            "remittance_information": made["payment_reference"],
            "value_date": month.replace(day=self.employer.payday).isoformat(),
            "reference": key,
        }
        await Bank(self.office.maker.client, self.office.maker.city).order("receipts", receipt)
        async with asyncio.timeout(BOOKED_WITHIN_SECONDS):
            while not await self._booked(made["id"]):  # noqa: ASYNC110
                await asyncio.sleep(POLL_SECONDS)

    async def _booked(self, list_id: str) -> bool:
        found = await self.office.maker.get(f"accounts/lists/{list_id}")
        return bool(found["state"] == "booked")

    async def _seal(self, position: int) -> None:
        """Seal those whose last paid month this is (R-SEAL-3)."""
        on = min(month_first(self.today, position + 1).replace(day=3), self.today)
        items = [
            {
                "account_number": self.known.accounts[resident.key].account_number,
                "reason": resident.seal_reason,
                "sealed_on": on.isoformat(),
            }
            for resident in self.plan.of_employer(self.index)
            if resident.sealed_after_month == position
        ]
        if items:
            await self.by_two("accounts/seal", {"items": items}, f"seal-{self.index}-{position}")

    async def _change_bases(self, position: int) -> None:
        """Raise the base of those whose wage changes with this month (R-CHG-2, 3)."""
        items = [
            {
                "account_number": self.known.accounts[resident.key].account_number,
                "base_fen": resident.base_fen + RAISE_FEN,
                "effective_month": f"{month_first(self.today, position):%Y-%m}",
                "reason": "岗位变动调整工资",
            }
            for resident in self.plan.of_employer(self.index)
            if resident.base_change_month == position
        ]
        if items:
            await self.by_two("accounts/base", {"items": items}, f"base-{self.index}-{position}")
